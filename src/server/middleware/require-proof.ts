// Lets through only whoever solved a challenge that this server issued for submissions. It does not spend the proof:
// that is one with keeping the envelopes.
import { createMiddleware } from 'hono/factory'
import { recogniseChallenge } from '../../crypto/challenge.ts'
import { checkSolutions, splitProof } from '../../crypto/proof-of-work.ts'
import { isChallengeExpired } from '../../domain/sign-in.ts'
import type { AppEnv } from '../env.ts'
import { refuse } from '../refuse.ts'

/** Refuses `proof-missing`, `proof-invalid` and `proof-expired`; else leaves the challenge in `c.var.proof`. */
export const requireProof = createMiddleware<AppEnv>(async (c, next) => {
  const header = c.req.header('Proof')
  if (header === undefined) return refuse(c, 'proof-missing')
  const parts = splitProof(header)
  const challenge = parts && recogniseChallenge(c.env.secret, 'submission', parts.challenge)
  if (!parts || !challenge) return refuse(c, 'proof-invalid')
  if (isChallengeExpired(challenge, c.var.now)) return refuse(c, 'proof-expired')
  if (!checkSolutions(parts.challenge, challenge.bits, parts.solutions, c.env.hash)) {
    return refuse(c, 'proof-invalid')
  }
  c.set('proof', challenge)
  return next()
})
