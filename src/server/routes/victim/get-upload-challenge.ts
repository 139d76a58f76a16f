// GET /api/upload-challenge: what whoever wants to send files must solve, and the server's day. Nothing is kept.
import { Hono } from 'hono'
import { dayOf } from '../../../protocol/day.ts'
import type { ChallengeAnswer } from '../../../protocol/submission.ts'
import type { AppEnv } from '../../env.ts'
import { giveChallenge } from '../../give-challenge.ts'
import { requireRoom } from '../../middleware/require-room.ts'
import { refuse } from '../../refuse.ts'

/** Refuses `storage-short` and `directory-expired`. */
export const getUploadChallenge = new Hono<AppEnv>().get('/', requireRoom, async (c) => {
  const challenge = await giveChallenge(c.env, 'upload', c.var.now)
  if (challenge === null) return refuse(c, 'directory-expired')
  return c.json({ challenge, today: dayOf(c.var.now) } satisfies ChallengeAnswer)
})
