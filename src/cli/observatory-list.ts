// `balise observatory list`: what is published, held and due, and what it cost, from the statistics store. It needs no key, and says
// only what is public, or will be: never anything of the cards.
import { readBatches } from '../db/statistics/batches.ts'
import { readLedger, readReleases, type LedgerRow } from '../db/statistics/releases.ts'
import { StoreFailure, type Store } from '../db/store.ts'
import { dueReleases, firstQuarter, yearsBetween, type Published } from '../observatory/due-releases.ts'
import { dayOf, type Day } from '../protocol/day.ts'
import { FAMILIES, LIFETIME_EPSILON, type Rational } from '../protocol/families.ts'
import { dueOn, quartersOf } from '../protocol/statistics-window.ts'
import { command } from './command.ts'
import { readStartedOn, STARTED_OPTION } from './observatory-key.ts'
import { done, print, refused } from './outcome.ts'
import { openStatisticsStore, STORE_NOTE } from './statistics-store.ts'

export const observatoryList = command({
  name: 'observatory list',
  summary: 'Print what is published, held and due, and what it cost.',
  options: { 'started-on': STARTED_OPTION },
  notes: [STORE_NOTE],
  async run(given) {
    const startedOn = readStartedOn(given['started-on'])
    if (!startedOn.ok) return startedOn
    const opened = await openStatisticsStore(process.env)
    if (!opened.ok) return opened
    const { store } = opened.value
    try {
      for (const line of await linesOf(store, startedOn.value, dayOf(Date.now()))) print(line)
      return done(undefined)
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error
      return refused(`The store does not answer (${error.code}).`)
    } finally {
      await store.close()
    }
  },
})

async function linesOf(store: Store, startedOn: Day | undefined, today: Day): Promise<string[]> {
  const ledger = await readLedger(store)
  const published = { ledger, releases: await readReleases(store), batches: await readBatches(store) }
  return [
    ...ledger.map((row) => drawnLine(row, published)),
    ...dueLines(published, startedOn, today),
    ...spentLines(ledger),
    `budget of a report: ${shown(LIFETIME_EPSILON)} in all, ${FAMILIES.map(({ id, epsilon }) => `${id} ${shown(epsilon)}`).join(', ')}`,
  ]
}

function drawnLine(row: LedgerRow, { releases }: Published): string {
  const { family, window, rung, drawnOn } = row
  const release = releases.find((each) => each.family === family && each.window === window)
  const epsilon = shown({ numerator: row.epsilonNumerator, denominator: row.epsilonDenominator })
  return `${release?.held ? 'held' : 'published'} ${family} ${window} (${rung}): drawn ${drawnOn}, epsilon ${epsilon}, sha256 ${release?.sha256 ?? 'none'}`
}

function dueLines(published: Published, startedOn: Day | undefined, today: Day): string[] {
  const first = firstQuarter(published.ledger, startedOn, today)
  return yearsBetween(first, today)
    .flatMap((year) => dueReleases(year, today, first, published))
    .map(({ family, window }) => `due ${family.id} ${window}: since ${dueOn(window)}`)
}

/** What the reports of each quarter have cost so far: a quarter pays for its year too. */
function spentLines(ledger: readonly LedgerRow[]): string[] {
  const spent = new Map<string, Rational>()
  for (const { window, epsilonNumerator: numerator, epsilonDenominator: denominator } of ledger) {
    for (const quarter of quartersOf(window)) {
      spent.set(
        quarter,
        sumOf(spent.get(quarter) ?? { numerator: 0, denominator: 1 }, { numerator, denominator }),
      )
    }
  }
  return [...spent]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([quarter, epsilon]) => `spent on a report of ${quarter}: epsilon ${shown(epsilon)}`)
}

function sumOf(one: Rational, other: Rational): Rational {
  const numerator = one.numerator * other.denominator + other.numerator * one.denominator
  const denominator = one.denominator * other.denominator
  const common = commonDivisor(numerator, denominator)
  return { numerator: numerator / common, denominator: denominator / common }
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

const shown = ({ numerator, denominator }: Rational): string =>
  denominator === 1 ? String(numerator) : `${numerator}/${denominator}`
