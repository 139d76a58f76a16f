// Seals a card to the observatory and assembles the request that carries it. It shares no value with a submission, sends
// nothing and never returns plaintext.
import { digestHex } from '../crypto/digest.ts'
import { fromBase64, toBase64, utf8 } from '../crypto/encoding.ts'
import { encryptTo, readCertificate } from '../crypto/openpgp.ts'
import { padText } from '../crypto/padding.ts'
import type { Card, SealedCard } from '../protocol/card.ts'
import { CARD_PLAINTEXT_BYTES } from '../protocol/limits.ts'
import type { SealedSubmission } from './seal-report.ts'

/** `observatory` is a binary OpenPGP certificate in base64. Throws when it is none: the build has checked it. */
export async function sealCard(card: Card, observatory: string): Promise<SealedSubmission> {
  const certificate = fromBase64(observatory)
  const plaintext = padText(utf8(JSON.stringify(card)), [CARD_PLAINTEXT_BYTES])
  if (!certificate || !plaintext) throw new RangeError('no certificate, or no card')
  const sealed = await encryptTo(await readCertificate(certificate), plaintext)
  const request: SealedCard = { version: 1, sealed: toBase64(sealed) }
  const body = JSON.stringify(request)
  return { body, digest: await digestHex(utf8(body)) }
}
