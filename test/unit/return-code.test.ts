// A return code is written down in haste and typed months later: it is read however it was written, and a slip is told, not guessed.
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as french } from '@scure/bip39/wordlists/french.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCode, readCode, secretOf } from '../../src/crypto/code-spelling.ts'
import { placeOf, wordAt } from '../../src/crypto/code-words.ts'
import { containsCode, plainWord, type Code } from '../../src/crypto/return-code.ts'
import type { Locale } from '../../src/protocol/vocabulary.ts'

const LISTS = { fr: french, en: english } as const
const LOCALES = ['fr', 'en'] as const
const PLACES = Array.from({ length: 2048 }, (_, place) => place)

const secret = fc.uint8Array({ minLength: 10, maxLength: 10 })
const code = secret.map(makeCode)
const locale = fc.constantFrom<Locale>(...LOCALES)

/** Codes that are the same in every run, and nothing else about them is known. */
const SAMPLE = [0, 1, 2].map((seed) =>
  makeCode(Uint8Array.from({ length: 10 }, (_, i) => (seed * 89 + i * 37 + 11) % 256)),
)

const read = (words: readonly string[], page: Locale = 'fr') => readCode(words.join(' '), page)

describe('the words of a code', () => {
  it.each(LOCALES)('are 2,048, each reached by its first four letters: %s', (locale) => {
    const plain = LISTS[locale].map(plainWord)
    expect(plain.every((word) => /^[a-z]{3,8}$/.test(word))).toBe(true)
    expect(plain.map((word) => placeOf(locale, word))).toEqual(PLACES)
    expect(plain.map((word) => placeOf(locale, word.slice(0, 4)))).toEqual(PLACES)
  })

  it('are eight in each language, with their accents, and give the ten bytes back', () => {
    const zeros = makeCode(new Uint8Array(10))
    expect(zeros.fr.slice(0, 7)).toEqual(Array(7).fill('abaisser'))
    expect(zeros.en.slice(0, 7)).toEqual(Array(7).fill('abandon'))
    fc.assert(
      fc.property(secret, (bytes) => {
        const { fr, en } = makeCode(bytes)
        expect([fr.length, en.length]).toEqual([8, 8])
        expect([...fr, ...en].every((word) => word === word.normalize('NFC'))).toBe(true)
        expect(secretOf({ fr, en })).toEqual(bytes)
      }),
    )
    expect(wordAt('fr', french.length - 1)).toBe('zoologie')
    expect(wordAt('fr', 18)).toBe('académie')
  })

  it('come of ten bytes and of nothing less', () => {
    expect(() => makeCode(new Uint8Array(9))).toThrow(RangeError)
  })
})

/** The ways in which people write words down. */
const writings = fc.record({
  spelling: fc.constantFrom<(word: string) => string>(
    (word) => word,
    (word) => word.toUpperCase(),
    plainWord,
    (word) => word.normalize('NFD'),
    (word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
    (word) => plainWord(word).slice(0, 4),
    (word) => word.replace('oe', 'œ'),
  ),
  between: fc.constantFrom(' ', ', ', '-', ' – ', '\n', '\t', ' ; ', '\u202f', '.', '/'),
  numbering: fc.constantFrom<(number: number) => string>(
    () => '',
    (number) => `${number}. `,
    (number) => `${number}) `,
    (number) => `${number}: `,
  ),
  around: fc.constantFrom('', ' ', '\n', '«\u00a0', '"'),
})

describe('someone who types a code', () => {
  it('is understood in either language, however it was written, on pages of either', () => {
    fc.assert(
      fc.property(code, locale, locale, writings, (code, written, page, how) => {
        const words = code[written].map((word, i) => how.numbering(i + 1) + how.spelling(word))
        const text = how.around + words.join(how.between) + how.around
        expect(readCode(text, page)).toEqual({ ok: true, value: code })
      }),
    )
  })

  it('is told how many words there are, when they are not eight', () => {
    const [code] = SAMPLE as [Code]
    for (const found of [0, 1, 7]) {
      expect(read(code.fr.slice(0, found))).toEqual({ ok: false, reason: { kind: 'count', found } })
    }
    expect(read([...code.en, 'zoo'])).toMatchObject({ reason: { kind: 'count', found: 9 } })
  })

  it('never mixes two languages', () => {
    const [code] = SAMPLE as [Code]
    const mixed = [...code.fr.slice(0, 4), ...code.en.slice(4)]
    expect(read(mixed)).toMatchObject({ ok: false, reason: { kind: 'unknown' } })
  })

  it('is shown which word is none, and which ones look like it, nearest first', () => {
    const words = ['académie', 'achat', 'zologie', 'breuvage', 'bolide', 'mmiique', 'zoologie', 'abaisser']
    expect(read(words)).toEqual({
      ok: false,
      reason: {
        kind: 'unknown',
        words: [
          { position: 2, nearest: ['zoologie', 'apologie', 'biologie'] },
          { position: 5, nearest: ['mimique', 'magique'] },
        ],
      },
    })
  })

  it('is shown at most three words, and none when nothing is near', () => {
    const words = Array(8).fill('zoo')
    const about = (typed: string) => read(words.with(0, typed), 'en')
    expect(about('qqqqqqqq')).toMatchObject({ reason: { words: [{ position: 0, nearest: [] }] } })
    const near = about('bot')
    expect(near).toMatchObject({ reason: { words: [{ nearest: { length: 3 } }] } })
    // Begun and not ended.
    expect(about('sn')).toMatchObject({ reason: { words: [{ nearest: expect.arrayContaining(['snack']) }] } })
  })

  it('is answered in the language that fits better', () => {
    const [code] = SAMPLE as [Code]
    expect(read(code.en.with(3, 'qqqqq'), 'fr')).toMatchObject({
      reason: { kind: 'unknown', words: [{ position: 3 }] },
    })
  })
})

describe('a slip that gives another word of the list', () => {
  it.each(LOCALES)('is caught in ninety-nine cases of a hundred: %s', (locale) => {
    for (const code of SAMPLE) {
      let caught = 0
      for (const position of code[locale].keys()) {
        for (const word of LISTS[locale]) {
          if (placeOf(locale, plainWord(word)) === placeOf(locale, plainWord(code[locale][position] ?? '')))
            continue
          const fr = LISTS.fr[LISTS[locale].indexOf(word)] ?? ''
          if (secretOf({ ...code, fr: code.fr.with(position, fr) }) === null) caught++
        }
      }
      expect(caught / (8 * 2047)).toBeGreaterThanOrEqual(0.99)
    }
  })

  it.each(LOCALES)('of one letter is among the suspects: %s', (locale) => {
    const slips = LISTS[locale]
      .filter((_, i) => i % 8 === 0)
      .flatMap((word) => {
        const plain = plainWord(word)
        return oneLetterOff(plain)
          .filter((typed) => {
            const place = placeOf(locale, typed)
            return place !== null && place !== placeOf(locale, plain)
          })
          .map((typed) => ({ place: placeOf(locale, plain) ?? 0, typed }))
      })
    expect(slips.length).toBeGreaterThan(100)
    fc.assert(
      fc.property(code, fc.constantFrom(...slips), fc.nat(7), (any, { place, typed }, position) => {
        const code = codeWith(any, locale, position, place)
        const reading = read(code[locale].with(position, typed), locale)
        fc.pre(!reading.ok)
        expect(reading).toMatchObject({
          reason: {
            kind: 'checksum',
            suspects: expect.arrayContaining([{ position, instead: wordAt(locale, place) }]) as unknown,
          },
        })
      }),
      { numRuns: 30 },
    )
  })

  it('or exchanges two words is told as an exchange', () => {
    const [code] = SAMPLE as [Code]
    const [, second = '', third = ''] = code.fr
    expect(read(code.fr.with(1, third).with(2, second))).toMatchObject({
      reason: {
        kind: 'checksum',
        suspects: expect.arrayContaining([{ position: 1, instead: second, swap: true }]) as unknown,
      },
    })
  })

  it('has at most three suspects', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2047), { minLength: 8, maxLength: 8 }), (places) => {
        const reading = read(
          places.map((place) => english[place] ?? ''),
          'en',
        )
        fc.pre(!reading.ok && reading.reason.kind === 'checksum')
        expect(!reading.ok && reading.reason).toMatchObject({
          suspects: expect.toSatisfy((found: unknown[]) => found.length <= 3) as unknown,
        })
      }),
      { numRuns: 20 },
    )
  })
})

/** Every text that one wrong letter makes of a word. */
function oneLetterOff(word: string): string[] {
  return [...word].flatMap((letter, i) =>
    [...'abcdefghijklmnopqrstuvwxyz']
      .filter((other) => other !== letter)
      .map((other) => word.slice(0, i) + other + word.slice(i + 1)),
  )
}

/** A code that has this word in this place: another word is changed until the checksum holds, and if none will do, another one. */
function codeWith({ fr, en }: Code, locale: Locale, position: number, place: number): Code {
  const there = { fr: fr.with(position, wordAt('fr', place)), en: en.with(position, wordAt('en', place)) }
  for (const changing of [1, 2, 3].map((further) => (position + further) % 8)) {
    for (const other of PLACES) {
      const code = {
        fr: there.fr.with(changing, wordAt('fr', other)),
        en: there.en.with(changing, wordAt('en', other)),
      }
      if (secretOf(code)) return code
    }
  }
  throw new Error(`no code has ${wordAt(locale, place)} in this place`)
}

describe('a code in something written', () => {
  const [code] = SAMPLE as [Code]

  it('is found by four of its words, in either language, whatever stands between them', () => {
    for (const words of [code.fr, code.en]) {
      expect(containsCode(`Mon code : ${words.join(' ')}.`, code)).toBe(true)
      expect(containsCode(words.slice(4).map(plainWord).join(', ').toUpperCase(), code)).toBe(true)
      expect(containsCode(words.map((word, i) => `${i + 1}. ${word}`).join('\n'), code)).toBe(true)
      expect(containsCode(`voilà\n${words.slice(2, 6).join('-')} et puis`, code)).toBe(true)
    }
  })

  const numerals = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit']

  it.each<[string, (words: readonly string[], others: readonly string[]) => string]>([
    ['each announced', (words) => words.map((word, i) => `mot ${i + 1} : ${word}`).join('\n')],
    ['counted in letters', (words) => words.map((word, i) => `${numerals[i]} ${word}`).join(', ')],
    ['counted in order', (words) => words.map((word, i) => `${i + 1}${i ? 'e' : 'er'} ${word}`).join(' ')],
    ['lettered', (words) => words.map((word, i) => `${'abcdefgh'[i]}) ${word}`).join(' ')],
    ['with a word between', (words) => words.join(' puis ')],
    ['backwards', (words) => words.toReversed().join(' ')],
    ['glued together', (words) => `code=${words.map(plainWord).join('')}!`],
    ['four glued together', (words) => words.slice(3, 7).join('')],
    ['two by two', (words) => [0, 2, 4, 6].map((i) => `${words[i]}${words[i + 1]}`).join(' ')],
    ['in two languages by turns', (words, others) => words.map((w, i) => (i % 2 ? w : others[i])).join(' ')],
    ['six of them, spread over a story', (words) => words.slice(2).join(', il m’a dit que ')],
  ])('is found however it is disguised: %s', (_how, write) => {
    for (const { fr, en } of SAMPLE) {
      for (const [words, others] of [
        [fr, en],
        [en, fr],
      ] as const)
        expect(containsCode(write(words, others), { fr, en })).toBe(true)
    }
  })

  it('is not seen in three of its words, in five apart, in beginnings of words apart, or in others', () => {
    expect(containsCode(code.fr.slice(0, 3).join(' '), code)).toBe(false)
    expect(containsCode(code.fr.slice(0, 3).join(''), code)).toBe(false)
    expect(containsCode(code.fr.slice(0, 5).join(' et '), code)).toBe(false)
    expect(containsCode([...code.fr.slice(0, 3), ...code.fr.slice(0, 3)].join(' et '), code)).toBe(false)
    expect(containsCode(code.fr.map((word) => `${word}zz`).join(' et '), code)).toBe(false)
    expect(containsCode('Il m’attendait derrière la gare, à vingt heures.', code)).toBe(false)
    expect(containsCode('', code)).toBe(false)
  })
})
