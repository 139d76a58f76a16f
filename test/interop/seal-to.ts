// Seals a report to an armored certificate with the product's own code, as a phone does with the key the directory gives it.
import * as v from 'valibot'
import { acceptCertificate } from '../../src/crypto/certificate-profile.ts'
import { fromBase64, toBase64, type Bytes } from '../../src/crypto/encoding.ts'
import { readArmoredCertificate } from '../../src/crypto/openpgp.ts'
import { dayOf } from '../../src/protocol/day.ts'
import { Submission } from '../../src/protocol/submission.ts'
import { sealReport } from '../../src/sealing/seal-report.ts'
import { consentsTo } from '../support/consents.ts'

/** The sealed bytes of one envelope. Throws when the certificate is outside the profile. */
export async function sealTo(
  armored: string,
  association: string,
  narrative: string,
  at: number,
): Promise<Bytes> {
  const certificate = await readArmoredCertificate(armored)
  const accepted = certificate && (await acceptCertificate(certificate, at))
  if (!accepted?.ok) throw new Error(`not in the profile: ${accepted?.reason ?? 'unreadable'}`)
  const { fingerprint, binary } = accepted.value
  const submission = await sealReport(
    { locale: 'fr', account: { role: 'victim', departement: '2A' }, narrative, identifiers: [] },
    consentsTo({ association, fingerprint }),
    [{ association, fingerprint, certificate: toBase64(binary) }],
    dayOf(at),
  )
  if (!submission.ok) throw new Error(submission.reason)
  const { envelopes } = v.parse(Submission, JSON.parse(submission.value.body))
  const sealed = fromBase64(envelopes[0]?.sealed ?? '')
  if (!sealed) throw new Error('nothing was sealed')
  return sealed
}
