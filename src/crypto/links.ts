// What a return code derives for each association, so that a returning phone finds its threads and envelopes again. No two of
// these values can be told to belong together by anyone who does not hold `links`, a secret of the code.
import { toHex, utf8, type Bytes } from './encoding.ts'

/** HMAC-SHA256(links, "balise" ‖ label ‖ names…), joined by line feeds: 32 bytes. */
async function linkOf(
  links: Bytes,
  label: 'thread' | 'token' | 'hold' | 'own',
  ...names: readonly string[]
): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', links, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const message = utf8(['balise', label, ...names].join('\n'))
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, message))
}

/** The thread with an association: 32 hexadecimal digits. */
export const threadOf = async (links: Bytes, association: string): Promise<string> =>
  toHex((await linkOf(links, 'thread', association)).subarray(0, 16))

/** The token of the author's `number`th envelope to an association, the report being 0: 64 hexadecimal digits. */
export const tokenOf = async (links: Bytes, association: string, number: number): Promise<string> =>
  toHex(await linkOf(links, 'token', association, String(number)))

/** The key of what keeps the files of that envelope on the server (`holds.ts`): 64 hexadecimal digits. */
export const holdOf = async (links: Bytes, association: string, number: number): Promise<string> =>
  toHex(await linkOf(links, 'hold', association, String(number)))

/** What proves that the holder of the code wrote this JSON to themselves: 64 hexadecimal digits. */
export const ownMac = async (links: Bytes, json: string): Promise<string> =>
  toHex(await linkOf(links, 'own', json))
