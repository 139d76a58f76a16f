// Empties the form and every place that repeats an answer. It only removes: nothing is read, kept or sent.
import { findAll } from '../dom.ts'

/** Places where the island writes what was answered. */
const PLACES = '[data-letter], [data-readers], [data-receivers]'

/** A reset alone does not empty hidden fields, nor what was typed in fields the page has since changed. */
export function wipeForm(form: HTMLFormElement): void {
  form.reset()
  const typed = 'input:not([type="radio"], [type="checkbox"]), textarea'
  for (const field of findAll<HTMLInputElement>(typed, form)) field.value = ''
  for (const place of findAll(PLACES, form)) place.replaceChildren()
}
