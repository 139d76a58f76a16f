// What each look of a picture means: a list beside it in the page, and the same drawn into the file that leaves.
import { thresholdsOf, type Estimate } from './numbers.ts'
import { classText, type Classes } from './classes.ts'
import { newHatch, notCollectedArea } from './hatch.ts'
import { linesOf, svg, text } from './svg.ts'
import { fill as put, type TrendWords } from './words.ts'

export type Look = 'hatch' | 'not-collected' | 'interval' | 'band' | `shade-${number}`

export interface LegendEntry {
  look: Look
  says: string
}

const WIDTH = 26
const HEIGHT = 16
const ROW = 20
const TEXT_LINE = 14
const TEXT_FROM = 34
const LETTERS = 46

/** The five classes, then the hatch. */
export const legendOfClasses = (
  classes: Classes,
  estimates: readonly Estimate[],
  words: TrendWords,
): LegendEntry[] => [
  ...classes.map((_, at): LegendEntry => ({
    look: `shade-${at + 1}`,
    says: classText(classes, at + 1, words),
  })),
  hatchEntry(estimates, words),
]

/** What a hatch says of these: one threshold, or where they differ from which to which. */
export const hatchEntry = (estimates: readonly Estimate[], words: TrendWords): LegendEntry => ({
  look: 'hatch',
  says: put(words.says.under, { threshold: thresholdsOf(estimates, words) }),
})
export const notCollectedEntry = ({ says }: TrendWords): LegendEntry => ({
  look: 'not-collected',
  says: says.notCollected,
})

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
