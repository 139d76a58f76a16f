// Writes what was answered as a letter to be read over, from the form's own words. Text only; it reads, never changes.
import { copyTemplate, find, findAll, setText, show } from '../dom.ts'
import { identifierLines } from './identifier-rows.ts'
import { readContact } from './read-report.ts'

interface Line {
  label: string
  answer: string
  kept: boolean
}

/**
 * Fills `[data-letter]`: a part a step of the way, a line a question asked; what was left empty is folded at its end. `onChange`
 * is told which step to go back to.
 */
export function writeLetter(form: HTMLFormElement, onChange: (step: string) => void): void {
  const shared = find<HTMLInputElement>('[name=shareAbout]', form).checked
  const empty: HTMLElement[] = []
  const parts = findAll('[data-step]:not([data-off])', form).flatMap((step) => {
    const asked = findAll('[data-field]', step).filter((field) => !field.closest('[hidden]:not([data-step])'))
    const lines = asked.map((field) => lineOf(form, field, shared))
    if (lines.length === 0) return []
    const answered = lines.some(({ answer }) => answer !== '')
    const part = copyTemplate(answered ? 'letter-part' : 'letter-empty-part')
    const title = find('h2', step).textContent ?? ''
    setText(part, 'title', title)
    find('[data-change]', part).addEventListener('click', () => onChange(step.dataset['step'] ?? ''))
    if (answered) writePart(part, title, lines)
    else empty.push(part)
    return answered ? [part] : []
  })
  const fold = copyTemplate('letter-empty')
  find('ul', fold).append(...empty)
  show(fold, empty.length > 0)
  find('[data-letter]', form).replaceChildren(...parts, fold)
}

function writePart(part: HTMLElement, title: string, lines: readonly Line[]): void {
  const answered = lines.filter(({ answer }) => answer !== '')
  find('dl', part).append(...answered.filter(({ kept }) => !kept).map((line) => written(line, title)))
  note(
    part,
    'kept',
    answered.filter(({ kept }) => kept).map(({ answer }) => answer.replaceAll('\n', ' · ')),
  )
  note(
    part,
    'unanswered',
    lines.filter(({ answer, kept }) => answer === '' && !kept).map(({ label }) => label),
  )
}

/** A small line under a part, left out when there is nothing to say. */
function note(part: HTMLElement, slot: 'kept' | 'unanswered', words: readonly string[]): void {
  setText(part, slot, words.join(' · '))
  show(find(`[data-${slot}]`, part), words.length > 0)
}

/** A label that only says the title again is for screen readers, who need one. */
function written({ label, answer }: Line, title: string): HTMLElement {
  const line = copyTemplate('letter-line')
  find('dt', line).classList.toggle('visually-hidden', label === title)
  setText(line, 'label', label)
  setText(line, 'answer', answer)
  return line
}

function lineOf(form: HTMLFormElement, field: HTMLElement, shared: boolean): Line {
  const { label = '', kept } = field.dataset
  return { label, answer: answerIn(form, field), kept: kept !== undefined && !shared }
}

/** The words of what was chosen, or what was written. What lacks its other half is not an answer yet: it would not be sealed. */
function answerIn(form: HTMLFormElement, field: HTMLElement): string {
  const { field: name = '' } = field.dataset
  if (name === 'identifiers') return identifierLines(form).join('\n')
  if (name === 'files') return field.textContent ?? ''
  if (name.startsWith('contact') && !readContact(new FormData(form))) return ''
  const checked = findAll<HTMLInputElement>('input:checked', field).map((input) => wordsOf(input))
  if (checked.length > 0) return checked.join('\n')
  const selects = findAll<HTMLSelectElement>('select', field)
  if (selects.length > 0) {
    if (selects.some(({ value }) => value === '')) return ''
    if (name === 'platform' && selects[0]?.value === 'other') {
      return find<HTMLInputElement>('#platformName', form).value.trim()
    }
    return selects.map((select) => select.selectedOptions[0]?.textContent?.trim() ?? '').join(' ')
  }
  return field.querySelector<HTMLInputElement>('input[type=text], textarea')?.value.trim() ?? ''
}

const wordsOf = (input: HTMLInputElement): string => input.labels?.[0]?.textContent?.trim() ?? ''
