// Puts a picture, its title, its legend and its source on one sheet that can leave the page: self-contained, light whatever the
// theme, and marked where it was made from invented data.
import { HATCH_ID, hatchPattern } from './hatch.ts'
import type { LegendEntry } from './legend-entries.ts'
import { drawLegend } from './legend.ts'
import { paintOf, SURFACE } from './paper-paint.ts'
import { linesOf, svg, text } from './svg.ts'

export interface Sheet {
  title: string
  description: string
  picture: SVGSVGElement
  legend: readonly LegendEntry[]
  /** Under the legend: what it comes from, and where it was. */
  source: readonly string[]
  /** Words of the mark on invented data; null: they are not. */
  mark: string | null
}

const MARGIN = 16
const FONT = 'system-ui, sans-serif'
const TITLE_LINE = 20
const SOURCE_LINE = 14
/** Letters on a line of 340 units. */
const TITLE_LETTERS = 38
const SOURCE_LETTERS = 58

/** A new element, in no document. Its size in pixels is that of its units. */
export function sheetOf({ title, description, picture, legend, source, mark }: Sheet): SVGSVGElement {
  const { width, height } = picture.viewBox.baseVal
  let y = MARGIN
  const down = (lines: readonly string[], each: number, look: Parameters<typeof text>[1]): SVGElement[] =>
    lines.map((line) => {
      y += each
      return text(line, { ...look, x: MARGIN, y })
    })
  const head = [
    ...down(mark === null ? [] : [mark], TITLE_LINE, { x: 0, y: 0, class: 'strong', size: 13 }),
    ...down(linesOf(title, TITLE_LETTERS), TITLE_LINE, { x: 0, y: 0, class: 'strong', size: 15 }),
  ]
  y += MARGIN
  const inner = picture.cloneNode(true) as SVGSVGElement
  for (const [name, value] of Object.entries({ x: MARGIN, y, width, height }))
    inner.setAttribute(name, String(value))
  y += height + MARGIN
  const keys = drawLegend(legend, MARGIN, y)
  y = keys.end
  const foot = down(
    source.flatMap((each) => linesOf(each, SOURCE_LETTERS)),
    SOURCE_LINE,
    {
      x: 0,
      y: 0,
      class: 'label-soft',
      size: 10,
    },
  )
  y += MARGIN
  const [sheetWidth, sheetHeight] = [width + 2 * MARGIN, Math.ceil(y)]
  const sheet = svg(
    'svg',
    {
      viewBox: `0 0 ${sheetWidth} ${sheetHeight}`,
      width: sheetWidth,
      height: sheetHeight,
      'font-family': FONT,
      role: 'img',
      direction: 'ltr',
    },
    svg('title', {}, mark === null ? title : `${title}. ${mark}`),
    svg('desc', {}, description),
    svg('rect', { width: sheetWidth, height: sheetHeight, fill: SURFACE }),
    ...head,
    inner,
    ...keys.drawn,
    ...foot,
  )
  makeSelfContained(sheet)
  return sheet
}

/** One hatch for all; names for ears become titles; what is of the page alone goes. */
function makeSelfContained(sheet: SVGSVGElement): void {
  for (const defs of sheet.querySelectorAll('defs')) defs.remove()
  sheet.prepend(hatchPattern(HATCH_ID))
  for (const element of sheet.querySelectorAll('*')) {
    for (const name of (element.getAttribute('class') ?? '').split(' '))
      for (const [key, value] of Object.entries(paintOf(name))) element.setAttribute(key, value)
    if (element.getAttribute('fill')?.startsWith('url(')) element.setAttribute('fill', `url(#${HATCH_ID})`)
    const name = element.getAttribute('aria-label')
    if (name !== null) element.prepend(svg('title', {}, name))
    for (const attribute of [
      'class',
      'aria-label',
      'role',
      'tabindex',
      'data-shown',
      'data-row',
      'data-column',
    ])
      element.removeAttribute(attribute)
  }
}
