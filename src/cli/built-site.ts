// The folder of a built site as root keepers and verifiers take it: byte for byte what its manifest says, with nothing beside, and of a
// directory that its roots signed. What the folder is not is named, and then nothing of it is used.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { edgeHeaders } from '../build/site-files.ts'
import type { Directory } from '../directory/directory.ts'
import { readSiteFolder, MANIFEST, MANIFEST_SIGNATURES, type SiteFolder } from '../server/node/site-folder.ts'
import { readKnownRoots } from './known-roots.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { readSignedDirectory } from './signed-directory.ts'

export interface BuiltSite extends SiteFolder {
  directory: Directory
  /** The roots that were given, if any. */
  known: readonly string[] | undefined
}

/** What the build writes beside what is served. */
const HEADERS_FILE = '_headers'
const UNSERVED = [MANIFEST, MANIFEST_SIGNATURES, HEADERS_FILE, '.assetsignore']

const FAULTS = {
  missing: 'is not there',
  'not-a-manifest': 'is not a manifest that this version of balise can read',
  changed: 'is not the file that the manifest lists',
  'unlike-its-twin': 'does not hold the file whose compressed twin it is',
} as const

/** `at`: milliseconds. */
export async function readBuiltSite(
  given: { site: string; roots: string | undefined },
  at: number,
): Promise<Outcome<BuiltSite>> {
  const { site } = given
  const roots = await readKnownRoots(given.roots)
  if (!roots.ok) return roots
  const folder = await readSiteFolder(site)
  if (!folder.ok) {
    return refused(`${site} is not a site as the build makes it: ${folder.file} ${FAULTS[folder.fault]}.`)
  }
  const unlisted = await unlistedFile(site, folder.value)
  if (unlisted !== null) {
    return refused(`${site} is not a site as the build makes it: ${unlisted}`)
  }
  const directoryFile = join(site, 'directory.json')
  const directory = await readSignedDirectory({ directory: directoryFile, roots: given.roots }, at, false)
  if (!directory.ok) return directory
  if (directory.value.version !== folder.value.manifest.directoryVersion) {
    return refused(
      `The manifest in ${site} names another version of the directory than the one that is there.`,
    )
  }
  return done({ ...folder.value, directory: directory.value, known: roots.value })
}

/** What stands there and is served by nobody, or would be served with other headers. */
async function unlistedFile(site: string, { files }: SiteFolder): Promise<string | null> {
  const listed = new Set([...UNSERVED, ...files.flatMap(({ file }) => [file, `${file}.br`])])
  const entries = await readdir(site, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const name = relative(site, join(entry.parentPath, entry.name))
    if (!entry.isDirectory() && !listed.has(name)) return `${JSON.stringify(name)} is not in its manifest.`
  }
  const headers = await readFile(join(site, HEADERS_FILE), 'utf8').catch(() => null)
  return headers === edgeHeaders(files)
    ? null
    : `its ${HEADERS_FILE} is not what this version of balise writes.`
}
