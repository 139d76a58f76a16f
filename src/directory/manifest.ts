// `manifest.json`: what a site serves, path by path, and how two of three roots vouch for its exact bytes. What roots sign here can never be
// taken for a directory, nor a directory for this. Pure: bytes in, a verdict out.
import * as v from 'valibot'
import { concat, fromUtf8, utf8, type Bytes } from '../crypto/encoding.ts'
import { equalBytes } from '../crypto/hmac.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import { Sha256 } from '../protocol/shapes.ts'
import { ROOT_THRESHOLD } from './directory.ts'
import { parseSignatures, signersOf } from './verify-directory.ts'

const MOST_FILES = 1000

/** `fr/ecrire.html`: no segment leads up, none is empty, none needs an escape. */
const SEGMENTS = String.raw`(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+)*`

const short = (most: number) => v.pipe(v.string(), v.maxLength(most))
const ServedPath = v.pipe(short(200), v.regex(new RegExp(`^/(?:${SEGMENTS})?$`)))
const FilePath = v.pipe(short(200), v.regex(new RegExp(`^${SEGMENTS}$`)))

/** What outsiders compare a running site with. The fields beside `files` are those that the verifier of WEBCAT reads. */
export const Manifest = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/)),
  directoryVersion: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  wasm: v.pipe(v.array(Sha256), v.maxLength(16)),
  default_csp: short(4096),
  default_index: FilePath,
  default_fallback: FilePath,
  files: v.pipe(
    v.record(
      ServedPath,
      v.strictObject({
        file: FilePath,
        sha256: Sha256,
        /** Name of a header set. */
        headers: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/)),
        type: v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z+.-]+(?:; charset=utf-8)?$/)),
      }),
    ),
    v.check((files) => Object.keys(files).length <= MOST_FILES),
  ),
})
export type Manifest = v.InferOutput<typeof Manifest>

/** The only way a manifest is written: what a person reads in it is then what every parser reads. */
export const manifestText = (manifest: unknown): string => `${JSON.stringify(manifest, null, 2)}\n`

/** Null for anything that is not a manifest in the one form of `manifestText`. */
export function parseManifest(bytes: Uint8Array): Manifest | null {
  try {
    const json: unknown = JSON.parse(fromUtf8(bytes))
    const parsed = v.safeParse(Manifest, json)
    return parsed.success && equalBytes(bytes, utf8(manifestText(json))) ? parsed.output : null
  } catch {
    return null
  }
}

/**
 * The exact bytes to sign. The first line keeps a manifest apart from a directory, which is signed as it stands and begins with a brace,
 * and from an approval, which begins with its own name.
 */
export const manifestMessage = (bytes: Uint8Array): Bytes => concat(utf8('balise-manifest-1\n'), bytes)

/** Which of `roots` signed exactly this manifest. */
export async function believeManifest(
  bytes: Uint8Array,
  signatureBytes: Uint8Array,
  roots: readonly string[],
): Promise<Result<Set<string>, 'not-signatures' | 'too-few-signatures'>> {
  const signatures = parseSignatures(signatureBytes)
  if (!signatures.ok) return decline('not-signatures')
  const signers = await signersOf(manifestMessage(bytes), signatures.value, roots)
  return signers.size >= ROOT_THRESHOLD ? accept(signers) : decline('too-few-signatures')
}

/** What tells one release of a site from another. `sha256` is of the manifest's exact bytes. */
export interface Stamp {
  version: string
  directoryVersion: number
  sha256: string
}

export type Succession = 'same' | 'newer' | 'older-version' | 'older-directory' | 'same-version-changed'

/** How `next` stands to what was believed before. Neither the code nor the directory may go back, whatever the other does. */
export function successionOf(before: Stamp, next: Stamp): Succession {
  const code = compareVersions(next.version, before.version)
  if (code < 0) return 'older-version'
  if (next.directoryVersion < before.directoryVersion) return 'older-directory'
  if (code > 0 || next.directoryVersion > before.directoryVersion) return 'newer'
  return next.sha256 === before.sha256 ? 'same' : 'same-version-changed'
}

/** Number by number, never letter by letter: 0.10.0 comes after 0.9.0. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number))
  for (const place of [0, 1, 2]) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0)
    if (difference !== 0) return Math.sign(difference)
  }
  return 0
}
