// A directory on disk: `directory.json`, whose exact bytes are signed, and `directory.json.signatures` beside it.
import { explainFault } from '../directory/faults.ts'
import type { Bytes } from '../crypto/encoding.ts'
import type { Directory } from '../directory/directory.ts'
import { directoryText, parseDirectory } from '../directory/verify-directory.ts'
import { addDays, dayOf } from '../protocol/day.ts'
import { DIRECTORY_LIFETIME_DAYS } from '../protocol/limits.ts'
import { readBytes, remove, replace } from './files.ts'
import { done, print, refused, type Outcome } from './outcome.ts'
import { signaturesPath } from './root-signatures.ts'

export interface DirectoryFile {
  bytes: Bytes
  directory: Directory
}

export async function readDirectoryFile(path: string): Promise<Outcome<DirectoryFile>> {
  const bytes = await readBytes(path, 'the directory')
  if (!bytes.ok) return bytes
  const directory = parseDirectory(bytes.value)
  return directory.ok
    ? done({ bytes: bytes.value, directory: directory.value })
    : refused(`${path} cannot be used. ${explainFault(directory.reason)}`)
}

/** The text of a directory issued at this instant (milliseconds), to be signed as it stands. */
export function textIssuedAt(at: number, directory: Omit<Directory, 'issuedOn' | 'expiresOn'>): string {
  const issuedOn = dayOf(at)
  const { format, version, ...rest } = directory
  const dated = { format, version, ...rest, issuedOn, expiresOn: addDays(issuedOn, DIRECTORY_LIFETIME_DAYS) }
  return directoryText(dated)
}

/** Replaces a directory. Its former signatures go first: they are worth nothing over other bytes. */
export async function replaceDirectory(path: string, text: string): Promise<Outcome> {
  await remove(signaturesPath(path))
  return await replace(path, text, 'the directory')
}

/** Replaces a directory by its next version, of today; says what changed in it, and that it is to be signed. */
export async function replaceByNext(
  path: string,
  directory: Omit<Directory, 'issuedOn' | 'expiresOn'>,
  changes: readonly string[],
): Promise<Outcome> {
  const version = directory.version + 1
  const written = await replaceDirectory(path, textIssuedAt(Date.now(), { ...directory, version }))
  if (!written.ok) return written
  for (const line of changes) print(line)
  print(
    `version ${version}, not signed yet: two root keepers run npx balise directory sign --directory ${path}`,
  )
  return done(undefined)
}
