// The files of one message, as whoever sends it needs them. Their parts go first, and are held for its envelope once its number is known.
import type { Attachments } from '../../protocol/attachment.ts'
import type { Result } from '../../protocol/result.ts'
import type { FilesStop, Holder } from '../files/files-for.ts'

export interface MessageFiles {
  /** Another number once another thing would go. */
  readonly version: number
  /** Whether any file would go. */
  readonly goes: boolean
  lock: (locked: boolean) => void
  /** Sends every part that is not kept yet; called again after a fault, it does the rest. */
  send: () => Promise<Result<null, FilesStop>>
  /** What the envelope of this holder is to tell; null when every file was taken out meanwhile. */
  hold: (holder: Holder) => Promise<Result<Attachments | null, FilesStop>>
  wipe: () => void
}
