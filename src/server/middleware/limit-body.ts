// Reads a JSON body's exact bytes, never more than allowed. It does not parse them.
import { createMiddleware } from 'hono/factory'
import { concat, type Bytes } from '../../crypto/encoding.ts'
import type { AppEnv } from '../env.ts'
import { refuse } from '../refuse.ts'

/** Refuses `wrong-content-type` and `too-large`; else leaves the body in `c.var.bytes`. */
export const limitBody = (maxBytes: number) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (!isJson(c.req.header('Content-Type'))) return refuse(c, 'wrong-content-type')
    const declared = c.req.header('Content-Length')
    // HTTP holds a sender to the length it declares; a chunked body declares none, so it is counted as it comes.
    const bytes =
      declared !== undefined && Number(declared) <= maxBytes
        ? new Uint8Array(await c.req.arrayBuffer())
        : await readAtMost(c.req.raw.body, maxBytes)
    if (!bytes) return refuse(c, 'too-large')
    c.set('bytes', bytes)
    return next()
  })

/** Only this type makes another site's page ask before it may send (a preflight we never grant). */
const isJson = (type: string | undefined): boolean =>
  type !== undefined && /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(type)

/** What is read and thrown away of a body too large: an answer given while it still comes up may never arrive. */
const MAX_DISCARDED_BYTES = 16 * 1024 * 1024

async function readAtMost(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Bytes | null> {
  if (!body) return new Uint8Array(0)
  const reader = body.getReader()
  let chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length <= maxBytes) chunks.push(value)
    else chunks = []
    if (length > maxBytes + MAX_DISCARDED_BYTES) {
      void reader.cancel().catch(() => undefined)
      break
    }
  }
  return length <= maxBytes ? concat(...chunks) : null
}
