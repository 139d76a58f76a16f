// Undoes the compression of an answer, and only where every decoder would see the same: one stream, which ends with the last byte that was
// sent. It never shows less than a browser would show, nor more.
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'
import type { Bytes } from '../crypto/encoding.ts'

interface Decoded {
  buffer: Buffer
  engine: { bytesWritten: number }
}
type Decode = (bytes: Buffer, options: { maxOutputLength: number; info: true }) => Promise<Decoded>

const promised = (decode: unknown): Decode => promisify(decode as (...given: unknown[]) => void) as Decode

/** Zstandard came to Node after the oldest version that balise runs on. */
async function decoderOf(name: string): Promise<Decode | null> {
  if (name === 'br') return promised(brotliDecompress)
  if (name === 'gzip') return promised(gunzip)
  if (name === 'deflate') return promised(inflate)
  if (name !== 'zstd') return null
  const { zstdDecompress } = await import('node:zlib')
  return promised(zstdDecompress)
}

/**
 * Null where the encoding is none that was asked for, where it does not hold, or where it unfolds to more than allowed. Null too where
 * something follows what was unfolded: Node stops after the first Zstandard frame and Chromium goes on; Node joins the members of a gzip file
 * and Chromium stops after the first.
 */
export async function decoded(
  sent: Buffer,
  encodings: readonly string[],
  most: number,
): Promise<Bytes | null> {
  const [name = 'identity'] = encodings
  if (encodings.length > 1) return null
  if (name === 'identity') return new Uint8Array(sent)
  try {
    const decode = await decoderOf(name)
    if (!decode) return null
    const { buffer, engine } = await decode(sent, { maxOutputLength: most, info: true })
    if (engine.bytesWritten !== sent.length) return null
    return name === 'gzip' && !(await isOneMember(sent, most)) ? null : new Uint8Array(buffer)
  } catch {
    return null
  }
}

const HAS = { checksum: 2, extra: 4, name: 8, comment: 16 }
const TRAILER_BYTES = 8

/** RFC 1952: after the header and one deflate stream, eight bytes are left. That it is well formed was seen before. */
async function isOneMember(sent: Buffer, most: number): Promise<boolean> {
  const flags = sent[3] ?? 0
  let at = 10
  if (flags & HAS.extra) at += 2 + sent.readUInt16LE(at)
  if (flags & HAS.name) at = sent.indexOf(0, at) + 1
  if (flags & HAS.comment) at = sent.indexOf(0, at) + 1
  if (flags & HAS.checksum) at += 2
  const first = await promised(inflateRaw)(sent.subarray(at), { maxOutputLength: most, info: true })
  return at + first.engine.bytesWritten + TRAILER_BYTES === sent.length
}
