// How often noise and chance alone hold a release: `node test/bench/false-holds.ts [draws]`. Reports are invented at one rate for two
// periods that follow one another, each draw with another seed, and the second is judged against the first. It judges nothing itself.
import { inventedCards } from '../../src/cli/invented-cards.ts'
import type { LedgerRow } from '../../src/db/statistics/releases.ts'
import { secureSource } from '../../src/observatory/laplace.ts'
import { mustWait } from '../../src/observatory/must-wait.ts'
import { noisyRelease } from '../../src/observatory/release-text.ts'
import { FAMILIES, type Family, type Rung } from '../../src/protocol/families.ts'
import type { Release } from '../../src/protocol/release.ts'
import { dueOn, quartersOf, type StatisticsWindow } from '../../src/protocol/statistics-window.ts'
import { countsOf } from '../support/counts-of.ts'
import { storedRelease } from '../support/published-releases.ts'

const draws = Number(process.argv[2] ?? 1000)
const WEEKLY = [1, 5]
const source = secureSource()

function draw(family: Family, rung: Rung, window: StatisticsWindow, weekly: number, seed: string): Release {
  const cards = quartersOf(window).flatMap((quarter) => inventedCards({ seed, weekly }, quarter))
  const facts = { family, rung, window, publishedOn: dueOn(window), synthetic: true, codeSha256: '' }
  return noisyRelease(facts, countsOf(rung, cards), source)
}

/** A whole year before: nothing is left out. */
const ledger = quartersOf('2024').map((window) => ({ family: 'when-year', window }) as LedgerRow)

for (const family of FAMILIES as readonly Family[]) {
  for (const rung of family.rungs.slice(0, family.id === 'platform' ? 2 : 1)) {
    const windows = rung.window === 'year' ? (['2024', '2025'] as const) : (['2025-Q1', '2025-Q2'] as const)
    const shares = WEEKLY.map((weekly) => {
      let held = 0
      for (let index = 0; index < draws; index++) {
        const [before, now] = windows.map((window) =>
          draw(family, rung, window, weekly, `${index} ${weekly} ${window}`),
        ) as [Release, Release]
        if (mustWait(now, { releases: [storedRelease(before)], ledger })) held++
      }
      return `${weekly} a week: ${((100 * held) / draws).toFixed(1)} %`
    })
    console.log(`${family.id} (${rung.id}): ${shares.join(', ')}`)
  }
}
