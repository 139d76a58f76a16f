// The figure of places: a map for each year, at the rung it was published at; the same numbers as a table by région; and what can be
// said of them. It never ranks places beyond what the margin allows, and offers no rates.
import type { Release } from '../../protocol/release.ts'
import { classesFor } from './classes.ts'
import { hasNumber, readTableOf } from './cells-of-table.ts'
import { readComparison } from './comparison.ts'
import type { Figure, Plate } from './figure.ts'
import { legendOfClasses, notCollectedEntry } from './legend-entries.ts'
import { readMapOutlines, type MapOutlines } from './map-outlines.ts'
import { mapPicture, placesBy } from './map-picture.ts'
import { written } from './numbers.ts'
import { plateName } from './plate-name.ts'
import { readPlaces } from './places-reading.ts'
import { cellAt, cellsIn } from './released.ts'
import type { TableTwin } from './table-twin.ts'
import { labelOf, type TrendWords } from './words.ts'

export const mapFigure: Figure = {
  family: 'where',
  takes: (window, year) => window === year,
  draw(shown, words) {
    const outlines = readMapOutlines()
    const releases = shown.flatMap((each) => each.releases.slice(-1))
    const divided = releases.filter(({ facets }) => facets.length > 0)
    const classes = classesFor(divided.flatMap(cellsIn))
    const plates = releases.map((release): Plate => {
      const name = plateName(release, words)
      const picture = hasNumber(release) ? mapPicture(release, classes, outlines, words) : null
      return {
        ...name,
        picture,
        table: tableOf(release, outlines, name.title, words),
        releases: [release],
        estimates: cellsIn(release),
        credit: words.says.places.credit,
      }
    })
    const drawn = divided.filter(hasNumber)
    const isWhole = (release: Release): boolean =>
      placesBy(release.facets[0], outlines).every(({ code }) => cellAt(release, [code]) !== null)
    return {
      plates,
      reading: readAll(releases, words),
      legend: [
        ...(drawn.length > 0 ? legendOfClasses(classes, drawn.flatMap(cellsIn), words) : []),
        ...(drawn.every(isWhole) ? [] : [notCollectedEntry(words)]),
      ],
    }
  },
}

function readAll(releases: readonly Release[], words: TrendWords): string[] {
  const read = releases.map((release) => readTableOf(release, words))
  const [before, after] = read
  return [
    ...read.map((table) => readPlaces(table, words)),
    ...(before && after ? [readComparison(before, after, words)] : []),
    ...(releases.some(({ facets }) => facets.length > 0) ? [words.says.places.caution] : []),
  ]
}

/** In the order of the map. A département stands beside its région. */
function tableOf(release: Release, outlines: MapOutlines, caption: string, words: TrendWords): TableTwin {
  const [facet] = release.facets
  const { facets, reports, places } = words.says
  if (facet === undefined)
    return {
      caption,
      columns: [places.place, reports],
      rows: [[places.allFrance, written(cellAt(release, []), words)]],
    }
  const isFine = facet === 'departement'
  return {
    caption,
    columns: [facets[facet], ...(isFine ? [facets.region] : []), reports],
    rows: placesBy(facet, outlines).map(({ code, region }) => [
      labelOf(words, facet, code),
      ...(isFine ? [labelOf(words, 'region', region)] : []),
      written(cellAt(release, [code]), words),
    ]),
  }
}
