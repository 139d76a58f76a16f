// Signs what an author says after their report, seals it to the association and assembles the one request that carries it.
// Never sends anything; the author's key is used and not kept.
import { fromBase64, toBase64, type Bytes } from '../crypto/encoding.ts'
import { readCertificate, readSecretKey } from '../crypto/openpgp.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { FollowUp, NewCode, Withdrawal } from '../protocol/thread.ts'
import { sealJson } from './seal-json.ts'
import type { Recipient } from './seal-report.ts'
import { signContents, type Unsigned } from './sign-contents.ts'
import { submissionOf, type SealedSubmission } from './submission-body.ts'
import { tokenHashOf } from './token-hash.ts'

/**
 * `secretKey` is the author's, binary and not locked; `token` is of this envelope (64 hexadecimal digits). Throws on a key that
 * is none, and on a recipient the words were not written to: both are bugs of the caller.
 */
export async function sealFollowUp(
  unsigned: Unsigned<FollowUp | Withdrawal | NewCode>,
  secretKey: Bytes,
  recipient: Recipient,
  token: string,
): Promise<Result<SealedSubmission, 'too-long'>> {
  const { association, fingerprint: keyFingerprint } = recipient
  const key = await readSecretKey(secretKey)
  const certificate = fromBase64(recipient.certificate)
  if (!key || !certificate) throw new TypeError('not a key')
  if (unsigned.association !== association) throw new RangeError('another association')
  const contents = await signContents(key, unsigned)
  const sealed = await sealJson(contents, await readCertificate(certificate))
  if (!sealed) return decline('too-long')
  const tokenHash = await tokenHashOf(token)
  return accept(await submissionOf([{ association, keyFingerprint, sealed: toBase64(sealed), tokenHash }]))
}
