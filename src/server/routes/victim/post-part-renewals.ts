// POST /api/part-holds/renewals: whoever has the secrets of holds makes them last. The answer is the same whatever there was.
import { Hono } from 'hono'
import { renewHolds } from '../../../db/envelopes/part-holds.ts'
import { renewedUntil } from '../../../domain/retention.ts'
import { dayOf } from '../../../protocol/day.ts'
import { MAX_HOLDS_BYTES } from '../../../protocol/limits.ts'
import { HoldSecrets } from '../../../protocol/parts.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { validate } from '../../middleware/validate.ts'
import { tokenHashes } from '../../token-hashes.ts'

export const postPartRenewals = new Hono<AppEnv>().post(
  '/',
  limitBody(MAX_HOLDS_BYTES),
  validate(HoldSecrets),
  async (c) => {
    const { now, body } = c.var
    const hashes = tokenHashes(body.secrets, c.env.hash)
    await renewHolds(c.env.envelopes, hashes, dayOf(now), renewedUntil(now))
    return c.body(null, 204)
  },
)
