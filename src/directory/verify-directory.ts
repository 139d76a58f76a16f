// Decides whether a directory may be believed: shape, two of three signatures over the exact bytes, expiry, version, and every key.
// Pure: bytes and a moment in, a verdict out.
import * as v from 'valibot'
import {
  acceptCertificate,
  type AcceptedCertificate,
  type ProfileFault,
} from '../crypto/certificate-profile.ts'
import { verifyEd25519 } from '../crypto/ed25519.ts'
import { fromBase64, fromHex, fromUtf8, type Bytes } from '../crypto/encoding.ts'
import { readArmoredCertificate, verifyText } from '../crypto/openpgp.ts'
import { dayOf } from '../protocol/day.ts'
import {
  Directory,
  DirectorySignatures,
  possessionStatement,
  ROOT_THRESHOLD,
  type DirectoryEntry,
} from './directory.ts'

export type DirectoryFault =
  | 'not-a-directory'
  | 'not-signatures'
  | 'too-few-signatures'
  | 'expired'
  | 'rolled-back'
  | 'unknown-roots'
  | 'unreadable-certificate'
  | 'fingerprint-mismatch'
  | 'possession-unproven'
  | ProfileFault

/** `about` names the association (or "observatory") whose entry is at fault. */
export type DirectoryVerdict<Value> =
  | { ok: true; value: Value }
  | { ok: false; reason: DirectoryFault; about?: string }

/** The previous directory of the same site: the next one must be newer, and vouched for by two of its roots. */
export interface Predecessor {
  version: number
  roots: readonly string[]
}

/** Parses a directory's exact bytes. */
export function parseDirectory(bytes: Uint8Array): DirectoryVerdict<Directory> {
  try {
    const parsed = v.safeParse(Directory, JSON.parse(fromUtf8(bytes)))
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, reason: 'not-a-directory' }
  } catch {
    return { ok: false, reason: 'not-a-directory' }
  }
}

export function parseSignatures(bytes: Uint8Array): DirectoryVerdict<DirectorySignatures> {
  try {
    const parsed = v.safeParse(DirectorySignatures, JSON.parse(fromUtf8(bytes)))
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, reason: 'not-signatures' }
  } catch {
    return { ok: false, reason: 'not-signatures' }
  }
}

/** Which of `roots` signed exactly these bytes. */
export async function signersOf(
  bytes: Bytes,
  { signatures }: DirectorySignatures,
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

/**
 * Shape, signatures, expiry and succession: what a server checks each time it starts. `at` is in milliseconds.
 * An expired directory is still returned when `evenExpired` is set, so that a running site can offer its helplines.
 */
export async function verifySignedDirectory(
  bytes: Bytes,
  signatureBytes: Bytes,
  at: number,
  options: { predecessor?: Predecessor | undefined; evenExpired?: boolean } = {},
): Promise<DirectoryVerdict<Directory>> {
  const directory = parseDirectory(bytes)
  if (!directory.ok) return directory
  const signatures = parseSignatures(signatureBytes)
  if (!signatures.ok) return signatures
  const { roots, version, expiresOn } = directory.value
  if ((await signersOf(bytes, signatures.value, roots)).size < ROOT_THRESHOLD) {
    return { ok: false, reason: 'too-few-signatures' }
  }
  if (!options.evenExpired && dayOf(at) > expiresOn) return { ok: false, reason: 'expired' }
  const { predecessor } = options
  if (predecessor) {
    if (version < predecessor.version) return { ok: false, reason: 'rolled-back' }
    if ((await signersOf(bytes, signatures.value, predecessor.roots)).size < ROOT_THRESHOLD) {
      return { ok: false, reason: 'unknown-roots' }
    }
  }
  return directory
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
  return key
}

async function verifyKey(
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
