// A key as the server knows a team's members by: the public part of its primary key, without any identity. It verifies what that key
// signed; whether the key may speak for anyone is for the roster to say.
import { fromBase64, toBase64 } from './encoding.ts'
import type { Certificate } from './openpgp.ts'
import { readKeyBody, verifyTextByKey } from './openpgp-signatures.ts'

/** `PublicKeyBody` of a certificate, or of a secret key. */
export const keyBodyOf = (key: Certificate): string => toBase64(key.toPublic().keyPacket.write())

/** 40 upper-case hexadecimal digits; null for what is no Ed25519Legacy key of version 4. */
export async function fingerprintOfBody(body: string): Promise<string | null> {
  const key = await readKeyBody(fromBase64(body) ?? new Uint8Array())
  return key && key.getFingerprint().toUpperCase()
}

/** Whether an armored signature over exactly `text` is this key's, dated no later than `at` (milliseconds; null for whatever hour). */
export async function isSignedByBody(
  body: string,
  text: string,
  armored: string,
  at: number | null,
): Promise<boolean> {
  const key = await readKeyBody(fromBase64(body) ?? new Uint8Array())
  return key !== null && (await verifyTextByKey(key, text, armored, at))
}
