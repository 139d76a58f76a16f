// POST /api/token-changes: envelopes answer from now on to the tokens of another code. The answer is the same whatever there was.
import { Hono } from 'hono'
import { moveEnvelopes } from '../../../db/envelopes/own-envelopes.ts'
import { TokenChange } from '../../../protocol/envelope-status.ts'
import { MAX_TOKENS_BYTES } from '../../../protocol/limits.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { validate } from '../../middleware/validate.ts'
import { tokenHashes } from '../../token-hashes.ts'

export const postTokenChange = new Hono<AppEnv>().post(
  '/',
  limitBody(MAX_TOKENS_BYTES),
  validate(TokenChange),
  async (c) => {
    const { tokens, newHashes } = c.var.body
    const moves = tokenHashes(tokens, c.env.hash).map((from, place) => ({
      from,
      to: newHashes[place] ?? from,
    }))
    await moveEnvelopes(c.env.envelopes, moves)
    return c.body(null, 204)
  },
)
