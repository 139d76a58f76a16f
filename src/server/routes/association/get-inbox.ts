// GET /api/inbox?before=…: an association's own envelopes, still sealed, newest day first, a page at a time.
import { Hono } from 'hono'
import * as v from 'valibot'
import { toBase64 } from '../../../crypto/encoding.ts'
import { countEnvelopes, listEnvelopes, type EnvelopeCursor } from '../../../db/envelopes/envelopes.ts'
import { InboxCursor, type InboxPage } from '../../../protocol/inbox.ts'
import { INBOX_PAGE_ENVELOPES } from '../../../protocol/limits.ts'
import type { AppEnv } from '../../env.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { refuse } from '../../refuse.ts'

export const getInbox = new Hono<AppEnv>().get('/', requireRole('officer', 'member'), async (c) => {
  const before = v.safeParse(v.optional(InboxCursor), c.req.query('before'))
  if (!before.success) return refuse(c, 'invalid-shape')
  const { envelopes: store } = c.env
  const { association } = c.var
  const cursor = cursorOf(before.output)
  // One row more than a page tells whether another follows.
  const [rows, total] = await Promise.all([
    listEnvelopes(store, association, cursor, INBOX_PAGE_ENVELOPES + 1),
    cursor ? null : countEnvelopes(store, association),
  ])
  const page = rows.slice(0, INBOX_PAGE_ENVELOPES)
  const last = rows.length > page.length ? page.at(-1) : undefined
  return c.json({
    envelopes: page.map((row) => ({ ...row, id: String(row.id), sealed: toBase64(row.sealed) })),
    next: last ? `${last.receivedOn}.${last.id}` : null,
    total,
  } satisfies InboxPage)
})

function cursorOf(text: string | undefined): EnvelopeCursor | null {
  const [receivedOn, id] = text?.split('.') ?? []
  return receivedOn && id ? { receivedOn, id: Number(id) } : null
}
