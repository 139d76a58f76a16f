// A file that goes with a report, as the envelope tells of it: what it takes to fetch, check and open its parts. None of it is ever
// told to the server, and nothing here comes from the file's own name.
import * as v from 'valibot'
import { attachmentName, FILE_KINDS, type FileKind } from './file-kinds.ts'
import { MAX_FILE_BYTES, MAX_FILES, MAX_FILES_BYTES, PART_BYTES } from './limits.ts'
import { Sha256 } from './shapes.ts'

/** 32 bytes in 64 lower-case hexadecimal digits. */
const Secret = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** A sealed file is longer than the file: by its frame, and by at most an eighth of padding. */
const MAX_PARTS = Math.ceil((MAX_FILE_BYTES * 1.125) / PART_BYTES)

const isNamedAsItIs = ({ name, kind, mediaType, original }: AttachmentFields): boolean => {
  const number = Number(/^piece-([1-9][0-9]?)[.-]/.exec(name)?.[1])
  return (
    number <= MAX_FILES &&
    name === attachmentName(number, kind, original) &&
    mediaType === FILE_KINDS[kind].mediaType
  )
}

/**
 * `bytes` and `sha256` are of the file itself: the parts, joined and opened with `sessionKey`, give exactly it. `original` marks the
 * file as it was on the phone, with all that it may tell of its author, beside a clean copy.
 */
const AttachmentFields = v.strictObject({
  name: v.string(),
  kind: v.picklist(Object.keys(FILE_KINDS) as FileKind[]),
  mediaType: v.string(),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_FILE_BYTES)),
  sessionKey: Secret,
  sha256: Sha256,
  /** SHA-256 of each, by which it is fetched, in order. */
  parts: v.pipe(v.array(Sha256), v.minLength(1), v.maxLength(MAX_PARTS)),
  original: v.optional(v.literal(true)),
})
type AttachmentFields = v.InferOutput<typeof AttachmentFields>

export const Attachment = v.pipe(AttachmentFields, v.check(isNamedAsItIs))
export type Attachment = v.InferOutput<typeof Attachment>

/**
 * All that goes with one envelope: each file once or, with its original, twice. `hold` is this envelope's own: from it come the secrets
 * that keep its parts on the server, one a part, counted through all the files (`crypto/holds.ts`).
 */
export const Attachments = v.strictObject({
  hold: Secret,
  files: v.pipe(
    v.array(Attachment),
    v.minLength(1),
    v.maxLength(2 * MAX_FILES),
    v.check((files) => new Set(files.map(({ name }) => name)).size === files.length),
    v.check((files) => files.reduce((sum, { bytes }) => sum + bytes, 0) <= MAX_FILES_BYTES),
  ),
})
export type Attachments = v.InferOutput<typeof Attachments>
