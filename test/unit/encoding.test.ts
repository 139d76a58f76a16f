// Bytes to text and back: what one machine writes another reads, and nonsense is told from data.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  concat,
  fromBase64,
  fromBase64Url,
  fromHex,
  fromUtf8,
  toBase64,
  toBase64Url,
  toHex,
  utf8,
} from '../../src/crypto/encoding.ts'
import { anyText } from '../support/any-text.ts'

const bytes = fc.uint8Array({ maxLength: 200 })
const PAIRS = [
  { name: 'hexadecimal', write: toHex, read: fromHex },
  { name: 'base64', write: toBase64, read: fromBase64 },
  { name: 'base64url', write: toBase64Url, read: fromBase64Url },
]

describe.each(PAIRS)('$name', ({ write, read }) => {
  it('gives back whatever bytes were written', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        expect(read(write(given))).toEqual(given)
      }),
    )
  })

  it('never throws, whatever text someone sends', () => {
    fc.assert(
      fc.property(anyText(60), (text) => {
        const answer = read(text)
        expect(answer === null || answer instanceof Uint8Array).toBe(true)
      }),
    )
  })
})

describe('a reader of encoded text', () => {
  it('knows the test vectors of RFC 4648 §10', () => {
    const vectors = { '': '', f: 'Zg==', fo: 'Zm8=', foo: 'Zm9v', foob: 'Zm9vYg==', fooba: 'Zm9vYmE=' }
    for (const [plain, encoded] of Object.entries(vectors)) expect(toBase64(utf8(plain))).toBe(encoded)
    expect(toHex(utf8('foobar'))).toBe('666f6f626172')
    expect(toBase64Url(Uint8Array.of(0xfb, 0xff))).toBe('-_8')
  })

  it.each(['0', '0g', 'zz', ' 00', '00 ', '0x00', '+1'])('takes %j for no hexadecimal', (text) => {
    expect(fromHex(text)).toBeNull()
  })

  it.each(['A', 'A===', '====', 'AA=A', '@@@@', 'Zm9v!', 'é'])('takes %j for no base64', (text) => {
    expect(fromBase64(text)).toBeNull()
  })

  it.each(['a+b/', 'AA==', 'A', 'A A', '\n'])('takes %j for no base64url', (text) => {
    expect(fromBase64Url(text)).toBeNull()
  })

  it('reads hexadecimal in either case', () => {
    expect(fromHex('AbCdEf')).toEqual(Uint8Array.of(0xab, 0xcd, 0xef))
  })

  it('encodes an attachment-sized array without exhausting the stack', () => {
    const large = new Uint8Array(300_001).fill(7)
    expect(fromBase64(toBase64(large))).toEqual(large)
  })
})

describe('text as UTF-8', () => {
  it('comes back letter for letter, accents, emoji and right-to-left alike', () => {
    const well = fc.string({ unit: 'grapheme', maxLength: 50 })
    fc.assert(
      fc.property(well, (text) => {
        expect(fromUtf8(utf8(text))).toBe(text)
      }),
    )
    expect(fromUtf8(utf8('\uFEFFé 🏳️‍🌈 שלום'))).toBe('\uFEFFé 🏳️‍🌈 שלום')
  })

  it('is refused loudly when it is not UTF-8', () => {
    expect(() => fromUtf8(Uint8Array.of(0xc3, 0x28))).toThrow()
  })
})

describe('pieces joined', () => {
  it('follow each other in order and share no memory with the whole', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 5 }), (parts) => {
        expect([...concat(...parts)]).toEqual(parts.flatMap((part) => [...part]))
      }),
    )
    const part = Uint8Array.of(1)
    const whole = concat(part)
    part[0] = 2
    expect(whole[0]).toBe(1)
  })
})
