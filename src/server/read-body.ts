// Reads a request's body as it comes up, never more than allowed, and lets one go by without keeping it.
import { concat, type Bytes } from '../crypto/encoding.ts'
import { accept, decline, type Result } from '../protocol/result.ts'

/** `cut-short`: the sender went away before the end, and nobody hears the answer. */
export type BodyFault = 'too-large' | 'cut-short'

/** What is read and thrown away beyond what is allowed: an answer given while a body still comes up may never arrive. */
const MAX_DISCARDED_BYTES = 16 * 1024 * 1024

/** The exact bytes of a body of at most `maxBytes`. Nothing is kept of a larger one. */
export async function readBody(request: Request, maxBytes: number): Promise<Result<Bytes, BodyFault>> {
  // HTTP holds a sender to the length it declares; a chunked body declares none, so it is counted as it comes.
  const declared = request.headers.get('Content-Length')
  try {
    if (declared !== null && Number(declared) <= maxBytes) {
      return accept(new Uint8Array(await request.arrayBuffer()))
    }
    const bytes = await readAtMost(request.body, maxBytes)
    return bytes ? accept(bytes) : decline('too-large')
  } catch {
    return decline('cut-short')
  }
}

/** Waits until a body that will be refused has come up, and keeps none of it. */
export async function discardBody(request: Request): Promise<void> {
  // Whether it ended, was too long or was cut short, the refusal is the same.
  await readAtMost(request.body, 0).catch(() => null)
}

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
