// Draws the map of France, coloured by what is published of each place: régions, or départements with Paris and its ring enlarged; tiles
// of equal size for what is not on the mainland. Of the whole of France it draws one number, and a quiet map behind it.
import type { CountedFacet } from '../../protocol/families.ts'
import type { Release } from '../../protocol/release.ts'
import { classOf, type Classes } from './classes.ts'
import { newHatch } from './hatch.ts'
import type { MapOutlines, MapPlace } from './map-outlines.ts'
import { intervalText, isShown, numberIn, written, type Estimate } from './numbers.ts'
import { cellAt } from './released.ts'
import { linesOf, picture, PICTURE_WIDTH, rounded, svg, text } from './svg.ts'
import { valuePoint } from './value-point.ts'
import { labelOf, type TrendWords } from './words.ts'

const TILES_IN_ROW = 4
const TILE_GAP = 8
const TILE_HEIGHT = 24
const TILE_ROW = 46
const TILE_WIDTH = (PICTURE_WIDTH - (TILES_IN_ROW - 1) * TILE_GAP) / TILES_IN_ROW
const TILES_FROM = 10
const SMALL = 10.5
const RING_LETTERS = 14

/** The places of a map that is divided by this facet, in the order in which they are read. */
export function placesBy(facet: CountedFacet | undefined, outlines: MapOutlines): MapPlace[] {
  if (facet === undefined) return []
  const isFine = facet === 'departement'
  const tiles = outlines.tiles.map(({ departement, region }) => ({
    code: isFine ? departement : region,
    region,
    path: null,
  }))
  return [...(isFine ? outlines.departements : outlines.regions), ...tiles]
}

/** `classes` are those of every map of the figure. */
export function mapPicture(
  release: Release,
  classes: Classes,
  outlines: MapOutlines,
  words: TrendWords,
): SVGSVGElement {
  const [facet] = release.facets
  const ground = svg('path', { d: wholeOf(outlines), class: 'ground border' })
  if (facet === undefined) {
    const drawn = picture(outlines.height, [ground, oneNumber(release, outlines, words)])
    drawn.classList.add('map')
    return drawn
  }
  const places = placesBy(facet, outlines)
  const { pattern, fill: hatch } = newHatch()
  const halo = svg('path', { d: '', class: 'halo', 'aria-hidden': 'true' })
  let tile = 0
  const points = places.map(({ code, path }) => {
    const area = path ?? tilePath(tile, outlines.height)
    const cell = cellAt(release, [code])
    const name = labelOf(words, facet, code)
    const label = path === null ? tileLabel(name, tile++, outlines.height) : []
    return valuePoint(
      { name, estimate: cell },
      words,
      svg('path', { d: area, 'fill-rule': 'evenodd', ...lookOf(cell, classes, hatch) }),
      ...label,
    )
  })
  const lines = svg('path', { d: wholeOf(outlines), class: 'outline', 'aria-hidden': 'true' })
  const drawn = picture(outlines.height + TILES_FROM + Math.ceil(tile / TILES_IN_ROW) * TILE_ROW, [
    pattern,
    ground,
    ...(facet === 'departement' ? ringFrame(outlines, words) : []),
    ...points,
    lines,
    halo,
  ])
  drawn.classList.add('map')
  armHalo(drawn, halo)
  return drawn
}

const wholeOf = ({ regions }: MapOutlines): string => regions.map(({ path }) => path ?? '').join('')

function lookOf(cell: Estimate | null, classes: Classes, hatch: string): Record<string, string> {
  if (!cell) return { class: 'not-collected' }
  return isShown(cell)
    ? { class: `shade-${classOf(classes, cell.value)} border` }
    : { fill: hatch, class: 'border' }
}

function ringFrame({ ring }: MapOutlines, { says }: TrendWords): SVGElement[] {
  const lines = linesOf(says.places.ring, RING_LETTERS)
  return [
    svg('rect', { ...ring, class: 'ground axis' }),
    ...lines.map((line, at) =>
      text(line, {
        x: ring.x,
        y: ring.y - 4 - (lines.length - 1 - at) * 12,
        size: SMALL,
        class: 'label-soft',
      }),
    ),
  ]
}

const tilePlace = (at: number, below: number): { x: number; y: number } => ({
  x: rounded((at % TILES_IN_ROW) * (TILE_WIDTH + TILE_GAP)),
  y: below + TILES_FROM + Math.floor(at / TILES_IN_ROW) * TILE_ROW,
})

function tilePath(at: number, below: number): string {
  const { x, y } = tilePlace(at, below)
  return `M${x + 0.5} ${y}h${TILE_WIDTH - 1}v${TILE_HEIGHT}h${1 - TILE_WIDTH}z`
}

function tileLabel(name: string, at: number, below: number): SVGElement[] {
  const { x, y } = tilePlace(at, below)
  return [text(name, { x: x + 1, y: y + TILE_HEIGHT + 13, size: SMALL })]
}

/** In large, over the quiet map; its place is the whole picture. */
function oneNumber(release: Release, outlines: MapOutlines, words: TrendWords): SVGGElement {
  const cell = cellAt(release, [])
  const middle = { x: PICTURE_WIDTH / 2, anchor: 'middle' } as const
  const half = outlines.height / 2
  const body =
    cell && isShown(cell)
      ? [
          text(`≈ ${numberIn(words, cell.value)}`, { ...middle, y: half, size: 52, class: 'strong' }),
          text(`(${intervalText(cell, words)})`, { ...middle, y: half + 28, size: 20 }),
        ]
      : linesOf(written(cell, words), 16).map((line, at) =>
          text(line, { ...middle, y: half + at * 28, size: 22, class: 'strong' }),
        )
  return valuePoint(
    { name: words.says.places.allFrance, estimate: cell },
    words,
    svg('path', {
      d: `M2 2h${PICTURE_WIDTH - 4}v${outlines.height - 4}h${4 - PICTURE_WIDTH}z`,
      class: 'clear',
    }),
    ...body,
  )
}

/** The outline of the place under the focus or the finger stands above its neighbours, which would cover half of it. */
function armHalo(drawn: SVGSVGElement, halo: SVGPathElement): void {
  const follow = (event: Event): void => {
    const area = (event.target as Element).closest('.point')?.querySelector('path')
    halo.setAttribute('d', area?.getAttribute('d') ?? '')
  }
  for (const happening of ['focusin', 'pointerover']) drawn.addEventListener(happening, follow)
  for (const happening of ['focusout', 'pointerleave'])
    drawn.addEventListener(happening, () => halo.setAttribute('d', ''))
}
