// Seals what an association writes about a case, and the record of it; opens both again, and says whether a member of the team wrote
// them.
import type { Bytes } from '../crypto/encoding.ts'
import type { Certificate, PrivateKey } from '../crypto/openpgp.ts'
import { AuditRecord, CaseFile } from '../protocol/case-file.ts'
import { CASE_BUCKETS_BYTES, RECORD_PLAINTEXT_BYTES } from '../protocol/limits.ts'
import type { Result } from '../protocol/result.ts'
import { openSigned, sealSigned, type ReadingFault, type Unsigned, type Writer } from './signed-paper.ts'

export type { ReadingFault, Writer } from './signed-paper.ts'

/** Null where there is more than the longest file holds. */
export const sealCaseFile = (
  signer: PrivateKey,
  file: Unsigned<CaseFile>,
  own: Certificate,
): Promise<Bytes | null> => sealSigned(signer, file, own, CASE_BUCKETS_BYTES)

/** All records weigh the same. */
export async function sealRecord(
  signer: PrivateKey,
  record: Unsigned<AuditRecord>,
  own: Certificate,
): Promise<Bytes> {
  const sealed = await sealSigned(signer, record, own, [RECORD_PLAINTEXT_BYTES])
  if (!sealed) throw new Error('a record is too long')
  return sealed
}

export const openCaseFile = (
  sealed: Bytes,
  keys: readonly PrivateKey[],
  writers: readonly Writer[],
): Promise<Result<CaseFile, ReadingFault>> => openSigned(CaseFile, sealed, keys, writers)

export const openRecord = (
  sealed: Bytes,
  keys: readonly PrivateKey[],
  writers: readonly Writer[],
): Promise<Result<AuditRecord, ReadingFault>> => openSigned(AuditRecord, sealed, keys, writers)
