// The directory as it is compiled into the code that seals: only what a phone needs, keys in their minimal binary form.
import type { AcceptedCertificate } from '../crypto/certificate-profile.ts'
import { toBase64 } from '../crypto/encoding.ts'
import type { Directory, SealingEntry } from './directory.ts'

/** `keys` are the verified certificates, one for each entry. Throws when one is missing: that is a bug of the caller. */
export function sealingEntries(
  directory: Directory,
  keys: ReadonlyMap<string, AcceptedCertificate>,
): SealingEntry[] {
  return directory.associations.map((entry) => {
    const key = keys.get(entry.association)
    if (!key) throw new Error('an entry without a verified key')
    const { association, name, about, scope, audiences, territory, languages, answersWithinDays } = entry
    const { acceptsMinors, acceptsUnder15, status, fingerprint } = entry
    return {
      association,
      name,
      about,
      scope,
      audiences,
      territory,
      languages,
      answersWithinDays,
      acceptsMinors,
      acceptsUnder15,
      status,
      fingerprint,
      certificate: toBase64(key.binary),
    }
  })
}
