// One file that a person chose, and what would go of it. Pure: it holds decisions and makes none, and its name stays on the phone.
import type { FileKind } from '../../protocol/file-kinds.ts'
import type { Content } from './files-messages.ts'
import type { TakenFile } from './take-file.ts'

export interface ChosenFile {
  /** As its owner knows it. Shown to them alone. */
  readonly name: string
  readonly bytes: number
  readonly taken: TakenFile
  /** An image's original goes beside its clean copy. */
  withOriginal: boolean
  /** A file without a clean copy goes as it is. */
  agreed: boolean
}

/** What is sealed as one: a clean copy, or a file as it is. `original` marks the one beside a clean copy. */
export interface Piece {
  kind: FileKind
  content: Content
  bytes: number
  original: boolean
}

/** What would go of a file, its copy first. Empty while its owner has not agreed that it goes as it is. */
export function piecesOf({ taken: { copy, original }, withOriginal, agreed }: ChosenFile): Piece[] {
  const asItIs = original && (copy ? withOriginal : agreed) ? original : null
  return [
    ...(copy
      ? [{ kind: 'jpeg' as const, content: copy.image, bytes: copy.image.length, original: false }]
      : []),
    ...(asItIs
      ? [{ kind: asItIs.kind, content: asItIs.file, bytes: asItIs.file.size, original: copy !== null }]
      : []),
  ]
}

/** How many bytes all of it makes. */
export const weightOf = (files: readonly ChosenFile[]): number =>
  files.flatMap(piecesOf).reduce((sum, { bytes }) => sum + bytes, 0)
