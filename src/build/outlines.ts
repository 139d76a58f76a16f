// Makes the outlines of the map: the départements of mainland France and Corsica simplified together, their régions merged out of
// them, and Paris with its ring enlarged. The same drawing always gives the same outlines; no figure is known here.
import { mergeArcs } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'
import type { Outline, Outlines } from '../pages/outlines.ts'
import { REGION_CODES, regionOf } from '../protocol/regions.ts'
import {
  DRAWING,
  readOutlines,
  type Borders,
  type DepartementsTopology,
  type Point,
} from './outline-source.ts'

/** Units of the map for one of the drawing. */
const SCALE = 2

/** A corner goes when the triangle that it makes with its neighbours is smaller, in square units of the drawing. */
const SMALLEST_TRIANGLE = 1.5

/** Paris and what surrounds it: too small to be seen or touched on the map itself. */
const RING = ['75', '92', '93', '94']
const RING_SCALE = 13
/** The top left corner of the frame of the enlarged ring, in units of the map: over the sea. */
const FRAME_AT: Point = [2, 836]
const FRAME_PADDING = 8

export function drawOutlines(): Outlines {
  const whole = readOutlines()
  const light = simplify(presimplify(whole), SMALLEST_TRIANGLE)
  const geometries: readonly Borders[] = light.objects.departements.geometries
  return {
    width: DRAWING[0] * SCALE,
    height: DRAWING[1] * SCALE,
    departements: geometries.map((each) => ({
      code: each.id,
      path: pathOf(ringsOf(light, each).map(onMap)),
    })),
    regions: REGION_CODES.flatMap((code) => {
      const within = geometries.filter(({ id }) => regionOf(id) === code)
      const merged = mergeArcs(light, within)
      return within.length === 0 ? [] : [{ code, path: pathOf(ringsOf(light, merged as Borders).map(onMap)) }]
    }),
    ring: enlargedRing(whole),
  }
}

const onMap = (ring: Point[]): Point[] =>
  ring.map(([x, y]): Point => [Math.round(x * SCALE), Math.round(y * SCALE)])

/** Of the whole drawing, which is coarse enough there. */
function enlargedRing(whole: DepartementsTopology): Outlines['ring'] {
  const each = RING.map((code) => {
    const borders = whole.objects.departements.geometries.find(({ id }) => id === code)
    if (!borders) throw new Error(`the drawing has no département ${code}`)
    return { code, rings: ringsOf(whole, borders) }
  })
  const points = each.flatMap(({ rings }) => rings.flat())
  const [left, right] = extent(points.map(([x]) => x))
  const [top, bottom] = extent(points.map(([, y]) => y))
  const enlarged = (ring: Point[]): Point[] =>
    ring.map(([x, y]): Point => [
      Math.round((x - left) * RING_SCALE) + FRAME_AT[0] + FRAME_PADDING,
      Math.round((y - top) * RING_SCALE) + FRAME_AT[1] + FRAME_PADDING,
    ])
  return {
    x: FRAME_AT[0],
    y: FRAME_AT[1],
    width: Math.round((right - left) * RING_SCALE) + 2 * FRAME_PADDING,
    height: Math.round((bottom - top) * RING_SCALE) + 2 * FRAME_PADDING,
    departements: each.map(({ code, rings }): Outline => ({ code, path: pathOf(rings.map(enlarged)) })),
  }
}

const extent = (values: readonly number[]): Point => [Math.min(...values), Math.max(...values)]

/** Every ring, an enclave that it surrounds included: the even-odd rule leaves it out. */
const ringsOf = ({ arcs }: DepartementsTopology, { arcs: polygons }: Borders): Point[][] =>
  polygons.flat().map((ring) =>
    (ring as number[]).flatMap((index) => {
      const arc = (index < 0 ? arcs[~index]?.toReversed() : arcs[index]) as Point[]
      return arc.slice(0, -1)
    }),
  )

/** In as few letters as can be. What has become a point or a line on this grid is left out. */
function pathOf(rings: readonly Point[][]): string {
  return rings
    .map((ring) =>
      ring.filter(([x, y], index) => x !== ring.at(index - 1)?.[0] || y !== ring.at(index - 1)?.[1]),
    )
    .filter((ring) => ring.length > 2)
    .map(([first = [0, 0], ...others]) => {
      let [x, y] = first
      const steps = others.map(([toX, toY]) => {
        const step = `${toX - x} ${toY - y}`
        ;[x, y] = [toX, toY]
        return step
      })
      return `M${first.join(' ')}l${steps.join(' ')}z`
    })
    .join('')
    .replaceAll(' -', '-')
}
