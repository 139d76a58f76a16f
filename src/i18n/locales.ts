// The languages of the site, each with its words and the way its lines run. A page takes its direction from here and from nowhere else.
import type { Locale } from '../protocol/vocabulary.ts'
import { MESSAGES, type Messages } from './messages.ts'

export type Direction = 'ltr' | 'rtl'

export interface Language {
  locale: Locale
  direction: Direction
  m: Messages
}

const DIRECTIONS: Readonly<Record<Locale, Direction>> = { fr: 'ltr', en: 'ltr' }

export const LANGUAGES: readonly Language[] = (Object.keys(DIRECTIONS) as Locale[]).map((locale) => ({
  locale,
  direction: DIRECTIONS[locale],
  m: MESSAGES[locale],
}))
