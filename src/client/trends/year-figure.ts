// A figure whose family is counted by year: one plate for each period, shaded cells where a table has two facets, bars where it has
// one. Nothing is drawn of a table of which no number can be shown.
import type { FamilyId } from '../../protocol/families.ts'
import type { Release } from '../../protocol/release.ts'
import { bars, barsEnd, barsTable } from './bars.ts'
import { tableCells, UNKNOWN } from './cells-of-table.ts'
import { classesFor } from './classes.ts'
import { readComparison, type Compared } from './comparison.ts'
import type { Drawn, Figure, Plate } from './figure.ts'
import { FEW_COLUMNS, heatmap, heatmapTable, MANY_COLUMNS } from './heatmap.ts'
import { hatchEntry, legendOfClasses, type LegendEntry } from './legend.ts'
import { isShown, isTelling } from './numbers.ts'
import { readTable } from './plain-reading.ts'
import { cellsIn, codesIn } from './released.ts'
import { fill, periodName, type TrendWords } from './words.ts'

/** `added` is said after what the numbers say. */
export const yearFigure = (family: FamilyId, added?: (words: TrendWords) => string): Figure => ({
  family,
  takes: (window, year) => window === year,
  draw(shown, words) {
    const releases = shown.flatMap(({ releases }) => releases.slice(-1))
    return {
      ...drawAll(releases, words),
      reading: [...readAll(releases, words), ...(added ? [added(words)] : [])],
    }
  },
})

function drawAll(releases: readonly Release[], words: TrendWords): Pick<Drawn, 'plates' | 'legend'> {
  const values = releases.filter(isTwofold).flatMap((release) => cellsIn(release).filter(isShown))
  const classes = classesFor(values.map(({ value }) => value))
  const end = barsEnd(releases.filter((release) => !isTwofold(release)))
  const plates = releases.map((release): Plate => {
    const title = fill(words.says.plate, {
      family: words.families[release.family],
      period: periodName(words, release.window),
    })
    if (!isTwofold(release)) {
      const picture = hasNumber(release) ? bars(release, end, words) : null
      return { title, picture, table: barsTable(release, title, words), releases: [release] }
    }
    const [, columns] = release.facets
    const few = columns !== undefined && codesIn(release, columns).length <= MOST_BESIDE
    const layout = few ? FEW_COLUMNS : MANY_COLUMNS
    const picture = hasNumber(release) ? heatmap(release, classes, layout, words) : null
    return { title, picture, table: heatmapTable(release, title, words), releases: [release] }
  })
  const drawn = releases.filter(hasNumber)
  const legend: LegendEntry[] = [
    ...(drawn.some(isTwofold) ? legendOfClasses(classes, words) : []),
    ...(drawn.every(isTwofold) ? [] : [{ look: 'interval', says: words.says.legend.interval } as const]),
    ...(drawn.some(isTwofold) ? [] : [hatchEntry(words)]),
  ]
  return { plates, legend }
}

const MOST_BESIDE = 5

const isTwofold = ({ facets }: Release): boolean => facets.length === 2
/** What is known must tell something: a picture of noise would be read as one of people. */
const hasNumber = (release: Release): boolean =>
  cellsIn(release).some((cell) => !cell.codes.includes(UNKNOWN) && isTelling(cell))

function readAll(releases: readonly Release[], words: TrendWords): string[] {
  const read = releases.map((release) => ({
    window: release.window,
    facets: release.facets.join(),
    ...tableCells(release, words),
  }))
  const [before, after]: Compared[] = read
  return [
    ...read.map((table) => readTable(table, table.window, words)),
    ...(before && after ? [readComparison(before, after, words)] : []),
  ]
}
