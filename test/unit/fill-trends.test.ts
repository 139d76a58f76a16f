// A demonstration's trends: which quarters they cover, how many reports a week, and that being cut off doubles nothing.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fillTrends, quartersToFill } from '../../src/cli/fill-trends.ts'
import { inventedCards } from '../../src/cli/invented-cards.ts'
import { readDemonstrationOptions, statisticsDirOf } from '../../src/cli/weekly.ts'
import { toBase64 } from '../../src/crypto/encoding.ts'
import { makeOpenKey, type PrivateKey } from '../../src/crypto/openpgp.ts'
import { openFileStore } from '../../src/db/file-store.ts'
import { keepInventedCards, readCardKeys } from '../../src/db/statistics/keep-invented-cards.ts'
import { readReleases } from '../../src/db/statistics/releases.ts'
import type { Store } from '../../src/db/store.ts'
import { publishDue } from '../../src/observatory/publish-due.ts'
import type { Day } from '../../src/protocol/day.ts'
import type { Release } from '../../src/protocol/release.ts'
import { dueOn, quartersOf } from '../../src/protocol/statistics-window.ts'
import { silentSource } from '../support/observatory/cards.ts'

describe('the quarters a demonstration fills', () => {
  it('are three whole years and what came since, up to the last whose day has come', () => {
    const quarters = quartersToFill('2026-11-23')
    expect(quarters).toHaveLength(15)
    expect([quarters[0], quarters.at(-1)]).toEqual(['2023-Q1', '2026-Q3'])
    for (const quarter of quarters) expect(dueOn(quarter) <= '2026-11-23').toBe(true)
  })

  it('are twelve when a year has just been published, and fifteen on the day before', () => {
    expect(quartersToFill('2027-01-15')).toEqual(['2024', '2025', '2026'].flatMap(quartersOf))
    expect(quartersToFill('2027-01-14')).toHaveLength(15)
  })
})

describe('what a demonstration is told on its command line', () => {
  it.each([
    [[], 20],
    [['--weekly', '1'], 1],
    [['--weekly=5'], 5],
    [['--weekly', '60', '--development'], 60],
  ] as const)('%j means %i a week', (args, weekly) => {
    expect(readDemonstrationOptions(args)).toMatchObject({
      ok: true,
      value: { weekly, development: args.includes('--development' as never) },
    })
  })

  it.each([
    [['--weekly', '7']],
    [['--weekly']],
    [['--weekly', '']],
    [['--weekly', '20.0']],
    [['--monthly', '5']],
    [['20']],
  ])('%j is refused with a sentence that says what there is', (args) => {
    const read = readDemonstrationOptions(args)
    expect(read.ok ? '' : read.reason).toContain('`-- --weekly 1`, `5`, `20` or `60`')
  })

  it('a number has a store of its own; the usual one has the ordinary place', () => {
    expect(statisticsDirOf('/data', 20)).toBe('/data')
    expect(new Set([1, 5, 20, 60].map((weekly) => statisticsDirOf('/data', weekly as 1))).size).toBe(4)
  })
})

describe('filling a store', () => {
  const invention = { seed: 'test', weekly: 1 }
  const quarters = quartersOf('2025')
  const comingIn = (quarter: string): number => inventedCards(invention, quarter).length

  let key: PrivateKey
  let folder: string
  let store: Store
  beforeAll(async () => {
    key = await makeOpenKey('An observatory', Date.now())
    folder = await mkdtemp(join(tmpdir(), 'balise-trends-'))
  })
  beforeEach(async () => {
    store = await openFileStore(join(await mkdtemp(join(folder, 'store-')), 'statistics.db'), 'statistics')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** With noise that is always nothing: what is published is then what was counted. */
  const fill = (through: Store): Promise<void> =>
    fillTrends({
      store: through,
      observatory: toBase64(key.toPublic().write()),
      invention,
      quarters,
      publish: async (on: Day) => {
        const now = Date.parse(on)
        await publishDue({
          store: through,
          keys: [key],
          synthetic: true,
          now,
          source: silentSource(),
          log: () => undefined,
        })
      },
    })

  /** What was counted in each family and period. */
  async function published(): Promise<Record<string, number>> {
    const bodies = (await readReleases(store)).map(({ body }) => JSON.parse(body) as Release)
    return Object.fromEntries(
      bodies.map(({ family, window, rows }) => [
        `${family} ${window}`,
        rows.reduce((sum, row) => sum + Number(row.at(-1)), 0),
      ]),
    )
  }

  const inTheYear = quarters.reduce((sum, quarter) => sum + comingIn(quarter), 0)
  const allOfThem = {
    ...Object.fromEntries(
      ['where', 'when-week', 'how', 'platform', 'act'].map((family) => [`${family} 2025`, inTheYear]),
    ),
    ...Object.fromEntries(quarters.map((quarter) => [`when-year ${quarter}`, comingIn(quarter)])),
  }

  it('counts each invented report once, and marks every release as invented', async () => {
    await fill(store)
    expect(await published()).toEqual(allOfThem)
    const releases = await readReleases(store)
    expect(releases.map(({ body }) => (JSON.parse(body) as Release).synthetic)).not.toContain(false)
  })

  it('counts each once though it is cut off before every write, and again when all is done', async () => {
    let cuts = 0
    for (let writes = 0; ; writes++) {
      let left = writes
      const dying: Store = {
        ...store,
        write: (statements) => (left-- > 0 ? store.write(statements) : Promise.reject(new Error('cut off'))),
      }
      const ended = await fill(dying).then(
        () => true,
        (error: Error) => error.message,
      )
      if (ended === true) break
      expect(ended).toBe('cut off')
      cuts++
    }
    expect(cuts).toBeGreaterThan(3)
    await fill(store)
    expect(await published()).toEqual(allOfThem)
  })

  it('leaves a visitor’s card of the present quarter where it is', async () => {
    await keepInventedCards(store, [{ id: 7, window: '2026-Q1', sealed: new Uint8Array([1]) }])
    await fill(store)
    expect(await readCardKeys(store, '2026-Q1')).toEqual(new Set([7]))
    expect(await published()).toEqual(allOfThem)
  })
})
