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
    const giveBack = c.env.memory.shown.take(proof.value.challenge.nonce, c.var.now)
    if (!giveBack) {
      await discardBody(c.req.raw)
      return refuse(c, 'proof-spent')
    }
    c.set('proof', proof.value.challenge)
    c.set('challenge', proof.value.text)
    try {
      return await next()
    } finally {
      giveBack()
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
