// GET /api/notices: where an association is told that something waits, for officers alone.
import { Hono } from 'hono'
import { readNotice } from '../../../db/envelopes/notices.ts'
import type { NoticeState } from '../../../protocol/notices.ts'
import type { AppEnv } from '../../env.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { standingTeam } from '../../standing-team.ts'

export const getNotices = new Hono<AppEnv>().get('/', requireRole('officer'), async (c) => {
  const { association, now } = c.var
  // What a team that no longer stands had said is not this one's.
  const { isOver } = await standingTeam(c.env, association, now)
  const notice = isOver ? null : await readNotice(c.env.envelopes, association)
  return c.json({ notice, sent: c.env.mailer !== null } satisfies NoticeState)
})
