// Makes return codes and reads them back: 80 random bits and 8 bits of checksum, spelled in words. It holds both word lists, too heavy
// for a page: only the code Worker imports it. What it makes never leaves the phone.
import { CODE_WORDS } from '../protocol/limits.ts'
import type { Locale } from '../protocol/vocabulary.ts'
import { placeOf, wordAt, wordsNear } from './code-words.ts'
import { concat, utf8, type Bytes } from './encoding.ts'
import { isHarsh } from './harsh-words.ts'
import { randomBytes } from './random.ts'
import { plainWord, plainWords, type Code, type CodeFault, type CodeReading } from './return-code.ts'
import { sha256 } from './sha256.ts'

/** Random bytes of a code. */
export const CODE_BYTES = 10

const WORD_BITS = 11n
const MOST = 3

/** A new code, drawn again for as long as it holds a harsh word, in either language. */
export function drawCode(draw: () => Uint8Array = () => randomBytes(CODE_BYTES)): Code {
  const code = makeCode(draw())
  return isHarsh(code) ? drawCode(draw) : code
}

/** The code of ten random bytes, whatever its words. */
export function makeCode(randomness: Uint8Array): Code {
  if (randomness.length !== CODE_BYTES) throw new RangeError('a code has ten random bytes')
  return spell(placesOf(randomness))
}

/** The ten random bytes of a code, or null for words that are none. */
export function secretOf(code: Code): Bytes | null {
  const places = code.fr.map((word) => placeOf('fr', plainWord(word)))
  return allKnown(places) ? secretAt(places) : null
}

/**
 * Reads a code as people write one: accents, case, spaces, commas, dashes and numbering do not matter, and four letters of a word
 * are enough. All eight words are of one language; that of the page is tried first.
 */
export function readCode(text: string, page: Locale): CodeReading {
  const typed = plainWords(text)
  if (typed.length !== CODE_WORDS) return decline({ kind: 'count', found: typed.length })
  const readings = [readingIn(page, typed), readingIn(page === 'fr' ? 'en' : 'fr', typed)] as const
  for (const { places } of readings) {
    if (allKnown(places) && secretAt(places)) return { ok: true, value: spell(places) }
  }
  const [first, second] = readings
  const { locale, places } = unknownIn(second.places) < unknownIn(first.places) ? second : first
  return decline(
    allKnown(places)
      ? { kind: 'checksum', suspects: suspectsIn(locale, typed, places) }
      : { kind: 'unknown', words: nearestTo(locale, typed, places) },
  )
}

const readingIn = (locale: Locale, typed: readonly string[]) => ({
  locale,
  places: typed.map((word) => placeOf(locale, word)),
})

const decline = (reason: CodeFault): CodeReading => ({ ok: false, reason })

const allKnown = (places: readonly (number | null)[]): places is number[] =>
  places.every((place) => place !== null)

const unknownIn = (places: readonly (number | null)[]): number =>
  places.filter((place) => place === null).length

/** SHA-256("balise return code" ‖ secret), first byte. */
const checksumOf = (secret: Uint8Array): number => sha256(concat(utf8('balise return code'), secret))[0] ?? 0

/** Eight numbers of 11 bits, the first bits of the secret first, the checksum last. */
function placesOf(secret: Uint8Array): number[] {
  const bits = [...secret, checksumOf(secret)].reduce((whole, byte) => (whole << 8n) | BigInt(byte), 0n)
  return Array.from({ length: CODE_WORDS }, (_, word) =>
    Number((bits >> (WORD_BITS * BigInt(CODE_WORDS - 1 - word))) & 0x7ffn),
  )
}

/** The secret that eight numbers of 11 bits hold, or null when its checksum is another. */
function secretAt(places: readonly number[]): Bytes | null {
  let bits = places.reduce((whole, place) => (whole << WORD_BITS) | BigInt(place), 0n)
  const checksum = Number(bits & 0xffn)
  const secret = new Uint8Array(CODE_BYTES)
  for (let i = CODE_BYTES - 1; i >= 0; i--) secret[i] = Number((bits >>= 8n) & 0xffn)
  return places.length === CODE_WORDS && checksumOf(secret) === checksum ? secret : null
}

const spell = (places: readonly number[]): Code => ({
  fr: places.map((place) => wordAt('fr', place)),
  en: places.map((place) => wordAt('en', place)),
})

const nearestTo = (locale: Locale, typed: readonly string[], places: readonly (number | null)[]) =>
  typed
    .map((word, position) => ({ word, position }))
    .filter(({ position }) => places[position] === null)
    .map(({ word, position }) => ({
      position,
      nearest: wordsNear(locale, word)
        .slice(0, MOST)
        .map(({ place }) => wordAt(locale, place)),
    }))

/** Every single correction that gives a code: a near word in the place of another, or two neighbours exchanged. */
function suspectsIn(locale: Locale, typed: readonly string[], places: readonly number[]) {
  const replaced = places.flatMap((present, position) =>
    wordsNear(locale, typed[position] ?? '', plainWord(wordAt(locale, present)))
      .filter(({ place }) => place !== present && secretAt(places.with(position, place)))
      .map(({ place, distance }) => ({ distance, suspect: { position, instead: wordAt(locale, place) } })),
  )
  const exchanged = places.slice(1).flatMap((next, position) => {
    const present = places[position] ?? 0
    const found = next !== present && secretAt(places.with(position, next).with(position + 1, present))
    return found
      ? [{ distance: 1, suspect: { position, instead: wordAt(locale, next), swap: true as const } }]
      : []
  })
  return [...replaced, ...exchanged]
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, MOST)
    .map(({ suspect }) => suspect)
}
