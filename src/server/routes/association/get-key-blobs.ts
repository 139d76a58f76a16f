// GET /api/key-blobs: the ways in which the member who asks can open their key.
import { Hono } from 'hono'
import { listKeyBlobs } from '../../../db/envelopes/key-blobs.ts'
import type { OwnKeyBlobs } from '../../../protocol/team.ts'
import type { AppEnv } from '../../env.ts'
import { requireRole } from '../../middleware/require-role.ts'

export const getKeyBlobs = new Hono<AppEnv>().get('/', requireRole('officer', 'member'), async (c) => {
  const { association, member } = c.var
  return c.json({
    ways: await listKeyBlobs(c.env.envelopes, association, member),
  } satisfies OwnKeyBlobs)
})
