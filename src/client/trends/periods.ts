// Which years there are to choose, which one is not whole, and which periods should be there and are not: their day has passed, and
// nothing of them was published. Pure; today is given.
import type { Day } from '../../protocol/day.ts'
import { ALWAYS_BY_QUARTER, ALWAYS_BY_YEAR, type FamilyId } from '../../protocol/families.ts'
import type { ReleaseList } from '../../protocol/release.ts'
import {
  dueOn,
  quartersOf,
  yearOf,
  yearsBetween,
  type StatisticsWindow,
} from '../../protocol/statistics-window.ts'

/** Latest first. */
export const yearsIn = ({ releases }: ReleaseList): string[] =>
  [...new Set(releases.map(({ window }) => yearOf(window)))].toSorted().toReversed()

function firstQuarterIn({ releases, held }: ReleaseList): StatisticsWindow | undefined {
  const [first] = [...releases, ...held]
    .filter(({ family }) => family === ALWAYS_BY_QUARTER)
    .map(({ window }) => window)
    .toSorted()
  return first
}

/** The quarter in which the service began, when that is not the first of a year: its year is not whole. Null: it is not, or not known. */
export function beganIn(list: ReleaseList): StatisticsWindow | null {
  const first = firstQuarterIn(list)
  return first === undefined || first === quartersOf(yearOf(first))[0] ? null : first
}

/** Whether a year may be held against another: the service was there all through it. */
const isWhole = (list: ReleaseList, year: string): boolean => year !== yearOf(beganIn(list) ?? '')

/** The years that another may be compared with: none for one that is not whole. */
export const comparableWith = (list: ReleaseList, year: string): string[] =>
  isWhole(list, year) ? yearsIn(list).filter((each) => each !== year && isWhole(list, each)) : []

/** The latest whole year that is counted by year; else the latest so counted, else the latest of all. */
export function yearToBegin(list: ReleaseList): string | null {
  const counted = yearsIn(list).filter((year) => list.releases.some(({ window }) => window === year))
  return counted.find((year) => isWhole(list, year)) ?? counted[0] ?? yearsIn(list)[0] ?? null
}

/** From the first quarter that is there to the last whose day has passed. What is held is not missing: people are looking at it. */
export function missingPeriods(list: ReleaseList, today: Day): StatisticsWindow[] {
  const firstQuarter = firstQuarterIn(list)
  if (firstQuarter === undefined) return []
  const isThere = (family: FamilyId, window: StatisticsWindow): boolean =>
    [...list.releases, ...list.held].some((each) => each.family === family && each.window === window)
  return yearsBetween(firstQuarter, today).flatMap((year) => [
    ...quartersOf(year).filter(
      (quarter) => quarter >= firstQuarter && dueOn(quarter) <= today && !isThere(ALWAYS_BY_QUARTER, quarter),
    ),
    ...(dueOn(year) <= today && !isThere(ALWAYS_BY_YEAR, year) ? [year] : []),
  ])
}
