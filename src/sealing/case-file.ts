// Seals what an association writes about a case, and the record of it; opens both again, and says whether a member of the team wrote
// them. Whoever sealed proves nothing: anyone can seal to a certificate.
import * as v from 'valibot'
import { fromUtf8, utf8, type Bytes } from '../crypto/encoding.ts'
import { decryptWith, encryptTo, type Certificate, type PrivateKey } from '../crypto/openpgp.ts'
import { padText } from '../crypto/padding.ts'
import { AuditRecord, CaseFile, type ReadingFault } from '../protocol/case-file.ts'
import { CASE_BUCKETS_BYTES, RECORD_PLAINTEXT_BYTES } from '../protocol/limits.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import { isSignedByKey, signContents, type Signer } from './sign-contents.ts'

/** Whoever may have written, now or before they left: the public part of their key (`PublicKeyBody`), and its fingerprint. */
export interface Writer {
  fingerprint: string
  key: string
}

/**
 * The keys that open what is sealed to a team, or a tool that keeps them to itself: null for what is sealed to another key; it throws for
 * what is damaged.
 */
export type OpensSealed = readonly PrivateKey[] | ((sealed: Bytes) => Promise<Bytes | null>)

type Unsigned<Signed> = Omit<Signed, 'signature'>

/** Null where there is more than the longest file holds. */
export async function sealCaseFile(
  signer: Signer,
  file: Unsigned<CaseFile>,
  own: Certificate,
): Promise<Bytes | null> {
  const signed = await signContents(signer, file)
  const plaintext = padText(utf8(JSON.stringify(signed)), CASE_BUCKETS_BYTES)
  return plaintext && encryptTo(own, plaintext)
}

/** All records weigh the same. */
export async function sealRecord(
  signer: Signer,
  record: Unsigned<AuditRecord>,
  own: Certificate,
): Promise<Bytes> {
  const signed = await signContents(signer, record)
  const plaintext = padText(utf8(JSON.stringify(signed)), [RECORD_PLAINTEXT_BYTES])
  if (!plaintext) throw new Error('a record is too long')
  return encryptTo(own, plaintext)
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

async function openSigned<Schema extends typeof CaseFile | typeof AuditRecord>(
  schema: Schema,
  sealed: Bytes,
  opens: OpensSealed,
  writers: readonly Writer[],
): Promise<Result<v.InferOutput<Schema>, ReadingFault>> {
  try {
    const plaintext = await (typeof opens === 'function' ? opens(sealed) : decryptWith(opens, sealed))
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
