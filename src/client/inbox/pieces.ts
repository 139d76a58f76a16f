// The files of one envelope, each clean copy with its one original. Whatever their names say, no piece holds more.
import type { Attachment } from '../../protocol/attachment.ts'

const numberIn = (name: string): string => /^piece-(\d{1,2})[.-]/.exec(name)?.[1] ?? name

export function piecesOf(files: readonly Attachment[]): Attachment[][] {
  const pieces: Attachment[][] = []
  /** Clean copies that wait for their original, by the number they say. */
  const alone = new Map<string, Attachment[]>()
  for (const file of files) {
    const number = numberIn(file.name)
    const copy = file.original && alone.get(number)
    if (copy) {
      copy.push(file)
      alone.delete(number)
      continue
    }
    const piece = [file]
    pieces.push(piece)
    if (!file.original) alone.set(number, piece)
  }
  return pieces
}
