// One secret, many keys: each use has a label of its own, and what one label gives tells nothing of another's.
import { utf8, type Bytes } from './encoding.ts'

/** HKDF-SHA256 (RFC 5869) without a salt: 32 bytes for each label. */
export async function derivedFrom(root: Bytes, label: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveBits'])
  const terms = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(`balise ${label}`) }
  return new Uint8Array(await crypto.subtle.deriveBits(terms, key, 256))
}
