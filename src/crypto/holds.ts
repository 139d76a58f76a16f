// The secrets that keep the parts of an envelope's files on the server: one a part, from one key an envelope. Whoever opened the envelope
// can renew or release them, and so can its author; no two of them can be told to belong together.
import { fromHex, toHex, utf8 } from './encoding.ts'

/** The secrets of the first `count` parts, counted through all the files; each, like `hold`, 64 hexadecimal digits. */
export async function holdSecretsOf(hold: string, count: number): Promise<string[]> {
  const bytes = fromHex(hold)
  if (bytes?.length !== 32) throw new RangeError('a key of holds has 32 bytes')
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const secretOf = async (index: number): Promise<string> =>
    toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(`balise\nhold\n${index}`))))
  return Promise.all(Array.from({ length: count }, (_, index) => secretOf(index)))
}
