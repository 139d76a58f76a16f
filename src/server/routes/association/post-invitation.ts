// POST /api/invitations: an officer invites someone, who is not named to the server.
import { Hono } from 'hono'
import { fromBase64 } from '../../../crypto/encoding.ts'
import { readRecipients } from '../../../crypto/packets.ts'
import { randomKey } from '../../../crypto/random.ts'
import { keepInvitation } from '../../../db/envelopes/invitations.ts'
import { invitedUntil } from '../../../domain/retention.ts'
import { MAX_INVITATION_BYTES } from '../../../protocol/limits.ts'
import { Invitation } from '../../../protocol/team.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'

export const postInvitation = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_INVITATION_BYTES),
  requireRole('officer'),
  validate(Invitation),
  async (c) => {
    const { association, now, body } = c.var
    const note = fromBase64(body.note) ?? new Uint8Array()
    if (readRecipients(note)?.length !== 1) return refuse(c, 'not-sealed')
    const { locatorHash } = body
    const invitation = { id: randomKey(), association, locatorHash, note }
    const kept = await keepInvitation(c.env.envelopes, invitation, invitedUntil(now))
    return kept ? c.body(null, 204) : refuse(c, 'too-many')
  },
)
