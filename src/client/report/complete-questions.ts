// What every question has alike is written once on the page, and completed here before anything is asked: the names of its answers,
// "I don't know" and "I'd rather not say". It adds no word of its own.
import { copyTemplate, findAll } from '../dom.ts'

export function completeQuestions(form: HTMLFormElement): void {
  for (const field of findAll('fieldset[data-field]', form)) {
    const [first] = findAll<HTMLInputElement>('input', field)
    const place = field.querySelector('[data-open]')
    if (first && place) {
      const answers = copyTemplate('open')
      for (const input of findAll<HTMLInputElement>('input', answers)) input.type = first.type
      place.replaceWith(answers)
    }
    for (const input of findAll<HTMLInputElement>('input:not([name])', field))
      input.name = field.dataset['field'] ?? ''
  }
  // Written as its code, then its words.
  for (const option of findAll<HTMLOptionElement>('option:not([value])', form))
    option.value = option.text.split(' ')[0] ?? ''
}
