// Seals the answers an association has ready, and opens them again with whether a member of the team wrote them.
import type { Bytes } from '../crypto/encoding.ts'
import type { Certificate } from '../crypto/openpgp.ts'
import { CASE_BUCKETS_BYTES } from '../protocol/limits.ts'
import type { Result } from '../protocol/result.ts'
import { TemplateFile } from '../protocol/templates.ts'
import type { ReadingFault } from '../protocol/case-file.ts'
import type { Signer } from './sign-contents.ts'
import { openSigned, sealSigned, type OpensSealed, type Unsigned, type Writer } from './signed-paper.ts'

/** Null where there is more than the largest bucket holds. */
export const sealTemplates = (
  signer: Signer,
  file: Unsigned<TemplateFile>,
  own: Certificate,
): Promise<Bytes | null> => sealSigned(signer, file, own, CASE_BUCKETS_BYTES)

export const openTemplates = (
  sealed: Bytes,
  opens: OpensSealed,
  writers: readonly Writer[],
): Promise<Result<TemplateFile, ReadingFault>> => openSigned(TemplateFile, sealed, opens, writers)
