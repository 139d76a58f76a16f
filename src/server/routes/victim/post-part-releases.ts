// POST /api/part-holds/releases: whoever has the secrets of holds lets go of them. The answer is the same whatever there was.
import { Hono } from 'hono'
import { releaseHolds } from '../../../db/envelopes/part-holds.ts'
import { MAX_HOLDS_BYTES } from '../../../protocol/limits.ts'
import { HoldSecrets } from '../../../protocol/parts.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { validate } from '../../middleware/validate.ts'
import { tokenHashes } from '../../token-hashes.ts'

export const postPartReleases = new Hono<AppEnv>().post(
  '/',
  limitBody(MAX_HOLDS_BYTES),
  validate(HoldSecrets),
  async (c) => {
    await releaseHolds(c.env.envelopes, tokenHashes(c.var.body.secrets, c.env.hash))
    return c.body(null, 204)
  },
)
