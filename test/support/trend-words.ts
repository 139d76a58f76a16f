// The words of trends as the page hands them to its island, in one language: for tests that have no page.
import type { TrendWords } from '../../src/client/trends/words.ts'
import { LANGUAGES } from '../../src/i18n/locales.ts'
import type { PageContext } from '../../src/pages/page.ts'
import { shownWords } from '../../src/pages/trends/shown-words.tsx'
import type { Locale } from '../../src/protocol/vocabulary.ts'

export function trendWords(locale: Locale): TrendWords {
  const language = LANGUAGES.find((each) => each.locale === locale)
  return { language: locale, ...JSON.parse(shownWords(language as PageContext)) } as TrendWords
}
