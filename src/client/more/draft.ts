// The form as it stands, taken down to be put away, and given back. Agreements are never put away: each is asked again.
import type { Day } from '../../protocol/day.ts'
import type { Identifier } from '../../protocol/report.ts'
import type { Draft } from '../../protocol/thread.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import type { UnprovenDraft } from '../../sealing/seal-own.ts'
import { find, findAll } from '../dom.ts'

/** Agreements, the way chosen, what goes into a printed letter; and the rows of identifiers, which are read apart. */
const LEFT_OUT = [
  'consent',
  'series',
  'statistics',
  'path',
  'agreed',
  'letter',
  'keepFor',
  'identifierType',
  'identifierPlatform',
  'identifierValue',
]

export function takeDraft(
  form: HTMLFormElement,
  identifiers: readonly Identifier[],
  step: string,
  writtenOn: Day,
): UnprovenDraft {
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value !== '' && !LEFT_OUT.includes(name) ? [[name, value]] : [],
  )
  const locale = document.documentElement.lang as Locale
  return { kind: 'draft', version: 1, writtenOn, locale, step, fields, identifiers: [...identifiers] }
}

/** Fills the form again. A field or an answer that no longer exists is passed over. */
export function giveBack(form: HTMLFormElement, { fields, identifiers }: Draft): void {
  const given = new Map<string, string[]>()
  for (const [name, value] of fields) given.set(name, [...(given.get(name) ?? []), value])
  for (const field of findAll<HTMLInputElement>('input, select, textarea', form)) {
    const values = given.get(field.name)
    if (!values || LEFT_OUT.includes(field.name)) continue
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = values.includes(field.value)
    else field.value = values[0] ?? ''
  }
  for (const identifier of identifiers) giveBackRow(form, identifier)
  form.dispatchEvent(new Event('input', { bubbles: true }))
}

/** As a person would: the row is added, filled, and understood again. */
function giveBackRow(form: HTMLFormElement, { type, platform = '', value }: Identifier): void {
  find('[data-add-identifier]', form).click()
  const row = findAll('[data-identifier]', form).at(-1)
  if (!row) return
  for (const [name, words] of [
    ['identifierType', type],
    ['identifierPlatform', platform],
    ['identifierValue', value],
  ] as const) {
    const field = find<HTMLInputElement>(`[name="${name}"]`, row)
    field.value = words
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}
