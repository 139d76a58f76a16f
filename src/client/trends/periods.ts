// Which years there are to choose, which one is not whole, and which periods should be there and are not: their day has passed, and
// nothing of them was published. Pure; today is given.
import type { Day } from '../../protocol/day.ts'
import { FAMILIES, type FamilyId } from '../../protocol/families.ts'
import type { ReleaseList } from '../../protocol/release.ts'
import { dueOn, quartersOf, yearOf, type StatisticsWindow } from '../../protocol/statistics-window.ts'

/** Latest first. */
export const yearsIn = ({ releases }: ReleaseList): string[] =>
  [...new Set(releases.map(({ window }) => yearOf(window)))].toSorted().toReversed()

/** A family that is counted by this period at every rung: whichever is in force, it tells what should be there. */
const alwaysBy = (window: 'year' | 'quarter'): FamilyId | undefined =>
  FAMILIES.find(({ rungs }) => rungs.every((rung) => rung.window === window))?.id

const BY_YEAR = alwaysBy('year')
const BY_QUARTER = alwaysBy('quarter')

function firstQuarterIn({ releases, held }: ReleaseList): StatisticsWindow | undefined {
  const [first] = [...releases, ...held]
    .filter(({ family }) => family === BY_QUARTER)
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
  const first = Number(yearOf(firstQuarter))
  const isThere = (family: FamilyId | undefined, window: StatisticsWindow): boolean =>
    [...list.releases, ...list.held].some((each) => each.family === family && each.window === window)
  const count = Number(today.slice(0, 4)) - first + 1
  const years = Array.from({ length: Math.max(0, count) }, (_, at) => String(first + at))
  return years.flatMap((year) => [
    ...quartersOf(year).filter(
      (quarter) => quarter >= firstQuarter && dueOn(quarter) <= today && !isThere(BY_QUARTER, quarter),
    ),
    ...(dueOn(year) <= today && !isThere(BY_YEAR, year) ? [year] : []),
  ])
}
