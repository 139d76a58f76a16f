// Writes the OpenPGP key of a return code: version 4, Ed25519Legacy that certifies and signs, Curve25519Legacy that encrypts
// (RFC 9580 §5). One code has one key, byte for byte and for ever, so no library writes it: its next version might write another.
import { clamped, ed25519PublicKey, signEd25519, x25519PublicKey } from './curve-keys.ts'
import { concat, utf8, type Bytes } from './encoding.ts'

/** Packet types (RFC 9580 §5). */
const SIGNATURE = 2
const SECRET_KEY = 5
const PUBLIC_KEY = 6
const SECRET_SUBKEY = 7
const USER_ID = 13
const PUBLIC_SUBKEY = 14

/** Algorithms, each followed by its curve's identifier (RFC 9580 §9.1, §9.2). */
const EDDSA_LEGACY = 22
const ECDH = 18
const SHA512 = 10
const AES256 = 9
const ED25519_LEGACY = Uint8Array.of(9, 0x2b, 0x06, 0x01, 0x04, 0x01, 0xda, 0x47, 0x0f, 0x01)
const CURVE25519_LEGACY = Uint8Array.of(10, 0x2b, 0x06, 0x01, 0x04, 0x01, 0x97, 0x55, 0x01, 0x05, 0x01)
/** The key derivation and wrapping that this curve asks for: SHA-256 and AES-128 (RFC 9580 §11.5.1). */
const KEY_DERIVATION = Uint8Array.of(3, 1, 8, 7)

/** Signature types, and what a key may be used for (RFC 9580 §5.2.1, §5.2.3.29). */
const CERTIFIES_IDENTITY = 0x13
const BINDS_SUBKEY = 0x18
const CERTIFY_AND_SIGN = 0x03
const ENCRYPT = 0x0c

/** 2024-01-01T00:00:00Z. The same for all: a key tells neither when its code was made nor whose it is. */
const CREATED = Uint8Array.of(0x65, 0x92, 0x00, 0x80)
const IDENTITY = utf8('Balise')

/** A certificate and the same key with its secret part, not locked: OpenPGP packets, binary. */
export interface AuthorKey {
  certificate: Bytes
  secretKey: Bytes
}

/** The one key of two secrets of 32 random bytes. Valid from 2024 and without end. */
export async function authorCertificate(signing: Bytes, encryption: Bytes): Promise<AuthorKey> {
  const scalar = clamped(encryption)
  const primary = publicBody(EDDSA_LEGACY, ED25519_LEGACY, await ed25519PublicKey(signing))
  const subkey = concat(publicBody(ECDH, CURVE25519_LEGACY, x25519PublicKey(scalar)), KEY_DERIVATION)
  const fingerprint = new Uint8Array(await crypto.subtle.digest('SHA-1', hashedKey(primary)))
  const identity = await signature(signing, fingerprint, CERTIFIES_IDENTITY, {
    over: concat(hashedKey(primary), Uint8Array.of(0xb4), octets(IDENTITY.length, 4), IDENTITY),
    subpackets: [
      subpacket(27, CERTIFY_AND_SIGN),
      // Preferred cipher, hash and compression, then features: AES-256, SHA-512, none, and SEIPD of version 1 alone.
      subpacket(11, AES256),
      subpacket(21, SHA512),
      subpacket(22, 0),
      subpacket(30, 0x01),
    ],
  })
  const binding = await signature(signing, fingerprint, BINDS_SUBKEY, {
    over: concat(hashedKey(primary), hashedKey(subkey)),
    subpackets: [subpacket(27, ENCRYPT)],
  })
  const identityPackets = [packet(USER_ID, IDENTITY), identity]
  return {
    certificate: concat(
      packet(PUBLIC_KEY, primary),
      ...identityPackets,
      packet(PUBLIC_SUBKEY, subkey),
      binding,
    ),
    secretKey: concat(
      packet(SECRET_KEY, secretBody(primary, signing)),
      ...identityPackets,
      // This curve's secret alone is written with its last octet first (RFC 9580 §5.5.5.6.1.1).
      packet(SECRET_SUBKEY, secretBody(subkey, scalar.toReversed())),
      binding,
    ),
  }
}

/** Version, day of making, algorithm, curve, and a point in its native form after 0x40 (RFC 9580 §5.5.2, §11.2). */
const publicBody = (algorithm: number, curve: Bytes, point: Bytes): Bytes =>
  concat(
    Uint8Array.of(4),
    CREATED,
    Uint8Array.of(algorithm),
    curve,
    multiprecision(concat(Uint8Array.of(0x40), point)),
  )

/** A secret that is not locked: a zero, the secret, and the sum of its octets (RFC 9580 §5.5.3). */
function secretBody(publicPart: Bytes, secret: Bytes): Bytes {
  const written = multiprecision(secret)
  const sum = written.reduce((total, octet) => total + octet, 0)
  return concat(publicPart, Uint8Array.of(0), written, octets(sum & 0xffff, 2))
}

/** What is hashed of a key, for its fingerprint and for signatures over it (RFC 9580 §5.5.4, §5.2.4). */
const hashedKey = (body: Bytes): Bytes => concat(Uint8Array.of(0x99), octets(body.length, 2), body)

/** A version 4 signature by the primary key (RFC 9580 §5.2.3), dated when the key was made. */
async function signature(
  seed: Bytes,
  fingerprint: Bytes,
  type: number,
  { over, subpackets }: { over: Bytes; subpackets: readonly Bytes[] },
): Promise<Bytes> {
  const hashed = area(subpacket(2, ...CREATED), subpacket(33, 4, ...fingerprint), ...subpackets)
  const signed = concat(Uint8Array.of(4, type, EDDSA_LEGACY, SHA512), hashed)
  const trailer = concat(signed, Uint8Array.of(4, 0xff), octets(signed.length, 4))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-512', concat(over, trailer)))
  const made = await signEd25519(seed, digest)
  return packet(
    SIGNATURE,
    concat(
      signed,
      area(subpacket(16, ...fingerprint.subarray(12))),
      digest.subarray(0, 2),
      multiprecision(made.subarray(0, 32)),
      multiprecision(made.subarray(32)),
    ),
  )
}

const area = (...subpackets: readonly Bytes[]): Bytes => {
  const whole = concat(...subpackets)
  return concat(octets(whole.length, 2), whole)
}

/** All are shorter than 192 octets (RFC 9580 §5.2.3.7). */
const subpacket = (type: number, ...body: readonly number[]): Bytes =>
  Uint8Array.of(body.length + 1, type, ...body)

/** A packet in the new format; all are shorter than 192 octets (RFC 9580 §4.2.1). */
const packet = (type: number, body: Bytes): Bytes => concat(Uint8Array.of(0xc0 | type, body.length), body)

/** A number without the zeros it begins with, after its length in bits (RFC 9580 §3.2). */
function multiprecision(number: Uint8Array): Bytes {
  const start = number.findIndex((octet) => octet !== 0)
  if (start < 0) return octets(0, 2)
  const significant = number.subarray(start)
  const bits = significant.length * 8 - Math.clz32(significant[0] ?? 0) + 24
  return concat(octets(bits, 2), significant)
}

const octets = (number: number, length: number): Bytes =>
  Uint8Array.from({ length }, (_, i) => Math.floor(number / 256 ** (length - 1 - i)) & 0xff)
