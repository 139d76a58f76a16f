// The two word lists of return codes (BIP39), and how typed words are taken for theirs: accents, case and endings are forgiven.
// It judges words one by one and never learns whether they make a code.
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as french } from '@scure/bip39/wordlists/french.js'
import type { Locale } from '../protocol/vocabulary.ts'
import { plainWord, RECOGNISED_LETTERS } from './return-code.ts'

/** 2,048 words in the order of their 11 bits: as they are shown, and as plain letters. */
interface WordList {
  shown: readonly string[]
  plain: readonly string[]
  /** Where a word stands, by itself and by its first four letters, which no other word of its list begins with. */
  places: ReadonlyMap<string, number>
}

const wordList = (words: readonly string[]): WordList => {
  const plain = words.map(plainWord)
  const places = new Map(plain.map((word, place) => [word.slice(0, RECOGNISED_LETTERS), place]))
  return { shown: words.map((word) => word.normalize('NFC')), plain, places }
}

const LISTS: Readonly<Record<Locale, WordList>> = { fr: wordList(french), en: wordList(english) }

/** The word of these 11 bits, as it is shown. */
export const wordAt = (locale: Locale, place: number): string => LISTS[locale].shown[place] ?? ''

/** The 11 bits of a typed word in plain letters. Four letters are enough; a shorter word must be whole. Null for no word. */
export function placeOf(locale: Locale, typed: string): number | null {
  return LISTS[locale].places.get(typed.slice(0, RECOGNISED_LETTERS)) ?? null
}

/** A word that may have been meant. `distance` counts mistaken, missing, spare and exchanged letters. */
export interface NearWord {
  place: number
  distance: number
}

/** More mistakes than this in one word are no longer a slip of the finger. */
const MAX_SLIPS = 2

/** The words within two slips of any of these spellings, nearest first. The words spelled are among them, at no distance. */
export function wordsNear(locale: Locale, ...spellings: readonly string[]): NearWord[] {
  return LISTS[locale].plain
    .map((word, place) => ({ place, distance: Math.min(...spellings.map((typed) => slips(typed, word))) }))
    .filter(({ distance }) => distance <= MAX_SLIPS)
    .toSorted((one, other) => one.distance - other.distance)
}

/** A word that was begun and not ended counts as one slip. */
const slips = (typed: string, word: string): number =>
  typed.length > 1 && typed.length < word.length && word.startsWith(typed) ? 1 : distanceOf(typed, word)

/** Damerau–Levenshtein distance, in its form that changes no letter twice; past two slips it may stop counting. */
function distanceOf(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > MAX_SLIPS) return Infinity
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = at(last, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1)
      const exchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row[j] = Math.min(
        changed,
        at(last, j) + 1,
        at(row, j - 1) + 1,
        exchanged ? at(before, j - 2) + 1 : Infinity,
      )
    }
    before = last
    last = row
  }
  return at(last, other.length)
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity
