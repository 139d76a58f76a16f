// Says in a few sentences what a table of noisy numbers shows, and no more than it does: which number is the largest, whether the
// margin lets that be said, how many are hidden, what is not known.
import type { TableCells } from './cells-of-table.ts'
import { isShown, numberIn, spoken } from './numbers.ts'
import { fill, listOf, type TrendWords } from './words.ts'

/** No more names than this in a sentence; the table has them all. */
const MOST_NAMES = 3

/** `period` is in words. */
export function readTable(
  { known, unknown }: Pick<TableCells, 'known' | 'unknown'>,
  period: string,
  words: TrendWords,
): string[] {
  const says = words.says.reading
  const [first, ...others] = known.filter(isShown).toSorted((a, b) => b.value - a.value)
  const apart = unknown ? [fill(says.unknown, { value: spoken(unknown, words) })] : []
  if (!first) return [fill(says.nothing, { period }), ...apart]
  const close = others.filter(({ value, margin }) => first.value - value <= first.margin + margin)
  const hidden = known.length - 1 - others.length
  return [
    fill(says.most, { period, cell: first.name, value: spoken(first, words) }),
    ...(known.length === 1
      ? []
      : [
          standing(
            close.map(({ name }) => name),
            words,
          ),
        ]),
    ...(hidden > 0
      ? [fill(says.hidden, { count: numberIn(words, hidden), all: numberIn(words, known.length) })]
      : []),
    ...apart,
  ]
}

/** Whether the largest stands out from those that come next. */
function standing(close: readonly string[], words: TrendWords): string {
  const says = words.says.reading
  if (close.length === 0) return says.standsOut
  return close.length > MOST_NAMES
    ? fill(says.closeToMany, { count: numberIn(words, close.length) })
    : fill(says.closeTo, { cells: listOf(words, close) })
}
