// Files that came with reports, as phones would have sent them: sealed, their parts on the server and held; and those that no phone of
// ours would send.
import { readFile } from 'node:fs/promises'
import { concat, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { holdSecretsOf } from '../../src/crypto/holds.ts'
import { randomHex } from '../../src/crypto/random.ts'
import { solveProof } from '../../src/crypto/proof-of-work.ts'
import { sha256, sha256Hex } from '../../src/crypto/sha256.ts'
import type { Attachment, Attachments } from '../../src/protocol/attachment.ts'
import type { Day } from '../../src/protocol/day.ts'
import { attachmentName, FILE_KINDS, type FileKind } from '../../src/protocol/file-kinds.ts'
import { sealReport, type Recipient } from '../../src/sealing/seal-report.ts'
import { consentsTo } from '../support/consents.ts'
import { sealFile } from '../support/seal-file.ts'
import { askPermit, holdAll, permitBody, sendPart } from '../support/servers/part-sender.ts'
import { reportOf, seedIn, type Seed } from './inbox-seeds.ts'

export interface SentFile {
  kind: FileKind
  bytes: Bytes
  original?: true
  /** Its parts never reached the server. */
  lost?: true
}

export interface Sent {
  attachments: Attachments
  parts: { bytes: Bytes; sha256: string; secret: string }[]
}

/** Numbered in order; an original has the number of the clean copy before it. */
export async function sealFiles(sent: readonly SentFile[]): Promise<Sent> {
  const hold = randomHex(32)
  const files: Attachment[] = []
  const sealed: { bytes: Bytes; lost: boolean }[] = []
  let number = 0
  for (const { kind, bytes, original, lost = false } of sent) {
    if (!original) number++
    const { attachment, parts } = await sealFile(bytes)
    const { mediaType } = FILE_KINDS[kind]
    const told = { ...attachment, kind, mediaType, name: attachmentName(number, kind, original) }
    files.push(original ? { ...told, original } : told)
    sealed.push(...parts.map((part) => ({ bytes: part, lost })))
  }
  const secrets = await holdSecretsOf(hold, sealed.length)
  const parts = sealed.flatMap(({ bytes, lost }, index) =>
    lost ? [] : [{ bytes, sha256: sha256Hex(bytes), secret: secrets[index] ?? '' }],
  )
  return { attachments: { hold, files }, parts }
}

/** At most the twenty parts of one permit. The server must be running. */
export async function keepParts(origin: string, { parts }: Sent): Promise<void> {
  const server = { origin, secret: new Uint8Array() as Bytes }
  const asked = (await (await fetch(`${origin}/api/upload-challenge`)).json()) as { challenge: string }
  const permit = randomHex(32)
  await askPermit(server, permitBody(permit), solveProof(asked.challenge, sha256))
  for (const part of parts) await sendPart(server, part, permit)
  const held = await holdAll(server, parts, permit)
  if (held.status !== 204) throw new Error(`the holds were answered ${held.status}`)
}

/** A report from someone without a code, with its files. */
export async function seedWith(
  narrative: string,
  { attachments }: Sent,
  recipient: Recipient,
  receivedOn: Day,
): Promise<Seed> {
  const consents = consentsTo(recipient).map((consent) => ({ ...consent, attachments }))
  const submission = await sealReport(reportOf(narrative), consents, [recipient], receivedOn)
  if (!submission.ok) throw new Error(submission.reason)
  return seedIn(submission.value, receivedOn)
}

export const photograph = async (): Promise<Bytes> =>
  new Uint8Array(await readFile(new URL('../fixtures/files/camera-1.jpg', import.meta.url)))

/** A tone, 16 bits, one channel, 44,100 samples a second. */
export function soundOf(seconds: number): Bytes {
  const samples = 44_100 * seconds
  const data = new Int16Array(samples).map((_, at) => 8000 * Math.sin(at / 16))
  const head = new DataView(new ArrayBuffer(44))
  const words: [number, string][] = [
    [0, 'RIFF'],
    [8, 'WAVEfmt '],
    [36, 'data'],
  ]
  for (const [at, word] of words) new Uint8Array(head.buffer).set(utf8(word), at)
  head.setUint32(4, 36 + data.byteLength, true)
  head.setUint32(16, 16, true)
  head.setUint16(20, 1, true)
  head.setUint16(22, 1, true)
  head.setUint32(24, 44_100, true)
  head.setUint32(28, 88_200, true)
  head.setUint16(32, 2, true)
  head.setUint16(34, 16, true)
  head.setUint32(40, data.byteLength, true)
  return concat(new Uint8Array(head.buffer), new Uint8Array(data.buffer))
}

export const PDF = utf8(`%PDF-1.4\n1 0 obj<</OpenAction<</S/URI/URI(https://example.org)>>>>endobj\n%%EOF\n`)

/** Text that would run if anything took it for a page or a drawing. */
export const HOSTILE_PAGE = utf8(
  `<!doctype html><script>parent.caught = true; fetch('https://example.org')</script>${' '.repeat(200)}`,
)
export const HOSTILE_DRAWING = utf8(
  `<svg xmlns="http://www.w3.org/2000/svg" onload="parent.caught = true"><script>parent.caught = true</script></svg>`,
)
/** It begins as a JPEG does, and is a page. */
export const HALF_IMAGE = concat(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), HOSTILE_PAGE)
/** It begins as an MP4 does, and holds nothing that plays. */
export const EMPTY_VIDEO = concat(
  Uint8Array.of(0, 0, 0, 24),
  utf8('ftypisom\0\0\0\0isommp42'),
  new Uint8Array(200),
)
