// What lies inside a sealed envelope, and the sealed envelope itself.
import * as v from 'valibot'
import { Day } from './day.ts'
import { MAX_SEALED_CHARS } from './limits.ts'
import { About, Account, Identifier, Report, SafeContact } from './report.ts'
import { LOCALES, PURPOSES } from './vocabulary.ts'

/** Slug of an association in the directory. */
export const AssociationId = v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/))

/** v4 OpenPGP fingerprint: 40 upper-case hexadecimal digits. */
export const Fingerprint = v.pipe(v.string(), v.regex(/^[0-9A-F]{40}$/))

/** SHA-256 in 64 lower-case hexadecimal digits. */
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

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

/** The plaintext of an envelope, before padding. `thread` is random and shared with no other envelope. */
export const EnvelopeContents = v.strictObject({
  version: v.literal(1),
  thread: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  kind: v.literal('report'),
  writtenOn: Day,
  locale: v.picklist(LOCALES),
  account: Account,
  about: v.optional(About),
  narrative: Report.entries.narrative,
  identifiers: v.array(Identifier),
  contact: v.optional(SafeContact),
  consent: Consent,
  reply: v.null(),
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
