// The bytes of a key file as members really have them: Windows editors and shells add a byte order mark, or write UTF-16.
import { fromUtf8, utf8 } from './encoding.ts'

/** Far above any key; a film chosen by mistake is not read into memory. */
export const MAX_KEY_FILE_BYTES = 1024 * 1024

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

/** The same key without a mark, in UTF-8. Binary keys start with neither mark and are returned as they are. */
export function keyBytes(file: Uint8Array): Uint8Array {
  if (startsWith(file, 0xef, 0xbb, 0xbf)) return file.subarray(3)
  if (startsWith(file, 0xff, 0xfe)) return utf8(new TextDecoder('utf-16le').decode(file).trim())
  return isText(file) ? utf8(fromUtf8(file).trim()) : file
}

/** An armored block is ASCII; a binary key starts with a packet header, whose first bit is set (RFC 9580 §4.2). */
const isText = (file: Uint8Array): boolean => file.every((byte) => byte < 0x80)
