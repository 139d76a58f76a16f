// The budget spent, from the list of releases alone: what each period's draws took, and what one report can have cost at most. Exact, pure.
import { isMore, NOTHING, plus } from '../../domain/rational.ts'
import { FAMILY_IDS, familyOf, type FamilyId, type Rational } from '../../protocol/families.ts'
import type { ReleaseList } from '../../protocol/release.ts'
import { spanOf, yearOf, type StatisticsWindow } from '../../protocol/statistics-window.ts'

/** One draw of noise. A held one was drawn too, and does not say at which rung. */
export interface Draw {
  window: StatisticsWindow
  family: FamilyId
  rung: string | null
  epsilon: Rational
}

export interface SpentPeriod {
  window: StatisticsWindow
  /** In the order families are declared. */
  draws: readonly Draw[]
  spent: Rational
}

export interface SpentYear {
  year: string
  /** Quarters in order, then the year itself. */
  periods: readonly SpentPeriod[]
  /** A report is of one quarter, and of its year. */
  most: Rational
}

/** The latest year first. A year in which nothing was drawn has no entry. */
export function spentByYear({ releases, held }: Pick<ReleaseList, 'releases' | 'held'>): SpentYear[] {
  const drawn = [
    ...releases.map(({ window, family, rung, epsilon }) => ({ window, family, rung, epsilon })),
    ...held.map(({ window, family }) => ({ window, family, rung: null, epsilon: familyOf(family).epsilon })),
  ]
  const years = [...new Set(drawn.map(({ window }) => yearOf(window)))].toSorted().toReversed()
  return years.map((year) => {
    const ofYear = drawn.filter(({ window }) => yearOf(window) === year)
    const windows = [...new Set(ofYear.map(({ window }) => window))].toSorted(quartersFirst)
    const periods = windows.map((window) => {
      const draws = ofYear
        .filter((draw) => draw.window === window)
        .toSorted((one, other) => FAMILY_IDS.indexOf(one.family) - FAMILY_IDS.indexOf(other.family))
      return { window, draws, spent: draws.map(({ epsilon }) => epsilon).reduce(plus, NOTHING) }
    })
    return { year, periods, most: mostOf(periods) }
  })
}

const quartersFirst = (one: StatisticsWindow, other: StatisticsWindow): number =>
  other.length - one.length || one.localeCompare(other)

function mostOf(periods: readonly SpentPeriod[]): Rational {
  const spentIn = (span: 'year' | 'quarter') =>
    periods.filter(({ window }) => spanOf(window) === span).map(({ spent }) => spent)
  const dearestQuarter = spentIn('quarter').reduce(
    (most, each) => (isMore(each, most) ? each : most),
    NOTHING,
  )
  return spentIn('year').reduce(plus, dearestQuarter)
}
