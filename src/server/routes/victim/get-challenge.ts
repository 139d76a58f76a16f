// GET /api/challenge: what the sender of a report must solve, and the server's day. Nothing is kept.
import { Hono } from 'hono'
import { dayOf } from '../../../protocol/day.ts'
import type { ChallengeAnswer } from '../../../protocol/submission.ts'
import type { AppEnv } from '../../env.ts'
import { giveChallenge } from '../../give-challenge.ts'
import { refuse } from '../../refuse.ts'

/** Refuses `directory-expired`. */
export const getChallenge = new Hono<AppEnv>().get('/', async (c) => {
  const challenge = await giveChallenge(c.env, 'submission', c.var.now)
  if (challenge === null) return refuse(c, 'directory-expired')
  return c.json({ challenge, today: dayOf(c.var.now) } satisfies ChallengeAnswer)
})
