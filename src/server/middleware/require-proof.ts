// Lets through only whoever solved a challenge that this server issued for this very purpose. It comes before the body is read:
// nothing is held for a sender who proved nothing. It does not spend the proof: that is one with keeping what was sent.
import { createMiddleware } from 'hono/factory'
import { recogniseChallenge, type Challenge } from '../../crypto/challenge.ts'
import { checkSolutions, splitProof } from '../../crypto/proof-of-work.ts'
import { isChallengeExpired } from '../../domain/sign-in.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { AppEnv, House } from '../env.ts'
import { discardBody } from '../read-body.ts'
import { refuse } from '../refuse.ts'

/** What can be paid for with a proof of work. */
export type ProvenPurpose = 'submission' | 'card' | 'mailbox' | 'upload'

/**
 * How many requests may show one proof at a time: each holds a body of up to 0.7 MB, and one proof must not pay for hundreds. Somebody whose
 * line drops and who tries again shows theirs a few times; past this their phone makes another.
 */
const MOST_AT_ONCE = 8

/**
 * Refuses `proof-missing`, `proof-invalid`, `proof-expired`, and `proof-spent` where too many show it at once; else leaves the challenge in
 * `c.var.proof` and its text in `c.var.challenge`. The body is let by before a refusal: on a slow line one that comes earlier is lost, and
 * the person would not learn why.
 */
export const requireProof = (purpose: ProvenPurpose) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const proof = judgeProof(purpose, c.req.header('Proof'), c.env, c.var.now)
    if (!proof.ok) {
      await discardBody(c.req.raw)
      return refuse(c, proof.reason)
    }
    const { shown } = c.env.memory
    const { nonce } = proof.value.challenge
    const before = shown.get(nonce) ?? 0
    if (before >= MOST_AT_ONCE) {
      await discardBody(c.req.raw)
      return refuse(c, 'proof-spent')
    }
    shown.set(nonce, before + 1)
    c.set('proof', proof.value.challenge)
    c.set('challenge', proof.value.text)
    try {
      return await next()
    } finally {
      const left = (shown.get(nonce) ?? 1) - 1
      if (left > 0) shown.set(nonce, left)
      else shown.delete(nonce)
    }
  })

function judgeProof(
  purpose: ProvenPurpose,
  header: string | undefined,
  { secret, hash }: House,
  now: number,
): Result<{ challenge: Challenge; text: string }, 'proof-missing' | 'proof-invalid' | 'proof-expired'> {
  if (header === undefined) return decline('proof-missing')
  const parts = splitProof(header)
  const challenge = parts && recogniseChallenge(secret, purpose, parts.challenge)
  if (!parts || !challenge) return decline('proof-invalid')
  if (isChallengeExpired(challenge, now)) return decline('proof-expired')
  return checkSolutions(parts.challenge, challenge.bits, parts.solutions, hash)
    ? accept({ challenge, text: parts.challenge })
    : decline('proof-invalid')
}
