// GET /api/mailbox-challenge: what whoever writes to a mailbox, reads or empties one must solve, and the server's day. Nothing is kept, and
// it does not depend on the directory: a story put aside can be had back when no report can be sent.
import { Hono } from 'hono'
import { dayOf } from '../../../protocol/day.ts'
import type { ChallengeAnswer } from '../../../protocol/submission.ts'
import type { AppEnv } from '../../env.ts'
import { giveMailboxChallenge } from '../../give-challenge.ts'

export const getMailboxChallenge = new Hono<AppEnv>().get('/', async (c) => {
  const { now } = c.var
  return c.json({
    challenge: await giveMailboxChallenge(c.env, now),
    today: dayOf(now),
  } satisfies ChallengeAnswer)
})
