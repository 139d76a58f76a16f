// Takes a JSON body's exact bytes, never more than allowed. It does not parse them.
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env.ts'
import { readBody } from '../read-body.ts'
import { refuse } from '../refuse.ts'

/** Refuses `wrong-content-type` and `too-large`; else leaves the body in `c.var.bytes`. */
export const limitBody = (maxBytes: number) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (!isJson(c.req.header('Content-Type'))) return refuse(c, 'wrong-content-type')
    const read = await readBody(c.req.raw, maxBytes)
    // A body that was cut short is no JSON. Its sender is gone: it is neither our fault nor news.
    if (!read.ok) return refuse(c, read.reason === 'too-large' ? 'too-large' : 'invalid-json')
    c.set('bytes', read.value)
    return next()
  })

/** Only this type makes another site's page ask before it may send (a preflight we never grant). */
const isJson = (type: string | undefined): boolean =>
  type !== undefined && /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(type)
