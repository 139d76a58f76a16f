// HMAC-SHA256 with a label for each use, so that one server secret never authenticates two kinds of thing.
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concat, utf8, type Bytes } from './encoding.ts'

export type MacLabel = 'challenge' | 'body' | 'decoys' | 'notice' | 'pressure'

/** HMAC-SHA256(HMAC-SHA256(secret, label), message): 32 bytes. */
export const macOf = (secret: Uint8Array, label: MacLabel, ...message: readonly Uint8Array[]): Bytes =>
  hmac(sha256, hmac(sha256, secret, utf8(`balise ${label}`)), concat(...message)) as Bytes

/** Compares in time that depends on the lengths only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0)
  return difference === 0
}
