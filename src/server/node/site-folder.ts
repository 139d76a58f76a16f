// Reads the folder of a built site: exactly the files its manifest lists, each held against it. It names the file that is not what the
// build made, and never reads one that the manifest does not name.
import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { Bytes } from '../../crypto/encoding.ts'
import { parseManifest, type Manifest } from '../../directory/manifest.ts'
import { HEADER_SETS, type HeaderSet } from '../headers.ts'

export const MANIFEST = 'manifest.json'
export const MANIFEST_SIGNATURES = `${MANIFEST}.signatures`

export interface FolderFile {
  path: string
  file: string
  headers: HeaderSet
  type: string
  plain: Bytes
  /** Its compressed twin; null where the folder has none. */
  brotli: Bytes | null
}

export interface SiteFolder {
  manifest: Manifest
  manifestBytes: Bytes
  /** Null until somebody has signed. */
  signatureBytes: Bytes | null
  files: FolderFile[]
}

/** `file` is what is wrong with the folder, `fault` how. */
export type FolderVerdict =
  | { ok: true; value: SiteFolder }
  | { ok: false; file: string; fault: 'missing' | 'not-a-manifest' | 'changed' | 'unlike-its-twin' }

export async function readSiteFolder(folder: string): Promise<FolderVerdict> {
  const manifestBytes = await bytesIfThere(join(folder, MANIFEST))
  if (!manifestBytes) return { ok: false, file: MANIFEST, fault: 'missing' }
  const manifest = parseManifest(manifestBytes)
  if (!manifest) return { ok: false, file: MANIFEST, fault: 'not-a-manifest' }
  const files: FolderFile[] = []
  for (const [path, { file, sha256, headers, type }] of Object.entries(manifest.files)) {
    if (!isHeaderSet(headers)) return { ok: false, file: MANIFEST, fault: 'not-a-manifest' }
    const plain = await bytesIfThere(join(folder, file))
    if (!plain) return { ok: false, file, fault: 'missing' }
    if (hash('sha256', plain) !== sha256) return { ok: false, file, fault: 'changed' }
    const brotli = await bytesIfThere(join(folder, `${file}.br`))
    if (brotli && !isCompressed(brotli, plain)) {
      return { ok: false, file: `${file}.br`, fault: 'unlike-its-twin' }
    }
    files.push({ path, file, headers, type, plain, brotli })
  }
  const signatureBytes = await bytesIfThere(join(folder, MANIFEST_SIGNATURES))
  return { ok: true, value: { manifest, manifestBytes, signatureBytes, files } }
}

export const isHeaderSet = (name: string): name is HeaderSet => Object.hasOwn(HEADER_SETS, name)

/** Most browsers are sent the compressed twin: it must say the same. */
function isCompressed(brotli: Bytes, plain: Bytes): boolean {
  try {
    return brotliDecompressSync(brotli, { maxOutputLength: plain.length + 1 }).equals(plain)
  } catch {
    return false
  }
}

export const bytesOf = async (file: string): Promise<Bytes> => Uint8Array.from(await readFile(file))

async function bytesIfThere(file: string): Promise<Bytes | null> {
  try {
    return await bytesOf(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
