// POST /api/notices: an officer says where the association is told that something waits, or that it wants none: then no address is kept.
import { Hono } from 'hono'
import { keepNotice } from '../../../db/envelopes/notices.ts'
import { MAX_REQUEST_BYTES } from '../../../protocol/limits.ts'
import { NoticePost } from '../../../protocol/notices.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { validate } from '../../middleware/validate.ts'

export const postNotices = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_REQUEST_BYTES),
  requireRole('officer'),
  validate(NoticePost),
  async (c) => {
    const { address, locale } = c.var.body
    await keepNotice(c.env.envelopes, c.var.association, { address, locale })
    // Its officer reads so on the page; the operator, who can change it, reads it here.
    if (address !== null && !c.env.mailer) c.env.log('notices-off')
    return c.body(null, 204)
  },
)
