// A return code, and how words are compared with it: eight words, French or English, whatever accents, case and punctuation they
// are written with. It needs no word list, so that a page can look for a code in a text at no cost. It never keeps one.

/** The same code in both languages: eight words each, with their accents. */
export interface Code {
  fr: string[]
  en: string[]
}

/**
 * Why typed words are no code. Positions count from 0. `nearest` are at most three words that may have been meant, and
 * `suspects` at most three corrections that make a code of it, likeliest first. With `swap`, the word at `position` and the next
 * one stand in each other's place. `failed` and `unreachable` say nothing of the words: what reads them broke, or did not come.
 */
export type CodeFault =
  | { kind: 'count'; found: number }
  | { kind: 'unknown'; words: { position: number; nearest: string[] }[] }
  | { kind: 'checksum'; suspects: { position: number; instead: string; swap?: true }[] }
  | { kind: 'failed' | 'unreachable' }

export type CodeReading = { ok: true; value: Code } | { ok: false; reason: CodeFault }

/** No two words of a list begin with the same four letters. */
export const RECOGNISED_LETTERS = 4

/** Fewer words of a code are a coincidence, or tell too little to find it by. */
const TELLING_WORDS = 4
/** So many anywhere in a text: two that are missing are soon tried. */
const MOST_WORDS = 6

/** A word in letters from a to z alone. */
export const plainWord = (word: string): string => plainWords(word).join('')

/** The words of a text, in letters from a to z alone. Digits, dashes and all else stand between words. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .match(/[a-z]+/g) ?? []

/**
 * Whether a text tells enough of a code to find it by: four of its words one after the other, though nothing separates them, or six
 * different ones anywhere, in any order and whatever stands between. Either language serves for each word.
 */
export function containsCode(text: string, code: Code): boolean {
  const places = code.fr.map((word, place) => [word, code.en[place] ?? word].map(plainWord))
  const written = plainWords(text)
  return holdsRun(written, places) || isGlued(written, places) || holdsMost(written, places)
}

/** A word of a code in plain letters, in each language. */
type Place = readonly string[]

const recognised = (word: string): string => word.slice(0, RECOGNISED_LETTERS)

const runsOf = (places: readonly Place[]): (readonly Place[])[] =>
  places
    .slice(0, places.length - TELLING_WORDS + 1)
    .map((_, start) => places.slice(start, start + TELLING_WORDS))

/** A run of words, each of which may be shortened to the letters it is recognised by. */
function holdsRun(written: readonly string[], places: readonly Place[]): boolean {
  const begun = written.map(recognised)
  const runs = runsOf(places.map((place) => place.map(recognised)))
  return begun.some((_, start) =>
    runs.some((run) => run.every((place, i) => place.includes(begun[start + i] ?? ''))),
  )
}

/** The same run with nothing between its words, which are then whole. */
function isGlued(written: readonly string[], places: readonly Place[]): boolean {
  const letters = written.join('')
  const alternatives = (place: Place): string => `(?:${place.join('|')})`
  return runsOf(places).some((run) => new RegExp(run.map(alternatives).join('')).test(letters))
}

/** Whole words alone count here: in a long story, beginnings of words would be found by chance. */
function holdsMost(written: readonly string[], places: readonly Place[]): boolean {
  const words = new Set(written)
  const found = places.filter((place) => place.some((word) => words.has(word)))
  return new Set(found.map(([word]) => word)).size >= MOST_WORDS
}
