// The signed directory as the server uses it: which keys envelopes may be sealed to, and which certificates may sign in.
// Certificates are parsed once, when first needed, and judged once a day: at the edge every start is paid for.
import { acceptCertificate } from '../crypto/certificate-profile.ts'
import type { Bytes } from '../crypto/encoding.ts'
import { keyBodyOf } from '../crypto/key-body.ts'
import { readArmoredCertificate, type Certificate } from '../crypto/openpgp.ts'
import type { DirectoryEntry } from '../directory/directory.ts'
import { verifyKey, verifySignedDirectory, type DirectoryVerdict } from '../directory/verify-directory.ts'
import type { IntakeDirectory, IntakeKey } from '../domain/intake.ts'
import { dayOf, type Day } from '../protocol/day.ts'
import type { RosterKey } from '../protocol/team.ts'

export interface ServedDirectory {
  issuedOn: Day
  expiresOn: Day
  associations: readonly string[]
  /** What intake needs to judge envelopes for these associations at an instant (milliseconds). */
  intakeFor(associations: readonly string[], at: number): Promise<IntakeDirectory>
  /** The key ID that cards must be sealed to at an instant (milliseconds); null when the observatory's key may not be used. */
  observatoryKeyId(at: number): Promise<string | null>
  /** The certificate that signs in for an association, paused or not; null when there is none, or it expired by `at` (milliseconds). */
  certificateOf(association: string, at: number): Promise<Certificate | null>
  /** The same key as a team's roster names it; null when it may not be sealed to at an instant (milliseconds). */
  rosterKeyOf(association: string, at: number): Promise<RosterKey | null>
}

/** Believes exact bytes only with two of three signatures; an expired directory is still served. */
export async function openDirectory(
  bytes: Bytes,
  signatureBytes: Bytes,
  at: number,
): Promise<DirectoryVerdict<ServedDirectory>> {
  const verdict = await verifySignedDirectory(bytes, signatureBytes, at, { evenExpired: true })
  if (!verdict.ok) return verdict
  const { issuedOn, expiresOn, associations, observatory } = verdict.value
  const entries = new Map(associations.map((entry) => [entry.association, entry]))
  const parsed = new Map<string, Certificate | null>()
  const judged = new Map<string, { on: Day; key: IntakeKey }>()
  let observed: { on: Day; keyId: string | null } | null = null

  async function certificateIn(entry: DirectoryEntry): Promise<Certificate | null> {
    const known = parsed.get(entry.association)
    if (known !== undefined) return known
    const certificate = await readArmoredCertificate(entry.certificate)
    parsed.set(entry.association, certificate)
    return certificate
  }

  async function keyOf(entry: DirectoryEntry, at: number): Promise<IntakeKey> {
    const on = dayOf(at)
    const known = judged.get(entry.association)
    if (known?.on === on) return known.key
    const key = await judge(entry, await certificateIn(entry), at)
    judged.set(entry.association, { on, key })
    return key
  }

  return {
    ok: true,
    value: {
      issuedOn,
      expiresOn,
      associations: [...entries.keys()],
      async intakeFor(asked, at) {
        const keys = new Map<string, IntakeKey>()
        for (const association of asked) {
          const entry = entries.get(association)
          if (entry) keys.set(association, await keyOf(entry, at))
        }
        return { expiresOn, keys }
      },
      async observatoryKeyId(at) {
        const on = dayOf(at)
        if (observed?.on !== on) {
          const key = await verifyKey(observatory, at)
          observed = { on, keyId: key.ok ? key.value.encryptionKeyId : null }
        }
        return observed.keyId
      },
      async certificateOf(association, at) {
        const entry = entries.get(association)
        const certificate = entry ? await certificateIn(entry) : null
        return certificate && (await isLiving(certificate, at)) ? certificate : null
      },
      async rosterKeyOf(association, at) {
        const entry = entries.get(association)
        const certificate = entry ? await certificateIn(entry) : null
        if (!entry || !certificate) return null
        const { encryptionKeyId } = await keyOf(entry, at)
        return encryptionKeyId === '' ? null : { key: keyBodyOf(certificate), encryptionKeyId }
      },
    },
  }
}

/** A key that expired or stopped being acceptable since the build pauses its association: nobody should be sealed to it. */
async function judge(entry: DirectoryEntry, certificate: Certificate | null, at: number): Promise<IntakeKey> {
  const accepted = certificate && (await acceptCertificate(certificate, at))
  return accepted?.ok && accepted.value.fingerprint === entry.fingerprint
    ? {
        fingerprint: entry.fingerprint,
        encryptionKeyId: accepted.value.encryptionKeyId,
        status: entry.status,
      }
    : { fingerprint: entry.fingerprint, encryptionKeyId: '', status: 'paused' }
}

/** OpenPGP.js answers null for a certificate that vouches for nothing, and Infinity for one that never expires. */
async function isLiving(certificate: Certificate, at: number): Promise<boolean> {
  const expiry = await certificate.getExpirationTime()
  return expiry !== null && Number(expiry) > at
}
