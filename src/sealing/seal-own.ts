// Seals to an author what they keep for themselves: a report on pause, a copy of what they sent, which code they move to. It is not signed, so that the
// light sealing Worker can make it: a MAC under a secret of the code proves that its holder wrote it.
import { toBase64, type Bytes } from '../crypto/encoding.ts'
import { ownMac } from '../crypto/links.ts'
import { readCertificate } from '../crypto/openpgp.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { Draft, Moving, OwnCopy } from '../protocol/thread.ts'
import { sealJson } from './seal-json.ts'

export type UnprovenDraft = Omit<Draft, 'mac'>
export type UnprovenCopy = Omit<OwnCopy, 'mac'>
export type UnprovenMoving = Omit<Moving, 'mac'>

/** `certificate` is the author's, binary; `links` is of the same code. The outcome is base64. */
export const sealDraft = (
  draft: UnprovenDraft,
  certificate: Bytes,
  links: Bytes,
): Promise<Result<string, 'too-long'>> => sealOwn(draft, certificate, links)

/** The same for a copy of what was sent, or for the code that they move to. */
export const sealOwnCopy = (
  copy: UnprovenCopy | UnprovenMoving,
  certificate: Bytes,
  links: Bytes,
): Promise<Result<string, 'too-long'>> => sealOwn(copy, certificate, links)

async function sealOwn(
  unproven: UnprovenDraft | UnprovenCopy | UnprovenMoving,
  certificate: Bytes,
  links: Bytes,
): Promise<Result<string, 'too-long'>> {
  const contents = { ...unproven, mac: await ownMac(links, JSON.stringify(unproven)) }
  const sealed = await sealJson(contents, await readCertificate(certificate))
  return sealed ? accept(toBase64(sealed)) : decline('too-long')
}
