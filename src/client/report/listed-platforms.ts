// The closed list of platforms as the form has it: names as people know them, and the slug that may be counted.
import { findAll } from '../dom.ts'

/** The slug of a listed platform by the name an account holds, however it was capitalised; null for any other. */
export function platformIdOf(name: string): string | null {
  const wanted = name.trim().toLowerCase()
  const option = findAll<HTMLOptionElement>('select[name="platform"] option[data-id]').find(
    ({ value }) => value.toLowerCase() === wanted,
  )
  return option?.dataset['id'] ?? null
}
