// The name of a mailbox, which follows from the keys that open it: nobody hands out mailboxes, and no list of them is needed to
// tell whose one is.
import { concat } from './encoding.ts'
import { sha256 } from './sha256.ts'

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'
const ID_BYTES = 16

/**
 * The first 16 bytes of SHA-256(auth ‖ writeHash) in base32 (RFC 4648 §6), in lower case and without padding: 26 letters.
 * `auth` is the Ed25519 public key that reads, `writeHash` SHA-256 of the capability to write: 32 bytes each.
 */
export const mailboxOf = (auth: Uint8Array, writeHash: Uint8Array): string =>
  base32(sha256(concat(auth, writeHash)).subarray(0, ID_BYTES))

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{1,5}/g) ?? []
  return fives.map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
