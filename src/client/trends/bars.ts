// Draws a table of one facet as bars, each with the interval of its number; what is not known stands apart, last. One scale for every
// picture of a figure.
import { UNKNOWN } from '../../protocol/cell-codes.ts'
import { thresholdFor } from '../../protocol/display-threshold.ts'
import type { Release } from '../../protocol/release.ts'
import { newHatch } from './hatch.ts'
import { highestOf, intervalOf, isShown, written } from './numbers.ts'
import { cellsIn } from './released.ts'
import { linesOf, picture, PICTURE_WIDTH, rounded, svg, text } from './svg.ts'
import type { TableTwin } from './table-twin.ts'
import { valuePoint } from './value-point.ts'
import { labelOf, type TrendWords } from './words.ts'

const NAME_LETTERS = 54
const NAME_LINE = 15
const VALUE_LINE = 14
const BAR = 12
const APART = 12
const GAP = 10

/** Where the scale must end for these releases. */
export const barsEnd = (releases: readonly Release[]): number => highestOf(releases.flatMap(cellsIn))

/** `end` is the number at the far end of the scale. Bars keep the order of the release. */
export function bars(release: Release, end: number, words: TrendWords): SVGSVGElement {
  const [facet] = release.facets
  if (!facet) throw new Error('a table of one cell has no bars')
  const { pattern, fill } = newHatch()
  const across = (value: number): number => rounded(1 + (Math.max(0, value) / end) * (PICTURE_WIDTH - 4))
  let y = 0
  const rows = cellsIn(release).map((cell, at) => {
    const code = cell.codes[0] ?? ''
    const label = labelOf(words, facet, code)
    const names = linesOf(label, NAME_LETTERS)
    if (code === UNKNOWN) y += APART
    const top = y
    const bar = top + names.length * NAME_LINE + VALUE_LINE
    y = bar + BAR + GAP
    const { low, high } = intervalOf(cell)
    const middle = bar + BAR / 2
    const shape = isShown(cell)
      ? [
          svg('rect', { x: 1, y: bar, width: across(cell.value) - 1, height: BAR, class: 'bar' }),
          svg('path', {
            d: `M${across(low)} ${middle}H${across(high)}M${across(low)} ${bar + 2}V${bar + BAR - 2}M${across(high)} ${bar + 2}V${bar + BAR - 2}`,
            class: 'whisker',
          }),
        ]
      : [
          svg('rect', {
            x: 1,
            y: bar,
            width: across(thresholdFor(cell.margin)) - 1,
            height: BAR,
            fill,
            class: 'edge',
          }),
        ]
    return valuePoint(
      { name: label, estimate: cell, row: at, column: 0 },
      words,
      // The whole row answers to a finger.
      svg('rect', { x: 0, y: top, width: PICTURE_WIDTH, height: bar + BAR - top, class: 'ground' }),
      ...names.map((name, line) => text(name, { x: 1, y: top + (line + 1) * NAME_LINE - 3 })),
      text(written(cell, words), {
        x: 1,
        y: bar - 4,
        size: 11,
        class: isShown(cell) ? 'strong' : 'label-soft',
      }),
      ...shape,
      svg('path', { d: `M1 ${bar - 1}V${bar + BAR + 1}`, class: 'axis' }),
    )
  })
  return picture(y, [pattern, ...rows])
}

export function barsTable(release: Release, caption: string, words: TrendWords): TableTwin {
  const [facet] = release.facets
  if (!facet) throw new Error('a table of one cell has no bars')
  return {
    caption,
    columns: [words.says.facets[facet], words.says.reports],
    rows: cellsIn(release).map((cell) => [labelOf(words, facet, cell.codes[0] ?? ''), written(cell, words)]),
  }
}
