// The one hatch that says "fewer than the threshold, maybe none", and the empty frame that says "not collected": two looks that stay apart
// without colour, on paper too.
import { rounded, svg } from './svg.ts'

export const HATCH_ID = 'hatch'
const SPACING = 6

/** The pattern itself, under a name of its own in the page: a picture refers to the one that it holds. */
export const hatchPattern = (id: string): SVGDefsElement =>
  svg(
    'defs',
    {},
    svg(
      'pattern',
      { id, width: SPACING, height: SPACING, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg('rect', { width: SPACING, height: SPACING, class: 'ground' }),
      svg('path', { d: `M0 0V${SPACING}`, class: 'hatch-line' }),
    ),
  )

let drawn = 0

/** A hatch for one picture: put `pattern` in it once, and give `fill` to what is hatched. */
export function newHatch(): { pattern: SVGDefsElement; fill: string } {
  drawn++
  const id = `${HATCH_ID}-${drawn}`
  return { pattern: hatchPattern(id), fill: `url(#${id})` }
}

/** An area that was not collected: an edge of dots around nothing. */
export const notCollectedArea = (x: number, y: number, width: number, height: number): SVGRectElement =>
  svg('rect', {
    x: rounded(x + 1),
    y: rounded(y + 1),
    width: rounded(Math.max(0, width - 2)),
    height: rounded(Math.max(0, height - 2)),
    class: 'not-collected',
  })
