// Parts in a bucket: a bucket that does not answer is a store that fails, and nothing of a part is forgotten before its bytes are gone.
import { describe, expect, it } from 'vitest'
import { openFileStore } from '../../src/db/file-store.ts'
import { StoreFailure } from '../../src/db/store.ts'
import { purge } from '../../src/server/jobs/purge.ts'
import { bucketParts, type Bucket } from '../../src/server/parts/bucket-parts.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'

const HASH = 'a'.repeat(64)
const BYTES = Uint8Array.of(1, 2, 3)
const NOW = Date.UTC(2026, 10, 22)

/** A bucket in memory that counts what is written, and can be made to fail. */
function makeBucket() {
  const objects = new Map<string, Uint8Array<ArrayBuffer>>()
  const state = { objects, puts: 0, fails: false }
  const guarded = async <Value>(work: () => Value): Promise<Value> => {
    if (state.fails) throw new Error(`bucket: ${HASH}`)
    return work()
  }
  const bucket: Bucket = {
    head: (key) => guarded(() => (objects.has(key) ? {} : null)),
    get: (key) =>
      guarded(() => {
        const bytes = objects.get(key)
        return bytes ? { arrayBuffer: async () => bytes.slice().buffer } : null
      }),
    put: (key, bytes) =>
      guarded(() => {
        state.puts++
        objects.set(key, Uint8Array.from(bytes))
      }),
    delete: (keys) => guarded(() => keys.forEach((key) => objects.delete(key))),
  }
  return { state, parts: bucketParts(bucket) }
}

describe('a part in a bucket', () => {
  it('is written once, read as it was, and dropped', async () => {
    const { state, parts } = makeBucket()
    for (let times = 0; times < 2; times++) await parts.put(HASH, BYTES)
    expect(state.puts).toBe(1)
    expect(await parts.get(HASH)).toEqual(BYTES)
    await parts.drop([HASH, 'b'.repeat(64)])
    expect(await parts.get(HASH)).toBeNull()
  })

  it.each(['put', 'get', 'drop'] as const)(
    'fails as any store does, without a word of the bucket’s: %s',
    async (method) => {
      const { state, parts } = makeBucket()
      state.fails = true
      const failing = {
        put: () => parts.put(HASH, BYTES),
        get: () => parts.get(HASH),
        drop: () => parts.drop([HASH]),
      }
      const failure = await failing[method]().catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(StoreFailure)
      expect(String(failure)).not.toContain(HASH)
    },
  )
})

describe('a purge that the bucket cuts short', () => {
  it('forgets nothing, and the next one takes both the bytes and the row', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'balise-bucket-'))
    const envelopes = await openFileStore(join(folder, 'envelopes.db'), 'envelopes')
    const statistics = await openFileStore(join(folder, 'statistics.db'), 'statistics')
    const { state, parts } = makeBucket()
    const stores = { envelopes, statistics, parts, directory: null }
    const rows = () => envelopes.read((database) => database.all(sql`select leaving from parts`))
    try {
      await parts.put(HASH, BYTES)
      await envelopes.write((database) => [
        database.run(sql`insert into parts values (1, ${HASH}, 3, '2026-11-01', 0)`),
      ])
      state.fails = true
      await expect(purge(stores, NOW)).rejects.toThrow(StoreFailure)
      expect([await rows(), state.objects.size]).toEqual([[{ leaving: 1 }], 1])
      state.fails = false
      expect((await purge(stores, NOW)).purged).toMatchObject({ parts: 1 })
      expect([await rows(), state.objects.size]).toEqual([[], 0])
    } finally {
      await Promise.all([envelopes.close(), statistics.close()])
      await rm(folder, { recursive: true, force: true })
    }
  })
})
