// The form in which a member answers: what is typed goes into the case's draft at once, and leaves the screen only once it was sent.
import { copyTemplate, find, findAll, setText, show } from '../dom.ts'
import { MAX_MESSAGE_CHARS } from '../../protocol/limits.ts'
import type { Result } from '../../protocol/result.ts'
import type { AnswerFault, Draft } from './correspondence.ts'
import type { Words } from './words.ts'

/** The count appears when fewer characters than this remain. */
const NEAR_THE_LIMIT_CHARS = 400

export interface AnswerEvents {
  draft: () => Draft
  send: () => Promise<Result<null, AnswerFault>>
  /** After it left; the form is empty again. */
  onSent: () => void
}

/** `association` is the member's own: a report is not passed on to it. */
export function makeAnswerForm(
  association: string,
  words: Words,
  { draft, send, onSent }: AnswerEvents,
): HTMLElement {
  const form = copyTemplate<HTMLFormElement>('answer')
  const text = find<HTMLTextAreaElement>('#answer-text', form)
  const to = find<HTMLSelectElement>('#answer-to', form)
  const asks = findAll<HTMLInputElement>('[name="asking"]', form)
  const fault = find('[data-part="answer-fault"]', form)
  const submit = find<HTMLButtonElement>('[data-part="answer-submit"]', form)
  let busy = false

  to.querySelector(`option[value="${association}"]`)?.remove()
  const showDraft = (): void => {
    const now = draft()
    text.value = now.text
    for (const each of asks) each.checked = each.value === now.asking
    to.value = now.to
    showShape()
  }
  const showShape = (): void => {
    const now = draft()
    show(find('[data-part="answer-to-field"]', form), now.asking === 'transfer')
    show(find('#answer-files-hint', form), now.asking === 'files')
    countChars(form, now.text, words)
  }
  const showBusy = (now: boolean): void => {
    busy = now
    text.readOnly = now
    to.disabled = now
    for (const each of asks) each.disabled = now
    submit.setAttribute('aria-disabled', String(now))
    submit.textContent = words(now ? 'answer.busy' : 'answer.submit')
  }
  const clearFault = (): void => {
    fault.textContent = ''
    for (const field of [text, to]) field.removeAttribute('aria-invalid')
  }
  const refuse = (reason: AnswerFault): void => {
    fault.textContent = words(`answer-fault.${reason}`)
    const field = reason === 'no-association' ? to : reason === 'empty' || reason === 'too-long' ? text : null
    field?.setAttribute('aria-invalid', 'true')
    const focus = field ?? submit
    focus.focus()
  }

  form.addEventListener('input', () => {
    const now = draft()
    now.text = text.value
    now.asking = (asks.find(({ checked }) => checked)?.value ?? 'nothing') as Draft['asking']
    now.to = to.value
    clearFault()
    showShape()
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (busy) return
    clearFault()
    showBusy(true)
    const sent = await send()
    showBusy(false)
    if (!sent.ok) return refuse(sent.reason)
    showDraft()
    onSent()
  })
  showDraft()
  return form
}

/** Nothing is cut: what is too long is said to be so. */
function countChars(form: HTMLElement, text: string, words: Words): void {
  const left = MAX_MESSAGE_CHARS - text.length
  const counter = find('[data-part="answer-count"]', form)
  show(counter, left < NEAR_THE_LIMIT_CHARS)
  setText(counter, 'count-label', words(left < 0 ? 'answer.over' : 'answer.left'))
  setText(counter, 'count', String(Math.abs(left)))
}
