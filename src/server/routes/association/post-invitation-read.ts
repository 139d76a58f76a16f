// POST /api/invitations/reads: whose an invitation is, to whoever has its words. Asked by someone who is of no team yet.
import { Hono } from 'hono'
import { utf8 } from '../../../crypto/encoding.ts'
import { sha256Hex } from '../../../crypto/sha256.ts'
import { findInvitation } from '../../../db/envelopes/invitations.ts'
import { dayOf } from '../../../protocol/day.ts'
import { MAX_REQUEST_BYTES } from '../../../protocol/limits.ts'
import { InvitationRead } from '../../../protocol/team.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'

export const postInvitationRead = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_REQUEST_BYTES),
  validate(InvitationRead),
  async (c) => {
    const locatorHash = sha256Hex(utf8(c.var.body.locator))
    const found = await findInvitation(c.env.envelopes, locatorHash, dayOf(c.var.now))
    return found ? c.json(found) : refuse(c, 'not-found')
  },
)
