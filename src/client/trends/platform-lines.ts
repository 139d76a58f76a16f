// Draws platforms over time: a line each on one scale, with the interval of every number, a hatch where it is under the threshold, and
// the month in which a platform closed.
import { DISPLAY_THRESHOLD } from '../../protocol/display-threshold.ts'
import { spanOf, yearOf } from '../../protocol/statistics-window.ts'
import { newHatch, notCollectedArea } from './hatch.ts'
import { intervalOf, isShown, spoken, written, type Estimate } from './numbers.ts'
import type { Step } from './platform-steps.ts'
import { linesOf, picture, PICTURE_WIDTH, point, rounded, svg, text } from './svg.ts'
import { fill, labelOf, monthName, periodName, type TrendWords } from './words.ts'

const NAME_LETTERS = 32
const NAME_LINE = 15
const PLOT = 44
const GAP = 20
const AXIS = 16
const DOT = 3

interface Scale {
  x: (time: number) => number
  /** From the foot of a plot, upwards. */
  up: (value: number) => number
}

/** `codes` are those drawn, in order. */
export function platformLines(
  steps: readonly Step[],
  codes: readonly string[],
  words: TrendWords,
): SVGSVGElement {
  const [start, end] = [steps[0]?.from ?? 0, steps.at(-1)?.to ?? 1]
  const most = Math.max(
    DISPLAY_THRESHOLD,
    ...steps.flatMap(({ counts }) => codes.map((code) => highOf(counts.get(code)))),
  )
  const scale: Scale = {
    x: (time) => rounded(1 + ((time - start) / (end - start)) * (PICTURE_WIDTH - 2)),
    up: (value) => rounded((Math.max(0, value) / most) * PLOT),
  }
  const { pattern, fill: hatch } = newHatch()
  let y = 0
  const rows = codes.flatMap((code, row) => {
    const closed = words.closed[code]
    const name = labelOf(words, 'platform', code)
    const names = linesOf(
      closed ? fill(words.says.closedName, { name, month: monthName(words, closed) }) : name,
      NAME_LETTERS,
    )
    const top = y + names.length * NAME_LINE
    const foot = top + PLOT + 4
    y = foot + GAP
    return [
      ...names.map((line, at) => text(line, { x: 1, y: top - (names.length - 1 - at) * NAME_LINE - 3 })),
      text(written(steps.at(-1)?.counts.get(code) ?? null, words), {
        x: PICTURE_WIDTH - 1,
        y: top - 3,
        size: 11,
        anchor: 'end',
        class: 'label-soft',
      }),
      ...steps.map((step, column) => stepPoint(step, code, { row, column, foot, scale, hatch }, words)),
      svg('path', { d: lineThrough(steps, code, foot, scale), class: 'line' }),
      ...(closed ? closing(closed, foot, start, end, scale) : []),
      svg('path', { d: `M1 ${foot}H${PICTURE_WIDTH - 1}`, class: 'axis' }),
    ]
  })
  const labels = steps
    .filter(({ window }) => spanOf(window) === 'year' || window.endsWith('Q1') || window === steps[0]?.window)
    .map(({ window, from, to }) =>
      spanOf(window) === 'year'
        ? text(window, { x: scale.x((from + to) / 2), y: y - GAP + AXIS, size: 11, anchor: 'middle' })
        : text(yearOf(window), { x: scale.x(from), y: y - GAP + AXIS, size: 11 }),
    )
  return picture(y, [pattern, ...rows, ...labels])
}

const highOf = (count: Estimate | undefined): number => (count && isShown(count) ? intervalOf(count).high : 0)

interface PointPlace {
  row: number
  column: number
  /** Where the plot stands. */
  foot: number
  scale: Scale
  hatch: string
}

function stepPoint(
  step: Step,
  code: string,
  { row, column, foot, scale, hatch }: PointPlace,
  words: TrendWords,
): SVGGElement {
  const count = step.counts.get(code) ?? null
  const label = `${labelOf(words, 'platform', code)}, ${periodName(words, step.window)}`
  const [from, to] = [scale.x(step.from), scale.x(step.to)]
  const width = rounded(to - from)
  const middle = scale.x((step.from + step.to) / 2)
  return point(
    `${label}${words.says.colon} ${spoken(count, words)}`,
    `${label}${words.says.colon} ${written(count, words)}`,
    { row, column },
    svg('rect', { x: from, y: foot - PLOT, width, height: PLOT, class: 'ground' }),
    ...shapeOf(count, { from, width, middle, foot, scale, hatch }),
  )
}

interface ShapePlace extends Pick<PointPlace, 'foot' | 'scale' | 'hatch'> {
  from: number
  width: number
  middle: number
}

function shapeOf(
  count: Estimate | null,
  { from, width, middle, foot, scale, hatch }: ShapePlace,
): SVGElement[] {
  if (!count) return [notCollectedArea(from, foot - PLOT, width, PLOT)]
  const inner = { x: rounded(from + 2), width: rounded(Math.max(2, width - 4)) }
  if (!isShown(count)) {
    const height = Math.max(6, scale.up(DISPLAY_THRESHOLD))
    return [svg('rect', { ...inner, y: rounded(foot - height), height, fill: hatch, class: 'edge' })]
  }
  const { low, high } = intervalOf(count)
  const tall = Math.max(2, scale.up(high) - scale.up(low))
  return [
    svg('rect', { ...inner, y: rounded(foot - scale.up(high)), height: rounded(tall), class: 'band' }),
    svg('circle', { cx: middle, cy: rounded(foot - scale.up(count.value)), r: DOT, class: 'dot' }),
  ]
}

/** Through the steps that are shown; broken where one is not. */
function lineThrough(steps: readonly Step[], code: string, foot: number, { x, up }: Scale): string {
  let drawing = false
  return steps
    .map(({ from, to, counts }) => {
      const count = counts.get(code)
      const shown = count !== undefined && isShown(count)
      const part = shown
        ? `${drawing ? 'L' : 'M'}${x((from + to) / 2)} ${rounded(foot - up(count.value))}`
        : ''
      drawing = shown
      return part
    })
    .join('')
}

/** At the end of its month; nothing when that lies outside the picture. */
function closing(month: string, foot: number, start: number, end: number, { x }: Scale): SVGPathElement[] {
  const time = Number(month.slice(0, 4)) + Number(month.slice(5)) / 12
  if (time < start || time > end) return []
  return [svg('path', { d: `M${x(time)} ${foot - PLOT - 2}V${foot}`, class: 'closing' })]
}
