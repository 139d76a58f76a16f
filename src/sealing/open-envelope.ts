// Opens a sealed envelope with an association's key. Three outcomes, told apart for the reader:
// opened; sealed to another key; sealed to this key but damaged.
import * as v from 'valibot'
import { fromUtf8 } from '../crypto/encoding.ts'
import { decryptWith, type PrivateKey } from '../crypto/openpgp.ts'
import { EnvelopeContents } from '../protocol/envelope.ts'
import { accept, decline, type Result } from '../protocol/result.ts'

/** An envelope for another association inside our own would be an error of the sender or an attack: it is damaged too. */
export async function openEnvelope(
  sealed: Uint8Array,
  key: PrivateKey,
  association: string,
): Promise<Result<EnvelopeContents, 'not-mine' | 'damaged'>> {
  try {
    const plaintext = await decryptWith(key, sealed)
    if (!plaintext) return decline('not-mine')
    const contents = v.safeParse(EnvelopeContents, JSON.parse(fromUtf8(plaintext)))
    return contents.success && contents.output.consent.association === association
      ? accept(contents.output)
      : decline('damaged')
  } catch {
    return decline('damaged')
  }
}
