// The list of envelopes by day. It shows summaries made of the vocabulary's words, never a victim's own text.
import { copyTemplate, find, findAll, setText } from '../dom.ts'
import { byDay, isNew, type InboxItem } from './inbox-items.ts'
import { summaryOf } from './letter.ts'
import { dayInWords, labelOf, type Words } from './words.ts'

export interface ListView {
  clear: () => void
  /** Adds items after those shown; the days they bring are no newer. */
  append: (items: readonly InboxItem[]) => void
  /** Rewrites one row after its state changed. */
  update: (item: InboxItem) => void
  focus: (id: string) => void
}

const ACTS_SHOWN = 3

/** What a letter is about, in one line. */
export function titleOf(item: InboxItem, words: Words): string {
  if (!item.opened.ok) return words(`inbox.${item.opened.reason}`)
  const { role, acts } = summaryOf(item.opened.value)
  const named = acts.slice(0, ACTS_SHOWN).map((act) => labelOf(words, 'acts', act))
  const rest = acts.length > named.length ? [`+${acts.length - named.length}`] : []
  const what = named.length > 0 ? [...named, ...rest] : [words('inbox.noActs')]
  const who = role === 'witness' || role === 'relative' ? [labelOf(words, 'role', role)] : []
  return [...what, ...who].join(' · ')
}

function factsOf(item: InboxItem, words: Words): string {
  if (!item.opened.ok) return ''
  const { departement, needs } = summaryOf(item.opened.value)
  const place = departement === null ? [] : [labelOf(words, 'departement', departement)]
  const needed = needs.map((need) => labelOf(words, 'needs', need))
  if (needed[0] !== undefined) needed[0] = `${words('inbox.needs')} ${needed[0]}`
  return [...place, ...needed].join(' · ')
}

export const stateOf = (item: InboxItem, words: Words): string =>
  words(isNew(item) ? 'inbox.isNew' : 'inbox.isAcknowledged')

/** `onRead` hears the id of the envelope chosen. */
export function makeList(days: HTMLElement, words: Words, onRead: (id: string) => void): ListView {
  const rows = new Map<string, HTMLButtonElement>()
  let last: { day: string; list: HTMLElement } | null = null

  const fill = (button: HTMLButtonElement, item: InboxItem): void => {
    setText(button, 'state', stateOf(item, words))
    setText(button, 'title', titleOf(item, words))
    setText(button, 'facts', factsOf(item, words))
    button.classList.toggle('row-new', isNew(item))
    button.classList.toggle('row-problem', !item.opened.ok)
  }
  const listOf = (day: string): HTMLElement => {
    if (last?.day !== day) {
      const section = copyTemplate('day')
      setText(section, 'day', dayInWords(day))
      days.append(section)
      last = { day, list: find('ul', section) }
    }
    return last.list
  }

  days.addEventListener('keydown', (event) => moveByArrow(event, days))
  return {
    clear: () => {
      rows.clear()
      last = null
      days.replaceChildren()
    },
    append: (items) => {
      for (const { day, items: ofDay } of byDay(items)) {
        const made = ofDay.map((item) => {
          const row = copyTemplate('row')
          const button = find<HTMLButtonElement>('button', row)
          fill(button, item)
          button.addEventListener('click', () => onRead(item.id))
          rows.set(item.id, button)
          return row
        })
        listOf(day).append(...made)
      }
    },
    update: (item) => {
      const button = rows.get(item.id)
      if (button) fill(button, item)
    },
    focus: (id) => rows.get(id)?.focus(),
  }
}

/** Up and down move between rows; Tab still works as everywhere. */
function moveByArrow(event: KeyboardEvent, days: HTMLElement): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const buttons = findAll<HTMLButtonElement>('button.row', days)
  const at = buttons.findIndex((button) => button === document.activeElement)
  const target = buttons[at + step]
  if (at < 0 || !target) return
  event.preventDefault()
  target.focus()
}
