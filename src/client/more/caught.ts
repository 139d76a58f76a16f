// Keeps the words of the code out of what others will read: found in something written, they are pointed at, and nothing goes on.
import { containsCode } from '../../crypto/return-code.ts'
import type { Code } from '../code/code-messages.ts'
import { find, findAll, show } from '../dom.ts'
import type { Journey } from '../report/journey.ts'

/** The field that holds them; null when none does. */
const holder = (form: HTMLFormElement, code: Code): HTMLElement | null =>
  findAll<HTMLInputElement>('[data-step] input[type="text"], [data-step] textarea', form).find(({ value }) =>
    containsCode(value, code),
  ) ?? null

/** Ends what an earlier finding led to. */
let leading = new AbortController()

export const isCaught = (form: HTMLFormElement, code: Code | null): boolean =>
  code !== null && holder(form, code) !== null

export function showCaught(journey: Journey, form: HTMLFormElement, code: Code | null): void {
  const field = code && holder(form, code)
  if (!field) return
  const notice = find('[data-caught]')
  const step = field.closest<HTMLElement>('[data-step]')?.dataset['step'] ?? ''
  leading.abort()
  leading = new AbortController()
  const { signal } = leading
  const lead = (): void => {
    if (journey.current !== step) journey.goTo(step)
    field.focus()
  }
  find('[data-caught-link]', notice).addEventListener('click', lead, { signal })
  field.addEventListener('input', () => show(notice, isCaught(form, code)), { signal })
  show(notice)
  notice.focus()
}
