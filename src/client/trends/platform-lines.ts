// Draws platforms over time: a chart each on one scale, and the month in which a platform closed.
import { spanOf, yearOf } from '../../protocol/statistics-window.ts'
import { newHatch } from './hatch.ts'
import { highestOf, written } from './numbers.ts'
import type { Step } from './platform-steps.ts'
import { roundAbove } from './round-above.ts'
import { linesOf, picture, PICTURE_WIDTH, rounded, svg, text } from './svg.ts'
import { lineThrough, SCALE_LINE, scaleLine, slotShapes, type Plot, type Slot } from './time-shapes.ts'
import { valuePoint } from './value-point.ts'
import { fill, labelOf, monthName, periodName, type TrendWords } from './words.ts'

const NAME_LETTERS = 32
const NAME_LINE = 15
const PLOT = 44
const GAP = 20
const AXIS = 16

/** `codes` are those drawn, in order. */
export function platformLines(
  steps: readonly Step[],
  codes: readonly string[],
  words: TrendWords,
): SVGSVGElement {
  const [start, end] = [steps[0]?.from ?? 0, steps.at(-1)?.to ?? 1]
  const most = roundAbove(
    highestOf(steps.flatMap(({ counts }) => codes.flatMap((code) => counts.get(code) ?? []))),
  )
  const across = (time: number): number => rounded(1 + ((time - start) / (end - start)) * (PICTURE_WIDTH - 2))
  const { pattern, fill: hatch } = newHatch()
  let y = SCALE_LINE
  const rows = codes.flatMap((code, row) => {
    const name = labelOf(words, 'platform', code)
    const closed = words.closed[code]
    const title = closed ? fill(words.says.closedName, { name, month: monthName(words, closed) }) : name
    const names = linesOf(title, NAME_LETTERS)
    const top = y + names.length * NAME_LINE
    const plot: Plot = { foot: top + PLOT + 4, height: PLOT, most, hatch }
    y = plot.foot + GAP
    const slots = steps.map(({ from, to, counts }): Slot => ({
      x: across(from),
      width: across(to) - across(from),
      count: counts.get(code) ?? null,
    }))
    const points = steps.map(({ window }, column) => {
      const slot = slots[column] as Slot
      return valuePoint(
        { name: `${name}, ${periodName(words, window)}`, estimate: slot.count, row, column },
        words,
        ...slotShapes(slot, plot),
      )
    })
    return [
      ...names.map((line, at) => text(line, { x: 1, y: top - (names.length - 1 - at) * NAME_LINE - 3 })),
      text(written(slots.at(-1)?.count ?? null, words), {
        x: PICTURE_WIDTH - 1,
        y: top - 3,
        size: 11,
        anchor: 'end',
        class: 'label-soft',
      }),
      ...points,
      lineThrough(slots, plot),
      ...(closed ? closing(closed, plot, start, end, across) : []),
      svg('path', { d: `M1 ${plot.foot}H${PICTURE_WIDTH - 1}`, class: 'axis' }),
    ]
  })
  return picture(y, [pattern, scaleLine(most, words), ...rows, ...timeNames(steps, y - GAP + AXIS, across)])
}

/** Years under their middle, or where their first quarter begins. */
const timeNames = (steps: readonly Step[], y: number, across: (time: number) => number): SVGTextElement[] =>
  steps
    .filter(({ window }) => spanOf(window) === 'year' || window.endsWith('Q1') || window === steps[0]?.window)
    .map(({ window, from, to }) =>
      spanOf(window) === 'year'
        ? text(window, { x: across((from + to) / 2), y, size: 11, anchor: 'middle' })
        : text(yearOf(window), { x: across(from), y, size: 11 }),
    )

/** At the end of its month; nothing when that lies outside the picture. */
function closing(
  month: string,
  { foot }: Plot,
  start: number,
  end: number,
  across: (time: number) => number,
): SVGPathElement[] {
  const time = Number(month.slice(0, 4)) + Number(month.slice(5)) / 12
  if (time < start || time > end) return []
  return [svg('path', { d: `M${across(time)} ${foot - PLOT - 2}V${foot}`, class: 'closing' })]
}
