// Where the bytes of parts are, whichever place that is: rows beside the envelopes, or a bucket. It holds ciphertext under its own
// hash, and no name, day or order of anything.
import type { Bytes } from '../../crypto/encoding.ts'

/** Every method throws `StoreFailure` when the place cannot answer, and may be called again. */
export interface PartStore {
  /** Whether their room is that of the envelopes. */
  areRows: boolean
  /** Settles once the bytes are durable. What is there already is left as it is: it has the same hash. */
  put(sha256: string, bytes: Bytes): Promise<void>
  get(sha256: string): Promise<Bytes | null>
  /** What is not there does no harm. */
  drop(sha256s: readonly string[]): Promise<void>
}
