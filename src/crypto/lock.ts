// Locks bytes under 32 secret ones, and says where a stranger would keep them: whoever cannot unlock them cannot ask for them either.
import { derivedFrom } from './derive.ts'
import { concat, toHex, type Bytes } from './encoding.ts'
import { randomBytes } from './random.ts'

/** AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce, which stands before what it locked. */
const NONCE_BYTES = 12
const VERSION = 1

/** 64 hexadecimal digits: shown to be given what is kept under their SHA-256. They tell nothing of the key that unlocks. */
export const locatorOf = async (root: Bytes, what: string): Promise<string> =>
  toHex(await derivedFrom(root, `${what} locator`))

/** A version octet, the nonce, then the ciphertext with its tag. `what` ties them to their use. */
export async function lock(root: Bytes, what: string, plaintext: Bytes): Promise<Bytes> {
  const nonce = randomBytes(NONCE_BYTES)
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce },
    await keyOf(root, what),
    plaintext,
  )
  return concat(Uint8Array.of(VERSION), nonce, new Uint8Array(sealed))
}

/** Null for what was locked otherwise, or changed since. */
export async function unlockBytes(root: Bytes, what: string, locked: Bytes): Promise<Bytes | null> {
  if (locked[0] !== VERSION) return null
  const nonce = locked.subarray(1, 1 + NONCE_BYTES)
  try {
    const key = await keyOf(root, what)
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, locked.subarray(1 + NONCE_BYTES)),
    )
  } catch {
    return null
  }
}

const keyOf = async (root: Bytes, what: string) =>
  crypto.subtle.importKey('raw', await derivedFrom(root, `${what} lock`), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
