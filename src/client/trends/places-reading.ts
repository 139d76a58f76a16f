// Says in a few sentences what the numbers of places show: how many reports in all, which number is the largest and whether the margin
// lets that be said, how many are hidden. Made from published values alone.
import type { TableCells } from './cells-of-table.ts'
import { spoken } from './numbers.ts'
import { readTable } from './plain-reading.ts'
import { fill, type TrendWords } from './words.ts'

export interface ReadPlaces extends TableCells {
  /** In words. */
  period: string
  /** How finely it was counted: its facets. */
  facets: string
}

/** What lies outside France is no place of the map: it is never named as the largest. */
const ELSEWHERE = 'elsewhere'

export function readPlaces(
  { period, facets, known, unknown, total }: ReadPlaces,
  words: TrendWords,
): string[] {
  const { says } = words
  const all = fill(says.places.total, { period, value: spoken(total, words) })
  if (facets === '') return [all, says.places.coarse]
  const places = known.filter(({ codes }) => !codes.includes(ELSEWHERE))
  return [all, ...readTable({ known: places, unknown }, period, words)]
}
