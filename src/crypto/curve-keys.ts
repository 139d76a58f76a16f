// The curve arithmetic of a return code's keys: Ed25519 (RFC 8032) and the public side of X25519 (RFC 7748), from seeds. Old phones
// have neither in their WebCrypto. It only makes keys and signs; it verifies nothing.
import { etc, getPublicKeyAsync, Point, signAsync } from '@noble/ed25519'
import type { Bytes } from './encoding.ts'

/** The Ed25519 public key of a seed: 32 bytes each. */
export const ed25519PublicKey = async (seed: Bytes): Promise<Bytes> =>
  (await getPublicKeyAsync(seed)) as Bytes

/** The 64 bytes of an Ed25519 signature. The same seed and message always give the same ones. */
export const signEd25519 = async (seed: Bytes, message: Bytes): Promise<Bytes> =>
  (await signAsync(message, seed)) as Bytes

/** 32 random bytes as a secret of X25519 (RFC 7748 §5): a multiple of eight between 2^254 and 2^255, little-endian. */
export function clamped(random: Uint8Array): Bytes {
  const scalar = Uint8Array.from(random)
  scalar[0] = (random[0] ?? 0) & 0xf8
  scalar[31] = ((random[31] ?? 0) & 0x7f) | 0x40
  return scalar
}

/**
 * The X25519 public key of a clamped secret, 32 bytes each. It is the Ed25519 base point times the secret, seen on the other curve:
 * u = (1 + y) / (1 - y) (RFC 7748 §4.1). The base point has order n, so that the secret may be reduced by it.
 */
export function x25519PublicKey(scalar: Bytes): Bytes {
  const { n, p } = Point.CURVE()
  const { y } = Point.BASE.multiply(etc.mod(fromLittleEndian(scalar), n)).toAffine()
  return toLittleEndian(etc.mod((1n + y) * etc.invert(etc.mod(1n - y, p), p), p))
}

const fromLittleEndian = (bytes: Bytes): bigint =>
  bytes.reduceRight((whole, byte) => (whole << 8n) | BigInt(byte), 0n)

const toLittleEndian = (number: bigint): Bytes =>
  Uint8Array.from({ length: 32 }, (_, i) => Number((number >> BigInt(8 * i)) & 0xffn))
