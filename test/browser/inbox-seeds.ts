// Puts sealed envelopes straight into a halted server's store: those no sender of ours would make, and those of earlier days.
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { createClient } from '@libsql/client'
import { encrypt, enums, readMessage } from 'openpgp'
import { concat, fromBase64, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { readCertificate } from '../../src/crypto/openpgp.ts'
import type { Day } from '../../src/protocol/day.ts'
import type { Report } from '../../src/protocol/report.ts'
import type { Purpose } from '../../src/protocol/vocabulary.ts'
import type { Submission } from '../../src/protocol/submission.ts'
import { addressReport, type AuthorCode } from '../../src/sealing/address-report.ts'
import { sealReport, type Recipient } from '../../src/sealing/seal-report.ts'
import type { SealedSubmission } from '../../src/sealing/submission-body.ts'
import { consentsTo } from '../support/consents.ts'
import { packet } from '../support/openpgp-keys.ts'

export const reportOf = (narrative: string, rest: Partial<Report> = {}): Report => ({
  locale: 'fr',
  account: {},
  narrative,
  identifiers: [],
  ...rest,
})

export interface Seed {
  /** Whose inbox it lands in. */
  association: string
  keyFingerprint: string
  sealed: Bytes
  receivedOn: Day
  /** Its author's, where they hold a code. */
  tokenHash?: string
}

/** A report sealed to one recipient, as it would be stored. */
export async function seedOf(
  report: Report,
  recipient: Recipient,
  receivedOn: Day,
  { purposes = ['referral'], code = null }: { purposes?: Purpose[]; code?: AuthorCode | null } = {},
): Promise<Seed> {
  const consents = consentsTo(recipient).map((consent) => ({ ...consent, purposes }))
  const submission = await sealReport(report, consents, [recipient], receivedOn, () => {}, code)
  if (!submission.ok) throw new Error(submission.reason)
  return seedIn(submission.value, receivedOn)
}

/** The one envelope of a submission, as it would be stored. */
export function seedIn({ body }: SealedSubmission, receivedOn: Day): Seed {
  const [envelope] = (JSON.parse(body) as Submission).envelopes
  const sealed = envelope && fromBase64(envelope.sealed)
  if (!sealed) throw new Error('a submission reads back')
  const { association, keyFingerprint, tokenHash } = envelope
  return { association, keyFingerprint, sealed, receivedOn, tokenHash }
}

/** A whole report that was compressed before it was sealed, which no sender of ours does and any stranger can. */
export async function compressedSeedOf(report: Report, recipient: Recipient, receivedOn: Day): Promise<Seed> {
  const { association, fingerprint: keyFingerprint, certificate } = recipient
  const [consent] = consentsTo(recipient)
  const key = fromBase64(certificate)
  if (!consent || !key) throw new Error('a recipient has a key')
  const text = utf8(JSON.stringify(await addressReport(report, consent, receivedOn)))
  const literal = packet(enums.packet.literalData, concat(Uint8Array.of(0x62, 0, 0, 0, 0, 0), text))
  const zipped = concat(Uint8Array.of(enums.compression.zip), deflateRawSync(literal))
  const message = await readMessage({ binaryMessage: packet(enums.packet.compressedData, zipped) })
  const encryptionKeys = await readCertificate(key)
  const sealed = (await encrypt({ message, encryptionKeys, format: 'binary' })) as Bytes
  return { association, keyFingerprint, sealed, receivedOn }
}

/** The same envelope with one bit of its ciphertext turned. */
export function damagedCopy(seed: Seed): Seed {
  const sealed = seed.sealed.slice()
  const at = sealed.length - 100
  sealed[at] = (sealed[at] ?? 0) ^ 1
  const { tokenHash: _, ...rest } = seed
  return { ...rest, sealed }
}

/** The server must not be running. Row keys only have to be distinct. */
export async function storeSeeds(dataDir: string, seeds: readonly Seed[]): Promise<void> {
  const client = createClient({ url: `file:${join(dataDir, 'envelopes.db')}` })
  await client.batch(
    seeds.map(({ association, keyFingerprint, sealed, receivedOn, tokenHash }, index) => ({
      sql: 'insert into envelopes (id, association, key_fingerprint, sealed, token_hash, received_on) values (?, ?, ?, ?, ?, ?)',
      args: [
        index + 1,
        association,
        keyFingerprint,
        sealed,
        tokenHash ?? String(index).padStart(64, '0'),
        receivedOn,
      ],
    })),
    'write',
  )
  client.close()
}
