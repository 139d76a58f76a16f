// Eight words on a phone's keyboard: forgiven where they can be, and never moved or lost when one of them is put right.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawTwo, isSameWord, replaceWords, wordAt } from '../../src/client/code/code-words.ts'
import { plainWord, plainWords } from '../../src/crypto/return-code.ts'
import { CODE_WORDS } from '../../src/protocol/limits.ts'

describe('a word that is asked back', () => {
  it.each([
    ['bateau', 'bateau'],
    ['bate', 'bateau'],
    [' BATEAU ', 'bateau'],
    ['Eteindre', 'éteindre'],
    ['e\u0301tei', 'éteindre'],
    ['3. bateau', 'bateau'],
    ['bateaux', 'bateau'],
    ['act', 'act'],
  ])('is found again when they write « %s » for « %s »', (typed, word) => {
    expect(isSameWord(typed, word)).toBe(true)
  })

  it.each([
    ['', 'bateau'],
    ['...', 'bateau'],
    ['bat', 'bateau'],
    ['gateau', 'bateau'],
    ['acti', 'act'],
    ['ac', 'act'],
  ])('is not when they write « %s » for « %s »', (typed, word) => {
    expect(isSameWord(typed, word)).toBe(false)
  })
})

describe('the two places that are asked', () => {
  const drawn = Array.from({ length: 3000 }, () => drawTwo())

  it('are two of the eight, in their order', () => {
    const outside = drawn.filter(([one, other]) => !(one >= 0 && one < other && other < CODE_WORDS))
    expect(outside).toEqual([])
  })

  it('are any two, one as likely as another', () => {
    const times = new Map<string, number>()
    for (const pair of drawn) times.set(String(pair), (times.get(String(pair)) ?? 0) + 1)
    expect(times.size).toBe((CODE_WORDS * (CODE_WORDS - 1)) / 2)
    // About 107 each; a pair fewer than 50 times, or more than 180, would happen to nobody.
    expect(Math.min(...times.values())).toBeGreaterThan(50)
    expect(Math.max(...times.values())).toBeLessThan(180)
  })

  it('are drawn again rather than be the same', () => {
    const draws = [5, 5, 6, 2]
    expect(drawTwo(() => draws.shift() ?? 0)).toEqual([2, 6])
  })
})

/** As people write a code: words, and all kinds of things between them. */
const anyCode = fc
  .array(
    fc.tuple(
      fc.constantFrom('bateau', 'Éteindre', 'e\u0301te\u0301', 'AB', 'ab\u00ADri', 'x'),
      fc.constantFrom(' ', '\n', ', ', ' - ', ' 2. ', '\u00A0', '; ’'),
    ),
    { maxLength: 10 },
  )
  .map((pairs) => pairs.flat().join(''))

describe('a word at a place of what was typed', () => {
  it('is the one that the code’s reader means by that place', () => {
    fc.assert(
      fc.property(fc.oneof(anyCode, fc.string({ unit: 'grapheme-ascii' })), (text) => {
        const words = plainWords(text)
        expect(words.map((_, place) => plainWord(wordAt(text, place)))).toEqual(words)
        expect(wordAt(text, words.length)).toBe('')
      }),
    )
  })

  it('is put right, and nothing else of what was typed changes', () => {
    const typed = '1. Bateau,\n2. étiendre\n3. cerise '
    expect(replaceWords(typed, new Map([[1, 'éteindre']]))).toBe('1. Bateau,\n2. éteindre\n3. cerise ')
    expect(
      replaceWords(
        typed,
        new Map([
          [1, 'cerise'],
          [2, 'étiendre'],
        ]),
      ),
    ).toBe('1. Bateau,\n2. cerise\n3. étiendre ')
  })

  it('stays as it is when no word stands at that place', () => {
    fc.assert(
      fc.property(anyCode, (text) => {
        expect(replaceWords(text, new Map([[plainWords(text).length, 'bateau']]))).toBe(text)
      }),
    )
  })
})
