// One card more or less, the whole way: sealed, put in the store, opened by the observatory, counted, published, read over HTTP.
import { createHash } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import { utf8 } from '../../src/crypto/encoding.ts'
import { keepRelease, readLedger, readReleases } from '../../src/db/statistics/releases.ts'
import { cellIndexOf, cellsOf } from '../../src/domain/cells.ts'
import { isKnown } from '../../src/protocol/cell-codes.ts'
import { marginOf, marginOfSum } from '../../src/domain/margin.ts'
import type { RandomSource } from '../../src/observatory/laplace.ts'
import { publishDue, type PublishedRelease } from '../../src/observatory/publish-due.ts'
import { noisyRelease, releaseText } from '../../src/observatory/release-text.ts'
import type { Card } from '../../src/protocol/card.ts'
import { FAMILIES, FAMILY_IDS, familyOf, rungOf, type Family } from '../../src/protocol/families.ts'
import type { Release, ReleaseList } from '../../src/protocol/release.ts'
import { quartersOf } from '../../src/protocol/statistics-window.ts'
import { createApp } from '../../src/server/app.ts'
import { bareHouse } from '../support/servers/bare-house.ts'
import { LILLE, MARSEILLE, putCards, sealCardTo } from '../support/observatory/cards.ts'
import { startFileStore, type StartedStore } from '../support/observatory/stores.ts'
import { makeHolder } from '../support/openpgp-keys.ts'

const YEAR = '2025'
const BEFORE = '2024'
const PUBLISHED_AT = Date.parse('2026-01-15T04:00:00Z')

let observatory: Awaited<ReturnType<typeof makeHolder>>
beforeAll(async () => {
  observatory = await makeHolder('Observatoire')
})

/** The same bytes each time: two runs that differ in their cards alone have the same noise. */
function sameChance(): RandomSource {
  let block = 0
  let pool = Buffer.alloc(0)
  return (length) => {
    while (pool.length < length) {
      pool = Buffer.concat([pool, createHash('sha256').update(`chance ${block++}`).digest()])
    }
    const taken = new Uint8Array(pool.subarray(0, length))
    pool = pool.subarray(length)
    return taken
  }
}

interface Collected {
  card: Card
  quarter: string
}

const opened: StartedStore[] = []
afterEach(async () => {
  for (const store of opened.splice(0)) await store.stop()
})

/** What the year before said: `total` in the first known cell of each family's coarsest table; null: nothing was published yet. */
async function storeAfter(total: number | null): Promise<StartedStore> {
  const started = await startFileStore()
  opened.push(started)
  for (const family of total === null ? [] : (FAMILIES as readonly Family[])) {
    const [rung] = family.rungs
    for (const window of rung.window === 'quarter' ? quartersOf(BEFORE) : [BEFORE]) {
      const facts = {
        family,
        rung,
        window,
        publishedOn: '2025-01-15',
        synthetic: false,
        codeSha256: '0'.repeat(64),
      }
      const first = cellsOf(rung).findIndex(isKnown)
      const release = noisyRelease(
        facts,
        cellsOf(rung).map((_, index) => (index === first ? (total ?? 0) : 0)),
        sameChance(),
      )
      const body = releaseText(release)
      await keepRelease(started.store, {
        family: family.id,
        window,
        rung: rung.id,
        epsilonNumerator: family.epsilon.numerator,
        epsilonDenominator: family.epsilon.denominator,
        drawnOn: '2025-01-15',
        body,
        sha256: sha256Hex(utf8(body)),
        held: false,
      })
    }
  }
  return started
}

async function publishYear(
  { store }: StartedStore,
  collected: readonly Collected[],
): Promise<PublishedRelease[]> {
  for (const { card, quarter } of collected) {
    await putCards(store, quarter, [await sealCardTo(observatory.certificate, card)])
  }
  const published = await publishDue({
    store,
    keys: [observatory.key],
    synthetic: false,
    now: PUBLISHED_AT,
    startedOn: `${YEAR}-01-01`,
    catchUp: YEAR,
    source: sameChance(),
    log: () => undefined,
  })
  if (!published.ok) throw new Error(published.reason)
  return published.value
}

const app = createApp()
const ask = (started: StartedStore, path: string): Promise<Response> =>
  Promise.resolve(app.request(path, {}, bareHouse({ statistics: started.store, now: () => PUBLISHED_AT })))

/** Everything published of the year, by its address. */
async function answersOf(started: StartedStore): Promise<Map<string, string>> {
  const list = (await (await ask(started, '/api/releases')).json()) as ReleaseList
  const paths = list.releases
    .filter(({ window }) => window.startsWith(YEAR))
    .map(({ family, window }) => `/api/releases/${family}/${window}.json`)
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await (await ask(started, path)).text()] as const)),
  )
}

const OTHERS: readonly Collected[] = [
  { card: LILLE, quarter: '2025-Q1' },
  { card: LILLE, quarter: '2025-Q2' },
  { card: MARSEILLE, quarter: '2025-Q2' },
  { card: { ...MARSEILLE, platform: 'nowhere-known' }, quarter: '2025-Q4' },
]
/** Nobody else tells the like: where it shows there was nothing. */
const MORE: Collected = {
  card: {
    ...MARSEILLE,
    departement: '2A',
    weekday: 'friday',
    timeBand: 'evening',
    channel: 'phone',
    platform: 'unknown',
    place: 'station',
    lure: 'escort',
    act: 'insults',
  },
  quarter: '2025-Q2',
}

const FLOOD: Collected = { card: MARSEILLE, quarter: '2025-Q2' }

/** Enough for the finest rung of every family. */
const PLENTY = 1_000_000

const releaseIn = (text: string | undefined): Release => JSON.parse(text ?? '') as Release

/** An answer with its counts left out. */
const formOf = (text: string): string => text.replace(/-?\d+\](?=,?\n)/g, 'n]')

describe.each([
  ['for the first time', null, 0],
  ['at the finest rungs', PLENTY, 1],
] as const)('one card more, when a year is published %s', (_, total, finest) => {
  it('moves one cell of one table of each family, by one, and nothing else that is served', async () => {
    const [without, withIt] = [await storeAfter(total), await storeAfter(total)]
    await publishYear(without, OTHERS)
    await publishYear(withIt, [...OTHERS, MORE])
    const [before, after] = [await answersOf(without), await answersOf(withIt)]
    expect([...after.keys()]).toEqual([...before.keys()])

    const moved = [...before].filter(([path, text]) => after.get(path) !== text)
    expect(moved.map(([, text]) => releaseIn(text).family).toSorted()).toEqual(FAMILY_IDS.toSorted())
    for (const [path, text] of moved) {
      const [one, other] = [releaseIn(text), releaseIn(after.get(path))]
      const rung = rungOf(one.family, one.rung)
      expect(rung).toBe(familyOf(one.family).rungs.at(finest ? -1 : 0))
      const changes = one.rows.flatMap((row, index) => {
        const [from, to] = [Number(row.at(-1)), Number(other.rows[index]?.at(-1))]
        return from === to ? [] : [[index, to - from]]
      })
      expect(changes).toEqual([[rung && cellIndexOf(rung, MORE.card), 1]])
      expect(quartersOf(one.window)).toContain(MORE.quarter)
      expect(formOf(after.get(path) ?? '')).toBe(formOf(text))
    }
    // What it cost: the tables that it moved, and no other draw covers its quarter.
    const spent = (await readLedger(withIt.store)).filter(({ window }) =>
      quartersOf(window).includes(MORE.quarter),
    )
    expect(spent.map(({ family }) => family).toSorted()).toEqual(FAMILY_IDS.toSorted())
    const tenths = spent.map((row) => (10 * row.epsilonNumerator) / row.epsilonDenominator)
    expect(tenths.reduce((sum, each) => sum + each)).toBe(20)
  })

  it('leaves the same form of answer as no card at all', async () => {
    const [empty, full] = [await storeAfter(total), await storeAfter(total)]
    await publishYear(empty, [])
    await publishYear(full, OTHERS)
    const formsOf = async (started: StartedStore) =>
      [...(await answersOf(started))].map(([path, text]) => [path, formOf(text)])
    expect(await formsOf(full)).toEqual(await formsOf(empty))
  })
})

describe('an answer', () => {
  it('is the same bytes however often it is asked for, from the same stored text', async () => {
    const started = await storeAfter(null)
    await publishYear(started, OTHERS)
    const first = await answersOf(started)
    expect(await publishYear(started, [])).toEqual([])
    for (let refresh = 0; refresh < 5; refresh++) expect(await answersOf(started)).toEqual(first)
    const stored = (await readReleases(started.store)).map(({ body }) => body)
    expect([...first.values()].toSorted()).toEqual(stored.toSorted())
  })
})

describe('which rung is in force, and what waits for people to look,', () => {
  /** Said again from the statement, on published values alone. */
  const knownOf = (release: Release) => release.rows.filter((row) => !row.includes('unknown'))
  const total = (release: Release): number =>
    knownOf(release).reduce((sum, row) => sum + Number(row.at(-1)), 0)
  const jumps = (count: number, before: number, margin: number): boolean =>
    count - margin > 3 * Math.max(before, 15)

  it.each([
    ['no card', 0],
    ['three cards', 3],
    ['a flood of sixty', 60],
  ])('follows what was published, after %s', async (_, cards) => {
    const [quiet, busy] = [await storeAfter(1), await storeAfter(1)]
    await publishYear(quiet, [])
    const flood = Array.from({ length: cards }, () => FLOOD)
    const outcomes = await publishYear(busy, flood)
    const [calm, other] = [await readReleases(quiet.store), await readReleases(busy.store)]
    const rungsOf = (releases: typeof calm) =>
      releases.map(({ family, window, body }) => [family, window, releaseIn(body).rung])
    expect(rungsOf(other)).toEqual(rungsOf(calm))

    for (const { family, window, outcome } of outcomes) {
      const release = releaseIn(other.find((each) => each.family === family && each.window === window)?.body)
      const before = releaseIn(
        other.findLast(
          (each) =>
            each.family === family &&
            !each.held &&
            each.window.length === window.length &&
            each.window < window,
        )?.body,
      )
      const named = release.rows.filter(
        ([code]) => family === 'platform' && code !== 'other' && code !== 'unknown',
      )
      const held =
        other.some((each) => each.held && each.window.startsWith(`${window}-Q`)) ||
        jumps(total(release), total(before), marginOfSum(release.epsilon, knownOf(release).length)) ||
        named.some(([code, count]) =>
          jumps(
            Number(count),
            Number(before.rows.find(([each]) => each === code)?.at(-1)),
            marginOf(release.epsilon),
          ),
        )
      expect([family, window, outcome]).toEqual([family, window, held ? 'held' : 'published'])
      const answer = await ask(busy, `/api/releases/${family}/${window}.json`)
      expect(answer.status).toBe(held ? 404 : 200)
    }
    expect(outcomes.some(({ outcome }) => outcome === 'held')).toBe(cards === 60)
  })
})
