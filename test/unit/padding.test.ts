// What was told does not show in the length of what is sealed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromUtf8, utf8 } from '../../src/crypto/encoding.ts'
import { padText } from '../../src/crypto/padding.ts'
import { TEXT_BUCKETS_BYTES } from '../../src/protocol/limits.ts'

const LARGEST = TEXT_BUCKETS_BYTES[2]

describe('a padded text', () => {
  it('takes the smallest of the three lengths that holds it, whatever its own', () => {
    fc.assert(
      fc.property(fc.nat(LARGEST), (length) => {
        const bucket = length <= 4096 ? 4096 : length <= 16_384 ? 16_384 : 65_536
        expect(padText(new Uint8Array(length))?.length).toBe(bucket)
      }),
    )
  })

  it.each([
    [0, 4096],
    [1, 4096],
    [4095, 4096],
    [4096, 4096],
    [4097, 16_384],
    [16_383, 16_384],
    [16_384, 16_384],
    [16_385, 65_536],
    [65_535, 65_536],
    [65_536, 65_536],
  ])('of %i bytes is sealed as %i', (length, padded) => {
    expect(padText(new Uint8Array(length))?.length).toBe(padded)
  })

  it('that is one byte too long for the largest is refused', () => {
    expect(padText(new Uint8Array(65_537))).toBeNull()
  })

  it('is still the same document to any reader of JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (document) => {
        const json = JSON.stringify(document)
        const padded = fromUtf8(padText(utf8(json)) ?? new Uint8Array())
        expect(JSON.parse(padded)).toEqual(JSON.parse(json))
        expect(padded.trimEnd()).toBe(json)
      }),
    )
  })

  it('leaves the text it was given as it was', () => {
    const json = utf8('{"narrative":"…"}')
    padText(json)?.fill(0)
    expect(fromUtf8(json)).toBe('{"narrative":"…"}')
  })
})
