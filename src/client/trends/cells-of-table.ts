// One table of a release as a reader needs it: what is known, named; what is not known, apart and summed. Sums take the margin of a sum.
import { marginOfSum } from '../../domain/margin.ts'
import { isKnown } from '../../protocol/cell-codes.ts'
import type { Release } from '../../protocol/release.ts'
import { isShown, type Estimate } from './numbers.ts'
import type { StatisticsWindow } from '../../protocol/statistics-window.ts'
import { cellsIn, type Cell } from './released.ts'
import { cellName, type TrendWords } from './words.ts'

export interface NamedCell extends Cell {
  name: string
}

export interface TableCells {
  known: readonly NamedCell[]
  /** The sum of every cell of which some facet is not known; null where there is none. */
  unknown: Estimate | null
  total: Estimate
}

const sumOf = (release: Release, cells: readonly Cell[]): Estimate => ({
  value: cells.reduce((sum, { value }) => sum + value, 0),
  margin: marginOfSum(release.epsilon, cells.length),
})

export function tableCells(release: Release, words: TrendWords): TableCells {
  const cells = cellsIn(release)
  const unknown = cells.filter(({ codes }) => !isKnown(codes))
  return {
    known: cells
      .filter(({ codes }) => isKnown(codes))
      .map((cell) => ({ ...cell, name: cellName(words, release.facets, cell.codes) })),
    unknown: unknown.length > 0 ? sumOf(release, unknown) : null,
    total: totalOf(release),
  }
}

/** All that a release counts. */
export const totalOf = (release: Release): Estimate => sumOf(release, cellsIn(release))

/** Whether some number of what is known is shown: a picture of noise would be read as one of people. */
export const hasNumber = (release: Release): boolean =>
  cellsIn(release).some((cell) => isKnown(cell.codes) && isShown(cell))

/** A table as it is read, and compared with that of another period. */
export interface ReadTable extends TableCells {
  window: StatisticsWindow
  /** How finely it was counted: its facets. */
  facets: string
}

export const readTableOf = (release: Release, words: TrendWords): ReadTable => ({
  window: release.window,
  facets: release.facets.join(),
  ...tableCells(release, words),
})
