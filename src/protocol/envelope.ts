// What lies inside a sealed envelope, and the sealed envelope itself.
import * as v from 'valibot'
import { Attachments } from './attachment.ts'
import { Day } from './day.ts'
import { MAX_SEALED_CHARS } from './limits.ts'
import { About, Account, Identifier, Report, SafeContact } from './report.ts'
import { AssociationId, Fingerprint, Reply, Sha256, Signature, ThreadId } from './shapes.ts'
import { Transferred } from './transfer.ts'
import { LOCALES, PURPOSES } from './vocabulary.ts'

/** What the author allowed this one association to do, in words whose version is kept. */
export const Consent = v.strictObject({
  association: AssociationId,
  purposes: v.pipe(
    v.array(v.picklist(PURPOSES)),
    v.check((purposes) => purposes.includes('referral') && new Set(purposes).size === purposes.length),
  ),
  transfersTo: v.array(AssociationId),
  wordingVersion: v.string(),
  until: Day,
})
export type Consent = v.InferOutput<typeof Consent>

/**
 * The plaintext of the envelope that carries a report, before padding. `thread` is shared with no other association's envelope:
 * it is random, or derived from the return code. `reply` is null when its author took none.
 */
export const EnvelopeContents = v.strictObject({
  version: v.literal(1),
  thread: ThreadId,
  kind: v.literal('report'),
  writtenOn: Day,
  locale: v.picklist(LOCALES),
  account: Account,
  about: v.optional(About),
  narrative: Report.entries.narrative,
  identifiers: v.array(Identifier),
  contact: v.optional(SafeContact),
  attachments: v.optional(Attachments),
  consent: Consent,
  reply: v.nullable(Reply),
  /** With the signature of the association that passed it on, over the JSON of all that stands before. Both or none. */
  transferred: v.optional(Transferred),
  signature: v.optional(Signature),
})
export type EnvelopeContents = v.InferOutput<typeof EnvelopeContents>

/** An envelope as it travels: for one association, sealed to one key, opaque to the server. `sealed` is base64. */
export const SealedEnvelope = v.strictObject({
  association: AssociationId,
  keyFingerprint: Fingerprint,
  sealed: v.pipe(v.string(), v.maxLength(MAX_SEALED_CHARS), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
  tokenHash: Sha256,
})
export type SealedEnvelope = v.InferOutput<typeof SealedEnvelope>
