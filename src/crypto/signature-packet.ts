// Looks at an armored detached signature before anything is computed: that it is one, by whom it says it is, over what kind
// of document. It verifies nothing and believes nothing: it only spares the work on what could never be right.
import { fromBase64, toBase64, toHex, type Bytes } from './encoding.ts'

const SIGNATURE = 2
const VERSION = 4
/** Over a binary document, or over a text (RFC 9580 §5.2.1). */
const DOCUMENT_TYPES = [0, 1]
const ISSUER_KEY_ID = 16
const ISSUER_FINGERPRINT = 33

const BEGIN = '-----BEGIN PGP SIGNATURE-----'
const END = '-----END PGP SIGNATURE-----'

export interface LoneSignature {
  /** Key ID of the key it names as its own: 16 lower-case hexadecimal digits. */
  issuer: string
  /** Exactly the packet that was looked at, armored afresh: nothing beside it is left for another reader to find. */
  armored: string
}

/** The one v4 document signature that a text holds, and nothing else; null otherwise. */
export function readLoneSignature(text: string): LoneSignature | null {
  const bytes = unarmor(text)
  const body = bytes && onePacket(bytes)
  if (!bytes || !body || body[0] !== VERSION || !DOCUMENT_TYPES.includes(body[1] ?? -1)) return null
  const hashed = areaAt(body, 4)
  const unhashed = hashed && areaAt(body, 6 + hashed.length)
  const issuer = (hashed && issuerIn(hashed)) ?? (unhashed && issuerIn(unhashed))
  return issuer ? { issuer, armored: `${BEGIN}\n\n${toBase64(bytes)}\n${END}\n` } : null
}

/** The bytes between the armor's lines (RFC 9580 §6.2); its checksum, which no longer means anything, is passed over. */
function unarmor(text: string): Bytes | null {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trim())
  if (lines[0] !== BEGIN || lines.at(-1) !== END) return null
  const start = lines.indexOf('') + 1
  const data = lines.slice(start, -1)
  if (start === 0 || data.length === 0) return null
  if (data.at(-1)?.startsWith('=')) data.pop()
  return fromBase64(data.join(''))
}

/** The body of a signature packet that is all there is, in the old format, as GnuPG writes it, or the new (RFC 9580 §4.2). */
function onePacket(bytes: Bytes): Bytes | null {
  const [header = 0, first = 0, second = 0] = bytes
  const body = (start: number, length: number) =>
    bytes.length === start + length ? bytes.subarray(start) : null
  if (header === (0xc0 | SIGNATURE)) {
    if (first < 192) return body(2, first)
    return first < 224 ? body(3, ((first - 192) << 8) + second + 192) : null
  }
  if (header === (0x80 | (SIGNATURE << 2))) return body(2, first)
  return header === (0x81 | (SIGNATURE << 2)) ? body(3, (first << 8) + second) : null
}

/** The subpackets whose length, in two octets, stands `at` a place of the body. */
function areaAt(body: Bytes, at: number): Bytes | null {
  const [high, low] = body.subarray(at, at + 2)
  if (high === undefined || low === undefined) return null
  const area = body.subarray(at + 2, at + 2 + (high << 8) + low)
  return area.length === (high << 8) + low ? area : null
}

/** The key ID of the first subpacket that names an issuer (RFC 9580 §5.2.3.12 and §5.2.3.35). */
function issuerIn(area: Bytes): string | null {
  for (let at = 0; at < area.length;) {
    const [first = 0, second = 0] = area.subarray(at)
    if (first === 255) return null
    const [start, length] = first < 192 ? [at + 1, first] : [at + 2, ((first - 192) << 8) + second + 192]
    const subpacket = area.subarray(start, start + length)
    if (subpacket.length !== length) return null
    const type = (subpacket[0] ?? 0) & 0x7f
    if (type === ISSUER_KEY_ID && length === 9) return toHex(subpacket.subarray(1))
    if (type === ISSUER_FINGERPRINT && length === 22) return toHex(subpacket.subarray(14))
    at = start + length
  }
  return null
}
