// The archive of a case with files of every fate, as a member takes it: one that opens, an original, a bomb under an image's name, one that
// is gone.
import { deflateRawSync } from 'node:zlib'
import { bringFiles } from '../../src/client/export/bring-files.ts'
import { caseArchive } from '../../src/client/export/case-archive.ts'
import { filesOf, type Choice, type Taken } from '../../src/client/export/taken.ts'
import type { FileOpener } from '../../src/client/inbox/file-opener.ts'
import { utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import type { Attachment } from '../../src/protocol/attachment.ts'
import { attachment, attachments, sayingKeys, takenWith, TAKER } from './taken-case.ts'

export const USUAL: Choice[] = ['about', 'identifiers', 'exchanges', 'files']
export const never = new AbortController().signal

/** Ten thousand times as large once unpacked, and by its name an image. */
export const BOMB = Uint8Array.from(deflateRawSync(Buffer.alloc(20_000_000))) as Bytes
export const IMAGE = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1) as Bytes

const fileOf = (bytes: Bytes, rest: Partial<Attachment>): Attachment =>
  attachment({ bytes: bytes.length, sha256: sha256Hex(bytes), ...rest })

export const SENT = attachments(
  fileOf(IMAGE, { name: 'piece-1.jpg' }),
  fileOf(utf8('original'), { name: 'piece-1-original.jpg', original: true }),
  fileOf(BOMB, { name: 'piece-2.png', kind: 'png' }),
  fileOf(utf8('lost'), { name: 'piece-3.pdf', kind: 'pdf' }),
)

/** Answers what each of these opens to; anything else is gone from the server. */
const openerOf = (known: readonly Bytes[], disguised: readonly Bytes[] = []): FileOpener => ({
  open: async ({ sha256 }) => {
    const bytes = known.find((each) => sha256Hex(each) === sha256)
    return bytes
      ? { ok: true, value: { bytes, asSaid: !disguised.includes(bytes) } }
      : { ok: false, reason: 'gone' }
  },
})

export async function archiveWith(taken: Taken): Promise<Bytes> {
  const files = filesOf(taken)
  const opener = openerOf([IMAGE, utf8('original'), BOMB], [BOMB])
  const brought = await bringFiles(
    files.flatMap((each) => each.files),
    opener,
    () => {},
    never,
  )
  if (!brought.ok) throw new Error(brought.reason)
  return caseArchive(taken, TAKER, files, brought.value, sayingKeys())
}

export const usualArchive = (): Promise<Bytes> =>
  archiveWith(takenWith('Un récit.', { chosen: [...USUAL, 'originals'], report: { attachments: SENT } }))
