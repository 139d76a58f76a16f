// Quarters one after the other, from whatever was published: France as it was counted, or as the sum of its régions with the margin of
// a sum; régions only where they were counted. A quarter between two others that was not published is a step without numbers.
import type { Release } from '../../protocol/release.ts'
import { windowBefore, type StatisticsWindow } from '../../protocol/statistics-window.ts'
import { totalOf } from './cells-of-table.ts'
import type { Estimate } from './numbers.ts'
import { cellsIn } from './released.ts'

export interface QuarterStep {
  window: StatisticsWindow
  france: Estimate | null
  /** By code; null where régions were not counted. */
  regions: ReadonlyMap<string, Estimate> | null
}

/** `releases` of one family, in any order, one more than once perhaps. */
export function quarterSteps(releases: readonly Release[]): QuarterStep[] {
  const published = new Map(releases.map((release) => [release.window, release]))
  const windows = [...published.keys()].toSorted()
  const [first, last] = [windows[0], windows.at(-1)]
  if (first === undefined || last === undefined) return []
  const steps: QuarterStep[] = []
  for (let window = last; window >= first; window = windowBefore(window))
    steps.unshift({ window, ...countsOf(published.get(window)) })
  return steps
}

function countsOf(release: Release | undefined): Omit<QuarterStep, 'window'> {
  if (!release) return { france: null, regions: null }
  const regions = new Map(cellsIn(release).map((cell) => [cell.codes[0] ?? '', cell]))
  return { france: totalOf(release), regions: release.facets.length === 0 ? null : regions }
}
