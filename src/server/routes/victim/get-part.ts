// GET /api/parts/{sha256}: one part of a sealed file, to whoever knows its hash, as long as something holds it. Whether it was never
// there, is held no more or waits for its first hold cannot be told.
import { Hono } from 'hono'
import { isPartHeld } from '../../../db/envelopes/part-holds.ts'
import { dayOf } from '../../../protocol/day.ts'
import type { AppEnv } from '../../env.ts'
import { refuse } from '../../refuse.ts'

export const getPart = new Hono<AppEnv>().get('/', async (c) => {
  const { envelopes: store, parts } = c.env
  const sha256 = c.req.param('sha256') ?? ''
  const bytes = (await isPartHeld(store, sha256, dayOf(c.var.now))) ? await parts.get(sha256) : null
  if (!bytes) return refuse(c, 'not-found')
  return c.body(bytes, 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': 'attachment',
  })
})
