// Randomness, always from the platform's secure generator.
import { toHex, type Bytes } from './encoding.ts'

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

export const randomHex = (bytes: number): string => toHex(randomBytes(bytes))

/** A uniform integer from 1 to 2^53 - 1: a row key that tells nothing of insertion order. */
export function randomKey(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  return (high >>> 11) * 2 ** 32 + low || randomKey()
}
