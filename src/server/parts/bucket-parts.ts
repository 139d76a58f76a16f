// Parts in an R2 bucket, each under its own hash and with nothing beside it. The bucket itself notes when an object came: that cannot
// be turned off.
import { StoreFailure } from '../../db/store.ts'
import type { PartStore } from './part-store.ts'

/** What is used of an R2 binding. It takes at most 1,000 keys in one deletion. */
export interface Bucket {
  head(key: string): Promise<object | null>
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>
  put(key: string, bytes: Uint8Array): Promise<unknown>
  delete(keys: string[]): Promise<void>
}

export const bucketParts = (bucket: Bucket): PartStore => ({
  areRows: false,
  put: (sha256, bytes) =>
    guarded(async () => {
      if (!(await bucket.head(sha256))) await bucket.put(sha256, bytes)
    }),
  get: (sha256) =>
    guarded(async () => {
      const object = await bucket.get(sha256)
      return object && new Uint8Array(await object.arrayBuffer())
    }),
  drop: (sha256s) => guarded(() => bucket.delete([...sha256s])),
})

async function guarded<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw new StoreFailure(error)
  }
}
