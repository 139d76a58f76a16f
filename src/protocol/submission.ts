// POST /api/submissions: the one request by which a report leaves a phone.
import * as v from 'valibot'
import { Day } from './day.ts'
import { SealedEnvelope } from './envelope.ts'
import { Sha256 } from './shapes.ts'
import { MAX_ENVELOPES } from './limits.ts'

/** All envelopes are kept, or none. One association, and one token, appears once. */
export const Submission = v.strictObject({
  version: v.literal(1),
  envelopes: v.pipe(
    v.array(SealedEnvelope),
    v.minLength(1),
    v.maxLength(MAX_ENVELOPES),
    v.check((envelopes) => new Set(envelopes.map((e) => e.association)).size === envelopes.length),
    v.check((envelopes) => new Set(envelopes.map((e) => e.tokenHash)).size === envelopes.length),
  ),
})
export type Submission = v.InferOutput<typeof Submission>

/** The answer: SHA-256 of the exact body received. The sender trusts nothing else as a receipt. */
export const SubmissionAccepted = v.strictObject({ accepted: Sha256 })

/** GET /api/challenge: what to solve, and the server's day (a phone's clock may be years off). */
export const ChallengeAnswer = v.strictObject({ challenge: v.string(), today: Day })
export type ChallengeAnswer = v.InferOutput<typeof ChallengeAnswer>
