// What an association writes for itself alone: signed by the member who wrote, padded, sealed to the association; opened again with whether
// a member of the team wrote it. Whoever sealed proves nothing: anyone can seal to a certificate.
import * as v from 'valibot'
import { fromUtf8, utf8, type Bytes } from '../crypto/encoding.ts'
import { decryptWith, encryptTo, type Certificate, type PrivateKey } from '../crypto/openpgp.ts'
import { padText } from '../crypto/padding.ts'
import type { ReadingFault } from '../protocol/case-file.ts'
import type { Day } from '../protocol/day.ts'
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

export type Unsigned<Signed> = Omit<Signed, 'signature'>

/** Null where there is more than the largest bucket (bytes) holds. */
export async function sealSigned(
  signer: Signer,
  contents: { writtenOn: Day; signature?: never },
  own: Certificate,
  bucketsBytes: readonly number[],
): Promise<Bytes | null> {
  const signed = await signContents(signer, contents)
  const plaintext = padText(utf8(JSON.stringify(signed)), bucketsBytes)
  return plaintext && encryptTo(own, plaintext)
}

/** A paper of one shape, whose `by` is the fingerprint of whoever says to have written it. */
export async function openSigned<Paper extends { by: string }>(
  schema: v.GenericSchema<unknown, Paper>,
  sealed: Bytes,
  opens: OpensSealed,
  writers: readonly Writer[],
): Promise<Result<Paper, ReadingFault>> {
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
