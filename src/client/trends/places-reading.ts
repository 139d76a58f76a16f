// Says in a few sentences what the numbers of places show: how many reports in all, which number is the largest and whether the margin
// lets that be said, how many are hidden. Made from published values alone.
import { ELSEWHERE } from '../../protocol/cell-codes.ts'
import type { ReadTable } from './cells-of-table.ts'
import { spoken } from './numbers.ts'
import { readTable } from './plain-reading.ts'
import { fill, inPeriod, type TrendWords } from './words.ts'

/** One paragraph on one year. What lies outside France is no place of the map: it is never named as the largest. */
export function readPlaces({ window, facets, known, unknown, total }: ReadTable, words: TrendWords): string {
  const { places } = words.says
  const all = fill(places.total, { when: inPeriod(words, window), value: spoken(total, words) })
  if (facets === '') return `${all} ${places.coarse}`
  const inFrance = known.filter(({ codes }) => !codes.includes(ELSEWHERE))
  return `${all} ${readTable({ known: inFrance, unknown }, window, words)}`
}
