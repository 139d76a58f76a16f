// What a number looks like where time is the axis: its interval as a band and itself as a dot; a hatch up to its threshold where it is
// under it; an empty frame where there is none. The line through those that are shown, and what the height of a plot stands for.
import { thresholdFor } from '../../protocol/display-threshold.ts'
import { notCollectedArea } from './hatch.ts'
import { intervalOf, isShown, numberIn, type Estimate } from './numbers.ts'
import { rounded, svg, text } from './svg.ts'
import { fill, type TrendWords } from './words.ts'

export interface Plot {
  /** Where it stands, and how high it is. */
  foot: number
  height: number
  /** The number at its top. */
  most: number
  /** The fill of what is under the threshold. */
  hatch: string
}

/** One stretch of time. */
export interface Slot {
  x: number
  width: number
  count: Estimate | null
}

/** Room for the words that say the scale, above everything. */
export const SCALE_LINE = 18
const SCALE_SIZE = 11

export const scaleLine = (most: number, words: TrendWords): SVGTextElement =>
  text(fill(words.says.scale, { most: numberIn(words, most) }), {
    x: 0,
    y: SCALE_SIZE,
    size: SCALE_SIZE,
    class: 'label-soft',
  })

const MOST_DOT = 3
const LEAST_HATCH = 6
const LEAST_BAND = 2

const upIn = ({ height, most }: Plot, value: number): number => (Math.max(0, value) / most) * height

/** Over its ground, which answers to a finger. */
export function slotShapes({ x, width, count }: Slot, plot: Plot): SVGElement[] {
  const { foot, height, hatch } = plot
  const ground = svg('rect', {
    x: rounded(x),
    y: rounded(foot - height),
    width: rounded(width),
    height,
    class: 'ground',
  })
  if (!count) return [ground, notCollectedArea(x, foot - height, width, height)]
  const inner = { x: rounded(x + 1), width: rounded(Math.max(2, width - 2)) }
  if (!isShown(count)) {
    const tall = rounded(Math.max(LEAST_HATCH, upIn(plot, thresholdFor(count.margin))))
    const look = { y: rounded(foot - tall), height: tall, fill: hatch, class: 'edge' }
    return [ground, svg('rect', { ...inner, ...look })]
  }
  const { low, high } = intervalOf(count)
  const tall = Math.max(LEAST_BAND, upIn(plot, high) - upIn(plot, low))
  return [
    ground,
    svg('rect', { ...inner, y: rounded(foot - upIn(plot, high)), height: rounded(tall), class: 'band' }),
    svg('circle', {
      cx: rounded(x + width / 2),
      cy: rounded(foot - upIn(plot, count.value)),
      r: rounded(Math.min(MOST_DOT, width / 5)),
      class: 'dot',
    }),
  ]
}

/** Through the middles of the slots that are shown; broken where one is not. */
export function lineThrough(slots: readonly Slot[], plot: Plot): SVGPathElement {
  let drawing = false
  const parts = slots.map(({ x, width, count }) => {
    const shown = count !== null && isShown(count)
    const part = shown
      ? `${drawing ? 'L' : 'M'}${rounded(x + width / 2)} ${rounded(plot.foot - upIn(plot, count.value))}`
      : ''
    drawing = shown
    return part
  })
  return svg('path', { d: parts.join(''), class: 'line' })
}
