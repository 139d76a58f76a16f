// What a team's eight words open: a member's key, a key kept on paper, an invitation. The words are a code's (`code-spelling.ts`), and
// each use has a salt of its own, so that the same words would open nothing elsewhere.
import type { Argon2 } from './argon2.ts'
import { authorCertificate, type AuthorKey } from './author-certificate.ts'
import { utf8, type Bytes } from './encoding.ts'

export type WordsUse = 'member' | 'recovery' | 'invitation'

/** The 32 bytes that a code's ten secret bytes stand for in one use. `argon2` is at `TEAM_COST`. */
export const rootOfWords = (secret: Bytes, use: WordsUse, argon2: Argon2): Promise<Bytes> =>
  argon2(secret, utf8(`balise ${use} words 1`))

/** HKDF-SHA256 (RFC 5869) without a salt: 32 bytes for each label. */
export async function derivedFrom(root: Bytes, label: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveBits'])
  const terms = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(`balise ${label}`) }
  return new Uint8Array(await crypto.subtle.deriveBits(terms, key, 256))
}

/** The one OpenPGP key of a recovery sheet: the same words always give the same bytes. */
export const recoveryKey = async (root: Bytes): Promise<AuthorKey> =>
  authorCertificate(await derivedFrom(root, 'recovery sign'), await derivedFrom(root, 'recovery encrypt'))
