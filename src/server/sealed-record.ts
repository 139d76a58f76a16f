// What a member wrote for their association, looked at before it is kept: a record of what they did, or the next revision of a paper with its
// record. All of it is sealed to the association's newest key, in one of the lengths all have.
import { fromBase64 } from '../crypto/encoding.ts'
import { readRecipients } from '../crypto/packets.ts'
import { randomKey } from '../crypto/random.ts'
import { sha256Hex } from '../crypto/sha256.ts'
import type { KeptRecord } from '../db/envelopes/records.ts'
import { sealFault } from '../domain/intake.ts'
import type { SealedRecord } from '../protocol/case-file.ts'
import type { ErrorCode } from '../protocol/error-codes.ts'
import { SEALED_CASE_BYTES, SEALED_RECORD_BYTES } from '../protocol/limits.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { House } from './env.ts'
import { newestKeyId } from './newest-key.ts'

export function recordToKeep(
  association: string,
  { number, previous, sealed }: SealedRecord,
  keyId: string,
): Result<KeptRecord, ErrorCode> {
  const bytes = fromBase64(sealed) ?? new Uint8Array()
  const fault = sealFault({ sealed: bytes, recipients: readRecipients(bytes) }, keyId, [SEALED_RECORD_BYTES])
  if (fault) return decline(fault)
  return accept({ id: randomKey(), association, number, previous, digest: sha256Hex(bytes), bytes })
}

/** A revision and its record, both as they may be kept at an instant (milliseconds); else why neither is. */
export async function revisionToKeep(
  house: Pick<House, 'directory' | 'envelopes'>,
  association: string,
  body: { sealed: string; record: SealedRecord },
  at: number,
): Promise<Result<{ bytes: Uint8Array; record: KeptRecord }, ErrorCode>> {
  const keyId = await newestKeyId(house, association, at)
  if (keyId === null) return decline('association-unknown')
  const bytes = fromBase64(body.sealed) ?? new Uint8Array()
  const fault = sealFault({ sealed: bytes, recipients: readRecipients(bytes) }, keyId, SEALED_CASE_BYTES)
  if (fault) return decline(fault)
  const record = recordToKeep(association, body.record, keyId)
  return record.ok ? accept({ bytes, record: record.value }) : record
}
