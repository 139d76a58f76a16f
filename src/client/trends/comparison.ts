// Whether two published numbers differ by more than the noise allows. Cautious: both margins are added, so that chance is seldom
// taken for a change; and what is hidden under the threshold in both is never compared.
import { isShown, spoken, type Estimate } from './numbers.ts'
import type { NamedCell } from './cells-of-table.ts'
import type { StatisticsWindow } from '../../protocol/statistics-window.ts'
import { fill, listOf, periodName, thePeriod, type TrendWords } from './words.ts'

/** 1: `after` is more, -1: less, 0: nobody can tell. */
export function changeBeyondNoise(before: Estimate, after: Estimate): -1 | 0 | 1 {
  if (!isShown(before) && !isShown(after)) return 0
  const difference = after.value - before.value
  return Math.abs(difference) > before.margin + after.margin ? (difference > 0 ? 1 : -1) : 0
}

export interface Compared {
  window: StatisticsWindow
  /** How finely it was counted: its facets. */
  facets: string
  known: readonly NamedCell[]
  /** Null where no sum is known: then only cells are compared. */
  total: Estimate | null
}

/** No more names than this in a sentence; the table has them all. */
const MOST_NAMES = 5

/** One paragraph on what changed from one period to a later one; on totals alone where they are not counted in the same way. */
export function readComparison(before: Compared, after: Compared, words: TrendWords): string {
  const says = words.says.comparison
  const periods = {
    before: thePeriod(words, before.window),
    after: thePeriod(words, after.window),
  }
  if (before.facets !== after.facets)
    return [says.unlike, ...totalsSentence(before, after, words), says.chance].join(' ')
  const changes = after.known.map((cell) => {
    const same = before.known.find(({ codes }) => codes.join() === cell.codes.join())
    return { cell, change: same ? changeBeyondNoise(same, cell) : 0 }
  })
  const named = (way: number): NamedCell[] =>
    changes.filter(({ change }) => change === way).map(({ cell }) => cell)
  const sentence = (cells: readonly NamedCell[], said: { some: string; many: string }): string[] => {
    if (cells.length === 0) return []
    const names = listOf(
      words,
      cells.map(({ name }) => name),
    )
    return cells.length > MOST_NAMES
      ? [fill(said.many, { ...periods, count: cells.length })]
      : [fill(said.some, { ...periods, cells: names })]
  }
  const [more, less] = [named(1), named(-1)]
  return [
    ...sentence(more, { some: says.more, many: says.manyMore }),
    ...sentence(less, { some: says.less, many: says.manyLess }),
    ...(more.length + less.length === 0 ? [fill(says.same, periods)] : []),
    says.chance,
  ].join(' ')
}

function totalsSentence(before: Compared, after: Compared, words: TrendWords): string[] {
  const says = words.says.comparison
  if (!before.total || !after.total) return []
  const change = changeBeyondNoise(before.total, after.total)
  const sentence = change === 0 ? says.totalSame : change > 0 ? says.totalMore : says.totalLess
  return [
    fill(sentence, {
      before: periodName(words, before.window),
      after: periodName(words, after.window),
      valueBefore: spoken(before.total, words),
      valueAfter: spoken(after.total, words),
    }),
  ]
}
