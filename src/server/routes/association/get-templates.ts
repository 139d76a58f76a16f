// GET /api/templates: the answers the association has ready, still sealed, and what its next record follows.
import { Hono } from 'hono'
import { toBase64 } from '../../../crypto/encoding.ts'
import { readPaper } from '../../../db/envelopes/association-papers.ts'
import { headOf } from '../../../db/envelopes/records.ts'
import type { TemplatesState } from '../../../protocol/templates.ts'
import type { AppEnv } from '../../env.ts'
import { requireRole } from '../../middleware/require-role.ts'

export const getTemplates = new Hono<AppEnv>().get('/', requireRole('officer', 'member'), async (c) => {
  const { association } = c.var
  const store = c.env.envelopes
  const kept = await readPaper(store, association, 'templates')
  return c.json({
    templates: kept && { revision: kept.revision, sealed: toBase64(kept.bytes) },
    head: await headOf(store, association),
  } satisfies TemplatesState)
})
