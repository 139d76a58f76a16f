// GET /api/card-challenge: what whoever wants to be counted must solve. A challenge of its own: nothing that pays for a card
// ever pays for a report. Nothing is kept.
import { Hono } from 'hono'
import type { CardChallengeAnswer } from '../../../protocol/card.ts'
import type { AppEnv } from '../../env.ts'
import { giveChallenge } from '../../give-challenge.ts'
import { refuse } from '../../refuse.ts'

/** Refuses `directory-expired`. */
export const getCardChallenge = new Hono<AppEnv>().get('/', async (c) => {
  const challenge = await giveChallenge(c.env, 'card', c.var.now)
  if (challenge === null) return refuse(c, 'directory-expired')
  return c.json({ challenge } satisfies CardChallengeAnswer)
})
