// Reads a built site into memory: exactly the files its manifest lists. A request never reaches the file system.
import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import * as v from 'valibot'
import type { Bytes } from '../../crypto/encoding.ts'
import type { Site, SiteAnswer } from '../env.ts'
import { HEADER_SETS, type HeaderSet } from '../headers.ts'

const HEADER_SET_NAMES = Object.keys(HEADER_SETS) as [HeaderSet, ...HeaderSet[]]

const Manifest = v.object({
  files: v.record(
    v.string(),
    v.object({
      file: v.string(),
      sha256: v.string(),
      headers: v.picklist(HEADER_SET_NAMES),
      type: v.string(),
    }),
  ),
})

const LOST_FILE = '404.html'
const MANIFEST = 'manifest.json'

/** Throws when the folder does not hold, byte for byte, what its manifest says: it is not what the build made. */
export async function loadSite(folder: string): Promise<Site> {
  const manifestBytes = await bytesOf(join(folder, MANIFEST))
  const { files } = v.parse(Manifest, JSON.parse(Buffer.from(manifestBytes).toString('utf8')))
  const answers = new Map<string, SiteAnswer>()
  let lost: SiteAnswer | null = null
  for (const [path, { file, sha256, headers, type }] of Object.entries(files)) {
    const plain = await bytesOf(join(folder, file))
    if (hash('sha256', plain) !== sha256) throw new Error(`${file} is not the file that ${MANIFEST} lists`)
    const brotli = await bytesOf(join(folder, `${file}.br`)).catch(() => null)
    if (brotli && !isCompressed(brotli, plain)) throw new Error(`${file}.br does not hold ${file}`)
    const answer = { type, headers: HEADER_SETS[headers], plain, brotli }
    answers.set(path, answer)
    if (file === LOST_FILE) lost = answer
  }
  answers.set(`/${MANIFEST}`, {
    type: 'application/json',
    headers: HEADER_SETS.page,
    plain: manifestBytes,
    brotli: null,
  })
  return { find: (path) => answers.get(path) ?? null, lost }
}

/** Most browsers are sent the compressed twin: it must say the same. */
function isCompressed(brotli: Bytes, plain: Bytes): boolean {
  try {
    return brotliDecompressSync(brotli, { maxOutputLength: plain.length + 1 }).equals(plain)
  } catch {
    return false
  }
}

export const bytesOf = async (file: string): Promise<Bytes> => Uint8Array.from(await readFile(file))
