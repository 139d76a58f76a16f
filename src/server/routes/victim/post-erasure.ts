// POST /api/erasures: the author of envelopes takes them back. The answer is the same whatever there was.
import { Hono } from 'hono'
import { eraseEnvelopes } from '../../../db/envelopes/own-envelopes.ts'
import { Erasure } from '../../../protocol/envelope-status.ts'
import { MAX_TOKENS_BYTES } from '../../../protocol/limits.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { validate } from '../../middleware/validate.ts'
import { tokenHashes } from '../../token-hashes.ts'

export const postErasure = new Hono<AppEnv>().post(
  '/',
  limitBody(MAX_TOKENS_BYTES),
  validate(Erasure),
  async (c) => {
    const { tokens, only } = c.var.body
    await eraseEnvelopes(c.env.envelopes, tokenHashes(tokens, c.env.hash), only)
    return c.body(null, 204)
  },
)
