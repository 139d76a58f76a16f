// The signed directory as the server uses it: which keys envelopes may be sealed to, and which certificates may sign in.
// Certificates are parsed when first needed and judged once a day: at the edge every start is paid for.
import { acceptCertificate } from '../crypto/certificate-profile.ts'
import type { Bytes } from '../crypto/encoding.ts'
import { readArmoredCertificate, type Certificate } from '../crypto/openpgp.ts'
import type { DirectoryEntry } from '../directory/directory.ts'
import { verifySignedDirectory, type DirectoryVerdict } from '../directory/verify-directory.ts'
import type { IntakeDirectory, IntakeKey } from '../domain/intake.ts'
import { dayOf, type Day } from '../protocol/day.ts'

export interface ServedDirectory {
  version: number
  expiresOn: Day
  demonstration: boolean
  associations: readonly string[]
  /** What intake needs to judge envelopes for these associations at an instant (milliseconds). */
  intakeFor(associations: readonly string[], at: number): Promise<IntakeDirectory>
  /** The certificate that signs in for an association, paused or not; null when there is none. */
  certificateOf(association: string): Promise<Certificate | null>
}

/** Believes exact bytes only with two of three signatures; an expired directory is still served (protocol.md §8). */
export async function openDirectory(
  bytes: Bytes,
  signatureBytes: Bytes,
  at: number,
): Promise<DirectoryVerdict<ServedDirectory>> {
  const verdict = await verifySignedDirectory(bytes, signatureBytes, at, { evenExpired: true })
  if (!verdict.ok) return verdict
  const { version, expiresOn, demonstration, associations } = verdict.value
  const entries = new Map(associations.map((entry) => [entry.association, entry]))
  const judged = new Map<string, { on: Day; key: IntakeKey }>()

  async function keyOf(entry: DirectoryEntry, at: number): Promise<IntakeKey> {
    const on = dayOf(at)
    const known = judged.get(entry.association)
    if (known?.on === on) return known.key
    const key = await judge(entry, at)
    judged.set(entry.association, { on, key })
    return key
  }

  return {
    ok: true,
    value: {
      version,
      expiresOn,
      demonstration,
      associations: [...entries.keys()],
      async intakeFor(asked, at) {
        const keys = new Map<string, IntakeKey>()
        for (const association of asked) {
          const entry = entries.get(association)
          if (entry) keys.set(association, await keyOf(entry, at))
        }
        return { expiresOn, keys }
      },
      async certificateOf(association) {
        const entry = entries.get(association)
        return entry ? await readArmoredCertificate(entry.certificate) : null
      },
    },
  }
}

/** A key that expired or stopped being acceptable since the build pauses its association: nobody should be sealed to it. */
async function judge(entry: DirectoryEntry, at: number): Promise<IntakeKey> {
  const certificate = await readArmoredCertificate(entry.certificate)
  const accepted = certificate && (await acceptCertificate(certificate, at))
  return accepted?.ok && accepted.value.fingerprint === entry.fingerprint
    ? {
        fingerprint: entry.fingerprint,
        encryptionKeyId: accepted.value.encryptionKeyId,
        status: entry.status,
      }
    : { fingerprint: entry.fingerprint, encryptionKeyId: '', status: 'paused' }
}
