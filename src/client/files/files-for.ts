// What sending files comes to, for whoever seals the envelopes that tell of them. Words only.
import type { Attachments } from '../../protocol/attachment.ts'

/** An envelope to come, and the key of what keeps its files: 64 hexadecimal digits, its own. */
export interface Holder {
  association: string
  hold: string
}

/** By association, what goes into its envelope. Empty without files. */
export type FilesFor = ReadonlyMap<string, Attachments>

/** `files`: one of them could not go, or all this was given up; the page says which and why. */
export type FilesStop = 'unreachable' | 'files'
