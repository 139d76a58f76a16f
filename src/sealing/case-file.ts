// Seals what an association writes about a case, and the record of it; opens both again, and says whether a member of the team wrote
// them.
import type { Bytes } from '../crypto/encoding.ts'
import type { Certificate } from '../crypto/openpgp.ts'
import { AuditRecord, CaseFile, type ReadingFault } from '../protocol/case-file.ts'
import { CASE_BUCKETS_BYTES, RECORD_PLAINTEXT_BYTES } from '../protocol/limits.ts'
import type { Result } from '../protocol/result.ts'
import type { Signer } from './sign-contents.ts'
import { openSigned, sealSigned, type OpensSealed, type Unsigned, type Writer } from './signed-paper.ts'

export type { OpensSealed, Writer } from './signed-paper.ts'

/** Null where there is more than the longest file holds. */
export const sealCaseFile = (
  signer: Signer,
  file: Unsigned<CaseFile>,
  own: Certificate,
): Promise<Bytes | null> => sealSigned(signer, file, own, CASE_BUCKETS_BYTES)

/** All records weigh the same. */
export async function sealRecord(
  signer: Signer,
  record: Unsigned<AuditRecord>,
  own: Certificate,
): Promise<Bytes> {
  const sealed = await sealSigned(signer, record, own, [RECORD_PLAINTEXT_BYTES])
  if (!sealed) throw new Error('a record is too long')
  return sealed
}

export const openCaseFile = (
  sealed: Bytes,
  opens: OpensSealed,
  writers: readonly Writer[],
): Promise<Result<CaseFile, ReadingFault>> => openSigned(CaseFile, sealed, opens, writers)

export const openRecord = (
  sealed: Bytes,
  opens: OpensSealed,
  writers: readonly Writer[],
): Promise<Result<AuditRecord, ReadingFault>> => openSigned(AuditRecord, sealed, opens, writers)
