// Decides whether a directory may be believed: form, two of three signatures over the exact bytes, days, succession, and every key.
// Pure: bytes and a moment in, a verdict out.
import * as v from 'valibot'
import {
  acceptCertificate,
  type AcceptedCertificate,
  type ProfileFault,
} from '../crypto/certificate-profile.ts'
import { verifyEd25519 } from '../crypto/ed25519.ts'
import { fromBase64, fromHex, fromUtf8, utf8, type Bytes } from '../crypto/encoding.ts'
import { equalBytes } from '../crypto/hmac.ts'
import { readArmoredCertificate, readCertificate } from '../crypto/openpgp.ts'
import { verifyText } from '../crypto/openpgp-signatures.ts'
import { addDays, dayOf } from '../protocol/day.ts'
import {
  Directory,
  RootSignatures,
  possessionStatement,
  ROOT_THRESHOLD,
  type DirectoryEntry,
} from './directory.ts'

export type DirectoryFault =
  | 'not-a-directory'
  | 'not-canonical'
  | 'not-signatures'
  | 'too-few-signatures'
  | 'from-the-future'
  | 'expired'
  | 'unreadable-predecessor'
  | 'rolled-back'
  | 'same-version'
  | 'unknown-roots'
  | 'unreadable-certificate'
  | 'fingerprint-mismatch'
  | 'possession-unproven'
  | ProfileFault

/** `about` names the association (or "observatory") whose entry is at fault. */
export type DirectoryVerdict<Value> =
  | { ok: true; value: Value }
  | { ok: false; reason: DirectoryFault; about?: string }

/** What is already known of the federation, from elsewhere than the directory itself. */
export interface Known {
  /** The exact bytes of the directory this site had before: the next must be newer, or the same bytes again. */
  predecessor?: Uint8Array | undefined
  /** Public keys of the roots, as their keepers told them: two of them must have signed. */
  roots?: readonly string[] | undefined
}

/** The only way a directory is written: what a person reads in it is then what every parser reads (no key twice, no escape). */
export const directoryText = (directory: unknown): string => `${JSON.stringify(directory, null, 2)}\n`

/** Parses a directory's exact bytes, which must be in the one form of `directoryText`. */
export function parseDirectory(bytes: Uint8Array): DirectoryVerdict<Directory> {
  try {
    const json: unknown = JSON.parse(fromUtf8(bytes))
    const parsed = v.safeParse(Directory, json)
    if (!parsed.success) return { ok: false, reason: 'not-a-directory' }
    return equalBytes(bytes, utf8(directoryText(json)))
      ? { ok: true, value: parsed.output }
      : { ok: false, reason: 'not-canonical' }
  } catch {
    return { ok: false, reason: 'not-a-directory' }
  }
}

export function parseSignatures(bytes: Uint8Array): DirectoryVerdict<RootSignatures> {
  try {
    const parsed = v.safeParse(RootSignatures, JSON.parse(fromUtf8(bytes)))
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, reason: 'not-signatures' }
  } catch {
    return { ok: false, reason: 'not-signatures' }
  }
}

/** Which of `roots` signed exactly these bytes. */
export async function signersOf(
  bytes: Bytes,
  { signatures }: RootSignatures,
  roots: readonly string[],
): Promise<Set<string>> {
  const signers = new Set<string>()
  for (const { root, signature } of signatures) {
    const key = fromHex(root)
    const raw = fromBase64(signature)
    if (key && raw && roots.includes(root) && (await verifyEd25519(key, raw, bytes))) signers.add(root)
  }
  return signers
}

/** Those by one of `roots` that hold over exactly these bytes. */
export async function holdingSignatures(
  bytes: Bytes,
  { signatures }: RootSignatures,
  roots: readonly string[],
): Promise<RootSignatures['signatures']> {
  const holding = []
  for (const signature of signatures) {
    const signers = await signersOf(bytes, { signatures: [signature] }, roots)
    if (signers.size === 1) holding.push(signature)
  }
  return holding
}

/** What lies beside a signed file. */
export const signaturesText = (signatures: RootSignatures): string =>
  `${JSON.stringify(signatures, null, 2)}\n`

/**
 * Form, signatures, days and succession: what a server checks each time it starts. `at` is in milliseconds. Without `roots`
 * or a `predecessor` the three roots are believed because they say so themselves: that is trust on first use.
 * With `evenExpired` its days are not judged, so that a running site can offer its helplines.
 */
export async function verifySignedDirectory(
  bytes: Bytes,
  signatureBytes: Bytes,
  at: number,
  options: Known & { evenExpired?: boolean } = {},
): Promise<DirectoryVerdict<Directory>> {
  const directory = parseDirectory(bytes)
  if (!directory.ok) return directory
  const signatures = parseSignatures(signatureBytes)
  if (!signatures.ok) return signatures
  const { issuedOn, expiresOn } = directory.value
  const signedByTwoOf = async (roots: readonly string[]): Promise<boolean> =>
    (await signersOf(bytes, signatures.value, roots)).size >= ROOT_THRESHOLD
  if (!(await signedByTwoOf(directory.value.roots))) return { ok: false, reason: 'too-few-signatures' }
  if (!options.evenExpired) {
    // A day of grace for clocks that differ; more would let a directory outlive its term.
    if (issuedOn > addDays(dayOf(at), 1)) return { ok: false, reason: 'from-the-future' }
    if (dayOf(at) > expiresOn) return { ok: false, reason: 'expired' }
  }
  const { predecessor, roots } = options
  if (roots && !(await signedByTwoOf(roots))) return { ok: false, reason: 'unknown-roots' }
  if (!predecessor) return directory
  const previous = parseDirectory(predecessor)
  if (!previous.ok) return { ok: false, reason: 'unreadable-predecessor' }
  if (directory.value.version < previous.value.version) return { ok: false, reason: 'rolled-back' }
  if (!(await signedByTwoOf(previous.value.roots))) return { ok: false, reason: 'unknown-roots' }
  return directory.value.version === previous.value.version && !equalBytes(bytes, predecessor)
    ? { ok: false, reason: 'same-version' }
    : directory
}

/** Every key of a directory judged against the profile: what the build and the ceremony check before anyone is sealed to it. */
export async function verifyKeys(
  directory: Directory,
  at: number,
): Promise<DirectoryVerdict<Map<string, AcceptedCertificate>>> {
  const accepted = new Map<string, AcceptedCertificate>()
  for (const entry of directory.associations) {
    const verdict = await verifyEntry(entry, at)
    if (!verdict.ok) return verdict
    accepted.set(entry.association, verdict.value)
  }
  const observatory = await verifyKey(directory.observatory, at)
  return observatory.ok ? { ok: true, value: accepted } : { ...observatory, about: 'observatory' }
}

/** One association's key: in the profile, with the fingerprint announced, and proven to be held. */
export async function verifyEntry(
  entry: DirectoryEntry,
  at: number,
): Promise<DirectoryVerdict<AcceptedCertificate>> {
  const about = entry.association
  const key = await verifyKey(entry, at)
  if (!key.ok) return { ...key, about }
  const certificate = await readArmoredCertificate(entry.certificate)
  const statement = possessionStatement(entry.association, entry.fingerprint)
  if (!certificate || !(await verifyText(certificate, statement, entry.proofOfPossession, at))) {
    return { ok: false, reason: 'possession-unproven', about }
  }
  for (const { certificate: former } of entry.formerKeys ?? []) {
    if (!(await isReadable(former))) return { ok: false, reason: 'unreadable-certificate', about }
  }
  return key
}

/** A key that was given up is no longer judged: it is only asked what it signed. */
const isReadable = async (base64: string): Promise<boolean> =>
  readCertificate(fromBase64(base64) ?? new Uint8Array()).then(
    () => true,
    () => false,
  )

/** A key alone: in the profile at an instant (milliseconds), with the fingerprint announced. */
export async function verifyKey(
  key: { certificate: string; fingerprint: string },
  at: number,
): Promise<DirectoryVerdict<AcceptedCertificate>> {
  const certificate = await readArmoredCertificate(key.certificate)
  if (!certificate) return { ok: false, reason: 'unreadable-certificate' }
  const accepted = await acceptCertificate(certificate, at)
  if (!accepted.ok) return accepted
  return accepted.value.fingerprint === key.fingerprint
    ? accepted
    : { ok: false, reason: 'fingerprint-mismatch' }
}
