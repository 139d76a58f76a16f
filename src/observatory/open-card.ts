// Opens one sealed card. What does not open, is not padded as a card is, or is no card is nothing: nobody is told, and nobody counts it.
import * as v from 'valibot'
import { fromUtf8 } from '../crypto/encoding.ts'
import { decryptWith, type PrivateKey } from '../crypto/openpgp.ts'
import { Card } from '../protocol/card.ts'
import { CARD_PLAINTEXT_BYTES } from '../protocol/limits.ts'

/** `keys`: the observatory's, unlocked, and those it had before. Null for anything that is not a card. */
export async function openCard(sealed: Uint8Array, keys: readonly PrivateKey[]): Promise<Card | null> {
  try {
    const plaintext = await decryptWith(keys, sealed)
    if (plaintext?.length !== CARD_PLAINTEXT_BYTES) return null
    const text = fromUtf8(plaintext)
    if (!PADDED.test(text)) return null
    const card = v.safeParse(Card, JSON.parse(text))
    return card.success ? card.output : null
  } catch {
    return null
  }
}

/** One object, then spaces alone. */
const PADDED = /^\{[^]*\} *$/
