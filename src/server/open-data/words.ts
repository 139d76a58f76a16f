// The words of open data in both languages, and of the vocabulary they share with the screens. It decides nothing.
import { openData as en } from '../../i18n/en/open-data.ts'
import { openData as fr } from '../../i18n/fr/open-data.ts'
import enVocabulary from '../../i18n/en/vocabulary.json' with { type: 'json' }
import frVocabulary from '../../i18n/fr/vocabulary.json' with { type: 'json' }
import { LOCALES, type Locale } from '../../protocol/vocabulary.ts'

export { fill } from '../../domain/fill.ts'

type Widened<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Widened<Source[Key]>
}
export type OpenDataWords = Widened<typeof fr>

export const OPEN_DATA_WORDS: Readonly<Record<Locale, OpenDataWords>> = { fr, en }
export const VOCABULARIES: Readonly<Record<Locale, typeof frVocabulary>> = {
  fr: frVocabulary,
  en: enVocabulary,
}

/** The same thing in both languages, French first: where a description has room for one text alone. */
export const inBoth = (say: (words: OpenDataWords, locale: Locale) => string, between = ' / '): string =>
  LOCALES.map((locale) => say(OPEN_DATA_WORDS[locale], locale)).join(between)
