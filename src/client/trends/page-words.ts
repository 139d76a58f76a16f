// Reads the words of the pictures from the page, once, in its language. Text only: what they say is put in by `words`.
import { find } from '../dom.ts'
import type { TrendWords } from './words.ts'

/** As `pages/trends/shown-words.tsx` wrote them. */
export function readTrendWords(): TrendWords {
  const { words = '{}' } = find('[data-trend-words]').dataset
  return { language: document.documentElement.lang, ...JSON.parse(words) } as TrendWords
}
