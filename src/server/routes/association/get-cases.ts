// GET /api/cases?after=…: what the association wrote about its cases, still sealed, and what its next record follows.
import { Hono } from 'hono'
import * as v from 'valibot'
import { toBase64 } from '../../../crypto/encoding.ts'
import { listCaseFiles } from '../../../db/envelopes/case-files.ts'
import { headOf } from '../../../db/envelopes/records.ts'
import type { CasePage } from '../../../protocol/case-file.ts'
import { EnvelopeId } from '../../../protocol/inbox.ts'
import { CASE_PAGE_FILES } from '../../../protocol/limits.ts'
import type { AppEnv } from '../../env.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { refuse } from '../../refuse.ts'

export const getCases = new Hono<AppEnv>().get('/', requireRole('officer', 'member'), async (c) => {
  const after = v.safeParse(v.optional(EnvelopeId), c.req.query('after'))
  if (!after.success) return refuse(c, 'invalid-shape')
  const { association } = c.var
  const store = c.env.envelopes
  // One row more than a page tells whether another follows.
  const rows = await listCaseFiles(store, association, Number(after.output ?? 0), CASE_PAGE_FILES + 1)
  const page = rows.slice(0, CASE_PAGE_FILES)
  const last = rows.length > page.length ? page.at(-1) : undefined
  return c.json({
    cases: page.map(({ id, revision, bytes }) => ({ case: String(id), revision, sealed: toBase64(bytes) })),
    next: last ? String(last.id) : null,
    head: await headOf(store, association),
  } satisfies CasePage)
})
