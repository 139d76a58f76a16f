// The form that says which cases to list. It holds what is asked, in its fields alone: nothing of it is stored, put in the address or
// sent. How many were found is shown at once, and said when the member has stopped for a moment.
import { find, setText, show } from '../dom.ts'
import { ORDERS, type Order } from './arrange.ts'
import { askedIn, type Filters } from './filters.ts'
import { VIEWS, type View } from './views.ts'
import type { Words } from './words.ts'

export interface FindingEvents {
  onChange: () => void
  /** Enter in the search: on to what was found. */
  onGoOn: () => void
  announce: (text: string) => void
}

export interface FindingForm {
  filters: () => Filters
  order: () => Order
  /** `byRule`: how many of those set aside a rule holds there. */
  showTally: (tally: Readonly<Record<View, number>>, byRule: number) => void
  showFound: (found: number, total: number) => void
  /** Says nothing any more. */
  end: () => void
}

/** A pause in typing: a screen reader says the number once, not at each letter. */
const PAUSE_MS = 900

export function makeFindingForm(
  place: HTMLElement,
  words: Words,
  { onChange, onGoOn, announce }: FindingEvents,
): FindingForm {
  const form = find<HTMLFormElement>('[data-part="finding"]', place)
  const typed = find<HTMLInputElement>('#find-words', form)
  const clear = find<HTMLButtonElement>('[data-part="clear"]', place)
  const ruled = find('[data-part="by-rule"]', place)
  const see = find('[data-part="see-by-rule"]', ruled)
  let found = 0
  let saying: ReturnType<typeof setTimeout> | undefined

  const answerTo = (name: string): string => String(new FormData(form).get(name) ?? '')
  const order = (): Order => ORDERS.find((each) => each === answerTo('order')) ?? 'newest'
  const filters = (): Filters => ({
    view: VIEWS.find((view) => view === answerTo('view')) ?? 'all',
    words: answerTo('words'),
    need: answerTo('need'),
    departement: answerTo('departement'),
    urgency: answerTo('urgency'),
    ageBand: answerTo('ageBand'),
    from: answerTo('from'),
    to: answerTo('to'),
  })
  const change = (): void => {
    show(see, filters().view !== 'aside')
    onChange()
    clearTimeout(saying)
    saying = setTimeout(
      () => announce(found > 0 ? `${words('finding.found')} ${found}` : words('finding.none')),
      PAUSE_MS,
    )
  }

  form.addEventListener('input', change)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    onGoOn()
  })
  clear.addEventListener('click', () => {
    const kept = order()
    form.reset()
    find<HTMLSelectElement>('[name="order"]', form).value = kept
    typed.focus()
    change()
  })
  see.addEventListener('click', () => {
    const aside = find<HTMLInputElement>('[name="view"][value="aside"]', form)
    aside.checked = true
    aside.focus()
    change()
  })
  return {
    filters,
    order,
    showTally: (tally, byRule) => {
      for (const view of VIEWS) setText(form, `in-${view}`, String(tally[view]))
      setText(ruled, 'by-rule', String(byRule))
      show(ruled, byRule > 0)
    },
    showFound: (now, total) => {
      found = now
      setText(place, 'found', String(now))
      setText(place, 'total', String(total))
      show(clear, askedIn(filters()) > 0)
    },
    end: () => {
      clearTimeout(saying)
      form.reset()
    },
  }
}
