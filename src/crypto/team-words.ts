// What a team's eight words open: a member's key, a key kept on paper, an invitation. The words are a code's (`code-spelling.ts`), and
// each use has a salt of its own, so that the same words would open nothing elsewhere.
import type { Argon2 } from './argon2.ts'
import { authorCertificate, type AuthorKey } from './author-certificate.ts'
import { derivedFrom } from './derive.ts'
import { utf8, type Bytes } from './encoding.ts'

export type WordsUse = 'member' | 'recovery' | 'invitation'

/** The 32 bytes that a code's ten secret bytes stand for in one use. `argon2` is at `TEAM_COST`. */
export const rootOfWords = (secret: Bytes, use: WordsUse, argon2: Argon2): Promise<Bytes> =>
  argon2(secret, utf8(`balise ${use} words 1`))

/** The one OpenPGP key of a recovery sheet: the same words always give the same bytes. */
export const recoveryKey = async (root: Bytes): Promise<AuthorKey> =>
  authorCertificate(await derivedFrom(root, 'recovery sign'), await derivedFrom(root, 'recovery encrypt'))
