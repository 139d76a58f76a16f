// Draws one chart of quarters: the interval of each number as a band, the number as a dot, a line through them, a hatch where it is under
// the threshold. The scale is given, so that charts beside each other compare.
import { DISPLAY_THRESHOLD } from '../../protocol/display-threshold.ts'
import { yearOf, type StatisticsWindow } from '../../protocol/statistics-window.ts'
import { notCollectedArea } from './hatch.ts'
import { intervalOf, isShown, spoken, written, type Estimate } from './numbers.ts'
import { point, rounded, svg, text } from './svg.ts'
import { periodName, type TrendWords } from './words.ts'

export interface ChartPlace {
  x: number
  /** Of the top of the plot. */
  y: number
  width: number
  /** Height of the plot. */
  plot: number
  /** Among the charts of a picture. */
  row: number
}

export interface ChartScale {
  /** The number at the top of the plot. */
  most: number
  /** The fill of what is under the threshold. */
  hatch: string
}

export interface Quarter {
  window: StatisticsWindow
  /** Null: not collected. */
  count: Estimate | null
}

const AXIS = 11
const SMALL = 9.5
/** A year's name needs so much room. */
const YEAR_WIDTH = 26

export function quarterChart(
  name: string,
  quarters: readonly Quarter[],
  place: ChartPlace,
  { most, hatch }: ChartScale,
  words: TrendWords,
): SVGElement[] {
  const { x, y, width, plot, row } = place
  const each = width / quarters.length
  const foot = y + plot
  const up = (value: number): number => (Math.max(0, value) / most) * plot
  const points = quarters.map(({ window, count }, column) => {
    const label = `${name}, ${periodName(words, window)}${words.says.colon}`
    const area = { x: rounded(x + column * each), y, width: rounded(each), height: plot }
    return point(
      `${label} ${spoken(count, words)}`,
      `${label} ${written(count, words)}`,
      { row, column },
      svg('rect', { ...area, class: 'ground' }),
      ...shapeOf(count, { x: area.x, width: each, foot, plot }, up, hatch),
    )
  })
  return [
    ...points,
    svg('path', { d: lineThrough(quarters, (at) => x + (at + 0.5) * each, foot, up), class: 'line' }),
    svg('path', { d: `M${x} ${foot}H${x + width}`, class: 'axis' }),
    ...yearNames(quarters, x, each, foot),
  ]
}

interface Slot {
  x: number
  width: number
  foot: number
  plot: number
}

function shapeOf(
  count: Estimate | null,
  { x, width, foot, plot }: Slot,
  up: (value: number) => number,
  hatch: string,
): SVGElement[] {
  if (!count) return [notCollectedArea(x, foot - plot, width, plot)]
  const inner = { x: rounded(x + 1), width: rounded(Math.max(2, width - 2)) }
  if (!isShown(count)) {
    const height = rounded(Math.max(5, up(DISPLAY_THRESHOLD)))
    return [svg('rect', { ...inner, y: rounded(foot - height), height, fill: hatch, class: 'edge' })]
  }
  const { low, high } = intervalOf(count)
  return [
    svg('rect', {
      ...inner,
      y: rounded(foot - up(high)),
      height: rounded(Math.max(2, up(high) - up(low))),
      class: 'band',
    }),
    svg('circle', {
      cx: rounded(x + width / 2),
      cy: rounded(foot - up(count.value)),
      r: rounded(Math.min(3, width / 5)),
      class: 'dot',
    }),
  ]
}

/** Through the quarters that are shown; broken where one is not. */
function lineThrough(
  quarters: readonly Quarter[],
  middle: (at: number) => number,
  foot: number,
  up: (value: number) => number,
): string {
  let drawing = false
  return quarters
    .map(({ count }, at) => {
      const shown = count !== null && isShown(count)
      const part = shown
        ? `${drawing ? 'L' : 'M'}${rounded(middle(at))} ${rounded(foot - up(count.value))}`
        : ''
      drawing = shown
      return part
    })
    .join('')
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

const ROUND = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]

/** The next round number from a value up. */
export function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  return (ROUND.find((each) => each * power >= value) ?? 10) * power
}
