// Draws one chart of quarters, named by their years. The scale is given, so that charts beside each other compare.
import { yearOf, type StatisticsWindow } from '../../protocol/statistics-window.ts'
import type { Estimate } from './numbers.ts'
import { rounded, svg, text } from './svg.ts'
import { lineThrough, slotShapes, type Plot, type Slot } from './time-shapes.ts'
import { valuePoint } from './value-point.ts'
import { periodName, type TrendWords } from './words.ts'

interface ChartPlace {
  x: number
  /** Of the top of the plot. */
  y: number
  width: number
  /** Of the plot. */
  height: number
  /** Among the charts of a picture. */
  row: number
}

export interface Quarter {
  window: StatisticsWindow
  /** Null: not published. */
  count: Estimate | null
}

const AXIS = 11
const SMALL = 9.5
/** A year's name needs so much room. */
const YEAR_WIDTH = 26

export function quarterChart(
  name: string,
  quarters: readonly Quarter[],
  { x, y, width, height, row }: ChartPlace,
  scale: Pick<Plot, 'most' | 'hatch'>,
  words: TrendWords,
): SVGElement[] {
  const each = width / quarters.length
  const plot: Plot = { ...scale, foot: y + height, height }
  const without = words.says.quartersOf.notPublished
  const slots = quarters.map(({ count }, at): Slot => ({ x: x + at * each, width: each, count }))
  const points = quarters.map(({ window, count }, column) =>
    valuePoint(
      { name: `${name}, ${periodName(words, window)}`, estimate: count, without, row, column },
      words,
      ...slotShapes(slots[column] as Slot, plot),
    ),
  )
  return [
    ...points,
    lineThrough(slots, plot),
    svg('path', { d: `M${x} ${plot.foot}H${x + width}`, class: 'axis' }),
    ...yearNames(quarters, x, each, plot.foot),
  ]
}

/** Under the first quarter of each, where there is room for its name. */
function yearNames(quarters: readonly Quarter[], x: number, each: number, foot: number): SVGElement[] {
  const years = quarters.map(({ window }) => yearOf(window))
  return years.flatMap((year, at) => {
    const own = years.filter((other) => other === year).length
    if (years.indexOf(year) !== at || own * each < YEAR_WIDTH) return []
    const from = rounded(x + at * each)
    return [
      svg('path', { d: `M${from} ${foot}v4`, class: 'axis' }),
      text(year, { x: from + 2, y: foot + AXIS, size: SMALL, class: 'label-soft' }),
    ]
  })
}
