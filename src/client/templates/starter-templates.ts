// The templates that ship with the product, out of the page's words: the same in every page, so that members who first change them on
// different pages change the same ones.
import type { Template, TemplateUse } from '../../protocol/templates.ts'
import { LOCALES, type Locale } from '../../protocol/vocabulary.ts'

/** A new one goes last: its place is its id. */
const STARTERS: readonly (readonly [name: string, use: TemplateUse])[] = [
  ['received', 'answer'],
  ['questions', 'answer'],
  ['files', 'answer'],
  ['closing', 'answer'],
  ['not-able', 'decline'],
  ['full', 'decline'],
]

/** `words` gives the page's words by key. */
export function starterTemplates(words: (key: string) => string): Template[] {
  const wordsOf = (name: string, locale: Locale) => ({
    title: words(`starter-${locale}.${name}.title`),
    text: words(`starter-${locale}.${name}.text`),
  })
  return STARTERS.map(([name, use], index) => ({
    id: String(index + 1).padStart(32, '0'),
    use,
    words: Object.fromEntries(LOCALES.map((locale) => [locale, wordsOf(name, locale)])) as Template['words'],
  }))
}
