// Reads the outlines that the build drew into the page, at the scale of pictures. It knows no figure, and no geography of its own: which
// places there are, and in which order they are read, is the page's.
import { copyTemplate, find, findAll } from '../dom.ts'
import { PICTURE_WIDTH, rounded } from './svg.ts'

export interface MapPlace {
  /** Of the facet that the map is divided by. */
  code: string
  /** Of the région that it lies in; itself where it is one. */
  region: string
  /** Path data; null for a place that is a tile beside the map. */
  path: string | null
}

export interface MapOutlines {
  height: number
  /** Mainland France and Corsica, région by région. */
  regions: readonly MapPlace[]
  /** The same, département by département, and their enlarged twins where they have one. */
  departements: readonly MapPlace[]
  /** Overseas, elsewhere, not known. */
  tiles: readonly { departement: string; region: string }[]
  /** Where the enlarged ring of Paris stands. */
  ring: { x: number; y: number; width: number; height: number }
}

export function readMapOutlines(): MapOutlines {
  const drawn = copyTemplate('outlines')
  const numbers = (name: string): number[] => (drawn.dataset[name] ?? '').split(' ').map(Number)
  const [width = 1, height = 0] = numbers('size')
  const scale = PICTURE_WIDTH / width
  const [x = 0, y = 0, ringWidth = 0, ringHeight = 0] = numbers('ring').map((value) => rounded(value * scale))
  const pathIn = (group: Element): string =>
    findAll(':scope > path', group)
      .map((path) => scaled(path.getAttribute('d') ?? '', scale))
      .join('')
  const regionOf = (group: Element): string =>
    group.closest<SVGElement>('[data-region]')?.dataset['region'] ?? ''
  const svg = find<SVGSVGElement>('svg', drawn)
  return {
    height: Math.ceil(height * scale),
    regions: findAll<SVGGElement>('[data-region]:not([data-tile])', svg).map((group) => ({
      code: regionOf(group),
      region: regionOf(group),
      path: pathIn(group),
    })),
    departements: findAll<SVGGElement>('[data-departement]', svg).map((group) => ({
      code: group.dataset['departement'] ?? '',
      region: regionOf(group),
      path: pathIn(group),
    })),
    tiles: findAll<SVGGElement>('[data-tile]', svg).map((group) => ({
      departement: group.dataset['tile'] ?? '',
      region: regionOf(group),
    })),
    ring: { x, y, width: ringWidth, height: ringHeight },
  }
}

/** Steps add up along a path: hundredths keep its end where it belongs. */
const scaled = (path: string, scale: number): string =>
  path.replaceAll(/ ?(-?)(\d+)/g, (whole, sign: string, digits: string) => {
    const value = Math.round(Number(digits) * scale * 100) / 100
    return `${whole.startsWith(' ') ? ' ' : ''}${sign}${value}`
  })
