// Declining a case: folded until asked for, then one confirmation. Words for the person, if any, leave first, as an answer.
import { copyTemplate, find, show } from '../dom.ts'
import type { Result } from '../../protocol/result.ts'
import type { AnswerFault, Draft } from './correspondence.ts'
import type { Words } from './words.ts'

export interface DeclineEvents {
  draft: () => Draft
  /** Null where the person cannot be answered. */
  sendWords: (() => Promise<Result<null, AnswerFault>>) | null
  /** Tells the server; true once it knows. */
  decline: () => Promise<boolean>
}

export function makeDeclineForm(words: Words, { draft, sendWords, decline }: DeclineEvents): HTMLElement {
  const place = copyTemplate<HTMLDetailsElement>('decline')
  const text = find<HTMLTextAreaElement>('#decline-words', place)
  const fault = find('[data-part="decline-fault"]', place)
  const confirm = find<HTMLButtonElement>('[data-part="decline-confirm"]', place)
  let busy = false

  const showBusy = (now: boolean): void => {
    busy = now
    text.readOnly = now
    confirm.setAttribute('aria-disabled', String(now))
    confirm.textContent = words(now ? 'decline.busy' : 'decline.confirm')
  }
  const refuse = (said: string): void => {
    showBusy(false)
    fault.textContent = said
    confirm.focus()
  }

  show(find('[data-part="decline-field"]', place), sendWords !== null)
  text.value = draft().text
  place.open = text.value !== ''
  text.addEventListener('input', () => {
    draft().text = text.value
    fault.textContent = ''
  })
  find('[data-part="decline-cancel"]', place).addEventListener('click', () => {
    place.open = false
    find('summary', place).focus()
  })
  confirm.addEventListener('click', async () => {
    if (busy) return
    fault.textContent = ''
    showBusy(true)
    if (sendWords && text.value.trim() !== '') {
      const sent = await sendWords()
      if (!sent.ok) return refuse(words(`answer-fault.${sent.reason}`))
      text.value = ''
    }
    if (!(await decline())) refuse(words('decline.failed'))
  })
  return place
}
