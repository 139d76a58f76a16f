// Signs an association's answer and seals it twice: to the author, for their mailbox, and to the association, as its copy.
// The author's certificate came inside an envelope: it is a stranger's, and is looked at before anything is sealed to it.
import { acceptCertificate } from '../crypto/certificate-profile.ts'
import { fromBase64, toBase64 } from '../crypto/encoding.ts'
import { readCertificate, type Certificate } from '../crypto/openpgp.ts'
import { addDays, type Day } from '../protocol/day.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { Reply } from '../protocol/shapes.ts'
import type { AssociationAnswer } from '../protocol/thread.ts'
import { sealJson } from './seal-json.ts'
import { signContents, type Signer, type Unsigned } from './sign-contents.ts'

/** Both are base64. `not-a-certificate`: what the author gave is no certificate of the profile (protocol.md §1). */
export async function sealAnswer(
  signer: Signer,
  unsigned: Unsigned<AssociationAnswer>,
  reply: Reply,
  own: Certificate,
): Promise<Result<{ forAuthor: string; copy: string }, 'too-long' | 'not-a-certificate'>> {
  const author = await authorCertificate(reply, unsigned.writtenOn)
  if (!author) return decline('not-a-certificate')
  const contents = await signContents(signer, unsigned)
  const forAuthor = await sealJson(contents, author)
  const copy = await sealJson(contents, own)
  return forAuthor && copy
    ? accept({ forAuthor: toBase64(forAuthor), copy: toBase64(copy) })
    : decline('too-long')
}

/** The part of it that is sealed to. It must be in the profile by the end of the day. */
async function authorCertificate({ certificate }: Reply, day: Day): Promise<Certificate | null> {
  try {
    const given = await readCertificate(fromBase64(certificate) ?? new Uint8Array())
    const accepted = await acceptCertificate(given, Date.parse(addDays(day, 1)))
    return accepted.ok ? await readCertificate(accepted.value.binary) : null
  } catch {
    return null
  }
}
