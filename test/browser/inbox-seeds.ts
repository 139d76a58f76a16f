// Puts sealed envelopes straight into a halted server's store: those no sender of ours would make, and those of earlier days.
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { fromBase64, type Bytes } from '../../src/crypto/encoding.ts'
import type { Day } from '../../src/protocol/day.ts'
import type { Report } from '../../src/protocol/report.ts'
import type { Submission } from '../../src/protocol/submission.ts'
import { sealReport, type Recipient } from '../../src/sealing/seal-report.ts'

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
}

/** A report sealed to one recipient, as it would be stored. */
export async function seedOf(report: Report, recipient: Recipient, receivedOn: Day): Promise<Seed> {
  const { association } = recipient
  const consents = [{ association, purposes: ['referral' as const] }]
  const submission = await sealReport(report, consents, [recipient], receivedOn)
  if (!submission.ok) throw new Error(submission.reason)
  const [envelope] = (JSON.parse(submission.value.body) as Submission).envelopes
  const sealed = envelope && fromBase64(envelope.sealed)
  if (!sealed) throw new Error('a sealed report reads back')
  return { association, keyFingerprint: recipient.fingerprint, sealed, receivedOn }
}

/** The same envelope with one bit of its ciphertext turned. */
export function damagedCopy(seed: Seed): Seed {
  const sealed = seed.sealed.slice()
  const at = sealed.length - 100
  sealed[at] = (sealed[at] ?? 0) ^ 1
  return { ...seed, sealed }
}

/** The server must not be running. Row keys only have to be distinct. */
export async function storeSeeds(dataDir: string, seeds: readonly Seed[]): Promise<void> {
  const client = createClient({ url: `file:${join(dataDir, 'envelopes.db')}` })
  await client.batch(
    seeds.map(({ association, keyFingerprint, sealed, receivedOn }, index) => ({
      sql: 'insert into envelopes (id, association, key_fingerprint, sealed, token_hash, received_on) values (?, ?, ?, ?, ?, ?)',
      args: [index + 1, association, keyFingerprint, sealed, '0'.repeat(64), receivedOn],
    })),
    'write',
  )
  client.close()
}
