// What a demonstration publishes at a number of reports a week, without its sealing and its store: the same invented cards, counted at
// the rungs that published totals lead to, under noise that anyone can repeat. For looking at pages.
import { quartersToFill } from '../../src/cli/fill-trends.ts'
import { DEMONSTRATION_SEED, inventedCards } from '../../src/cli/invented-cards.ts'
import type { Weekly } from '../../src/cli/weekly.ts'
import { cellIndexOf, cellsOf } from '../../src/domain/cells.ts'
import { rungOfYear } from '../../src/observatory/due-releases.ts'
import type { Day } from '../../src/protocol/day.ts'
import { FAMILIES } from '../../src/protocol/families.ts'
import type { Release } from '../../src/protocol/release.ts'
import { dueOn, quartersOf, yearOf } from '../../src/protocol/statistics-window.ts'
import { makeRelease, type MadeRelease } from './published-releases.ts'

/** Those whose day has come. */
export function releasesAtRate(weekly: Weekly, today: Day): Release[] {
  const quarters = quartersToFill(today)
  const cards = new Map(
    quarters.map((quarter) => [quarter, inventedCards({ seed: DEMONSTRATION_SEED, weekly }, quarter)]),
  )
  const made: MadeRelease[] = []
  for (const year of new Set(quarters.map(yearOf))) {
    const stored = made.map(({ release: { family, window }, text: body, sha256 }) => ({
      family,
      window,
      body,
      sha256,
      held: false,
      note: null,
    }))
    for (const family of FAMILIES) {
      const rung = rungOfYear(family, year, { ledger: [], releases: stored })
      const windows = rung.window === 'year' ? [year] : quartersOf(year)
      for (const window of windows.filter((each) => dueOn(each) <= today)) {
        const counts = cellsOf(rung).map(() => 0)
        for (const card of quartersOf(window).flatMap((quarter) => cards.get(quarter) ?? [])) {
          const cell = cellIndexOf(rung, card)
          counts[cell] = (counts[cell] ?? 0) + 1
        }
        made.push(makeRelease(family.id, rung.id, window, { synthetic: true, counts }))
      }
    }
  }
  return made.map(({ release }) => release)
}
