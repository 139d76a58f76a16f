// Padding inside the plaintext, so that what is sealed has one of a few lengths whatever was told.
import { TEXT_BUCKETS_BYTES } from '../protocol/limits.ts'
import type { Bytes } from './encoding.ts'

const SPACE = 0x20

/**
 * Pads JSON bytes with spaces to the first size they fit (4, 16 or 64 KiB for a report): trailing white space is valid JSON (RFC 8259 §2), so a tool
 * that only decrypts still prints a document any JSON reader accepts. Null when it does not fit.
 */
export function padText(json: Uint8Array, sizesBytes: readonly number[] = TEXT_BUCKETS_BYTES): Bytes | null {
  const bucket = sizesBytes.find((bytes) => json.length <= bytes)
  if (bucket === undefined) return null
  const padded = new Uint8Array(bucket).fill(SPACE)
  padded.set(json)
  return padded
}
