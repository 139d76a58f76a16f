// A language that does not exist, for tests of layout: French with accents, a third longer, between letters that run from right to
// left. Whatever is read without its mark was never translated. It keeps addresses and what holds no letter as they are.
import type { Direction, Language } from '../../src/i18n/locales.ts'
import { MESSAGES, type Messages } from '../../src/i18n/messages.ts'

/** Stands at the head of every text of the pseudo-language, and in no other. */
export const MARK = '\u200Fع'

const LONGER_BY = 0.35
const FILLER = 'ضصثقف غعهخح جشسيبل اتنمك'

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'ȧ',
  e: 'ḗ',
  i: 'ī',
  o: 'ǿ',
  u: 'ŭ',
  y: 'ẏ',
  n: 'ƞ',
  s: 'ş',
  t: 'ŧ',
  A: 'Ȧ',
  E: 'Ḗ',
  I: 'Ī',
  O: 'Ǿ',
  U: 'Ŭ',
}

/** `Quitter vite` → `ع Qŭīŧŧḗr vīŧḗ ضصثق`, with marks of direction around. */
export function pseudo(text: string): string {
  if (!/\p{L}/u.test(text) || /^https?:/.test(text)) return text
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  const accented = words.replaceAll(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter)
  const length = Math.max(3, Math.ceil(words.length * LONGER_BY))
  const filler = FILLER.repeat(Math.ceil(length / FILLER.length))
    .slice(0, length)
    .trim()
  return `${before}${MARK} ${accented} ${filler}\u200F${after}`
}

function translated(source: unknown): unknown {
  if (typeof source === 'string') return pseudo(source)
  if (Array.isArray(source)) return source.map(translated)
  if (source === null || typeof source !== 'object') return source
  return Object.fromEntries(Object.entries(source).map(([key, value]) => [key, translated(value)]))
}

const direction: Direction = 'rtl'

/** Takes the place, and the addresses, of French. */
export const PSEUDO: Language = { locale: 'fr', direction, m: translated(MESSAGES.fr) as Messages }
