// The colours of a picture that leaves the page: those of light paper, as attributes, since no style sheet goes with a file. They
// are the light tokens, and what styles/trends-drawn.css makes of them: a test compares both.

const INK = '#1d282e'
const INK_SOFT = '#4b5961'
const LINE_STRONG = '#7d776c'
const ACCENT = '#17545d'
export const SURFACE = '#fffdf9'

type Paint = Readonly<Record<string, string>>

/** How strongly each class covers the ground. */
const SHADES: Readonly<Record<string, string>> = {
  'shade-1': '0.1',
  'shade-2': '0.25',
  'shade-3': '0.42',
  'shade-4': '0.78',
  'shade-5': '1',
}

const PAINT: Readonly<Record<string, Paint>> = {
  ground: { fill: SURFACE },
  ...Object.fromEntries(
    Object.entries(SHADES).map(([name, opacity]) => [name, { fill: ACCENT, 'fill-opacity': opacity }]),
  ),
  'hatch-line': { stroke: LINE_STRONG, 'stroke-width': '2', fill: 'none' },
  'not-collected': { fill: 'none', stroke: LINE_STRONG, 'stroke-dasharray': '1 3' },
  edge: { stroke: LINE_STRONG, 'stroke-width': '1' },
  border: { stroke: LINE_STRONG, 'stroke-width': '0.5' },
  outline: { fill: 'none', stroke: INK_SOFT, 'stroke-width': '0.8' },
  halo: { fill: 'none' },
  clear: { fill: 'none' },
  bar: { fill: ACCENT, 'fill-opacity': SHADES['shade-3'] ?? '' },
  band: { fill: ACCENT, 'fill-opacity': SHADES['shade-2'] ?? '' },
  line: { fill: 'none', stroke: ACCENT, 'stroke-width': '2' },
  dot: { fill: ACCENT },
  whisker: { fill: 'none', stroke: INK, 'stroke-width': '1.5' },
  axis: { fill: 'none', stroke: LINE_STRONG, 'stroke-width': '1' },
  closing: { fill: 'none', stroke: INK_SOFT, 'stroke-width': '1.5', 'stroke-dasharray': '4 3' },
  label: { fill: INK },
  'label-soft': { fill: INK_SOFT },
  strong: { fill: INK, 'font-weight': '600' },
  'on-dark': { fill: SURFACE },
}

/** The attributes that stand for a class; none for one that is of no colour. */
export const paintOf = (name: string): Paint => PAINT[name] ?? {}
