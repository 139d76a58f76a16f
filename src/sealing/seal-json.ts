// Pads a message to one of the few lengths and seals it to one certificate. It decides nothing about what is in it.
import { utf8, type Bytes } from '../crypto/encoding.ts'
import { encryptTo, type Certificate } from '../crypto/openpgp.ts'
import { padText } from '../crypto/padding.ts'

/** The sealed bytes; null when the contents do not fit the longest of the lengths. */
export async function sealJson(contents: object, certificate: Certificate): Promise<Bytes | null> {
  const plaintext = padText(utf8(JSON.stringify(contents)))
  return plaintext && (await encryptTo(certificate, plaintext))
}
