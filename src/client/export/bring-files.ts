// Brings and opens the files of a case for its archive, one after the other. One that does not come is told of and stops nothing; what
// was opened is never looked into further than its first bytes.
import type { Bytes } from '../../crypto/encoding.ts'
import { MAX_FILES_BYTES } from '../../protocol/limits.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { FileOpener, OpenFileFault } from '../inbox/file-opener.ts'
import type { Entry, Missing } from './archive.ts'
import type { TakenFile } from './taken.ts'

/** Of all the files of one archive: it is made in the memory of a page. */
export const MAX_ARCHIVE_FILES_BYTES = 4 * MAX_FILES_BYTES

const FOLDER = 'fichiers'

export type MissingReason = Exclude<OpenFileFault, 'stopped'> | 'too-much'

export interface Brought {
  entries: Entry[]
  missing: (Missing & { reason: MissingReason })[]
  /** Names of those that are not of the kind they say: they are there as `….bin`. */
  disguised: string[]
}

/** `onFile` hears how many are done. Declines once it was stopped. */
export async function bringFiles(
  files: readonly TakenFile[],
  { open }: FileOpener,
  onFile: (done: number) => void,
  signal: AbortSignal,
): Promise<Result<Brought, 'stopped'>> {
  const brought: Brought = { entries: [], missing: [], disguised: [] }
  let room = MAX_ARCHIVE_FILES_BYTES
  for (const [index, { name, attachment }] of files.entries()) {
    onFile(index)
    const { bytes, sha256 } = attachment
    const lack = (reason: MissingReason): unknown => brought.missing.push({ name, bytes, sha256, reason })
    if (bytes > room) {
      lack('too-much')
      continue
    }
    const opened = await open(attachment, () => {}, signal)
    if (signal.aborted || (!opened.ok && opened.reason === 'stopped')) return decline('stopped')
    if (!opened.ok) {
      lack(opened.reason as MissingReason)
      continue
    }
    room -= bytes
    if (!opened.value.asSaid) brought.disguised.push(name)
    brought.entries.push(entryOf(name, opened.value.asSaid, opened.value.bytes))
  }
  onFile(files.length)
  return accept(brought)
}

function entryOf(name: string, asSaid: boolean, bytes: Bytes): Entry {
  const named = asSaid ? name : `${name.slice(0, name.lastIndexOf('.'))}.bin`
  return { path: `${FOLDER}/${named}`, bytes }
}
