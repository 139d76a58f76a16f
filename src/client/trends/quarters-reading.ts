// Says in a few sentences how the quarters went: the last one, the largest and whether the margin lets that be said, how many régions
// reach the threshold, what changed since the same quarter a year before. Made from published values alone.
import { isRegion } from '../../protocol/cell-codes.ts'
import { yearOf } from '../../protocol/statistics-window.ts'
import { readComparison, type Compared } from './comparison.ts'
import type { NamedCell } from './cells-of-table.ts'
import { isShown, numberIn, spoken, thresholdsOf } from './numbers.ts'
import { readTable } from './plain-reading.ts'
import type { QuarterStep } from './quarter-steps.ts'
import { fill, inPeriod, periodName, type TrendWords } from './words.ts'

/** A paragraph on the last year, another on what changed. */
export function readQuarters(steps: readonly QuarterStep[], words: TrendWords): string[] {
  const says = words.says.quartersOf
  const last = steps.at(-1)
  if (!last) return []
  const year = yearOf(last.window)
  const known = steps
    .filter(({ window }) => yearOf(window) === year)
    .flatMap((step) => franceIn(step, periodName(words, step.window)))
  const counted = steps.findLast(({ regions }) => regions !== null)
  const before = steps.find(({ window }) => window === `${Number(year) - 1}${last.window.slice(4)}`)
  return [
    [
      fill(says.last, { when: inPeriod(words, last.window), value: spoken(last.france, words) }),
      ...(known.length > 1 ? [readTable({ known, unknown: null }, year, words)] : []),
      ...(counted ? [reach(counted, words), says.sum] : []),
    ].join(' '),
    ...(before?.france ? [readComparison(comparedOf(before, words), comparedOf(last, words), words)] : []),
  ]
}

const franceIn = ({ window, france }: QuarterStep, name: string): NamedCell[] =>
  france ? [{ ...france, codes: [window], name }] : []

/** France as a whole, so that two quarters compare whichever way they were counted. */
const comparedOf = (step: QuarterStep, words: TrendWords): Compared => ({
  window: step.window,
  facets: '',
  known: franceIn(step, words.says.places.allFrance).map((cell) => ({ ...cell, codes: [] })),
  total: step.france,
})

/** How many régions reach the threshold. */
function reach({ window, regions }: QuarterStep, words: TrendWords): string {
  const says = words.says.quartersOf
  const all = [...(regions ?? [])].filter(([code]) => isRegion(code))
  const count = all.filter(([, each]) => isShown(each)).length
  return fill(count === 0 ? says.none : count === 1 ? says.one : says.some, {
    when: inPeriod(words, window),
    count: numberIn(words, count),
    all: numberIn(words, all.length),
    threshold: thresholdsOf(
      all.map(([, each]) => each),
      words,
    ),
  })
}
