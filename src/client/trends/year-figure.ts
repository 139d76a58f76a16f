// A figure whose family is counted by year: one plate for each period, shaded cells where a table has two facets, bars where it has
// one. Nothing is drawn of a table of which no number can be shown.
import type { FamilyId } from '../../protocol/families.ts'
import type { Release } from '../../protocol/release.ts'
import { bars, barsEnd, barsTable } from './bars.ts'
import { hasNumber, readTableOf } from './cells-of-table.ts'
import { classesFor } from './classes.ts'
import { readComparison } from './comparison.ts'
import type { Drawn, Figure, Plate } from './figure.ts'
import { FEW_COLUMNS, heatmap, heatmapTable, MANY_COLUMNS } from './heatmap.ts'
import { hatchWhereHidden, legendOfClasses, type LegendEntry } from './legend-entries.ts'
import { readTable } from './plain-reading.ts'
import { plateName } from './plate-name.ts'
import { cellsIn, codesIn } from './released.ts'
import type { TrendWords } from './words.ts'

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
  const classes = classesFor(releases.filter(isTwofold).flatMap(cellsIn))
  const end = barsEnd(releases.filter((release) => !isTwofold(release)))
  const plates = releases.map((release): Plate => {
    const name = plateName(release, words)
    const facts = { ...name, releases: [release], estimates: cellsIn(release) }
    if (!isTwofold(release)) {
      const picture = hasNumber(release) ? bars(release, end, words) : null
      return { ...facts, picture, table: barsTable(release, name.title, words) }
    }
    const [, columns] = release.facets
    const few = columns !== undefined && codesIn(release, columns).length <= MOST_BESIDE
    const layout = few ? FEW_COLUMNS : MANY_COLUMNS
    const picture = hasNumber(release) ? heatmap(release, classes, layout, words) : null
    return { ...facts, picture, table: heatmapTable(release, name.title, words) }
  })
  const drawn = releases.filter(hasNumber)
  const estimates = drawn.flatMap(cellsIn)
  const legend: LegendEntry[] = [
    ...(drawn.some(isTwofold) ? legendOfClasses(classes, estimates, words) : []),
    ...(drawn.every(isTwofold) ? [] : [{ look: 'interval', says: words.says.legend.interval } as const]),
    ...(drawn.some(isTwofold) ? [] : hatchWhereHidden(estimates, words)),
  ]
  return { plates, legend }
}

const MOST_BESIDE = 5

const isTwofold = ({ facets }: Release): boolean => facets.length === 2

function readAll(releases: readonly Release[], words: TrendWords): string[] {
  const read = releases.map((release) => readTableOf(release, words))
  const [before, after] = read
  return [
    ...read.map((table) => readTable(table, table.window, words)),
    ...(before && after ? [readComparison(before, after, words)] : []),
  ]
}
