// Which years there are to choose, and which periods should be there and are not: their day has passed, and nothing of them was
// published. Pure; today is given.
import type { Day } from '../../protocol/day.ts'
import type { FamilyId } from '../../protocol/families.ts'
import type { ReleaseList } from '../../protocol/release.ts'
import { dueOn, quartersOf, yearOf, type StatisticsWindow } from '../../protocol/statistics-window.ts'

/** Latest first. */
export const yearsIn = ({ releases }: ReleaseList): string[] =>
  [...new Set(releases.map(({ window }) => yearOf(window)))].toSorted().toReversed()

/** The latest year that is counted whole; the latest of all before there is one. */
export const yearToBegin = (list: ReleaseList): string | null =>
  yearsIn(list).find((year) => list.releases.some(({ window }) => window === year)) ??
  yearsIn(list)[0] ??
  null

/** Always counted by year, or always by quarter: whichever rung is in force, these tell what should be there. */
const BY_YEAR: FamilyId = 'act'
const BY_QUARTER: FamilyId = 'when-year'

/** From the first quarter that is there to the last whose day has passed. What is held is not missing: people are looking at it. */
export function missingPeriods({ releases, held }: ReleaseList, today: Day): StatisticsWindow[] {
  const [firstQuarter] = [...releases, ...held]
    .filter(({ family }) => family === BY_QUARTER)
    .map(({ window }) => window)
    .toSorted()
  if (firstQuarter === undefined) return []
  const first = Number(yearOf(firstQuarter))
  const isThere = (family: FamilyId, window: StatisticsWindow): boolean =>
    [...releases, ...held].some((each) => each.family === family && each.window === window)
  const count = Number(today.slice(0, 4)) - first + 1
  const years = Array.from({ length: Math.max(0, count) }, (_, at) => String(first + at))
  return years.flatMap((year) => [
    ...quartersOf(year).filter(
      (quarter) => quarter >= firstQuarter && dueOn(quarter) <= today && !isThere(BY_QUARTER, quarter),
    ),
    ...(dueOn(year) <= today && !isThere(BY_YEAR, year) ? [year] : []),
  ])
}
