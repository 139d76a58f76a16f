// Reads the outer packets of an OpenPGP message (RFC 9580 §4.2) without a key: enough to tell a sealed envelope from anything else.
// It believes no flag; it trusts only the structure.
import { toHex } from './encoding.ts'

const PKESK = 1
const SEIPD = 18
const ECDH = 18
const MAX_PACKETS = 9

/**
 * A PKESK body of the profile, v3 for ECDH on Curve25519 with a session key of AES-256: version, key ID, algorithm, a point of
 * 263 bits that begins with 0x40, and 48 octets of wrapped key with their length (RFC 9580 §5.1.5, §11.5). Every octet has its
 * place, so that nothing can ride along.
 */
const PKESK_BYTES = 1 + 8 + 1 + 2 + 33 + 1 + 48
const POINT_START = [0x01, 0x07, 0x40]
/** The bit of an X25519 point that opening ignores (RFC 7748 §5): set, one message would have two spellings. */
const IGNORED_BIT_AT = 44
const IGNORED_BIT = 0x80
const WRAPPED_KEY_LENGTH_AT = 45

interface Packet {
  tag: number
  body: Uint8Array
}

/** Splits new-format packets of definite length; null for anything else. */
function splitPackets(bytes: Uint8Array, most: number): Packet[] | null {
  const packets: Packet[] = []
  let at = 0
  while (at < bytes.length) {
    if (packets.length === most) return null
    const header = bytes[at++] ?? 0
    if (header >>> 6 !== 0b11) return null
    const first = bytes[at++]
    if (first === undefined) return null
    let length: number
    if (first < 192) length = first
    else if (first < 224) {
      const second = bytes[at++]
      if (second === undefined) return null
      length = ((first - 192) << 8) + second + 192
    } else if (first === 255) {
      if (at + 4 > bytes.length) return null
      length = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0)
      at += 4
    } else return null
    if (at + length > bytes.length) return null
    packets.push({ tag: header & 0x3f, body: bytes.subarray(at, at + length) })
    at += length
  }
  return packets
}

/** A message that is nothing but PKESK packets of the profile followed by one SEIPD v1; null for anything else. */
function splitMessage(bytes: Uint8Array): { sessionKeys: Packet[]; data: Packet } | null {
  const packets = splitPackets(bytes, MAX_PACKETS)
  const data = packets?.at(-1)
  if (!packets || data?.tag !== SEIPD || data.body[0] !== 1) return null
  const sessionKeys = packets.slice(0, -1)
  if (!sessionKeys.every(isOfTheProfile) || sessionKeys.length === 0) return null
  return { sessionKeys, data }
}

/**
 * The encryption key IDs (16 upper-case hexadecimal digits each) that a message of the profile names; null for anything else. An
 * anonymous recipient reads as all zeros.
 */
export const readRecipients = (bytes: Uint8Array): string[] | null =>
  splitMessage(bytes)?.sessionKeys.map(({ body }) => toHex(body.subarray(1, 9)).toUpperCase()) ?? null

/**
 * The encrypted data of a message of the profile, without what says how long it is or to whom it is sealed; null for anything else.
 * Nobody without the session key can make another that opens to the same.
 */
export const readEncryptedData = (bytes: Uint8Array): Uint8Array | null =>
  splitMessage(bytes)?.data.body ?? null

const isOfTheProfile = ({ tag, body }: Packet): boolean =>
  tag === PKESK &&
  body.length === PKESK_BYTES &&
  body[0] === 3 &&
  body[9] === ECDH &&
  POINT_START.every((octet, index) => body[10 + index] === octet) &&
  ((body[IGNORED_BIT_AT] ?? 0) & IGNORED_BIT) === 0 &&
  body[WRAPPED_KEY_LENGTH_AT] === 48
