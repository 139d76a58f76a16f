// What a demonstration publishes at a number of reports a week, without its sealing and its store: the same invented cards, counted at
// the rungs that published totals lead to, under noise that anyone can repeat. For looking at pages.
import { quartersToFill } from '../../src/cli/fill-trends.ts'
import { DEMONSTRATION_SEED, inventedCards } from '../../src/cli/invented-cards.ts'
import type { Weekly } from '../../src/cli/weekly.ts'
import { dueReleases } from '../../src/observatory/due-releases.ts'
import type { Day } from '../../src/protocol/day.ts'
import type { FamilyId } from '../../src/protocol/families.ts'
import type { Release } from '../../src/protocol/release.ts'
import { yearOf } from '../../src/protocol/statistics-window.ts'
import { countsOf } from './counts-of.ts'
import { makeRelease, storedRelease } from './published-releases.ts'

/** Those whose day has come. */
export function releasesAtRate(weekly: Weekly, today: Day): Release[] {
  const filled = quartersToFill(today)
  const cards = new Map(
    filled.map((quarter) => [quarter, inventedCards({ seed: DEMONSTRATION_SEED, weekly }, quarter)]),
  )
  const [first = ''] = filled
  const made: Release[] = []
  for (const year of new Set(filled.map(yearOf))) {
    const published = { ledger: [], releases: made.map((each) => storedRelease(each)), batches: [] }
    for (const { family, rung, quarters, window } of dueReleases(year, today, first, published)) {
      const counts = countsOf(
        rung,
        quarters.flatMap((quarter) => cards.get(quarter) ?? []),
      )
      made.push(makeRelease(family.id as FamilyId, rung.id, window, { synthetic: true, counts }).release)
    }
  }
  return made
}
