// Draws what each look of a picture means: a list beside it in the page, and the same in the file that leaves.
import { newHatch, notCollectedArea } from './hatch.ts'
import type { LegendEntry, Look } from './legend-entries.ts'
import { linesOf, svg, text } from './svg.ts'

const WIDTH = 26
const HEIGHT = 16
const ROW = 20
const TEXT_LINE = 14
const TEXT_FROM = 34
const LETTERS = 46

function sample(look: Look): SVGElement[] {
  const area = { x: 0.5, y: 0.5, width: WIDTH - 1, height: HEIGHT - 1 }
  if (look === 'not-collected') return [notCollectedArea(0, 0, WIDTH, HEIGHT)]
  if (look === 'hatch') {
    const { pattern, fill } = newHatch()
    return [pattern, svg('rect', { ...area, fill, class: 'edge' })]
  }
  if (look === 'interval')
    return [svg('path', { d: `M2 8H${WIDTH - 2}M2 4V12M${WIDTH - 2} 4V12`, class: 'whisker' })]
  if (look === 'band')
    return [
      svg('rect', { x: 0, y: 3, width: WIDTH, height: 10, class: 'band' }),
      svg('path', { d: `M0 8H${WIDTH}`, class: 'line' }),
    ]
  return [svg('rect', { ...area, class: 'ground' }), svg('rect', { ...area, class: `${look} edge` })]
}

/** For the page. */
export function fillLegend(list: HTMLElement, entries: readonly LegendEntry[]): void {
  list.replaceChildren(
    ...entries.map(({ look, says }) => {
      const line = document.createElement('li')
      const drawing = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'swatch', 'aria-hidden': 'true' }
      line.append(svg('svg', drawing, ...sample(look)), says)
      return line
    }),
  )
}

/** For a file: below each other from `y` down, long words on several lines; and how far down it goes. */
export function drawLegend(
  entries: readonly LegendEntry[],
  x: number,
  y: number,
): { drawn: SVGGElement[]; end: number } {
  let end = y
  const drawn = entries.map(({ look, says }) => {
    const lines = linesOf(says, LETTERS).map((line, at) =>
      text(line, { x: TEXT_FROM, y: TEXT_LINE * (at + 1) - 2 }),
    )
    const row = svg('g', { transform: `translate(${x} ${end})` }, ...sample(look), ...lines)
    end += ROW + (lines.length - 1) * TEXT_LINE
    return row
  })
  return { drawn, end }
}
