// The ways on from what was written: sending, keeping, being counted, or nothing. It carries the choice in the form's hidden
// fields, so that conditions see it like any answer, and never chooses for anyone.
import { find, findAll, show } from '../dom.ts'
import type { AskedEnding } from './ending.ts'
import type { Journey } from './journey.ts'

/** A second tap, or a key that is held, must not erase what the first one only asked about. */
const ERASE_AFTER_MS = 700

type HiddenName = 'path' | 'agreed'

const hiddenField = (form: HTMLFormElement, name: HiddenName): HTMLInputElement =>
  find<HTMLInputElement>(`input[type="hidden"][name="${name}"]`, form)

/** Sets a hidden answer and lets the form hear of it. */
export function setHidden(form: HTMLFormElement, name: HiddenName, value: string): void {
  const field = hiddenField(form, name)
  if (field.value === value) return
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

interface Ways {
  /** Once a way is chosen, before the step it leads to. */
  onChosen: () => void
  /** The two ways that end without sending. */
  end: (ending: AskedEnding) => void
}

export const wayOf = (form: HTMLFormElement): string => hiddenField(form, 'path').value

/** "Nothing" asks once more, since it erases. */
export function armWays(form: HTMLFormElement, journey: Journey, { onChosen, end }: Ways): void {
  const erase = find('[data-erase]', form)
  const eraseAll = find<HTMLButtonElement>('[data-erase-all]', form)
  let ready = 0
  const askOnceMore = (): void => {
    eraseAll.disabled = true
    clearTimeout(ready)
    ready = setTimeout(() => (eraseAll.disabled = false), ERASE_AFTER_MS)
    find('p', erase).focus()
  }
  for (const button of findAll('[data-path]', form)) {
    button.addEventListener('click', () => {
      const way = button.dataset['path'] ?? ''
      setHidden(form, 'path', way)
      show(erase, way === 'nothing')
      if (way === 'nothing') return askOnceMore()
      onChosen()
      journey.forgetReview()
      journey.goOn()
    })
  }
  eraseAll.addEventListener('keydown', (event) => {
    if (event.repeat) event.preventDefault()
  })
  eraseAll.addEventListener('click', ({ detail }) => {
    if (detail < 2) end('unsent')
  })
}
