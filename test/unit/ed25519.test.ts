// A root's signature: accepted when the root made it over these bytes, refused for any other reason.
import { describe, expect, it } from 'vitest'
import { verifyEd25519 } from '../../src/crypto/ed25519.ts'
import { fromHex, type Bytes } from '../../src/crypto/encoding.ts'

const bytesOf = (hex: string): Bytes => fromHex(hex) ?? new Uint8Array()

/** RFC 8032 §7.1: public key, message, signature. */
const RFC8032 = [
  [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const

const flip = (bytes: Bytes, bit: number): Bytes => {
  const copy = new Uint8Array(bytes)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

describe('a signature of RFC 8032', () => {
  it.each(RFC8032)('is accepted as published (case %#)', async (key, message, signature) => {
    expect(await verifyEd25519(bytesOf(key), bytesOf(signature), bytesOf(message))).toBe(true)
  })
})

describe('a signature that is not genuine', () => {
  const [, , [keyHex, messageHex, signatureHex]] = RFC8032
  const key = bytesOf(keyHex)
  const message = bytesOf(messageHex)
  const signature = bytesOf(signatureHex)

  it('is refused when any bit of it was changed', async () => {
    const verdicts = await Promise.all(
      Array.from({ length: 512 }, (_, bit) => verifyEd25519(key, flip(signature, bit), message)),
    )
    expect(verdicts.filter(Boolean)).toEqual([])
  })

  it('is refused for another message, a longer one, and another key', async () => {
    expect(await verifyEd25519(key, signature, flip(message, 3))).toBe(false)
    expect(await verifyEd25519(key, signature, bytesOf(`${messageHex}00`))).toBe(false)
    expect(await verifyEd25519(bytesOf(RFC8032[0][0]), signature, message)).toBe(false)
  })

  it('is refused when its second half was moved by the order of the group (RFC 8032 §5.1.7)', async () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    let s = signature.subarray(32).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) + order
    const moved = new Uint8Array(signature)
    for (let i = 32; i < 64; i++, s >>= 8n) moved[i] = Number(s & 0xffn)
    expect(await verifyEd25519(key, moved, message)).toBe(false)
  })

  it.each([
    ['a key of 31 bytes', 31, 64],
    ['a key of 33 bytes', 33, 64],
    ['no key', 0, 64],
    ['a signature of 63 bytes', 32, 63],
    ['a signature of 65 bytes', 32, 65],
    ['no signature', 32, 0],
  ])('is refused, not thrown, with %s', async (_, keyBytes, signatureBytes) => {
    const sized = (source: Bytes, length: number) => {
      const copy = new Uint8Array(length)
      copy.set(source.subarray(0, length))
      return copy
    }
    expect(await verifyEd25519(sized(key, keyBytes), sized(signature, signatureBytes), message)).toBe(false)
  })
})
