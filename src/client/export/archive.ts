// Puts files together as one ZIP, with a manifest that says what each is. Names and dates in it are ours and the same for everyone;
// nothing is unpacked, and nothing is packed: a file lies in it as the bytes it is.
import { zipSync } from 'fflate'
import { digestHex } from '../../crypto/digest.ts'
import { utf8, type Bytes } from '../../crypto/encoding.ts'
import type { Day } from '../../protocol/day.ts'
import { inertJson } from './inert.ts'

export interface Entry {
  /** `fichiers/piece-1.jpg`. */
  path: string
  bytes: Bytes
}

/** A file that is not in the archive, as its author's phone told of it, and why. */
export interface Missing {
  name: string
  bytes: number
  sha256: string
  reason: string
}

export interface Manifest {
  association: string
  case: string
  exportedOn: Day
  /** Fingerprint of the member's key. */
  exportedBy: string
  /** What was not asked for. */
  leftOut: readonly string[]
  missing: readonly Missing[]
}

/** The first moment a ZIP can tell. Local time, since that is what it writes. */
const NO_MOMENT = new Date(1980, 0, 1)
const MANIFEST = 'manifeste.json'

/** The archive, manifest last. Equal entries give equal bytes. */
export async function archiveOf(entries: readonly Entry[], manifest: Manifest): Promise<Bytes> {
  const files = await Promise.all(
    entries.map(async ({ path, bytes }) => ({ path, bytes: bytes.length, sha256: await digestHex(bytes) })),
  )
  const told = utf8(inertJson({ format: 'balise-case', version: 1, ...manifest, files }))
  const all = [...entries, { path: MANIFEST, bytes: told }]
  return zipSync(Object.fromEntries(all.map(({ path, bytes }) => [path, bytes])), {
    level: 0,
    mtime: NO_MOMENT,
  }) as Bytes
}
