// POST /api/acknowledgements: an association holds these envelopes and could open them and, where it says so, where their
// case stands. Others' envelopes, and those that do not exist, are passed over in silence: the answer does not tell which there are.
import { Hono } from 'hono'
import { acknowledgeEnvelopes } from '../../../db/envelopes/envelopes.ts'
import { dayOf } from '../../../protocol/day.ts'
import { Acknowledgement } from '../../../protocol/inbox.ts'
import { MAX_REQUEST_BYTES } from '../../../protocol/limits.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { validate } from '../../middleware/validate.ts'

export const postAcknowledgements = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_REQUEST_BYTES),
  requireRole('officer', 'member'),
  validate(Acknowledgement),
  async (c) => {
    const { envelopes, standing, kept } = c.var.body
    const { association, now } = c.var
    await acknowledgeEnvelopes(
      c.env.envelopes,
      association,
      envelopes.map(Number),
      dayOf(now),
      standing ?? (kept ? 'kept' : null),
    )
    return c.body(null, 204)
  },
)
