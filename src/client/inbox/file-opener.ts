// From an envelope's word on a file to the file's bytes: its parts brought, opened in the key Worker, and looked at. It keeps what was
// opened in this page's memory, until the letter is left.
import type { Bytes } from '../../crypto/encoding.ts'
import { HEAD_BYTES, recogniseFile } from '../../domain/recognise-file.ts'
import type { Attachment } from '../../protocol/attachment.ts'
import { accept, type Result } from '../../protocol/result.ts'
import { bringParts, type FetchPart, type PartsFault } from './file-parts.ts'

export type OpenFileFault = PartsFault | 'damaged' | 'broken'

export interface OpenedFile {
  bytes: Bytes
  /** Whether they are of the kind that the envelope says. What they are otherwise is nobody's guess. */
  asSaid: boolean
}

export interface OpenerMeans {
  fetchPart: FetchPart
  /** In the key Worker, which holds what reads OpenPGP. */
  openFile: (
    attachment: Attachment,
    parts: Bytes[],
  ) => Promise<Result<Bytes, 'altered-part' | 'damaged' | 'broken'>>
}

export interface FileOpener {
  open: (
    attachment: Attachment,
    onPart: (count: number) => void,
    signal: AbortSignal,
  ) => Promise<Result<OpenedFile, OpenFileFault>>
}

export function makeFileOpener({ fetchPart, openFile }: OpenerMeans): FileOpener {
  const opened = new Map<string, OpenedFile>()
  const brought = new Map<string, Bytes>()
  return {
    open: async (attachment, onPart, signal) => {
      const name = JSON.stringify(attachment)
      const known = opened.get(name)
      if (known) return accept(known)
      const parts = await bringParts(attachment.parts, fetchPart, brought, onPart, signal)
      if (!parts.ok) return parts
      const file = await openFile(attachment, parts.value)
      if (!file.ok) return file
      for (const part of attachment.parts) brought.delete(part)
      const found = { bytes: file.value, asSaid: isAsSaid(attachment, file.value) }
      opened.set(name, found)
      return accept(found)
    },
  }
}

function isAsSaid({ kind, name }: Attachment, bytes: Bytes): boolean {
  const seen = recogniseFile(bytes.subarray(0, HEAD_BYTES), bytes.length, name)
  return seen.ok && seen.value === kind
}
