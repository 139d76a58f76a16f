// The directory as it is compiled into the code that seals: only what a phone needs, keys in their minimal binary form.
import type { AcceptedCertificate } from '../crypto/certificate-profile.ts'
import { toBase64 } from '../crypto/encoding.ts'
import type { Directory, SealingEntry } from './directory.ts'

/** What the build puts into the code that seals. `observatory` is its certificate, binary, in base64. */
export interface CompiledDirectory {
  entries: readonly SealingEntry[]
  observatory: string
}

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
      ...(entry.formerKeys ? { formerKeys: entry.formerKeys } : {}),
    }
  })
}

/** What is compiled in: `keys` as above, and the observatory's verified certificate. */
export const compileDirectory = (
  directory: Directory,
  keys: ReadonlyMap<string, AcceptedCertificate>,
  observatory: AcceptedCertificate,
): CompiledDirectory => ({
  entries: sealingEntries(directory, keys),
  observatory: toBase64(observatory.binary),
})
