// The app's worker as it is deployed, but that its bucket fails as it is told to: a scenario says so at an address of its own. Nothing but
// the binding is another.
import type { Bucket } from '../../src/server/parts/bucket-parts.ts'
import type { EdgeBindings } from '../../src/server/edge/edge-house.ts'
import worker from '../../src/worker.ts'

let order: { call: string; every: number } | null = null
let calls = 0

/** Whether this call is one that fails. */
const fails = (call: string): boolean => order?.call === call && ++calls % order.every === 0

function failIf(call: string): void {
  if (fails(call)) throw new Error('the bucket failed')
}

const failing = (bucket: Bucket): Bucket => ({
  head: async (key) => {
    failIf('head')
    return await bucket.head(key)
  },
  get: async (key) => {
    failIf('get')
    return await bucket.get(key)
  },
  put: async (key, bytes) => {
    failIf('put')
    const kept = await bucket.put(key, bytes)
    failIf('put-kept')
    return kept
  },
  delete: async (keys) => {
    failIf('delete')
    await bucket.delete(keys)
  },
})

function withBucket(bindings: EdgeBindings): EdgeBindings {
  const { PARTS, ...others } = bindings
  return order && PARTS ? { ...others, PARTS: failing(PARTS) } : others
}

const TOLD_AT = '/api/test-bucket'

export default {
  async fetch(request: Request, bindings: EdgeBindings): Promise<Response> {
    const { pathname, search } = new URL(request.url)
    if (pathname !== TOLD_AT) return await worker.fetch(request, withBucket(bindings))
    const [call = '', every] = search.slice(1).split('.')
    order = every === undefined ? null : { call, every: Number(every) }
    calls = 0
    return new Response(null, { status: 204 })
  },
  scheduled: (event: unknown, bindings: EdgeBindings): Promise<void> =>
    worker.scheduled(event, withBucket(bindings)),
}
