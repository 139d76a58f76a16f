// GET /api/records?after=…: the record of what members did, still sealed, from one number on.
import { Hono } from 'hono'
import * as v from 'valibot'
import { toBase64 } from '../../../crypto/encoding.ts'
import { listRecords } from '../../../db/envelopes/records.ts'
import type { RecordPage } from '../../../protocol/case-file.ts'
import { RECORD_PAGE } from '../../../protocol/limits.ts'
import type { AppEnv } from '../../env.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { refuse } from '../../refuse.ts'

const After = v.optional(v.pipe(v.string(), v.regex(/^[0-9]{1,9}$/)), '0')

export const getRecords = new Hono<AppEnv>().get('/', requireRole('officer', 'member'), async (c) => {
  const after = v.safeParse(After, c.req.query('after'))
  if (!after.success) return refuse(c, 'invalid-shape')
  const rows = await listRecords(c.env.envelopes, c.var.association, Number(after.output), RECORD_PAGE + 1)
  const page = rows.slice(0, RECORD_PAGE)
  const last = rows.length > page.length ? page.at(-1) : undefined
  return c.json({
    records: page.map(({ number, previous, bytes }) => ({ number, previous, sealed: toBase64(bytes) })),
    next: last?.number ?? null,
  } satisfies RecordPage)
})
