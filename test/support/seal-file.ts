// Seals a file as a phone does, and tells of it as an envelope does.
import type { Bytes } from '../../src/crypto/encoding.ts'
import { sealInParts } from '../../src/crypto/seal-parts.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import type { Attachment } from '../../src/protocol/attachment.ts'
import { attachmentName, FILE_KINDS } from '../../src/protocol/file-kinds.ts'

/** How much of a file is read at a time, so that pieces and parts do not coincide. */
const READ_BYTES = 100_000

function* readingOf(file: Bytes): Generator<Bytes> {
  for (let at = 0; at < file.length; at += READ_BYTES) yield file.subarray(at, at + READ_BYTES)
}

export async function sealFile(file: Bytes): Promise<{ attachment: Attachment; parts: Bytes[] }> {
  const sealing = sealInParts(file.length, readingOf(file))
  const parts: Bytes[] = []
  let step = await sealing.next()
  for (; !step.done; step = await sealing.next()) parts.push(step.value)
  const attachment: Attachment = {
    name: attachmentName(1, 'pdf'),
    kind: 'pdf',
    mediaType: FILE_KINDS.pdf.mediaType,
    bytes: file.length,
    ...step.value,
    parts: parts.map((part) => sha256Hex(part)),
  }
  return { attachment, parts }
}
