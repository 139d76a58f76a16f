// Leaves of a JPEG what draws it and nothing that tells of it: no EXIF, XMP, IPTC, comment, colour profile or trailing bytes, whatever a
// browser's encoder put there. It moves segments; it never looks into a picture.
import { concat, type Bytes } from '../../crypto/encoding.ts'

const START = 0xd8
const END = 0xd9
const SCAN = 0xda
/** What may stay, by marker (ITU-T T.81, table B.1): frames and tables, JFIF's header, and the one that says how colours are coded. */
const isKept = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf) ||
  (marker >= 0xda && marker <= 0xdd) ||
  marker === 0xe0 ||
  marker === 0xee

/** The same picture without its other segments; null for bytes that are no whole JPEG. */
export function bareJpeg(jpeg: Bytes): Bytes | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== START) return null
  const kept = [jpeg.subarray(0, 2)]
  let at = 2
  while (at + 4 <= jpeg.length) {
    const marker = jpeg[at + 1] ?? 0
    if (jpeg[at] !== 0xff || marker < 0xc0) return null
    const next = at + 2 + lengthAt(jpeg, at + 2)
    const end = marker === SCAN ? endOfScan(jpeg, next) : next
    if (isKept(marker)) kept.push(jpeg.subarray(at, end))
    at = end
    if (jpeg[at] === 0xff && jpeg[at + 1] === END) return concat(...kept, jpeg.subarray(at, at + 2))
  }
  return null
}

const lengthAt = (jpeg: Bytes, at: number): number => ((jpeg[at] ?? 0) << 8) | (jpeg[at + 1] ?? 0)

/** Where the entropy-coded data ends: at the first marker that is neither a stuffed zero nor a restart (T.81, B.1.1.5). */
function endOfScan(jpeg: Bytes, start: number): number {
  for (let at = start; ;) {
    const found = jpeg.indexOf(0xff, at)
    if (found < 0) return jpeg.length
    const next = jpeg[found + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return found
    at = next === 0xff ? found + 1 : found + 2
  }
}
