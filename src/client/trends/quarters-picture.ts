// Draws quarters: France as one chart, or a small chart for each région, in two columns read downwards, all at one scale.
import { quarterChart, type Quarter } from './quarter-chart.ts'
import { newHatch } from './hatch.ts'
import { picture, PICTURE_WIDTH, text } from './svg.ts'
import { SCALE_LINE, scaleLine } from './time-shapes.ts'
import type { TrendWords } from './words.ts'

export interface NamedQuarters {
  name: string
  quarters: readonly Quarter[]
}

const AXIS_ROOM = 18
const FRANCE_PLOT = 130
const COLUMNS = 2
const COLUMN_GAP = 18
const COLUMN_WIDTH = (PICTURE_WIDTH - (COLUMNS - 1) * COLUMN_GAP) / COLUMNS
const NAME_LINE = 16
const SMALL_PLOT = 42
const ROW = NAME_LINE + SMALL_PLOT + AXIS_ROOM + 6
const NAME_SIZE = 11

export function francePicture(charted: NamedQuarters, most: number, words: TrendWords): SVGSVGElement {
  const { pattern, fill: hatch } = newHatch()
  const place = { x: 0, y: SCALE_LINE, width: PICTURE_WIDTH, height: FRANCE_PLOT, row: 0 }
  return picture(SCALE_LINE + FRANCE_PLOT + AXIS_ROOM, [
    pattern,
    scaleLine(most, words),
    ...quarterChart(charted.name, charted.quarters, place, { most, hatch }, words),
  ])
}

export function regionsPicture(
  charted: readonly NamedQuarters[],
  most: number,
  words: TrendWords,
): SVGSVGElement {
  const { pattern, fill: hatch } = newHatch()
  const rows = Math.ceil(charted.length / COLUMNS)
  const charts = charted.flatMap(({ name, quarters }, row) => {
    const x = Math.floor(row / rows) * (COLUMN_WIDTH + COLUMN_GAP)
    const y = SCALE_LINE + (row % rows) * ROW + NAME_LINE
    const place = { x, y, width: COLUMN_WIDTH, height: SMALL_PLOT, row }
    return [
      text(name, { x, y: y - 5, size: NAME_SIZE }),
      ...quarterChart(name, quarters, place, { most, hatch }, words),
    ]
  })
  return picture(SCALE_LINE + rows * ROW, [pattern, scaleLine(most, words), ...charts])
}
