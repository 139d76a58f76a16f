// Writes what was answered as a letter to be read over, from the form's own words. Text only; it reads, never changes.
import { copyTemplate, find, findAll, setText, show } from '../dom.ts'

interface Line {
  label: string
  answer: string
  kept: boolean
}

/** Fills `[data-letter]`: a part a step, a line an answer. `onChange` is told which step to go back to. */
export function writeLetter(form: HTMLFormElement, onChange: (step: string) => void): void {
  const parts = findAll('[data-step]', form).flatMap((step) => {
    const lines = findAll('[data-field]', step)
      .filter((field) => !field.closest('[data-contact-details][hidden]'))
      .map(lineOf)
    return lines.length === 0 ? [] : [partOf(step, lines, onChange)]
  })
  find('[data-letter]', form).replaceChildren(...parts)
}

function partOf(step: HTMLElement, lines: readonly Line[], onChange: (step: string) => void): HTMLElement {
  const part = copyTemplate('letter-part')
  setText(part, 'title', find('h2', step).textContent ?? '')
  const answered = lines.filter(({ answer }) => answer !== '')
  find('dl', part).append(...answered.filter(({ kept }) => !kept).map(written))
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
  find('[data-change]', part).addEventListener('click', () => onChange(step.dataset['step'] ?? ''))
  return part
}

/** A small line under a part, left out when there is nothing to say. */
function note(part: HTMLElement, slot: 'kept' | 'unanswered', words: readonly string[]): void {
  setText(part, slot, words.join(' · '))
  show(find(`[data-${slot}]`, part), words.length > 0)
}

function written({ label, answer }: Line): HTMLElement {
  const line = copyTemplate('letter-line')
  setText(line, 'label', label)
  setText(line, 'answer', answer)
  return line
}

function lineOf(field: HTMLElement): Line {
  const { label = '', kept } = field.dataset
  return { label, answer: answerIn(field), kept: kept !== undefined }
}

/** The words of what was chosen, or what was written. A month without its year is not an answer yet. */
function answerIn(field: HTMLElement): string {
  const checked = findAll<HTMLInputElement>('input:checked', field).map((input) => wordsOf(input))
  if (checked.length > 0) return checked.join('\n')
  const selects = findAll<HTMLSelectElement>('select', field)
  if (selects.length > 0) {
    if (selects.some(({ value }) => value === '')) return ''
    if (field.dataset['field'] === 'platform' && selects[0]?.value === 'other') {
      return find<HTMLInputElement>('#platformName').value.trim()
    }
    return selects.map((select) => select.selectedOptions[0]?.textContent?.trim() ?? '').join(' ')
  }
  return field.querySelector<HTMLInputElement>('input[type=text], textarea')?.value.trim() ?? ''
}

const wordsOf = (input: HTMLInputElement): string => input.labels?.[0]?.textContent?.trim() ?? ''
