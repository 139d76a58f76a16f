// POST /api/invitations/removals: an officer takes an invitation back, answered or not.
import { Hono } from 'hono'
import { dropInvitation } from '../../../db/envelopes/invitations.ts'
import { MAX_REQUEST_BYTES } from '../../../protocol/limits.ts'
import { InvitationRemoval } from '../../../protocol/team.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { validate } from '../../middleware/validate.ts'

export const postInvitationRemoval = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_REQUEST_BYTES),
  requireRole('officer'),
  validate(InvitationRemoval),
  async (c) => {
    await dropInvitation(c.env.envelopes, c.var.association, c.var.body.locatorHash)
    return c.body(null, 204)
  },
)
