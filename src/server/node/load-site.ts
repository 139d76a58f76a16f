// Reads a built site into memory: exactly the files its manifest lists. A request never reaches the file system.
import type { Bytes } from '../../crypto/encoding.ts'
import type { Site, SiteAnswer } from '../env.ts'
import { HEADER_SETS } from '../headers.ts'
import { MANIFEST, MANIFEST_SIGNATURES, readSiteFolder } from './site-folder.ts'

const LOST_FILE = '404.html'

/** Throws when the folder does not hold, byte for byte, what its manifest says: it is not what the build made. */
export async function loadSite(folder: string): Promise<Site> {
  const read = await readSiteFolder(folder)
  if (!read.ok) throw new Error(`${read.file}: ${read.fault}`)
  const { manifestBytes, signatureBytes, files } = read.value
  const answers = new Map<string, SiteAnswer>()
  let lost: SiteAnswer | null = null
  for (const { path, file, headers, type, plain, brotli } of files) {
    const answer = { type, headers: HEADER_SETS[headers], plain, brotli }
    answers.set(path, answer)
    if (file === LOST_FILE) lost = answer
  }
  answers.set(`/${MANIFEST}`, beside(manifestBytes))
  // What they are worth is for whoever verifies: a site serves its pages, signed or not.
  if (signatureBytes) answers.set(`/${MANIFEST_SIGNATURES}`, beside(signatureBytes))
  return { find: (path) => answers.get(path) ?? null, lost }
}

/** What is served without being listed: a manifest cannot name itself, nor what is signed over it. */
const beside = (plain: Bytes): SiteAnswer => ({
  type: 'application/json',
  headers: HEADER_SETS.page,
  plain,
  brotli: null,
})
