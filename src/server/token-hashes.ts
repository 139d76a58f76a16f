// The hashes by which the store knows the envelopes of these tokens. A token itself is never stored.
import { fromHex, toHex } from '../crypto/encoding.ts'
import type { Hash } from '../crypto/proof-of-work.ts'

/** SHA-256 of each token's 32 bytes, in 64 lower-case hexadecimal digits; throws on a text that is not hexadecimal. */
export const tokenHashes = (tokens: readonly string[], hash: Hash): string[] =>
  tokens.map((token) => {
    const bytes = fromHex(token)
    if (!bytes) throw new TypeError('a token is hexadecimal')
    return toHex(hash(bytes))
  })
