// Seals a report to the associations its author chose and assembles the one request that carries it.
// Never sends anything, never returns plaintext: a failure is a reason.
import { digestHex } from '../crypto/digest.ts'
import { fromBase64, toBase64, utf8 } from '../crypto/encoding.ts'
import { encryptTo, readCertificate } from '../crypto/openpgp.ts'
import { padText } from '../crypto/padding.ts'
import { randomBytes } from '../crypto/random.ts'
import type { Day } from '../protocol/day.ts'
import type { SealedEnvelope } from '../protocol/envelope.ts'
import type { Report } from '../protocol/report.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { Submission } from '../protocol/submission.ts'
import { addressReport, type GivenConsent } from './address-report.ts'

/** A key of the directory. `certificate` is a binary OpenPGP certificate in base64. */
export interface Recipient {
  association: string
  fingerprint: string
  certificate: string
}

/** `body` is the exact text to post; `digest` is SHA-256 over its UTF-8 bytes, as the server must answer it. */
export interface SealedSubmission {
  body: string
  digest: string
}

/** `key-changed`: the consent was given when the association had another key. */
export type SealingFault = 'too-long' | 'no-such-recipient' | 'key-changed'

/**
 * One envelope for each consent, in the order given. `onSealed` hears how many are done.
 * The status token of each envelope is random and forgotten here: only its hash travels.
 */
export async function sealReport(
  report: Report,
  consents: readonly GivenConsent[],
  recipients: readonly Recipient[],
  writtenOn: Day,
  onSealed: (sealed: number) => void = () => {},
): Promise<Result<SealedSubmission, SealingFault>> {
  const envelopes: SealedEnvelope[] = []
  for (const consent of consents) {
    const recipient = recipients.find((candidate) => candidate.association === consent.association)
    const certificate = recipient && fromBase64(recipient.certificate)
    if (!recipient || !certificate) return decline('no-such-recipient')
    if (recipient.fingerprint !== consent.keyFingerprint) return decline('key-changed')
    const plaintext = padText(utf8(JSON.stringify(addressReport(report, consent, writtenOn))))
    if (!plaintext) return decline('too-long')
    const sealed = await encryptTo(await readCertificate(certificate), plaintext)
    envelopes.push({
      association: recipient.association,
      keyFingerprint: recipient.fingerprint,
      sealed: toBase64(sealed),
      tokenHash: await digestHex(randomBytes(32)),
    })
    onSealed(envelopes.length)
  }
  const submission: Submission = { version: 1, envelopes }
  const body = JSON.stringify(submission)
  return accept({ body, digest: await digestHex(utf8(body)) })
}
