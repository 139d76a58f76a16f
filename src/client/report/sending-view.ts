// Shows how far sending is, and how it went. Words are already in the page; this shows the right ones.
import { PUZZLES } from '../../protocol/limits.ts'
import { copyTemplate, fillList, find, findAll, setText, show, showAll, showOne } from '../dom.ts'
import { writeAnswerTime } from './association-cards.ts'
import type { Outcome } from './sending.ts'
import type { Offer } from './worker-messages.ts'

/** Shares of the bar: the proof, the sealing, then the wire. */
const PROOF_SHARE = 40
const SEALING_SHARE = 40

export type Stage =
  | { at: 'proof'; solved: number }
  /** They have words and bars of their own. */
  | { at: 'files' }
  | { at: 'sealing'; sealed: number; total: number }
  | { at: 'posting' }

/** The proof made ahead of time, while the person reads. */
export function showProof(solved: number): void {
  const line = find('[data-proof]')
  show(line)
  showOne(line, solved < PUZZLES ? 'working' : 'done')
  const bar = find<HTMLProgressElement>('progress', line)
  bar.value = solved
  show(bar, solved < PUZZLES)
}

export const hideProof = (): void => show(find('[data-proof]'), false)

export function showStage(stage: Stage): void {
  hideProof()
  const box = find('[data-sending]')
  show(box)
  show(find('[data-outcome]'), false)
  showOne(find('[role=status]', box), stage.at)
  const bar = find<HTMLProgressElement>('[data-sending-bar]')
  show(bar)
  if (stage.at === 'proof') bar.value = (stage.solved / PUZZLES) * PROOF_SHARE
  if (stage.at === 'files') bar.value = PROOF_SHARE
  if (stage.at === 'sealing') {
    setText(box, 'sealed', String(stage.sealed))
    setText(box, 'total', String(stage.total))
    bar.value = PROOF_SHARE + (stage.sealed / stage.total) * SEALING_SHARE
  }
  if (stage.at === 'posting') bar.value = PROOF_SHARE + SEALING_SHARE
  for (const button of findAll<HTMLButtonElement>('[data-send]')) button.disabled = true
}

/** `key` is the words to show: the outcome's kind, or `unchanged` when asking again would change nothing. Without a proof nobody refused anything. */
export function showOutcome(key: Outcome['kind'] | 'unchanged', code = ''): void {
  const box = find('[data-sending]')
  show(box)
  showOne(find('[role=status]', box), null)
  show(find('[data-sending-bar]'), false)
  const outcome = find('[data-outcome]')
  showOne(outcome, code === 'no-proof' ? 'not-proven' : key)
  setText(outcome, 'code', code)
  show(find('[data-again]'), key !== 'expired' && key !== 'too-long')
  show(find('[data-to-words]'), key === 'too-long')
  show(find('[data-expired-lines]'), key === 'expired')
  show(outcome)
  for (const button of findAll<HTMLButtonElement>('[data-send]')) show(button, false)
}

/** Back to "nothing sent yet". */
export function clearSending(): void {
  show(find('[data-sending]'), false)
  show(find('[data-outcome]'), false)
  for (const button of findAll<HTMLButtonElement>('[data-send]')) button.disabled = false
}

/** Who is named above the steps; with nobody to name it is not shown. */
function showNamed(notice: HTMLElement, offers: readonly Offer[]): void {
  fillList(
    find('ul', notice),
    offers.map(({ name }) => name),
  )
  show(notice, offers.length > 0)
}

/** Said while the person goes on writing: what they gave up had already left, and was received. */
export function showTold(receivers: readonly Offer[], counted: boolean, perhaps: boolean): void {
  showNamed(find('[data-already-received]'), receivers)
  show(find('[data-already-counted]'), counted)
  showAll('[data-none-left]', !counted && !perhaps && receivers.length === 0)
}

export const clearTold = (): void => showTold([], false, false)

/** Said at an ending, or where one is chosen: something left for these, or a card did, and no answer told whether it arrived. */
export function showPerhapsSent(offers: readonly Offer[], card: boolean): void {
  const notice = find('[data-perhaps-sent]')
  showNamed(find('[data-perhaps-readers]', notice), offers)
  show(find('[data-perhaps-card]', notice), card)
  show(notice, offers.length > 0 || card)
  show(find('[data-nothing-left]'), offers.length === 0)
}

/** Who reads, what each may do with it, and whether anything is counted, or already was. */
export function writeReaders(
  readers: readonly { name: string; comparing: boolean }[],
  statistics: boolean,
  counted: boolean,
): void {
  const lines = readers.map(({ name, comparing }) => {
    const line = copyTemplate('reader')
    setText(line, 'name', name)
    showOne(line, comparing ? 'series' : 'referral')
    return line
  })
  find('[data-readers]').replaceChildren(...lines)
  showOne(find('[data-statistics-said]'), counted ? 'done' : statistics ? 'yes' : 'no')
  showAll('[data-some-readers]', readers.length > 0)
  showAll('[data-no-reader]', readers.length === 0)
}

/** How it goes with the card that leaves after the report; null when none was allowed. */
export function showCardSent(stage: 'waiting' | 'received' | 'failed' | null): void {
  const words = find('[data-card-sent]')
  showOne(words, stage)
  show(words, stage !== null)
}

/** The receipt names who received, and how soon each answers those who left a way to be answered. */
export function writeReceipt(receivers: readonly Offer[], canBeAnswered: boolean): void {
  const lines = receivers.map((offer) => {
    const line = copyTemplate('receiver')
    setText(line, 'name', offer.name)
    writeAnswerTime(line, offer.answersWithinDays)
    show(find('[data-answers]', line), canBeAnswered)
    return line
  })
  find('[data-receivers]').replaceChildren(...lines)
  show(find('[data-no-answer]'), !canBeAnswered)
}
