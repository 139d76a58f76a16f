// Parts as rows of the envelopes store: where they are unless a bucket is bound.
import { randomKey } from '../../crypto/random.ts'
import { dropPartBytes, keepPartBytes, readPartBytes } from '../../db/envelopes/part-bytes.ts'
import type { Store } from '../../db/store.ts'
import type { PartStore } from './part-store.ts'

export const rowParts = (store: Store): PartStore => ({
  areRows: true,
  put: (sha256, bytes) => keepPartBytes(store, randomKey(), sha256, bytes),
  get: (sha256) => readPartBytes(store, sha256),
  drop: (sha256s) => dropPartBytes(store, sha256s),
})
