// Lets files through only while there is room for them. It comes before anything of theirs is paid for or held: nobody's phone works for a
// permit that would be of no use. Words do not pass here.
import { createMiddleware } from 'hono/factory'
import { isPartKept } from '../../db/envelopes/parts.ts'
import type { AppEnv } from '../env.ts'
import { discardBody } from '../read-body.ts'
import { refuse } from '../refuse.ts'
import { isShortOfStorage } from '../storage.ts'

/** Refuses `storage-short`. A part that is there already takes no more room: whoever sends it again hears so. */
export const requireRoom = createMiddleware<AppEnv>(async (c, next) => {
  const part = c.req.param('sha256')
  const isShort = await isShortOfStorage(c.env, c.var.now)
  if (!isShort || (part !== undefined && (await isPartKept(c.env.envelopes, part)))) return next()
  await discardBody(c.req.raw)
  return refuse(c, 'storage-short')
})
