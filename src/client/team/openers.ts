// From what a member brings to the 32 bytes it stands for. The words cost a guesser what they cost us, each time.
import { argon2InPlainCode, argon2InWasm, TEAM_COST, type Argon2 } from '../../crypto/argon2.ts'
import { secretOf } from '../../crypto/code-spelling.ts'
import type { Bytes } from '../../crypto/encoding.ts'
import type { Code } from '../../crypto/return-code.ts'
import { rootOfWords, type WordsUse } from '../../crypto/team-words.ts'
import type { Confirmation } from './team-messages.ts'

/** WebAssembly, or plain code where a hardened browser has none. */
const argon2: Argon2 = (password, salt) =>
  argon2InWasm(TEAM_COST)(password, salt).catch(() =>
    argon2InPlainCode(TEAM_COST, () => undefined)(password, salt),
  )

/** Throws on words that are no code: whoever asks has read them as one. */
export async function rootOfCode(code: Code, use: WordsUse): Promise<Bytes> {
  const secret = secretOf(code)
  if (!secret) throw new Error('these words are no code')
  return rootOfWords(secret, use, argon2)
}

export async function rootOf(opener: Confirmation): Promise<Bytes> {
  if (opener.way === 'passkey') return opener.secret
  return rootOfCode(opener.code, opener.way === 'words' ? 'member' : 'recovery')
}
