// OpenPGP as nobody honest writes it (RFC 9580 §4.2): lengths that lie, packets within packets, other versions and algorithms, bombs.
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { concat, type Bytes } from '../../../src/crypto/encoding.ts'

export interface PacketTwist {
  how: number
  at: number
  byte: number
  /** Whether what results is cut or filled to the length it had: lengths are what is looked at first. */
  keepsLength: boolean
}

export const packetTwist: fc.Arbitrary<PacketTwist> = fc.record({
  how: fc.nat(1000),
  at: fc.nat(70_000),
  byte: fc.nat(255),
  keepsLength: fc.boolean(),
})

const BOMB = deflateRawSync(Buffer.alloc(1_000_000), { level: 9 })

const lengthOf = (length: number, octets: number): Bytes => {
  if (octets === 1) return Uint8Array.of(Math.min(length, 191))
  if (octets === 2) return Uint8Array.of(((((length - 192) >> 8) & 0x1f) + 192) & 0xff, (length - 192) & 0xff)
  return Uint8Array.of(255, length >>> 24, (length >>> 16) & 0xff, (length >>> 8) & 0xff, length & 0xff)
}

/** In the new format, in as many octets of length as are asked for. */
const packet = (tag: number, body: Uint8Array, octets = 5): Bytes =>
  concat(Uint8Array.of(0xc0 | (tag & 0x3f)), lengthOf(body.length, octets), body)

/** In the old one, with a length of two octets, or without one where there is none. */
const oldPacket = (tag: number, body: Uint8Array, hasLength = true): Bytes =>
  hasLength
    ? concat(Uint8Array.of(0x81 | ((tag & 0xf) << 2), (body.length >> 8) & 0xff, body.length & 0xff), body)
    : concat(Uint8Array.of(0x83 | ((tag & 0xf) << 2)), body)

const partial = (tag: number, body: Uint8Array): Bytes =>
  concat(
    Uint8Array.of(0xc0 | tag, 0xe9),
    body.subarray(0, 512),
    lengthOf(Math.max(0, body.length - 512), 5),
    body.subarray(512),
  )

const overwritten = (bytes: Uint8Array, at: number, ...octets: readonly number[]): Bytes => {
  const copy = concat(bytes)
  for (const [offset, octet] of octets.entries()) {
    if (at + offset < copy.length) copy[at + offset] = octet & 0xff
  }
  return copy
}

/** The PKESK that a message of the profile begins with. */
const PKESK_BYTES = 96
const PKESK_BODY_AT = 2

type Twist = (bytes: Uint8Array, at: number, byte: number) => Uint8Array

const TWISTS: readonly Twist[] = [
  (bytes, at, byte) => overwritten(bytes, at % Math.max(1, bytes.length), byte),
  (bytes, at) => overwritten(bytes, at % 110, (bytes[at % 110] ?? 0) ^ (1 << (at % 8))),
  (bytes, at) => bytes.subarray(0, at % (bytes.length + 1)),
  (bytes, at, byte) => concat(bytes, new Uint8Array(at % 300).fill(byte)),
  (bytes, _, byte) => overwritten(bytes, 0, byte),
  (bytes, _, byte) => overwritten(bytes, 1, byte),
  (bytes) => overwritten(bytes, 1, 255, 255, 255, 255, 255),
  (bytes) => overwritten(bytes, 1, 255, 0x80, 0, 0, 0),
  (bytes) => overwritten(bytes, PKESK_BYTES + 1, 255, 255, 255, 255, 255),
  (bytes) => overwritten(bytes, PKESK_BYTES + 1, 0xe0),
  (bytes) => overwritten(bytes, PKESK_BYTES + 1, 0xfe),
  (bytes, _, byte) => overwritten(bytes, PKESK_BYTES, byte),
  (bytes, _, byte) => overwritten(bytes, PKESK_BODY_AT, byte),
  (bytes) => overwritten(bytes, PKESK_BODY_AT, 6),
  (bytes) => overwritten(bytes, PKESK_BODY_AT + 1, 0, 0, 0, 0, 0, 0, 0, 0),
  (bytes, _, byte) => overwritten(bytes, PKESK_BODY_AT + 9, byte),
  (bytes) => overwritten(bytes, PKESK_BODY_AT + 9, 1),
  (bytes, _, byte) => overwritten(bytes, PKESK_BODY_AT + 10, byte, byte),
  (bytes, at) => concat(...Array.from({ length: at % 70 }, () => bytes.subarray(0, PKESK_BYTES)), bytes),
  (bytes) => bytes.subarray(PKESK_BYTES),
  (bytes) => bytes.subarray(0, PKESK_BYTES),
  (bytes) => concat(bytes, bytes),
  (bytes, _, byte) => concat(packet(10, Buffer.from('PGP'), 1), bytes, packet(21, Uint8Array.of(byte), 1)),
  (bytes, at) => concat(packet(21, new Uint8Array(at % 9000)), bytes),
  (bytes) => packet(8, concat(Uint8Array.of(1), deflateRawSync(bytes))),
  () => packet(8, concat(Uint8Array.of(1), BOMB)),
  (bytes) => concat(bytes.subarray(0, PKESK_BYTES), packet(18, concat(Uint8Array.of(1), BOMB))),
  (bytes) => packet(11, concat(Uint8Array.of(0x62, 0, 0, 0, 0, 0), bytes)),
  (bytes) => concat(bytes.subarray(0, PKESK_BYTES), packet(18, concat(Uint8Array.of(1), bytes))),
  (bytes, at) => {
    let inner: Uint8Array = bytes
    for (let depth = 0; depth < at % 200; depth++) inner = packet(8, concat(Uint8Array.of(0), inner))
    return inner
  },
  (bytes) => concat(bytes.subarray(0, PKESK_BYTES), packet(18, Uint8Array.of(2, 9, 2, 6))),
  (bytes) => concat(bytes.subarray(0, PKESK_BYTES), packet(9, bytes)),
  (bytes) => concat(bytes.subarray(0, PKESK_BYTES), packet(20, bytes)),
  (bytes) => concat(bytes.subarray(0, PKESK_BYTES), packet(18, new Uint8Array(0), 1)),
  (bytes) => concat(oldPacket(1, bytes.subarray(2, PKESK_BYTES)), bytes.subarray(PKESK_BYTES)),
  (bytes) => concat(bytes.subarray(0, PKESK_BYTES), oldPacket(18, bytes.subarray(PKESK_BYTES + 3), false)),
  (bytes) => concat(bytes.subarray(0, PKESK_BYTES), partial(18, bytes.subarray(PKESK_BYTES + 3))),
  (bytes) => concat(packet(1, bytes.subarray(2, PKESK_BYTES), 2), bytes.subarray(PKESK_BYTES)),
  (bytes) => concat(packet(1, bytes.subarray(2, PKESK_BYTES), 5), bytes.subarray(PKESK_BYTES)),
  (bytes, at, byte) => packet(byte, bytes.subarray(0, at % 400)),
  (_, at, byte) => oldPacket(byte, new Uint8Array(at % 400)),
  // A signature, a certificate and a secret key where a message belongs.
  (_, at) => packet(2, overwritten(new Uint8Array(60), 0, 4, at % 256, 22, 10, 0, 0, 255, 255)),
  (_, at) => packet(6, overwritten(new Uint8Array(51), 0, 4, 0, 0, 0, 0, at % 256, 9, 43)),
  (_, at) => packet(5, overwritten(new Uint8Array(90), 0, at % 256)),
  (_, at, byte) => new Uint8Array(at).fill(byte),
]

export const PACKET_TWISTS = TWISTS.length

export function twistPackets(bytes: Uint8Array, { how, at, byte, keepsLength }: PacketTwist): Bytes {
  const twisted = TWISTS[how % TWISTS.length]?.(bytes, at, byte) ?? bytes
  if (!keepsLength) return concat(twisted)
  const filled = new Uint8Array(bytes.length)
  filled.set(twisted.subarray(0, bytes.length))
  return filled
}

const ARMOR_TWISTS: readonly ((armored: string, at: number) => string)[] = [
  (armored) => armored.replaceAll('\n', '\r\n'),
  (armored) => armored.replace('\n\n', '\n'),
  (armored) => armored.replace('\n\n', `\nHash: SHA512\nComment: ${'x'.repeat(200)}\n\n`),
  (armored) => armored.replaceAll('SIGNATURE', 'MESSAGE'),
  (armored) => armored.replaceAll('SIGNATURE', 'PUBLIC KEY BLOCK'),
  (armored) => `${armored}\n${armored}`,
  (armored) => `-----BEGIN PGP SIGNED MESSAGE-----\n\nx\n${armored}`,
  (armored, at) => armored.slice(0, at % armored.length),
  (armored) => armored.replace(/\n-----END/, '\n=AAAA\n-----END'),
  (armored) => armored.replace(/\n-----END/, '\n====\n-----END'),
  (armored, at) => `${armored}${'\n'.repeat(at % 3000)}`,
  (armored, at) => armored.replace('\n\n', `\n\n${' '.repeat(at % 3000)}`),
  (armored) => armored.replace(/-----END.*/s, ''),
  (armored) => armored.replace(/[A-Za-z0-9+/]{20}/, (text) => `${text}\0`),
]

/** An armored signature whose text, or whose packet, is another. */
export function twistArmor(armored: string, twist: PacketTwist): string {
  if (twist.byte % 3 === 0) return ARMOR_TWISTS[twist.how % ARMOR_TWISTS.length]?.(armored, twist.at) ?? ''
  const data = /\n\n([A-Za-z0-9+/=\n]+?)\n(?:=[A-Za-z0-9+/]{4}\n)?-----END/.exec(armored)?.[1] ?? ''
  const twisted = twistPackets(Buffer.from(data, 'base64'), { ...twist, at: twist.at % 400 })
  const text = Buffer.from(twisted).toString('base64').slice(0, 3000)
  return `-----BEGIN PGP SIGNATURE-----\n\n${text}\n-----END PGP SIGNATURE-----\n`
}
