// POST /api/part-holds: what keeps parts, all or none. The secrets of the holds are in envelopes; here are their hashes, and nothing that
// says which envelope, or how many.
import { Hono } from 'hono'
import { randomKey } from '../../../crypto/random.ts'
import { holdParts } from '../../../db/envelopes/part-holds.ts'
import { heldUntil } from '../../../domain/retention.ts'
import { secondsOf } from '../../../domain/sign-in.ts'
import { MAX_HOLDS_BYTES } from '../../../protocol/limits.ts'
import { PartHolds } from '../../../protocol/parts.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'
import { tokenHashes } from '../../token-hashes.ts'

export const postPartHolds = new Hono<AppEnv>().post(
  '/',
  limitBody(MAX_HOLDS_BYTES),
  validate(PartHolds),
  async (c) => {
    const { now, body } = c.var
    const [permitHash = ''] = tokenHashes([body.permit], c.env.hash)
    const holds = body.holds.map(({ part, hold }) => ({ id: randomKey(), part, holdHash: hold }))
    const outcome = await holdParts(c.env.envelopes, holds, heldUntil(now), permitHash, secondsOf(now))
    return outcome === 'held' ? c.body(null, 204) : refuse(c, outcome)
  },
)
