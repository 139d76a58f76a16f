// A report that one association passes on to another, with its author's yes: what may be left out, and what is said beside it. It
// travels as a report of its own, sealed to the other association alone.
import * as v from 'valibot'
import { addMonths, Day } from './day.ts'
import { CONSENT_MONTHS, MAX_MESSAGE_CHARS, MAX_THREAD_ENVELOPES } from './limits.ts'
import { AssociationId, Sha256, ThreadId } from './shapes.ts'

/** Where the author awaits the envelope of another association: nobody else can tell that it is theirs. */
export const AwaitedEnvelope = v.strictObject({
  thread: ThreadId,
  tokenHash: Sha256,
  /** From which the secrets come that keep its files: 64 hexadecimal digits. */
  hold: Sha256,
})
export type AwaitedEnvelope = v.InferOutput<typeof AwaitedEnvelope>

/** In the order they are read: what a report holds that may stay behind. */
export const TRANSFER_PARTS = [
  'narrative',
  'account',
  'about',
  'identifiers',
  'contact',
  'attachments',
  'said',
] as const
export type TransferPart = (typeof TRANSFER_PARTS)[number]

/** A report may have been passed on before. */
const MOST_SAID = 4 * MAX_THREAD_ENVELOPES

/** The last day on which the other association may use what is passed on. */
export const passedOnUntil = (allowedOn: Day): Day => addMonths(allowedOn, CONSENT_MONTHS)

const text = v.pipe(v.string(), v.maxLength(MAX_MESSAGE_CHARS))

/** `said`: what the author told the first association after their report, proven to be theirs. */
export const Transferred = v.strictObject({
  from: AssociationId,
  on: Day,
  leftOut: v.pipe(v.array(v.picklist(TRANSFER_PARTS)), v.maxLength(TRANSFER_PARTS.length)),
  note: text,
  said: v.pipe(v.array(v.strictObject({ on: Day, text })), v.maxLength(MOST_SAID)),
})
export type Transferred = v.InferOutput<typeof Transferred>
