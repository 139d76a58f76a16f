// Seals what an association writes about a case, and the record of it; opens both again, and says whether a member of the team wrote
// them. Whoever sealed proves nothing: anyone can seal to a certificate.
import * as v from 'valibot'
import { fromUtf8, utf8, type Bytes } from '../crypto/encoding.ts'
import { decryptWith, encryptTo, type Certificate, type PrivateKey } from '../crypto/openpgp.ts'
import { padText } from '../crypto/padding.ts'
import { AuditRecord, CaseFile } from '../protocol/case-file.ts'
import { CASE_BUCKETS_BYTES, RECORD_PLAINTEXT_BYTES } from '../protocol/limits.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import { isSignedByKey, signContents } from './sign-contents.ts'

/** Whoever may have written, now or before they left: the public part of their key (`PublicKeyBody`), and its fingerprint. */
export interface Writer {
  fingerprint: string
  key: string
}

type Unsigned<Signed> = Omit<Signed, 'signature'>

/** Null where there is more than the longest file holds. */
export async function sealCaseFile(
  signer: PrivateKey,
  file: Unsigned<CaseFile>,
  own: Certificate,
): Promise<Bytes | null> {
  const signed = await signContents(signer, file)
  const plaintext = padText(utf8(JSON.stringify(signed)), CASE_BUCKETS_BYTES)
  return plaintext && encryptTo(own, plaintext)
}

/** All records weigh the same. */
export async function sealRecord(
  signer: PrivateKey,
  record: Unsigned<AuditRecord>,
  own: Certificate,
): Promise<Bytes> {
  const signed = await signContents(signer, record)
  const plaintext = padText(utf8(JSON.stringify(signed)), [RECORD_PLAINTEXT_BYTES])
  if (!plaintext) throw new Error('a record is too long')
  return encryptTo(own, plaintext)
}

/** `unsigned`: by nobody who is or was of the team. */
export type ReadingFault = 'not-mine' | 'damaged' | 'unsigned'

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

async function openSigned<Schema extends typeof CaseFile | typeof AuditRecord>(
  schema: Schema,
  sealed: Bytes,
  keys: readonly PrivateKey[],
  writers: readonly Writer[],
): Promise<Result<v.InferOutput<Schema>, ReadingFault>> {
  try {
    const plaintext = await decryptWith(keys, sealed)
    if (!plaintext) return decline('not-mine')
    const parsed: unknown = JSON.parse(fromUtf8(plaintext))
    const contents = v.safeParse(schema, parsed)
    if (!contents.success) return decline('damaged')
    const writer = writers.find(({ fingerprint }) => fingerprint === contents.output.by)
    const signed = writer !== undefined && (await isSignedByKey(writer.key, parsed as object))
    return signed ? accept(contents.output) : decline('unsigned')
  } catch {
    return decline('damaged')
  }
}
