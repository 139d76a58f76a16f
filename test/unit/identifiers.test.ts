// What points to an attacker is written in one form whoever copies it; what has no form stays as it was written.
import { parsePhoneNumberFromString, type MetadataJson } from 'libphonenumber-js/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutMetadata, readPhoneMetadata } from '../../src/build/phone-metadata.ts'
import { identify, type IdentifierType } from '../../src/domain/identifiers.ts'
import { MAX_SHORT_TEXT_CHARS } from '../../src/protocol/limits.ts'
import { IDENTIFIER_TYPES } from '../../src/protocol/vocabulary.ts'
import { anyText } from '../support/any-text.ts'

const metadata = cutMetadata(await readPhoneMetadata())

/** As the Worker reads numbers, with what the build leaves of the library's knowledge. */
const phones = {
  read: (text: string) => {
    const number = parsePhoneNumberFromString(
      text,
      { defaultCountry: 'FR', extract: false },
      metadata as unknown as MetadataJson,
    )
    return number?.isValid() ? number.number : null
  },
  callingCodes: Object.keys(metadata.country_calling_codes),
}

const read = (type: IdentifierType, written: string) => identify(type, written, phones)
const recognised = (value: string) => ({ recognised: true, value })
const asWritten = (value: string) => ({ recognised: false, value })

/** A few of each kind, so that laws are tried on more than noise. */
const LIKELY = [
  '06 12 34 56 78',
  '+33 (0)6 12 34 56 78',
  'FR14 2004 1010 0505 0001 3M02 606',
  'aa-123-bb',
  '1234 ab 75',
  'Toto@Exemple.FR',
  'instagram.com/Toto?igsh=abc',
  '@toto',
  'https://é.fr/ü?utm_source=x&a=b#c',
  '‮toto‬',
  'ＡＡ－１２３－ＢＢ',
]

const anything = fc.oneof(
  anyText(MAX_SHORT_TEXT_CHARS + 20),
  fc.string({ unit: 'grapheme', maxLength: MAX_SHORT_TEXT_CHARS }),
  fc.constantFrom(...LIKELY),
  fc.tuple(fc.constantFrom(...LIKELY), anyText(12)).map((parts) => parts.join('')),
)

describe('whatever is written', () => {
  it.each(IDENTIFIER_TYPES)('as %s, never breaks, never grows too long, and reads the same twice', (type) => {
    fc.assert(
      fc.property(anything, (written) => {
        const once = read(type, written)
        expect(once.value.length).toBeLessThanOrEqual(MAX_SHORT_TEXT_CHARS)
        expect(read(type, once.value)).toEqual(once)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(IDENTIFIER_TYPES)('as %s, what can be seen is never lost', (type) => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: MAX_SHORT_TEXT_CHARS }), (written) => {
        if (written.trim() !== '') expect(read(type, written).value).not.toBe('')
      }),
    )
  })
})

describe('a French number', () => {
  /** The nine digits of a number of mainland France. */
  const nine = fc
    .tuple(
      fc.constantFrom('1', '2', '3', '4', '5', '61', '62', '75', '78', '9'),
      fc.stringMatching(/^\d{8}$/),
    )
    .map(([start, rest]) => (start + rest).slice(0, 9))
    .filter((digits) => !/^(?:26[239]|59|69|639|9[67]|5[09])/.test(digits))
  const pairs = (digits: string, between: string) =>
    [digits[0], digits.slice(1, 3), digits.slice(3, 5), digits.slice(5, 7), digits.slice(7)].join(between)
  const fullWidth = (text: string) =>
    text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))

  it('is the same in all the usual ways of writing it', () => {
    fc.assert(
      fc.property(nine, fc.constantFrom(' ', '.', '-', ' ', ' ', ' - ', '', '/'), (digits, between) => {
        const number = pairs(digits, between)
        for (const written of [
          `0${number}`,
          `+33${between}${number}`,
          `+33 ${number}`,
          `0033 ${number}`,
          `+33 (0)${number}`,
          `+33(0) ${number}`,
          fullWidth(`0${number}`),
          `tel:+33${digits}`,
          ` \u200e0${number}\u200f `,
        ])
          expect([written, read('phone', written)]).toEqual([written, recognised(`+33${digits}`)])
      }),
    )
  })

  it.each([
    ['0692 12 34 56', '+262692123456'],
    ['0262 12 34 56', '+262262123456'],
    ['06 39 12 34 56', '+262639123456'],
    ['0690 12 34 56', '+590690123456'],
    ['+33 691 12 34 56', '+590691123456'],
    ['0694 12 34 56', '+594694123456'],
    ['0596 12 34 56', '+596596123456'],
    ['0697123456', '+596697123456'],
    ['+262 692 12 34 56', '+262692123456'],
  ])('of France overseas, %s, has its own calling code', (written, value) => {
    expect(read('phone', written)).toEqual(recognised(value))
  })

  it.each(['06 12 34 56', '06 12 34 56 78 9', '+33 6', 'zéro six', '+33 0 0 12 34 56 78', '0'])(
    'that is not whole, %s, stays as written',
    (written) => {
      expect(read('phone', written)).toEqual(asWritten(written))
    },
  )

  it.each([
    ['+32 470 12 34 56', '+32470123456'],
    ['0041 79 123 45 67', '+41791234567'],
    ['+44 (0)7400 123456', '+447400123456'],
    ['+39 06 1234 5678', '+390612345678'],
    ['+212 612-345678', '+212612345678'],
    ['+1 (202) 555-0123', '+12025550123'],
    ['00 998 90 123 45 67', '+998901234567'],
  ])('from abroad, %s, keeps its country', (written, value) => {
    expect(read('phone', written)).toEqual(recognised(value))
  })
})

describe('an IBAN', () => {
  const COUNTRIES = { FR: 23, DE: 18, BE: 12, LT: 16, GB: 18, ES: 20, MT: 27, NO: 11 }
  /** Check digits by the book: the account in digits, moved before `FR00`, modulo 97, from 98. */
  const valid = fc
    .constantFrom(...Object.entries(COUNTRIES))
    .chain(([country, length]) =>
      fc.stringMatching(new RegExp(`^[0-9A-Z]{${length}}$`)).map((account) => {
        const digits = [...`${account}${country}00`]
          .map((character) => Number.parseInt(character, 36))
          .join('')
        return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`
      }),
    )
    .filter((iban) => iban.replaceAll(/\D/g, '').length >= 8)

  const inFours = (iban: string) => iban.replaceAll(/(.{4})/g, '$1 ').trim()

  it('with right check digits is recognised, however it is spaced', () => {
    fc.assert(
      fc.property(valid, (iban) => {
        for (const written of [iban, inFours(iban), iban.toLowerCase(), `IBAN : ${inFours(iban)}`])
          expect(read('payee', written)).toEqual(recognised(iban))
      }),
    )
  })

  it('with one digit changed, or two neighbouring digits swapped, is not', () => {
    fc.assert(
      fc.property(valid, fc.nat(), fc.integer({ min: 1, max: 9 }), (iban, where, by) => {
        const digits = [...iban.matchAll(/\d/g)].map(({ index }) => index)
        const at = digits[where % digits.length] ?? 0
        const changed = `${iban.slice(0, at)}${(Number(iban[at]) + by) % 10}${iban.slice(at + 1)}`
        expect(read('payee', changed)).toEqual(asWritten(changed))
        const pairs = [...iban.matchAll(/(?=(\d)(?!\1)\d)/g)].map(({ index }) => index)
        fc.pre(pairs.length > 0)
        const pair = pairs[where % pairs.length] ?? 0
        const swapped = `${iban.slice(0, pair)}${iban[pair + 1]}${iban[pair]}${iban.slice(pair + 2)}`
        expect(read('payee', swapped)).toEqual(asWritten(swapped))
      }),
    )
  })

  it('of the wrong length for its country is not, though its check digits are right', () => {
    expect(read('payee', 'BE68 5390 0754 7034')).toEqual(recognised('BE68539007547034'))
    expect(read('payee', 'BE59 5390 0754 7034 5')).toEqual(asWritten('BE59 5390 0754 7034 5'))
  })
})

describe('another payee', () => {
  it.each([
    ['Toto@Exemple.FR', 'Toto@exemple.fr'],
    ['paypal.me/Toto', 'https://paypal.me/Toto'],
    ['06 12 34 56 78', '+33612345678'],
    ['  Lydia de   Toto ', 'Lydia de Toto'],
    ['FR Dupont', 'FR Dupont'],
    ['IBAN inconnu', 'IBAN inconnu'],
  ])('%s is kept as %s', (written, value) => {
    expect(read('payee', written)).toEqual(recognised(value))
  })
})

describe('a plate', () => {
  it.each([
    ['AA-123-AA', 'AA-123-AA'],
    ['ab 123 cd', 'AB-123-CD'],
    ['AB123CD', 'AB-123-CD'],
    ['ＡＢ－１２３－ＣＤ', 'AB-123-CD'],
    ['WW-123-AB', 'WW-123-AB'],
    ['W 123 AB', 'W-123-AB'],
    ['A 12 B', 'A-12-B'],
    ['1234 AB 75', '1234 AB 75'],
    ['12abc2a', '12 ABC 2A'],
    ['0012 AB 06', '12 AB 06'],
    ['123 ABC 971', '123 ABC 971'],
  ])('%s is written %s', (written, value) => {
    expect(read('plate', written)).toEqual(recognised(value))
  })

  it.each([
    'AI-123-AA',
    'AO-123-AA',
    'AA-123-UA',
    'SS-123-AA',
    'AA-123-SS',
    'AA-000-AA',
    '1234 AB 99',
    '0 AB 75',
  ])('%s is never given in France: it stays as written', (written) => {
    expect(read('plate', written)).toEqual(asWritten(written))
  })

  it.each([
    ['1-abc-234', '1-ABC-234'],
    ['b mw 1234', 'B MW 1234'],
    ['mü ab 12', 'MÜ AB 12'],
  ])('from abroad, %s, only takes capitals', (written, value) => {
    expect(read('plate', written)).toEqual(asWritten(value))
  })
})

describe('an e-mail address', () => {
  it.each([
    ['Toto.93@Exemple.FR', 'Toto.93@exemple.fr'],
    ['mailto:toto@exemple.fr', 'toto@exemple.fr'],
    ['<toto@exemple.fr>', 'toto@exemple.fr'],
    ['ｔｏｔｏ＠ｅｘｅｍｐｌｅ．ｆｒ', 'toto@exemple.fr'],
    ['toto@\u200bexemple.fr', 'toto@exemple.fr'],
    ['zoé@été.fr', 'zoé@été.fr'],
  ])('%s is written %s', (written, value) => {
    expect(read('email', written)).toEqual(recognised(value))
  })

  it.each(['toto', 'toto@', '@toto', 'toto@exemple', 'to to@exemple.fr', 'a@b@c.fr', 'toto@.fr'])(
    '%s stays as written',
    (written) => {
      expect(read('email', written)).toEqual(asWritten(written))
    },
  )
})

describe('a profile link', () => {
  it.each([
    ['instagram.com/Toto', 'https://instagram.com/Toto'],
    ['HTTPS://WWW.Instagram.com/Toto?igsh=MzRl&utm_source=qr', 'https://www.instagram.com/Toto'],
    ['https://facebook.com/profile.php?id=12&mibextid=x', 'https://facebook.com/profile.php?id=12'],
    ['http://exemple.fr/a?b=%20c&fbclid=z#d', 'http://exemple.fr/a?b=%20c#d'],
    ['snapchat.com/add/toto?share_id=abc&locale=fr', 'https://snapchat.com/add/toto?locale=fr'],
  ])('%s is written %s, without what tells who shared it', (written, value) => {
    expect(read('profile-link', written)).toEqual(recognised(value))
  })

  it.each([
    'toto',
    'javascript:alert(1)',
    'tg://resolve?domain=toto',
    'https://a:b@exemple.fr',
    'mon profil',
    '10.0.0.1',
  ])('%s stays as written', (written) => {
    expect(read('profile-link', written)).toEqual(asWritten(written))
  })
})

describe('a pseudonym', () => {
  it.each([
    ['@Toto_93', 'Toto_93'],
    ['  toto   du 93 ', 'toto du 93'],
    ['to\u200bto\u202e', 'toto'],
    ['e\u0301te\u0301', 'été'],
    ['👨‍👩‍👧 toto', '👨‍👩‍👧 toto'],
  ])('%s is written %s: case and signs are kept', (written, value) => {
    expect(read('pseudonym', written)).toEqual(recognised(value))
  })

  it('of signs that nobody sees is nothing', () => {
    expect(read('pseudonym', '\u200b\u202e')).toEqual(asWritten(''))
  })
})

describe('what the build leaves of the library', () => {
  it('knows one country a calling code, France first, and no formats', () => {
    expect(Object.values(metadata.country_calling_codes).every((countries) => countries.length === 1)).toBe(
      true,
    )
    expect(metadata.country_calling_codes['33']).toEqual(['FR'])
    expect(Object.values(metadata.countries).every((row) => JSON.stringify(row[4]) === '[]')).toBe(true)
    expect(JSON.stringify(metadata).length).toBeLessThan(3000)
  })

  it('is the same at each build', async () => {
    expect(JSON.stringify(cutMetadata(await readPhoneMetadata()))).toBe(JSON.stringify(metadata))
  })
})
