// Passes a case on: what its author last said is read first, its files are held for the other association, then one envelope leaves by the
// way that any author's does. The server is told neither which association sends nor that it was sealed before.
import { holdSecretsOf } from '../../crypto/holds.ts'
import type { Attachments } from '../../protocol/attachment.ts'
import type { Day } from '../../protocol/day.ts'
import type { EnvelopeContents } from '../../protocol/envelope.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { Transferred, TransferPart } from '../../protocol/transfer.ts'
import { isBelieved } from '../../sealing/thread-trust.ts'
import type { SealedSubmission } from '../../sealing/submission-body.ts'
import type { Transfer as SealedTransfer } from '../../sealing/transfer.ts'
import { passedOnUntil } from '../../protocol/transfer.ts'
import type { CallFault } from '../api.ts'
import type { Hold, UploadFault } from '../files/part-line.ts'
import { isSealed, Sending, type Outcome } from '../report/sending.ts'
import type { Offer } from '../report/worker-messages.ts'
import { reportOf, type Case } from './cases.ts'
import { provenFiles } from './file-holds.ts'
import { mergedFiles } from './merged-files.ts'
import { transfersOf } from './transfers.ts'

/** The one envelope, and to whom it was sealed as the directory has them. */
export interface SealedForOther extends SealedSubmission {
  receiver: Receiver
}

type Receiver = Pick<Offer, 'association' | 'fingerprint'>

export interface TransferMeans {
  /** Reads what came since: the author may have taken their yes back. */
  renew: () => Promise<Result<null, CallFault | 'broken'>>
  get: (id: string) => Case | undefined
  today: () => Day
  hold: (holds: readonly Hold[]) => Promise<Result<null, UploadFault>>
  challenge: () => Promise<Result<unknown, CallFault>>
  solve: (challenge: string) => Promise<string | null>
  seal: (
    transfer: SealedTransfer,
  ) => Promise<Result<SealedForOther, 'too-long' | 'no-such-recipient' | 'broken'>>
  post: (body: string, proof: string) => Promise<Result<unknown, CallFault>>
}

export interface TransferChoice {
  to: string
  leaveOut: readonly TransferPart[]
  note: string
}

/**
 * `not-allowed`: its author no longer agrees, or must be asked again. `read-first`: they wrote since. `already-there`: under their yes
 * something of theirs has arrived, from a teammate, from another association or from themselves: nothing left now. `files`: the server no longer has one of them. `closed`: the other
 * association takes nothing now.
 */
export type TransferFault =
  | 'read-first'
  | 'already-there'
  | 'not-allowed'
  | 'files'
  | 'closed'
  | 'too-long'
  | 'unreachable'
  | 'unexpected'

/** Whether a permission is past: the one that came with the report, or the one to pass it on. */
const isOver = (report: EnvelopeContents, allowedOn: Day, today: Day): boolean =>
  report.consent.until < today || passedOnUntil(allowedOn) < today

/** What of this report there is to pass on, or to leave out. */
export function partsOf(each: Case): TransferPart[] {
  const report = reportOf(each)
  if (!report) return []
  const { narrative, account, about, identifiers, contact } = report
  const parts: [TransferPart, boolean][] = [
    ['narrative', narrative.trim() !== ''],
    ['account', Object.keys(account).length > 0],
    ['about', about !== undefined],
    ['identifiers', identifiers.length > 0],
    ['contact', contact !== undefined],
    ['attachments', provenFiles(each).length > 0],
    ['said', saidIn(each).length > 0],
  ]
  return parts.flatMap(([part, there]) => (there ? [part] : []))
}

/** What the author told after their report, where it is proven to be theirs, or was passed on with it. */
function saidIn(each: Case): Transferred['said'] {
  const since = (each.thread?.messages ?? []).flatMap((message) => {
    const { contents, receivedOn } = message
    const told = isBelieved(message) && contents.kind === 'follow-up' && contents.text.trim() !== ''
    return told ? [{ on: receivedOn, text: contents.text }] : []
  })
  return [...(reportOf(each)?.transferred?.said ?? []), ...since]
}

/** Settles on the day it left, by the server. Tried again with the same choice after a lost answer, it is the same envelope. */
export function makeTransferDesk(means: TransferMeans) {
  let known: { key: string; sending: Sending<Receiver>; left: { on: Day | null } } | null = null

  return async (id: string, choice: TransferChoice): Promise<Result<Day, TransferFault>> => {
    const before = means.get(id)
    const renewed = await means.renew()
    if (!renewed.ok) return decline(renewed.reason === 'unreachable' ? 'unreachable' : 'unexpected')
    const each = means.get(id)
    const report = each && reportOf(each)
    const allowed = each && transfersOf(each).find(({ association }) => association === choice.to)
    const reply = each?.thread?.reply
    if (!report || !allowed?.at || allowed.since === null || !reply) return decline('not-allowed')
    if (isOver(report, allowed.since, means.today())) return decline('not-allowed')
    if (!before || saidIn(before).length !== saidIn(each).length) return decline('read-first')
    const key = JSON.stringify([id, choice, allowed.at])
    if (known?.key !== key) {
      const attachments = await heldFiles(each, choice, allowed.at.hold, means)
      if (!attachments.ok) return attachments
      const left: { on: Day | null } = { on: null }
      const sending = sendingOf(means, left, (today) => ({
        report: report satisfies EnvelopeContents,
        to: choice.to,
        at: allowed.at as NonNullable<typeof allowed.at>,
        allowedOn: allowed.since as Day,
        reply,
        leaveOut: choice.leaveOut,
        note: choice.note.trim(),
        said: saidIn(each),
        attachments: attachments.value,
        today,
      }))
      known = { key, sending, left }
    }
    const outcome = await known.sending.send()
    if (outcome.kind !== 'received') return decline(faultOf(outcome))
    return known.left.on ? accept(known.left.on) : decline('unexpected')
  }
}

const sendingOf = (
  means: TransferMeans,
  left: { on: Day | null },
  draft: (today: Day) => SealedTransfer,
): Sending<Receiver> =>
  new Sending<Receiver>({
    challenge: means.challenge,
    dated: true,
    solve: means.solve,
    seal: async (today) => {
      if (!today) return decline('failed')
      const sealed = await means.seal(draft(today))
      if (!sealed.ok) return sealed.reason === 'broken' ? decline('failed') : decline(sealed.reason)
      left.on = today
      const { body, digest, receiver } = sealed.value
      return accept({ body, digest, receivers: [receiver] })
    },
    isSealed,
    post: means.post,
  })

/** Under the secrets of the envelope that its author awaits: whoever opens that one, and they themselves, keep its files or let them go. */
async function heldFiles(
  each: Case,
  { leaveOut }: TransferChoice,
  hold: string,
  means: TransferMeans,
): Promise<Result<Attachments | null, TransferFault>> {
  const { files } = mergedFiles(leaveOut.includes('attachments') ? [] : provenFiles(each))
  if (files.length === 0) return accept(null)
  const parts = files.flatMap((file) => file.parts)
  const secrets = await holdSecretsOf(hold, parts.length)
  const held = await means.hold(parts.map((part, index) => ({ part, secret: secrets[index] ?? '' })))
  if (held.ok) return accept({ hold, files })
  return decline(
    held.reason === 'part-missing' ? 'files' : held.reason === 'unreachable' ? 'unreachable' : 'unexpected',
  )
}

function faultOf(outcome: Exclude<Outcome<Receiver>, { kind: 'received' }>): TransferFault {
  switch (outcome.kind) {
    case 'unreachable':
    case 'unconfirmed':
      return 'unreachable'
    case 'too-long':
      return 'too-long'
    case 'directory-changed':
      return 'closed'
    case 'refused':
      return outcome.code === 'token-taken' ? 'already-there' : 'unexpected'
    default:
      return 'unexpected'
  }
}
