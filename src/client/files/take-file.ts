// Takes in one file that its author chose: says what it is, and makes the clean copy of an image. It never keeps a file's name.
import type { FileKind } from '../../protocol/file-kinds.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { HEAD_BYTES, isImage, recogniseFile, type FileFault } from '../../domain/recognise-file.ts'
import type { CleanCopy } from './clean-image.ts'
import type { FilesDesk } from './files-desk.ts'
import type { FilesFault } from './files-messages.ts'

/**
 * What may be sent of a file: an image's clean copy (a JPEG), and the file as it is. `original` is null for a photograph of a kind
 * that is not on the list, which this browser can draw all the same: then there is its copy alone.
 */
export interface TakenFile {
  copy: CleanCopy | null
  original: { kind: FileKind; file: File } | null
}

export async function takeFile(
  file: File,
  desk: Pick<FilesDesk, 'clean'>,
): Promise<Result<TakenFile, FileFault | FilesFault>> {
  const head = await file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => null)
  // A file in a cloud, or on a card that was taken out, is there in name only.
  if (!head) return decline('unreadable')
  const seen = recogniseFile(new Uint8Array(head), file.size, file.name)
  if (!seen.ok && seen.reason !== 'heic') return seen
  if (seen.ok && !isImage(seen.value)) return accept({ copy: null, original: { kind: seen.value, file } })
  const copy = await desk.clean(file)
  if (!copy.ok) return seen.ok ? copy : seen
  return accept({ copy: copy.value, original: seen.ok ? { kind: seen.value, file } : null })
}
