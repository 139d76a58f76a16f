// Seals one file as one OpenPGP message in parts, holding no more of it than a part at a time. The session key is in no packet: it
// travels in the envelope. It never keeps, sends or names anything.
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { PART_BYTES } from '../protocol/limits.ts'
import { startCfb } from './cfb.ts'
import { concat, toHex, type Bytes } from './encoding.ts'
import { padmeLength } from './padme.ts'
import { randomBytes } from './random.ts'

const LITERAL = 11
const SEIPD = 18
const HEADER_BYTES = 6
/** Format, length of the name, date (RFC 9580 §5.9). */
const LITERAL_FIELDS_BYTES = 6
/** A marker packet (RFC 9580 §5.8): "MUST be ignored when received". */
const MARKER = Uint8Array.of(0xca, 0x03, 0x50, 0x47, 0x50)
const SEIPD_VERSION = Uint8Array.of(1)
const PREFIX_BYTES = 18
const MDC_HEADER = Uint8Array.of(0xd3, 0x14)
const MDC_BYTES = 22

/** What a message weighs besides the file and the padding: 59 bytes. */
export const FRAME_BYTES =
  HEADER_BYTES + SEIPD_VERSION.length + PREFIX_BYTES + HEADER_BYTES + LITERAL_FIELDS_BYTES + MDC_BYTES

/** Bytes of the message that a file of this many bytes becomes. */
export const sealedLength = (bytes: number): number => padmeLength(bytes + FRAME_BYTES)

/** What the envelope must say of a file for it to be opened. Hexadecimal. */
export interface SealedContent {
  sessionKey: string
  /** SHA-256 of the file itself. */
  sha256: string
}

/**
 * The parts of a message in order, `PART_BYTES` each but the last; returns what opens them.
 *
 * SEIPD v1 (RFC 9580 §5.13.1) holding a literal data packet, then marker packets up to a Padmé length. GnuPG, Sequoia and OpenPGP.js
 * pass over them and print the file alone. The padding packet (§5.14) was made for this, but the Sequoia of Debian 12 refuses a
 * message that holds one. Under encryption it does not show what padding is made of.
 *
 * @param bytes the exact length of `content`
 * @throws when `content` turns out longer or shorter: the file changed while it was read
 */
export async function* sealInParts(
  bytes: number,
  content: AsyncIterable<Bytes> | Iterable<Bytes>,
): AsyncGenerator<Bytes, SealedContent> {
  const sessionKey = randomBytes(32)
  const encrypt = await startCfb(sessionKey)
  const fileHash = sha256.create()
  const plaintext = inPieces(plaintextOf(bytes, content, (chunk) => fileHash.update(chunk)))
  async function* message(): AsyncGenerator<Bytes> {
    yield concat(header(SEIPD, sealedLength(bytes) - HEADER_BYTES), SEIPD_VERSION)
    for await (const piece of plaintext) yield await encrypt(piece)
  }
  yield* inPieces(message())
  return { sessionKey: toHex(sessionKey), sha256: toHex(fileHash.digest()) }
}

/** What is encrypted, from the prefix to the digest that shows damage (MDC, RFC 9580 §5.13.1). */
async function* plaintextOf(
  bytes: number,
  content: AsyncIterable<Bytes> | Iterable<Bytes>,
  onContent: (chunk: Bytes) => void,
): AsyncGenerator<Bytes> {
  const digest = sha1.create()
  for await (const chunk of packetsOf(bytes, content, onContent)) {
    digest.update(chunk)
    yield chunk
  }
  digest.update(MDC_HEADER)
  yield concat(MDC_HEADER, digest.digest())
}

async function* packetsOf(
  bytes: number,
  content: AsyncIterable<Bytes> | Iterable<Bytes>,
  onContent: (chunk: Bytes) => void,
): AsyncGenerator<Bytes> {
  const prefix = randomBytes(PREFIX_BYTES - 2)
  yield concat(prefix, prefix.subarray(-2))
  const padding = sealedLength(bytes) - FRAME_BYTES - bytes
  yield literalHeader(bytes, padding % MARKER.length)
  let left = bytes
  for await (const chunk of content) {
    left -= chunk.length
    if (left < 0) break
    onContent(chunk)
    yield chunk
  }
  if (left !== 0) throw new Error('the file changed while it was read')
  for (let left = Math.floor(padding / MARKER.length); left > 0; left -= MARKERS_AT_A_TIME)
    yield concat(...Array.from({ length: Math.min(left, MARKERS_AT_A_TIME) }, () => MARKER))
}

const MARKERS_AT_A_TIME = 4096

/**
 * The file's real name and date are in no packet. What markers leave over of the padding, fewer bytes than one has, is a name of that
 * many underscores, which every tool passes over too.
 */
function literalHeader(bytes: number, leftOver: number): Bytes {
  const name = new Uint8Array(leftOver).fill(0x5f)
  const fields = concat(Uint8Array.of(0x62, leftOver), name, new Uint8Array(4))
  return concat(header(LITERAL, fields.length + bytes), fields)
}

/** A packet header of the new format whose length always takes five octets (RFC 9580 §4.2.1). */
function header(tag: number, length: number): Bytes {
  const octets = Uint8Array.of(0xc0 | tag, 0xff, 0, 0, 0, 0)
  new DataView(octets.buffer).setUint32(2, length)
  return octets
}

/** The same bytes in pieces of `PART_BYTES`, a shorter one last. */
async function* inPieces(chunks: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  let piece = new Uint8Array(PART_BYTES)
  let filled = 0
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      const taken = chunk.subarray(at, at + PART_BYTES - filled)
      piece.set(taken, filled)
      at += taken.length
      filled += taken.length
      if (filled < PART_BYTES) continue
      yield piece
      piece = new Uint8Array(PART_BYTES)
      filled = 0
    }
  }
  if (filled > 0) yield piece.subarray(0, filled)
}
