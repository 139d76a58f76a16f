// Says in a few sentences what a table of noisy numbers shows, and no more than it does: which number is the largest, whether the
// margin lets that be said, how many are hidden, what is not known.
import type { TableCells } from './cells-of-table.ts'
import type { StatisticsWindow } from '../../protocol/statistics-window.ts'
import { isShown, numberIn, spoken, thresholdsOf } from './numbers.ts'
import { fill, inPeriod, listOf, type TrendWords } from './words.ts'

/** No more names than this in a sentence; the table has them all. */
const MOST_NAMES = 3

/** One paragraph on one table. */
export function readTable(
  { known, unknown }: Pick<TableCells, 'known' | 'unknown'>,
  window: StatisticsWindow,
  words: TrendWords,
): string {
  const says = words.says.reading
  const when = inPeriod(words, window)
  const [first, ...others] = known.toSorted((a, b) => b.value - a.value)
  const apart = unknown ? [fill(says.unknown, { value: spoken(unknown, words) })] : []
  if (!first || !isShown(first)) return [fill(says.nothing, { when }), ...apart].join(' ')
  const close = others.filter(({ value, margin }) => first.value - value <= first.margin + margin)
  const hidden = known.filter((cell) => !isShown(cell))
  return [
    fill(says.most, { when, cell: first.name, value: spoken(first, words) }),
    ...(others.length > 0
      ? [
          standing(
            close.map(({ name }) => name),
            words,
          ),
        ]
      : []),
    ...(hidden.length > 0
      ? [
          fill(says.hidden, {
            threshold: thresholdsOf(hidden, words),
            count: numberIn(words, hidden.length),
            all: numberIn(words, known.length),
          }),
        ]
      : []),
    ...apart,
  ].join(' ')
}

/** Whether the largest stands out from those that come next, hidden or not. */
function standing(close: readonly string[], words: TrendWords): string {
  const says = words.says.reading
  if (close.length === 0) return says.standsOut
  return close.length > MOST_NAMES
    ? fill(says.closeToMany, { count: numberIn(words, close.length) })
    : fill(says.closeTo, { cells: listOf(words, close) })
}
