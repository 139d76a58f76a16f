// Where a member passes a report on: to an association its author agreed to, all of it or what they leave ticked. Nothing chosen or typed
// is lost on an error.
import { dayOf, type Day } from '../../protocol/day.ts'
import type { Result } from '../../protocol/result.ts'
import type { TransferPart } from '../../protocol/transfer.ts'
import type { CaseWork } from '../../protocol/case-file.ts'
import { fillList, find, findAll, setText, show } from '../dom.ts'
import { reportOf, type Case } from './cases.ts'
import { provenFiles } from './file-holds.ts'
import { mergedFiles } from './merged-files.ts'
import { partsOf, type TransferChoice, type TransferFault } from './transfer-desk.ts'
import { transfersOf } from './transfers.ts'
import { dayInWords, type Words } from './words.ts'

export interface PassingOn {
  workOf: (id: string) => CaseWork
  send: (id: string, choice: TransferChoice) => Promise<Result<Day, TransferFault>>
  /** Said to screen readers, where the form has gone. */
  announce: (text: string) => void
  /** Writes into the case's file that it was passed on; true once it is kept. */
  note: (id: string, to: string, on: Day) => Promise<boolean>
}

/** Over a letter; answers how to show what has become of the case. */
export function wireTransfer(
  article: HTMLElement,
  id: string,
  { workOf, send, announce, note }: PassingOn,
  words: Words,
): (each: Case) => void {
  const section = find('[data-part="transfer-section"]', article)
  const form = find<HTMLFormElement>('[data-part="transfer-form"]', section)
  const to = find<HTMLSelectElement>('#transfer-to', form)
  const text = find<HTMLTextAreaElement>('#transfer-note', form)
  const fault = find('[data-part="transfer-fault"]', form)
  const submit = find<HTMLButtonElement>('[data-part="transfer-submit"]', form)
  const said = find('[data-part="transfer-said"]', section)
  const boxes = findAll<HTMLInputElement>('[name="transfer-part"]', form)
  let offered = ''
  let there: readonly TransferPart[] = []
  let busy = false

  const showBusy = (now: boolean): void => {
    busy = now
    text.readOnly = now
    for (const field of [to, ...boxes]) field.disabled = now
    submit.setAttribute('aria-disabled', String(now))
    submit.textContent = words(now ? 'transfer.busy' : 'transfer.submit')
  }
  const refuse = (reason: TransferFault | 'no-association' | 'nothing'): void => {
    fault.textContent = words(`transfer-fault.${reason}`)
    if (form.hidden) announce(fault.textContent)
    const focus = reason === 'no-association' ? to : submit
    focus.focus()
  }
  const showOffers = (open: readonly string[]): void => {
    const key = JSON.stringify(open)
    if (key === offered) return
    offered = key
    const chosen = to.value
    const several = open.length > 1 ? [new Option(words('transfer.choose'), '')] : []
    to.replaceChildren(...several, ...open.map((each) => new Option(words(`association.${each}`), each)))
    if (open.includes(chosen)) to.value = chosen
  }
  /** What came meanwhile goes too, unless it is unticked. */
  const showParts = (each: Case): void => {
    const now = partsOf(each)
    for (const box of boxes) {
      const part = box.value as TransferPart
      show(find(`[data-transfer-part="${part}"]`, form), now.includes(part))
      if (now.includes(part) && !there.includes(part)) box.checked = true
    }
    there = now
    const { left } = mergedFiles(provenFiles(each))
    show(find('[data-part="transfer-left"]', form), left > 0)
    setText(form, 'left-files', String(left))
  }
  const update = (each: Case): void => {
    const { transfers } = workOf(id)
    const allowed = transfersOf(each).filter(
      ({ association }) => !transfers.some((sent) => sent.to === association),
    )
    const until = reportOf(each)?.consent.until ?? ''
    const mayAct = each.thread?.reply && until >= dayOf(Date.now())
    const open = allowed.flatMap(({ association, at }) => (at && mayAct ? [association] : []))
    fillList(
      find('[data-part="transfer-sent"]', section),
      transfers.map(
        (sent) =>
          `${words('transfer.sent')} ${words(`association.${sent.to}`)}, ${words('transfer.on')} ${dayInWords(sent.on, { dateStyle: 'long' })}`,
      ),
    )
    show(form, open.length > 0)
    show(
      find('[data-part="transfer-again"]', section),
      allowed.some(({ at }) => at === null),
    )
    show(section, allowed.length > 0 || transfers.length > 0)
    showOffers(open)
    showParts(each)
  }
  form.addEventListener('input', () => (fault.textContent = ''))
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (busy) return
    fault.textContent = ''
    said.textContent = ''
    const leaveOut = boxes.flatMap(({ checked, value }) => {
      const part = value as TransferPart
      return there.includes(part) && !checked ? [part] : []
    })
    if (to.value === '') return refuse('no-association')
    if (leaveOut.length === there.length) return refuse('nothing')
    showBusy(true)
    const sentTo = to.value
    const sent = await send(id, { to: sentTo, leaveOut, note: text.value })
    const noted = sent.ok && (await note(id, sentTo, sent.value))
    showBusy(false)
    if (!sent.ok) return refuse(sent.reason)
    text.value = ''
    said.textContent = words(noted ? 'transfer.done' : 'transfer.doneUnnoted')
    find('#transfer-title', section).focus()
  })
  return update
}
