// Tells what a file is by what is in it, and whether it may go with a report. The name is never believed; it only shows that a file is
// not what its owner takes it for. Pure: it is given the first bytes, and never reads more.
import { FILE_KINDS, IMAGE_KINDS, type FileKind } from '../protocol/file-kinds.ts'
import { MAX_FILE_BYTES } from '../protocol/limits.ts'
import { accept, decline, type Result } from '../protocol/result.ts'

/** How many of its first bytes a file is recognised by, at most. */
export const HEAD_BYTES = 4096

/**
 * `heic` is what iPhones make of a photograph, and few browsers draw; `unreadable` begins as something known and ends too early;
 * `disguised` is called an image and is none.
 */
export const FILE_FAULTS = ['empty', 'too-big', 'heic', 'unreadable', 'disguised', 'not-on-the-list'] as const
export type FileFault = (typeof FILE_FAULTS)[number]

/** Below this many bytes none of the kinds holds anything: their headers alone are longer. */
const LEAST_BYTES: Readonly<Record<FileKind, number>> = {
  jpeg: 100,
  png: 57,
  webp: 26,
  gif: 26,
  pdf: 60,
  mp4: 100,
  mov: 100,
  webm: 60,
  mp3: 24,
  m4a: 100,
  ogg: 58,
  wav: 44,
  amr: 7,
}

/**
 * The kind of a file, or why it cannot be sent.
 *
 * @param head its first `HEAD_BYTES` bytes, or all of them when it has fewer
 * @param size its length in bytes
 * @param name as its owner sees it
 */
export function recogniseFile(head: Uint8Array, size: number, name: string): Result<FileKind, FileFault> {
  if (size === 0) return decline('empty')
  const kind = kindOf(head)
  if (kind === 'heic') return decline('heic')
  if (isCalledImage(name) && !(kind && isImage(kind))) return decline('disguised')
  if (kind === null) return decline('not-on-the-list')
  if (size > MAX_FILE_BYTES) return decline('too-big')
  return size < LEAST_BYTES[kind] ? decline('unreadable') : accept(kind)
}

export const isImage = (kind: FileKind): boolean => IMAGE_KINDS.some((image) => image === kind)

const IMAGE_NAMES = new Set([
  ...IMAGE_KINDS.map((kind) => FILE_KINDS[kind].extension),
  'jpeg',
  'jpe',
  'jfif',
  'heic',
  'heif',
  'avif',
  'bmp',
  'tif',
  'tiff',
])

const isCalledImage = (name: string): boolean =>
  IMAGE_NAMES.has(name.toLowerCase().split('.').at(-1)?.trim() ?? '') && name.includes('.')

type Seen = FileKind | 'heic'

function kindOf(head: Uint8Array): Seen | null {
  const has = (text: string, at = 0): boolean =>
    at + text.length <= head.length &&
    [...text].every((char, index) => head[at + index] === char.charCodeAt(0))
  // A JPEG's third byte begins the next marker, which is never of those that stand alone (ITU-T T.81, B.1.1.3).
  if (has('\xff\xd8\xff') && (head[3] ?? 0) >= 0xc0) return 'jpeg'
  if (has('\x89PNG\r\n\x1a\n') && has('IHDR', 12)) return 'png'
  if (has('GIF87a') || has('GIF89a')) return 'gif'
  if (has('RIFF')) return has('WEBPVP8', 8) ? 'webp' : has('WAVE', 8) ? 'wav' : null
  if (has('%PDF-', blanksBefore(head))) return 'pdf'
  if (has('\x1a\x45\xdf\xa3')) return textOf(head, 0, 64).includes('\x42\x82\x84webm') ? 'webm' : null
  if (has('OggS')) return SPOKEN_IN_OGG.some((name) => textOf(head, 28, 9).includes(name)) ? 'ogg' : null
  if (has('#!AMR\n') || has('#!AMR-WB\n')) return 'amr'
  if (has('ID3') || isMp3Frame(head)) return 'mp3'
  if (has('ftyp', 4)) return kindOfBrands(brandsOf(head))
  // QuickTime wrote no `ftyp` for its first ten years, and some cameras never did.
  return ['moov', 'mdat', 'wide'].some((atom) => has(atom, 4)) ? 'mov' : null
}

/** The first page of an Ogg stream names its codec; one with pictures is not for hearing. */
const SPOKEN_IN_OGG = ['OpusHead', '\x01vorbis', 'Speex', '\x7fFLAC']

/** Some offices' software leaves a byte order mark or blank lines before a PDF. */
function blanksBefore(head: Uint8Array): number {
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0
  const first = head.subarray(start, start + 64).findIndex((byte) => byte > 0x20)
  return start + Math.max(first, 0)
}

/** MPEG audio, layer III, with a bit rate and a sampling rate that exist (ISO 11172-3, 2.4.2.3). */
const isMp3Frame = ([sync = 0, version = 0, rates = 0]: Uint8Array): boolean =>
  sync === 0xff &&
  (version & 0xe6) === 0xe2 &&
  (version & 0x18) !== 0x08 &&
  (rates & 0xf0) !== 0xf0 &&
  (rates & 0xf0) !== 0 &&
  (rates & 0x0c) !== 0x0c

/** The brands of an ISO base media file (ISO 14496-12, 4.3): the one it is of first, then those it is compatible with. */
function brandsOf(head: Uint8Array): string[] {
  const length = new DataView(head.buffer, head.byteOffset, 4).getUint32(0)
  const listed = textOf(head, 16, Math.max(0, Math.min(length, 256) - 16))
  return [textOf(head, 8, 4), ...(listed.match(/[^]{4}/g) ?? [])]
}

function kindOfBrands(brands: readonly string[]): Seen | null {
  for (const brand of brands) {
    if (/^avi[fs]$/.test(brand)) return null
    if (/^he[iv][cxms]$/.test(brand)) return 'heic'
    if (brand === 'qt  ') return 'mov'
    if (/^M4[AB] $/.test(brand)) return 'm4a'
    if (/^(?:isom|iso\d|mp4[12]|avc1|M4V |MSNV|3g[p2].|dash)$/.test(brand)) return 'mp4'
  }
  return brands.some((brand) => /^m[is]f1$/.test(brand)) ? 'heic' : null
}

const textOf = (head: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...head.subarray(at, at + length))
