// GET /api/challenge: what a sender must solve, and the server's day. Nothing is kept.
import { Hono } from 'hono'
import { issueChallenge } from '../../../crypto/challenge.ts'
import { isExpired } from '../../../domain/intake.ts'
import { submissionExpiry } from '../../../domain/sign-in.ts'
import { dayOf } from '../../../protocol/day.ts'
import type { ChallengeAnswer } from '../../../protocol/submission.ts'
import type { AppEnv } from '../../env.ts'
import { refuse } from '../../refuse.ts'

/** Refuses `directory-expired`: nobody should solve puzzles for a report that cannot be taken. */
export const getChallenge = new Hono<AppEnv>().get('/', (c) => {
  const today = dayOf(c.var.now)
  if (isExpired(c.env.directory, today)) return refuse(c, 'directory-expired')
  const challenge = issueChallenge(c.env.secret, {
    purpose: 'submission',
    bits: c.env.proofBits,
    expiresAt: submissionExpiry(c.var.now),
  })
  return c.json({ challenge, today } satisfies ChallengeAnswer)
})
