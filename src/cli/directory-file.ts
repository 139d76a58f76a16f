// A directory on disk: `directory.json`, whose exact bytes are signed, and `directory.json.signatures` beside it.
import { explainFault } from '../directory/faults.ts'
import type { Bytes } from '../crypto/encoding.ts'
import type { Directory, DirectorySignatures } from '../directory/directory.ts'
import { directoryText, parseDirectory, parseSignatures } from '../directory/verify-directory.ts'
import { addDays, dayOf } from '../protocol/day.ts'
import { DIRECTORY_LIFETIME_DAYS } from '../protocol/limits.ts'
import { exists, readBytes, remove, replace } from './files.ts'
import { done, refused, type Outcome } from './outcome.ts'

export interface DirectoryFile {
  bytes: Bytes
  directory: Directory
}

export const signaturesPath = (path: string): string => `${path}.signatures`

export async function readDirectoryFile(path: string): Promise<Outcome<DirectoryFile>> {
  const bytes = await readBytes(path, 'the directory')
  if (!bytes.ok) return bytes
  const directory = parseDirectory(bytes.value)
  return directory.ok
    ? done({ bytes: bytes.value, directory: directory.value })
    : refused(`${path} cannot be used. ${explainFault(directory.reason)}`)
}

/** The signatures beside a directory; none when there is no such file yet. */
export async function readSignaturesFile(path: string): Promise<Outcome<DirectorySignatures>> {
  if (!(await exists(signaturesPath(path)))) return done({ signatures: [] })
  const bytes = await readBytes(signaturesPath(path), 'the signatures')
  if (!bytes.ok) return bytes
  const signatures = parseSignatures(bytes.value)
  return signatures.ok
    ? done(signatures.value)
    : refused(`${signaturesPath(path)} is not readable. Delete it, and have two roots sign again.`)
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

export const signaturesText = (signatures: DirectorySignatures): string =>
  `${JSON.stringify(signatures, null, 2)}\n`
