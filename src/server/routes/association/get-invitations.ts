// GET /api/invitations: those that are open, for officers.
import { Hono } from 'hono'
import { toBase64 } from '../../../crypto/encoding.ts'
import { listInvitations } from '../../../db/envelopes/invitations.ts'
import { dayOf } from '../../../protocol/day.ts'
import type { OpenInvitations } from '../../../protocol/team.ts'
import type { AppEnv } from '../../env.ts'
import { requireRole } from '../../middleware/require-role.ts'

export const getInvitations = new Hono<AppEnv>().get('/', requireRole('officer'), async (c) => {
  const open = await listInvitations(c.env.envelopes, c.var.association, dayOf(c.var.now))
  return c.json({
    invitations: open.map(({ note, answer, ...each }) => ({
      ...each,
      note: toBase64(note),
      answer: answer && toBase64(answer),
    })),
  } satisfies OpenInvitations)
})
