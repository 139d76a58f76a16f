// What an author may ask about their own envelopes, with tokens that only they can derive: where each stands, that it go, that it
// answer to another code. Every request has one size, padded with random tokens; no request names an association.
import * as v from 'valibot'
import { Sha256 } from './shapes.ts'
import { STATUS_TOKENS } from './limits.ts'

/** 32 bytes in 64 lower-case hexadecimal digits. The server keeps SHA-256 of it only. */
export const Token = Sha256

const tokens = v.pipe(v.array(Token), v.length(STATUS_TOKENS))

/** POST /api/envelope-status. */
export const StatusQuestion = v.strictObject({ version: v.literal(1), tokens })
export type StatusQuestion = v.InferOutput<typeof StatusQuestion>

export { ENVELOPE_STATUSES, type EnvelopeStatus } from './status-letters.ts'

/** `statuses` is 64 letters, in the order asked. */
export const StatusAnswer = v.strictObject({
  statuses: v.pipe(v.string(), v.regex(/^[nwoadfex]+$/), v.length(STATUS_TOKENS)),
})
export type StatusAnswer = v.InferOutput<typeof StatusAnswer>

/** POST /api/erasures: deletes the envelopes of these tokens, or only those that nobody opened. Always 204. */
export const Erasure = v.strictObject({
  version: v.literal(1),
  tokens,
  only: v.picklist(['unopened', 'all']),
})
export type Erasure = v.InferOutput<typeof Erasure>

/** POST /api/token-changes: each envelope of a token answers from now on to another, of which this is the hash. Always 204. */
export const TokenChange = v.strictObject({
  version: v.literal(1),
  tokens,
  newHashes: v.pipe(v.array(Sha256), v.length(STATUS_TOKENS)),
})
export type TokenChange = v.InferOutput<typeof TokenChange>
