// What the server keeps of an envelope's token, by which its author finds it again. The token itself never leaves with it.
import { digestHex } from '../crypto/digest.ts'
import { fromHex } from '../crypto/encoding.ts'

/** SHA-256 of the 32 bytes that the token's 64 hexadecimal digits spell. Throws when it is no token. */
export async function tokenHashOf(token: string): Promise<string> {
  const bytes = fromHex(token)
  if (bytes?.length !== 32) throw new RangeError('no token')
  return digestHex(bytes)
}
