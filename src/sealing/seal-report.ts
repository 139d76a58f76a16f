// Seals a report to the associations its author chose and assembles the one request that carries it.
// Never sends anything, never returns plaintext: a failure is a reason.
import { digestHex } from '../crypto/digest.ts'
import { fromBase64, toBase64 } from '../crypto/encoding.ts'
import { tokenOf } from '../crypto/links.ts'
import { readCertificate } from '../crypto/openpgp.ts'
import { randomBytes } from '../crypto/random.ts'
import type { Day } from '../protocol/day.ts'
import type { SealedEnvelope } from '../protocol/envelope.ts'
import type { Report } from '../protocol/report.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import { addressReport, type AuthorCode, type GivenConsent } from './address-report.ts'
import { sealJson } from './seal-json.ts'
import { submissionOf, type SealedSubmission } from './submission-body.ts'
import { tokenHashOf } from './token-hash.ts'

export type { SealedSubmission } from './submission-body.ts'

/** A key of the directory. `certificate` is a binary OpenPGP certificate in base64. */
export interface Recipient {
  association: string
  fingerprint: string
  certificate: string
  /** Certificates it had before, in base64, and the last day of each. */
  formerKeys?: readonly { certificate: string; until: Day }[] | undefined
}

/** `key-changed`: the consent was given when the association had another key. */
export type SealingFault = 'too-long' | 'no-such-recipient' | 'key-changed'

/**
 * One envelope for each consent, in the order given. `onSealed` hears how many are done.
 * With a code each envelope's token derives from it; without one it is random and forgotten here: only its hash travels.
 */
export async function sealReport(
  report: Report,
  consents: readonly GivenConsent[],
  recipients: readonly Recipient[],
  writtenOn: Day,
  onSealed: (sealed: number) => void = () => {},
  code: AuthorCode | null = null,
): Promise<Result<SealedSubmission, SealingFault>> {
  const envelopes: SealedEnvelope[] = []
  for (const consent of consents) {
    const { association } = consent
    const recipient = recipients.find((candidate) => candidate.association === association)
    const certificate = recipient && fromBase64(recipient.certificate)
    if (!recipient || !certificate) return decline('no-such-recipient')
    if (recipient.fingerprint !== consent.keyFingerprint) return decline('key-changed')
    const contents = await addressReport(report, consent, writtenOn, code)
    const sealed = await sealJson(contents, await readCertificate(certificate))
    if (!sealed) return decline('too-long')
    envelopes.push({
      association,
      keyFingerprint: recipient.fingerprint,
      sealed: toBase64(sealed),
      tokenHash: code
        ? await tokenHashOf(await tokenOf(code.links, association, code.numbers?.[association] ?? 0))
        : await digestHex(randomBytes(32)),
    })
    onSealed(envelopes.length)
  }
  return accept(await submissionOf(envelopes))
}
