// POST /api/key-blobs/removals: a member gives up one way of opening their own key. Others' are passed over in silence.
import { Hono } from 'hono'
import { dropKeyBlob } from '../../../db/envelopes/key-blobs.ts'
import { MAX_REQUEST_BYTES } from '../../../protocol/limits.ts'
import { KeyBlobRemoval } from '../../../protocol/team.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { validate } from '../../middleware/validate.ts'

export const postKeyBlobRemoval = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_REQUEST_BYTES),
  requireRole('officer', 'member'),
  validate(KeyBlobRemoval),
  async (c) => {
    const { association, member, body } = c.var
    await dropKeyBlob(c.env.envelopes, association, member, body.locatorHash)
    return c.body(null, 204)
  },
)
