// Randomness, always from the platform's secure generator.
import { toHex, type Bytes } from './encoding.ts'

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

export const randomHex = (bytes: number): string => toHex(randomBytes(bytes))

/** A uniform integer from 1 to 2^53 - 1: a row key that tells nothing of insertion order. */
export function randomKey(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  return keyOf(high, low) || randomKey()
}

/** The same kind of key out of a digest's first eight bytes: the same thing always has the same one. */
export function keyFrom(digest: Uint8Array): number {
  const view = new DataView(digest.buffer, digest.byteOffset, 8)
  return keyOf(view.getUint32(0), view.getUint32(4))
}

const keyOf = (high: number, low: number): number => (high >>> 11) * 2 ** 32 + low
