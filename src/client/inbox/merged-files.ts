// The files of a case as one set: those of the report, then those that came with what followed, each under a name of its own. What is
// more than one envelope holds is counted and left where it is.
import type { Attachment, Attachments } from '../../protocol/attachment.ts'
import { attachmentName } from '../../protocol/file-kinds.ts'
import { MAX_FILES, MAX_FILES_BYTES } from '../../protocol/limits.ts'
import { piecesOf } from './pieces.ts'

/** `left`: pieces that do not go. */
export function mergedFiles(sets: readonly Attachments[]): { files: Attachment[]; left: number } {
  const pieces = sets.flatMap((set) => piecesOf(set.files))
  const files: Attachment[] = []
  let [taken, bytes] = [0, 0]
  for (const piece of pieces) {
    const weight = piece.reduce((sum, file) => sum + file.bytes, 0)
    if (taken === MAX_FILES || bytes + weight > MAX_FILES_BYTES) continue
    taken++
    bytes += weight
    files.push(...piece.map((file) => ({ ...file, name: attachmentName(taken, file.kind, file.original) })))
  }
  return { files, left: pieces.length - taken }
}
