// SHA-256 and HMAC-SHA256 against the published vectors, and the labels that keep two uses of one secret apart.
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestHex } from '../../src/crypto/digest.ts'
import { concat, fromHex, toHex, utf8 } from '../../src/crypto/encoding.ts'
import { equalBytes, macOf } from '../../src/crypto/hmac.ts'
import { sha256, sha256Hex } from '../../src/crypto/sha256.ts'

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('agrees with FIPS 180-4 on a message (case %#)', (message, digest) => {
    expect(sha256Hex(utf8(message))).toBe(digest)
  })

  it('agrees with the platform on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (message) => {
        const copy = new Uint8Array(message)
        expect(sha256(copy)).toEqual(new Uint8Array(await crypto.subtle.digest('SHA-256', copy)))
        expect(await digestHex(copy)).toBe(sha256Hex(copy))
      }),
      { numRuns: 30 },
    )
  })
})

/** RFC 4231 §4: key, data, HMAC-SHA-256. */
const RFC4231 = [
  ['0b'.repeat(20), '4869205468657265', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    '4a656665',
    '7768617420646f2079612077616e7420666f72206e6f7468696e673f',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  ['aa'.repeat(20), 'dd'.repeat(50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
  [
    'aa'.repeat(131),
    '54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374',
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
] as const

const bytesOf = (hex: string) => fromHex(hex) ?? new Uint8Array()

describe('the MAC of the server', () => {
  it.each(RFC4231)('stands on an HMAC that agrees with RFC 4231 (case %#)', (key, data, mac) => {
    expect(toHex(hmac(nobleSha256, bytesOf(key), bytesOf(data)))).toBe(mac)
  })

  it('is HMAC under a key derived from the label, as any other implementation would compute it', async () => {
    const hmacOf = async (key: Uint8Array, message: Uint8Array) => {
      const imported = await crypto.subtle.importKey(
        'raw',
        new Uint8Array(key),
        { name: 'HMAC', hash: 'SHA-256' },
        false,
        ['sign'],
      )
      return new Uint8Array(await crypto.subtle.sign('HMAC', imported, new Uint8Array(message)))
    }
    const secret = utf8('the secret of the server')
    const expected = await hmacOf(await hmacOf(secret, utf8('balise body')), utf8('one body'))
    expect(macOf(secret, 'body', utf8('one '), utf8('body'))).toEqual(expected)
  })

  it('differs by label, by secret and by message', () => {
    const secret = utf8('secret')
    const macs = [
      macOf(secret, 'challenge', utf8('m')),
      macOf(secret, 'body', utf8('m')),
      macOf(utf8('other'), 'body', utf8('m')),
      macOf(secret, 'body', utf8('n')),
    ]
    expect(new Set(macs.map(toHex)).size).toBe(4)
  })
})

describe('a comparison of secrets', () => {
  const bytes = fc.uint8Array({ maxLength: 40 })

  it('finds equal what is equal, and nothing else', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(equalBytes(a, concat(a))).toBe(true)
        expect(equalBytes(a, b)).toBe(toHex(a) === toHex(b))
      }),
    )
  })

  it('sees one flipped bit anywhere, and one byte more', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(319), (a, position) => {
        const bit = position % (a.length * 8)
        const flipped = a.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
        expect(equalBytes(a, flipped)).toBe(false)
        expect(equalBytes(a, concat(a, Uint8Array.of(0)))).toBe(false)
      }),
    )
  })
})
