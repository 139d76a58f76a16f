// The words of a code are learned by heart by someone who was attacked: none of those that are drawn for them hurts.
import { describe, expect, it } from 'vitest'
import { drawCode, makeCode, readCode } from '../../src/crypto/code-spelling.ts'
import { placeOf, wordAt } from '../../src/crypto/code-words.ts'
import { isHarsh } from '../../src/crypto/harsh-words.ts'
import { plainWord } from '../../src/crypto/return-code.ts'
import type { Locale } from '../../src/protocol/vocabulary.ts'

describe('a code that is drawn', () => {
  /** The bytes of a code whose first word, in this language, is this one. */
  const beginningWith = (locale: Locale, word: string): Uint8Array => {
    const place = placeOf(locale, plainWord(word)) ?? 0
    return Uint8Array.of(place >> 3, (place & 7) << 5, ...new Uint8Array(8))
  }

  it('never shows a word of violence, undressing or contempt, in either language', () => {
    const harsh = ['couteau', 'ennemi', 'proie', 'dénuder', 'honteux', 'gun', 'vicious', 'ugly', 'trap']
    for (let drawn = 0; drawn < 2000; drawn++) {
      const code = drawCode()
      expect(isHarsh(code)).toBe(false)
      expect([...code.fr, ...code.en].filter((word) => harsh.includes(word))).toEqual([])
    }
  })

  it('keeps out of 169 places of the lists, as is said where its bits are counted', () => {
    const places = Array.from({ length: 2048 }, (_, place) => place)
    const harsh = places.filter((place) => isHarsh({ fr: [wordAt('fr', place)], en: [wordAt('en', place)] }))
    expect(harsh).toHaveLength(169)
  })

  it.each([
    ['fr', 'frapper'],
    ['fr', 'démolir'],
    ['fr', 'dénuder'],
    ['en', 'knife'],
  ] as const)('is another one when it came out with a word that hurts: %s, %s', (locale, word) => {
    const draws = [beginningWith(locale, word), beginningWith('fr', 'abeille')]
    expect(makeCode(draws[0] ?? new Uint8Array())[locale][0]).toBe(word)
    expect(drawCode(() => draws.shift() ?? new Uint8Array()).fr[0]).toBe('abeille')
    expect(draws).toEqual([])
  })

  it('is read like any other when it holds such a word, as one made elsewhere may', () => {
    const code = makeCode(beginningWith('fr', 'couteau'))
    expect(isHarsh(code)).toBe(true)
    expect(readCode(code.fr.join(' '), 'fr')).toEqual({ ok: true, value: code })
    expect(readCode(code.en.join(' '), 'fr')).toEqual({ ok: true, value: code })
  })
})
