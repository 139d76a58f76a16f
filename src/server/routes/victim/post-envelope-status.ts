// POST /api/envelope-status: where the envelopes of these tokens stand. Every answer has one length; whoever holds no token learns
// nothing, and no association is named.
import { Hono } from 'hono'
import { statusesOf } from '../../../db/envelopes/own-envelopes.ts'
import { ENVELOPE_STATUSES, StatusQuestion, type StatusAnswer } from '../../../protocol/envelope-status.ts'
import { MAX_TOKENS_BYTES } from '../../../protocol/limits.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { validate } from '../../middleware/validate.ts'
import { tokenHashes } from '../../token-hashes.ts'

export const postEnvelopeStatus = new Hono<AppEnv>().post(
  '/',
  limitBody(MAX_TOKENS_BYTES),
  validate(StatusQuestion),
  async (c) => {
    const hashes = tokenHashes(c.var.body.tokens, c.env.hash)
    const found = await statusesOf(c.env.envelopes, hashes)
    const letters = hashes.map((hash) => ENVELOPE_STATUSES[found.get(hash) ?? 'none'])
    return c.json({ statuses: letters.join('') } satisfies StatusAnswer)
  },
)
