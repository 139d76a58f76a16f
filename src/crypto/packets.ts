// Reads the outer packets of an OpenPGP message (RFC 9580 §4.2) without a key: enough to tell a sealed envelope from anything else.
// It believes no flag; it trusts only the structure.
import { toHex } from './encoding.ts'

const PKESK = 1
const SEIPD = 18
const ECDH = 18
const MAX_PACKETS = 9

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

/**
 * The encryption key IDs (16 upper-case hexadecimal digits each) that a message names, if it is nothing but PKESK v3
 * packets for ECDH keys followed by one SEIPD v1; null for anything else. An anonymous recipient reads as all zeros.
 */
export function readRecipients(bytes: Uint8Array): string[] | null {
  const packets = splitPackets(bytes, MAX_PACKETS)
  const last = packets?.at(-1)
  if (!packets || last?.tag !== SEIPD || last.body[0] !== 1) return null
  const sessionKeys = packets.slice(0, -1)
  const wellFormed = sessionKeys.every(({ tag, body }) => tag === PKESK && body[0] === 3 && body[9] === ECDH)
  if (!wellFormed || sessionKeys.length === 0) return null
  return sessionKeys.map(({ body }) => toHex(body.subarray(1, 9)).toUpperCase())
}
