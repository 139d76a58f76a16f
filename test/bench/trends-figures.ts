// What trends show at 1, 5, 20 and 60 reports a week, written into docs/trends.md: a demonstration is filled at each rate, its cards are
// sealed, opened and counted by the real observatory, and what it published is held against the true counts, which are known here
// because every report is invented. It judges nothing. `npm run trends:figures`: some minutes.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillTrends, quartersToFill } from '../../src/cli/fill-trends.ts'
import { DEMONSTRATION_SEED, inventedCards } from '../../src/cli/invented-cards.ts'
import { WEEKLY_CHOICES } from '../../src/cli/weekly.ts'
import { toBase64 } from '../../src/crypto/encoding.ts'
import { makeOpenKey } from '../../src/crypto/openpgp.ts'
import { openFileStore } from '../../src/db/file-store.ts'
import { readReleases } from '../../src/db/statistics/releases.ts'
import { cellsOf } from '../../src/domain/cells.ts'
import { isKnown } from '../../src/protocol/cell-codes.ts'
import { secureSource } from '../../src/observatory/laplace.ts'
import { publishDue } from '../../src/observatory/publish-due.ts'
import { noisyRelease } from '../../src/observatory/release-text.ts'
import type { Card } from '../../src/protocol/card.ts'
import { dayOf } from '../../src/protocol/day.ts'
import { FAMILIES, type Family, type Rung } from '../../src/protocol/families.ts'
import type { Release } from '../../src/protocol/release.ts'
import { dueOn, quartersOf, yearOf, type StatisticsWindow } from '../../src/protocol/statistics-window.ts'
import { countsOf } from '../support/counts-of.ts'
import {
  withFigures,
  type CheckedFamily,
  type RungFigures,
  type Value,
  type WeeklyFigures,
} from './trends-page.ts'

const DOCUMENT = new URL('../../docs/trends.md', import.meta.url)
/** Means are taken from as many more reports, invented by another seed. */
const MANY = 2000

const source = secureSource()
const quarters = quartersToFill(dayOf(Date.now()))
const year = yearOf(quarters.findLast((quarter) => quarter.endsWith('Q4')) ?? '')

const cardsIn = (window: StatisticsWindow, weekly: number, seed = DEMONSTRATION_SEED): Card[] =>
  quartersOf(window).flatMap((quarter) => inventedCards({ seed, weekly }, quarter))

/** Of what is known: the values of a release, or of one that is drawn here and published nowhere. */
function valuesOf(rung: Rung, release: Release, weekly: number, means: readonly number[]): Value[] {
  const counts = countsOf(rung, cardsIn(release.window, weekly))
  return cellsOf(rung).flatMap((cell, index) => {
    const [noisy, real, mean] = [Number(release.rows[index]?.at(-1)), counts[index] ?? 0, means[index] ?? 0]
    return isKnown(cell) ? [{ noisy, real, mean }] : []
  })
}

/** Everything that a demonstration of this rate publishes, held releases too. */
async function publishAll(weekly: number): Promise<Release[]> {
  const folder = await mkdtemp(join(tmpdir(), 'balise-figures-'))
  const store = await openFileStore(join(folder, 'statistics.db'), 'statistics')
  const key = await makeOpenKey('Figures', Date.now())
  await fillTrends({
    store,
    observatory: toBase64(key.toPublic().write()),
    invention: { seed: DEMONSTRATION_SEED, weekly },
    quarters,
    publish: async (on) => {
      await publishDue({ store, keys: [key], synthetic: true, now: Date.parse(on), log: () => undefined })
    },
  })
  const bodies = (await readReleases(store)).map(({ body }) => JSON.parse(body) as Release)
  await store.close()
  await rm(folder, { recursive: true })
  return bodies
}

const windowsOf = (rung: Rung): StatisticsWindow[] => (rung.window === 'year' ? [year] : quartersOf(year))

const meansByWindow = new Map<string, number[]>()
function meansOf(rung: Rung, window: StatisticsWindow, weekly: number): number[] {
  const name = `${rung.id} ${window}`
  const known = meansByWindow.get(name) ?? countsOf(rung, cardsIn(window, MANY, 'means'))
  meansByWindow.set(name, known)
  return known.map((count) => (count * weekly) / MANY)
}

function figuresOf(family: Family, rung: Rung, weekly: number, published: readonly Release[]): RungFigures {
  const windows = windowsOf(rung)
  const values = windows.flatMap((window) => {
    const own = published.find(
      (each) => each.family === family.id && each.window === window && each.rung === rung.id,
    )
    const facts = { family, rung, window, publishedOn: dueOn(window), synthetic: true, codeSha256: '' }
    const release = own ?? noisyRelease(facts, countsOf(rung, cardsIn(window, weekly)), source)
    return valuesOf(rung, release, weekly, meansOf(rung, window, weekly))
  })
  const inForce = published.some(
    (each) => each.family === family.id && each.rung === rung.id && yearOf(each.window) === year,
  )
  return { family, rung, inForce, windows: windows.length, values, reports: cardsIn(year, weekly).length }
}

const weeklyFigures: WeeklyFigures[] = []
const checked: CheckedFamily[] = FAMILIES.map((family: Family) => ({ family, values: [] }))
for (const weekly of WEEKLY_CHOICES) {
  const began = performance.now()
  const published = await publishAll(weekly)
  const reports = quarters.reduce(
    (sum, quarter) => sum + inventedCards({ seed: DEMONSTRATION_SEED, weekly }, quarter).length,
    0,
  )
  const seconds = Math.round((performance.now() - began) / 1000)
  process.stdout.write(`${weekly} a week: ${reports} reports sealed and counted in ${seconds} s\n`)
  for (const { family, values } of checked) {
    for (const release of published.filter((each) => each.family === family.id)) {
      const rung = family.rungs.find(({ id }) => id === release.rung)
      if (rung) values.push(...valuesOf(rung, release, weekly, []))
    }
  }
  const rungs = FAMILIES.flatMap((family: Family) =>
    family.rungs.map((rung) => figuresOf(family, rung, weekly, published)),
  )
  weeklyFigures.push({ weekly, reports: cardsIn(year, weekly).length, rungs })
}

await writeFile(DOCUMENT, withFigures(await readFile(DOCUMENT, 'utf8'), year, weeklyFigures, checked))
process.stdout.write('docs/trends.md is written\n')
