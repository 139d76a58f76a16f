// Draws a table of two facets as rows and columns of shaded cells, each with its number and interval; what is not known stands apart,
// beyond a gap. The same classes for every picture of a figure.
import { UNKNOWN } from '../../protocol/cell-codes.ts'
import type { CountedFacet } from '../../protocol/families.ts'
import type { Release } from '../../protocol/release.ts'
import { classOf, DARK_FROM, type Classes } from './classes.ts'
import { newHatch, notCollectedArea } from './hatch.ts'
import { intervalText, isShown, numberIn, written, type Estimate } from './numbers.ts'
import { cellAt, codesIn } from './released.ts'
import { linesOf, picture, PICTURE_WIDTH, rounded, svg, text } from './svg.ts'
import type { TableTwin } from './table-twin.ts'
import { valuePoint } from './value-point.ts'
import { cellLabel, labelOf, shortLabelOf, type TrendWords } from './words.ts'

interface Layout {
  /** Room for the names of rows at the side; null: above each row. */
  side: number | null
  rowHeight: number
  /** Names of columns stand on end. */
  upright: boolean
}

/** Few columns: names of rows beside them. */
export const FEW_COLUMNS: Layout = { side: 66, rowHeight: 34, upright: false }
/** Many columns: all the width is theirs. */
export const MANY_COLUMNS: Layout = { side: null, rowHeight: 30, upright: true }

const APART = 6
const NAME_LINE = 18
const SMALL = 10
const TINY = 8
/** Letters that fit a column's name, upright or not. */
const UPRIGHT_LETTERS = 18
const FLAT_LETTERS = 10
const UPRIGHT_HEIGHT = 106
const LINE = 11

/** Where rows and columns begin: those not known are moved on. */
const placesOf = (codes: readonly string[], each: number): number[] =>
  codes.map((code, at) => at * each + (code === UNKNOWN ? APART : 0))

export function heatmap(
  release: Release,
  classes: Classes,
  layout: Layout,
  words: TrendWords,
): SVGSVGElement {
  const [rowFacet, columnFacet] = release.facets as [CountedFacet, CountedFacet]
  const [rows, columns] = [codesIn(release, rowFacet), codesIn(release, columnFacet)]
  const from = layout.side ?? 0
  const width = (PICTURE_WIDTH - from - APART) / columns.length
  const nameHeight = layout.side === null ? NAME_LINE : 0
  const top = layout.upright ? UPRIGHT_HEIGHT : 3 * LINE
  const { pattern, fill } = newHatch()
  const xs = placesOf(columns, width).map((x) => x + from)
  const ys = placesOf(rows, layout.rowHeight + nameHeight).map((y) => y + top)
  const heads = columns.flatMap((code, at) =>
    columnName(shortLabelOf(words, columnFacet, code), xs[at] ?? 0, width, layout.upright),
  )
  const body = rows.flatMap((row, rowAt) => {
    const y = ys[rowAt] ?? 0
    const name = labelOf(words, rowFacet, row)
    return [
      ...rowName(name, y, layout),
      ...columns.map((column, columnAt) => {
        const codes = [row, column]
        const cell = cellAt(release, codes)
        const name = cellLabel(words, release.facets, codes)
        const area = { x: xs[columnAt] ?? 0, y: y + nameHeight, width, height: layout.rowHeight }
        return valuePoint(
          { name, estimate: cell, row: rowAt, column: columnAt },
          words,
          ...cellArea(cell, area, classes, fill, words),
        )
      }),
    ]
  })
  const height = (ys.at(-1) ?? 0) + nameHeight + layout.rowHeight + 2
  return picture(rounded(height), [pattern, ...heads, ...body])
}

interface Area {
  x: number
  y: number
  width: number
  height: number
}

function cellArea(
  cell: Estimate | null,
  { x, y, width, height }: Area,
  classes: Classes,
  hatch: string,
  words: TrendWords,
): SVGElement[] {
  if (!cell) return [notCollectedArea(x, y, width, height)]
  const box = {
    x: rounded(x + 1),
    y: rounded(y + 1),
    width: rounded(width - 2),
    height: rounded(height - 2),
  }
  if (!isShown(cell)) return [svg('rect', { ...box, fill: hatch, class: 'edge' })]
  const index = classOf(classes, cell.value)
  const look = index >= DARK_FROM ? 'on-dark' : 'label'
  const middle = { x: x + width / 2, anchor: 'middle', class: look } as const
  return [
    svg('rect', { ...box, class: 'ground' }),
    svg('rect', { ...box, class: `shade-${index} edge` }),
    text(numberIn(words, cell.value), { ...middle, y: y + height / 2 - 1 }),
    text(intervalText(cell, words), { ...middle, y: y + height / 2 + 10, size: TINY }),
  ]
}

function rowName(name: string, y: number, { side, rowHeight }: Layout): SVGTextElement[] {
  if (side === null) return [text(name, { x: 1, y: y + NAME_LINE - 5, size: 11 })]
  const lines = linesOf(name, FLAT_LETTERS)
  const first = y + rowHeight / 2 + 4 - ((lines.length - 1) * LINE) / 2
  return lines.map((line, at) => text(line, { x: 0, y: first + at * LINE, size: 11 }))
}

function columnName(name: string, x: number, width: number, upright: boolean): SVGTextElement[] {
  const lines = linesOf(name, upright ? UPRIGHT_LETTERS : FLAT_LETTERS)
  const middle = x + width / 2
  return lines.map((line, at) => {
    const shift = (at - (lines.length - 1) / 2) * LINE
    if (!upright)
      return text(line, {
        x: middle,
        y: 2.6 * LINE + (at - lines.length + 1) * LINE,
        size: SMALL,
        anchor: 'middle',
      })
    const [cx, cy] = [rounded(middle + shift + 3), UPRIGHT_HEIGHT - 4]
    return text(line, { x: cx, y: cy, size: SMALL, transform: `rotate(-90 ${cx} ${cy})` })
  })
}

/** The same numbers as a table of rows and columns. */
export function heatmapTable(release: Release, caption: string, words: TrendWords): TableTwin {
  const [rowFacet, columnFacet] = release.facets as [CountedFacet, CountedFacet]
  const columns = codesIn(release, columnFacet)
  return {
    caption,
    columns: [words.says.facets[rowFacet], ...columns.map((code) => labelOf(words, columnFacet, code))],
    rows: codesIn(release, rowFacet).map((row) => [
      labelOf(words, rowFacet, row),
      ...columns.map((column) => written(cellAt(release, [row, column]), words)),
    ]),
  }
}
