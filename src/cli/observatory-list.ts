// `balise observatory list`: what is published, held and due, and what it cost, from the statistics store. It needs no key, and says
// only what is public, or will be: never anything of the cards.
import { join } from 'node:path'
import * as v from 'valibot'
import { utf8 } from '../crypto/encoding.ts'
import { sha256Hex } from '../crypto/sha256.ts'
import type { LedgerRow, StoredRelease } from '../db/statistics/releases.ts'
import { NOTHING, plus } from '../domain/rational.ts'
import { dueReleases, firstQuarter, type Recorded } from '../observatory/due-releases.ts'
import { dayOf, type Day } from '../protocol/day.ts'
import { FAMILIES, LIFETIME_EPSILON, type Rational } from '../protocol/families.ts'
import { FamilyName } from '../protocol/release.ts'
import { dueOn, quartersOf, StatisticsWindow, yearsBetween } from '../protocol/statistics-window.ts'
import { command } from './command.ts'
import { makeFolder, writeNew } from './files.ts'
import { readStartedOn, STARTED_OPTION } from './observatory-key.ts'
import { done, print, type Outcome } from './outcome.ts'
import { inertLine } from './shown-text.ts'
import { inStatisticsStore, STORE_NOTE } from './statistics-store.ts'

export const observatoryList = command({
  name: 'observatory list',
  summary: 'Print what is published, held and due, and what it cost.',
  options: {
    held: {
      value: 'DIR',
      about: 'Also writes each release that is held there, for balise observatory sign.',
    },
    'started-on': STARTED_OPTION,
  },
  notes: [STORE_NOTE],
  async run(given) {
    const startedOn = readStartedOn(given['started-on'])
    if (!startedOn.ok) return startedOn
    return await inStatisticsStore(async ({ store }) => {
      const { readRecord } = await import('../observatory/read-record.ts')
      const record = await readRecord(store)
      for (const line of linesOf(record, startedOn.value, dayOf(Date.now()))) print(inertLine(line))
      return given.held === undefined ? done(undefined) : await saveHeld(record, given.held)
    })
  },
})

/** Noisy values alone: a root keeper may see them before anyone else does. */
async function saveHeld({ releases }: Recorded, folder: string): Promise<Outcome> {
  const made = await makeFolder(folder)
  if (!made.ok) return made
  for (const { family, window, body } of releases.filter(({ held }) => held)) {
    // They become a file's name: a row that is not of ours makes none.
    if (!v.is(FamilyName, family) || !v.is(StatisticsWindow, window)) continue
    const file = join(folder, `${family}-${window}.json`)
    const written = await writeNew(file, body, 'the release')
    if (!written.ok) return written
    print(`wrote ${file}`)
  }
  return done(undefined)
}

const linesOf = (record: Recorded, startedOn: Day | undefined, today: Day): string[] => [
  ...record.ledger.map((row) => drawnLine(row, record)),
  ...strayLines(record),
  ...dueLines(record, startedOn, today),
  ...spentLines(record.ledger),
  `budget of a report: ${shown(LIFETIME_EPSILON)} in all, ${FAMILIES.map(({ id, epsilon }) => `${id} ${shown(epsilon)}`).join(', ')}`,
]

function drawnLine(row: LedgerRow, { releases }: Recorded): string {
  const { family, window, rung, drawnOn } = row
  const release = releases.find((each) => each.family === family && each.window === window)
  const epsilon = shown({ numerator: row.epsilonNumerator, denominator: row.epsilonDenominator })
  return `${release?.held ? 'held' : 'published'} ${family} ${window} (${rung}): drawn ${drawnOn}, epsilon ${epsilon}, ${digestIn(release)}`
}

/** Of the text itself: whoever changed it may have left the digest that is kept beside it. */
function digestIn(release: StoredRelease | undefined): string {
  if (!release) return 'not there'
  const digest = sha256Hex(utf8(release.body))
  return `sha256 ${digest}${digest === release.sha256 ? '' : ', not the one it was kept with'}`
}

/** What somebody else wrote. */
const strayLines = ({ ledger, releases }: Recorded): string[] =>
  releases
    .filter(({ family, window }) => !ledger.some((row) => row.family === family && row.window === window))
    .map((release) => `never drawn ${release.family} ${release.window}: ${digestIn(release)}`)

function dueLines(record: Recorded, startedOn: Day | undefined, today: Day): string[] {
  const first = firstQuarter(record, startedOn, today)
  return yearsBetween(first, today)
    .flatMap((year) => dueReleases(year, today, first, record))
    .map(({ family, window }) => `due ${family.id} ${window}: since ${dueOn(window)}`)
}

/** What the reports of each quarter have cost so far: a quarter pays for its year too. */
function spentLines(ledger: readonly LedgerRow[]): string[] {
  const spent = new Map<string, Rational>()
  for (const { window, epsilonNumerator: numerator, epsilonDenominator: denominator } of ledger) {
    for (const quarter of quartersOf(window)) {
      spent.set(quarter, plus(spent.get(quarter) ?? NOTHING, { numerator, denominator }))
    }
  }
  return [...spent]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([quarter, epsilon]) => `spent on a report of ${quarter}: epsilon ${shown(epsilon)}`)
}

const shown = ({ numerator, denominator }: Rational): string =>
  denominator === 1 ? String(numerator) : `${numerator}/${denominator}`
