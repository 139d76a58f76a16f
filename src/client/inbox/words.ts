// The page's words by key, read once from its template. An unknown key is shown as itself: a newer sender's code is still readable.
import { LOCALES, OPEN_ANSWERS, type Locale } from '../../protocol/vocabulary.ts'
import { copyTemplate, findAll } from '../dom.ts'

export type Words = (key: string) => string

export function readWords(): Words {
  const words = new Map(
    findAll('[data-word]', copyTemplate('words')).map((each) => [
      each.dataset['word'] ?? '',
      each.textContent,
    ]),
  )
  return (key) => words.get(key) ?? key.slice(key.indexOf('.') + 1)
}

/** A code's label: its own, or that of an answer every question accepts. */
export const labelOf = (words: Words, group: string, code: string): string =>
  words(OPEN_ANSWERS.some((open) => open === code) ? `open.${code}` : `${group}.${code}`)

/** The page's language: what members read. */
export const pageLocale = (): Locale =>
  LOCALES.find((locale) => locale === document.documentElement.lang) ?? LOCALES[0]
/** One for each style: to make one costs more than to write a hundred days with it, in time and in memory. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify(style)
  const known = dayFormats.get(name)
  if (known) return known
  const made = new Intl.DateTimeFormat(document.documentElement.lang, { ...style, timeZone: 'UTC' })
  dayFormats.set(name, made)
  return made
}

/** A day in full, in the page's language. A day that does not exist is shown as it was written. */
export function dayInWords(day: string, style: Intl.DateTimeFormatOptions = { dateStyle: 'full' }): string {
  const instant = Date.parse(day)
  return Number.isNaN(instant) ? day : dayFormat(style).format(instant)
}

/** A length in the page's language, in kilobytes or megabytes. */
export function bytesInWords(bytes: number): string {
  const [unit, size] = bytes < 1_000_000 ? ['kilobyte', 1000] : ['megabyte', 1_000_000]
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(Math.max(0.1, bytes / size))
}
