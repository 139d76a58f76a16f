// What the page and the files Worker say to one another. Plain data only, and one thing at a time for each turn.
import type { Bytes } from '../../crypto/encoding.ts'
import type { SealedContent } from '../../crypto/seal-parts.ts'
import type { CleanCopy, CleanFault } from './clean-image.ts'

/** A file as the page holds it: chosen by its author, or a clean copy. */
export type Content = Blob | Bytes

/** `turn` numbers what is being done, and comes back in every answer. */
export type FilesRequest =
  | { type: 'clean'; turn: number; file: Blob }
  /** Begins to seal, and asks for the first part. */
  | { type: 'seal'; turn: number; content: Content }
  /** Asks for the next part: none is made before, so that one part at a time is in memory. */
  | { type: 'next'; turn: number }
  | { type: 'drop'; turn: number }

/** A part of the sealed file, and the SHA-256 of its bytes. */
export interface SealedPart {
  bytes: Bytes
  sha256: string
}

/** `unreadable`: the file went away or changed while it was read. `failed`: the Worker threw, fell silent, or never came. */
export type FilesFault = CleanFault | 'failed'

export type FilesAnswer =
  | { type: 'cleaned'; turn: number; copy: CleanCopy }
  | { type: 'part'; turn: number; part: SealedPart }
  | { type: 'sealed'; turn: number; content: SealedContent }
  | { type: 'failed'; turn: number; reason: FilesFault }
