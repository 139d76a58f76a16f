// POST /api/key-blobs: a member keeps their own key, under lock, for one more way of opening it.
import { Hono } from 'hono'
import { fromBase64 } from '../../../crypto/encoding.ts'
import { randomKey } from '../../../crypto/random.ts'
import { keepKeyBlob } from '../../../db/envelopes/key-blobs.ts'
import { dayOf } from '../../../protocol/day.ts'
import { MAX_REQUEST_BYTES } from '../../../protocol/limits.ts'
import { KeyBlob } from '../../../protocol/team.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'

export const postKeyBlob = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_REQUEST_BYTES),
  requireRole('officer', 'member'),
  validate(KeyBlob),
  async (c) => {
    const { association, member, now, body } = c.var
    const { locatorHash, way } = body
    const bytes = fromBase64(body.blob) ?? new Uint8Array()
    const blob = { id: randomKey(), locatorHash, association, member, way, bytes }
    const kept = await keepKeyBlob(c.env.envelopes, blob, dayOf(now))
    return kept ? c.body(null, 204) : refuse(c, 'too-many')
  },
)
