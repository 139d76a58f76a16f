// What may be relied on of what is published, on an embedded file and on a libSQL server: one draw for each family and period, every card
// counted once, whatever stops, however many run.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { marginOf } from '../../src/domain/margin.ts'
import { readBatches } from '../../src/db/statistics/batches.ts'
import { readApprovals } from '../../src/db/statistics/approvals.ts'
import { releases } from '../../src/db/statistics/schema.ts'
import { keepRelease, readLedger, readRelease, readReleases } from '../../src/db/statistics/releases.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import { concat, utf8 } from '../../src/crypto/encoding.ts'
import { readEncryptedData } from '../../src/crypto/packets.ts'
import { approveRelease } from '../../src/observatory/approve-release.ts'
import {
  publishDue,
  type ObservatoryMeans,
  type PublishedRelease,
} from '../../src/observatory/publish-due.ts'
import { FAMILY_IDS, familyOf } from '../../src/protocol/families.ts'
import type { Release } from '../../src/protocol/release.ts'
import { makeFederation, type Federation } from '../support/federation.ts'
import {
  LILLE,
  MARSEILLE,
  putCards,
  sealCards,
  sealCardTo,
  silentSource,
} from '../support/observatory/cards.ts'
import { approvalOf } from '../support/observatory/approvals.ts'
import type { Order } from '../support/observatory/publish-child.ts'
import { startFileStore, startServerStore, type StartedStore } from '../support/observatory/stores.ts'
import { makeHolder, packet } from '../support/openpgp-keys.ts'

const run = promisify(execFile)
const child = fileURLToPath(new URL('../support/observatory/publish-child.ts', import.meta.url))

let observatory: Awaited<ReturnType<typeof makeHolder>>
let federation: Federation
let nothing: Uint8Array
beforeAll(async () => {
  observatory = await makeHolder('Observatoire')
  federation = await makeFederation({ associations: [] })
  nothing = await sealCardTo(observatory.certificate, { ...LILLE, departement: 'Lille' })
})

interface Pile {
  card: object
  /** Sealed so far. What one test took, another may take again: its store is another. */
  sealed: Uint8Array[]
  taken: number
}
const lille: Pile = { card: LILLE, sealed: [], taken: 0 }
const marseille: Pile = { card: MARSEILLE, sealed: [], taken: 0 }
beforeEach(() => void (lille.taken = marseille.taken = 0))

/** So many cards of as many people. */
async function times(count: number, pile: Pile): Promise<Uint8Array[]> {
  const { card, sealed, taken } = pile
  pile.taken += count
  sealed.push(...(await sealCards(observatory.certificate, card, Math.max(0, pile.taken - sealed.length))))
  return sealed.slice(taken, pile.taken)
}

const STARTED = '2025-10-20'
const JANUARY = Date.parse('2026-01-15T03:00:00Z')
const APRIL = Date.parse('2026-04-15T03:00:00Z')
const JULY = Date.parse('2026-07-15T03:00:00Z')
const NEXT_JANUARY = Date.parse('2027-01-15T03:00:00Z')

const YEARLY = FAMILY_IDS.filter((family) => family !== 'when-year')
const FIRST_DUE = ['when-year 2025-Q4', ...YEARLY.map((family) => `${family} 2025`)]

/** Of a test that starts many processes, in milliseconds. */
const LONG = 180_000

/** Writes of a first publication: cards settled, that said, six draws, that they are counted, cards deleted. */
const STEPS = 10

const SEIPD = 18

const name = ({ family, window }: { family: string; window: string }): string => `${family} ${window}`

describe.each([
  ['in a file', startFileStore, false],
  ['on a libSQL server', startServerStore, true],
])('the observatory, its store %s', (_where, start, dyingUnderWay) => {
  let started: StartedStore
  beforeEach(async () => {
    started = await start()
  })
  afterEach(() => started.stop())

  const attempt = (now: number, more: Partial<ObservatoryMeans> = {}) =>
    publishDue({
      store: started.store,
      keys: [observatory.key],
      synthetic: false,
      now,
      startedOn: STARTED,
      source: silentSource(),
      log: () => undefined,
      ...more,
    })
  const publish = async (...args: Parameters<typeof attempt>): Promise<PublishedRelease[]> => {
    const published = await attempt(...args)
    if (!published.ok) throw new Error(published.reason)
    return published.value
  }

  const inAnotherProcess = async (
    now: number,
    { noise, dies }: Pick<Order, 'noise' | 'dies'>,
  ): Promise<PublishedRelease[] | 'killed'> => {
    const key = Buffer.from(observatory.key.write()).toString('base64')
    const order: Order = { address: started.address, key, now, startedOn: STARTED, noise, dies }
    try {
      const { stdout } = await run(process.execPath, [child, JSON.stringify(order)])
      return JSON.parse(stdout) as PublishedRelease[]
    } catch (error) {
      if ((error as { signal?: string }).signal === 'SIGKILL') return 'killed'
      throw error
    }
  }

  const counted = async (family: string, window: string): Promise<number> => {
    const release = JSON.parse((await readRelease(started.store, family, window))?.body ?? '') as Release
    return release.rows.reduce((sum, row) => sum + Number(row.at(-1)), 0)
  }
  const drawn = async (): Promise<string[]> => (await readLedger(started.store)).map(name)
  const cardsLeft = async (): Promise<number> => {
    const [row] = await started.store.read((database) =>
      database.all<{ n: number }>(sql`select count(*) as n from cards`),
    )
    return Number(row?.n)
  }
  /** Each release that is drawn, with how many cards are in it. */
  const everyCount = async (): Promise<Record<string, number>> =>
    Object.fromEntries(
      await Promise.all(
        (await readReleases(started.store)).map(async (each) => [
          name(each),
          await counted(each.family, each.window),
        ]),
      ),
    )
  /** What is said of them: each with the digest of what was drawn. */
  const linesOf = async (names: readonly string[]): Promise<string[]> => {
    const stored = await readReleases(started.store)
    return names.map((each) => `published ${each} ${stored.find((row) => name(row) === each)?.sha256}`)
  }
  const eachWith = (names: readonly string[], count: number) =>
    Object.fromEntries(names.map((each) => [each, count]))

  it('publishes every family on its day, each card in one cell, then no card is left', async () => {
    await putCards(started.store, '2025-Q4', [...(await times(5, lille)), ...(await times(3, marseille))])
    await putCards(started.store, '2026-Q1', await times(2, lille))
    const said: string[] = []
    expect(await publish(JANUARY - 86_400_000)).toEqual([])
    const published = await publish(JANUARY, { log: (line) => void said.push(line) })
    expect(published.map(name)).toEqual(FIRST_DUE)
    expect(said).toEqual(await linesOf(FIRST_DUE))
    expect(await everyCount()).toEqual(eachWith(FIRST_DUE, 8))
    expect(await cardsLeft()).toBe(2)

    const platforms = await readRelease(started.store, 'platform', '2025')
    expect(platforms?.sha256).toBe(sha256Hex(utf8(platforms?.body ?? '')))
    const { rows, publishedOn } = JSON.parse(platforms?.body ?? '') as Release
    expect([publishedOn, rows.filter((row) => row[1] !== 0)]).toEqual([
      '2026-01-15',
      [
        ['coco', 5],
        ['grindr', 3],
      ],
    ])
  })

  it('drops what is sealed to another, damaged, of another size or no card, and says nothing of it', async () => {
    const stranger = await makeHolder('Autre')
    const [one] = await times(1, lille)
    const damaged = Uint8Array.from(one ?? [])
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1
    const wrong = [await sealCardTo(stranger.certificate, LILLE), damaged, nothing, utf8('{"version":1}')]
    await putCards(started.store, '2025-Q4', [...wrong, ...(await times(2, lille))])
    const said: string[] = []
    await publish(JANUARY, { log: (line) => void said.push(line) })
    expect(await everyCount()).toEqual(eachWith(FIRST_DUE, 2))
    expect(said).toEqual(await linesOf(FIRST_DUE))
    expect(await cardsLeft()).toBe(0)
  })

  it('counts thousands of cards, page by page, each once', { timeout: LONG }, async () => {
    await putCards(started.store, '2025-Q4', [
      ...(await times(2100, lille)),
      ...(await times(450, marseille)),
    ])
    await publish(JANUARY)
    expect(await everyCount()).toEqual(eachWith(FIRST_DUE, 2550))
    expect(await cardsLeft()).toBe(0)
  })

  it('counts one sealed card once, in however many rows, spellings and quarters it was laid', async () => {
    const cards = await times(3, lille)
    const [one = new Uint8Array(), two = new Uint8Array()] = cards
    const data = readEncryptedData(one) ?? new Uint8Array()
    const session = (sealed: Uint8Array) => sealed.slice(0, 2 + (sealed[1] ?? 0))
    const copies = [
      one,
      concat(session(one), packet(SEIPD, data, 5)),
      concat(session(two), session(one), packet(SEIPD, data, 5)),
    ]
    expect(new Set([...copies].map((each) => sha256Hex(each))).size).toBe(3)
    await putCards(started.store, '2026-Q1', [...copies, ...cards, ...copies])
    await publish(APRIL)
    expect(await counted('when-year', '2026-Q1')).toBe(3)
    // Those of the first quarter wait for the year: what comes back meanwhile is known.
    await putCards(started.store, '2026-Q2', [...copies, ...(await times(1, marseille)), ...copies])
    await publish(JULY)
    expect(await counted('when-year', '2026-Q2')).toBe(1)
    await publish(NEXT_JANUARY)
    expect([await counted('where', '2026'), await counted('act', '2026')]).toEqual([4, 4])
  })

  it('never draws a year and a quarter of it in one family: a report is paid for once', async () => {
    const draw = (family: string, window: string) =>
      keepRelease(started.store, {
        family,
        window,
        rung: 'r',
        epsilonNumerator: 1,
        epsilonDenominator: 5,
        drawnOn: '2026-01-15',
        body: `${family} ${window}`,
        sha256: 's',
        held: false,
      })
    await draw('platform', '2026-Q2')
    for (const [family, window] of [
      ['platform', '2026'],
      ['platform', '2026-Q2'],
      ['platform', '2026-Q3'],
      ['act', '2026'],
      ['act', '2026-Q3'],
      ['platform', '2027'],
    ] as const) {
      await draw(family, window)
    }
    const expected = ['act 2026', 'platform 2026-Q2', 'platform 2026-Q3', 'platform 2027']
    expect((await drawn()).toSorted()).toEqual(expected)
    expect((await readReleases(started.store)).map(name).toSorted()).toEqual(expected)
  })

  it('pays for nothing and loses no card where somebody else’s release stands in the way of its own', async () => {
    await putCards(started.store, '2025-Q4', await times(3, lille))
    const stray = { family: 'act', window: '2025' }
    await started.store.write((database) => [
      database.insert(releases).values({ ...stray, body: 'mine', sha256: 's', held: false, note: null }),
    ])
    const lines: string[] = []
    const outcomes = await publish(JANUARY, { log: (line) => lines.push(line) })
    expect(outcomes.filter(({ outcome }) => outcome !== 'published')).toEqual([
      { ...stray, outcome: 'in-the-way' },
    ])
    expect(lines).toContain('in-the-way act 2025')
    const { sha256 } = (await readRelease(started.store, 'where', '2025')) ?? {}
    expect(lines).toContain(`published where 2025 ${sha256}`)
    expect([(await drawn()).includes('act 2025'), await cardsLeft()]).toEqual([false, 3])
    await started.store.write((database) => [database.delete(releases).where(eq(releases.body, 'mine'))])
    expect(await publish(JANUARY)).toEqual([{ ...stray, outcome: 'published' }])
    expect([await counted('act', '2025'), await cardsLeft()]).toEqual([3, 0])
  })

  it('goes on where what was published before is no release any more', async () => {
    await publish(JANUARY)
    await started.store.write((database) => [database.update(releases).set({ body: 'gone' })])
    expect((await publish(APRIL)).map(name)).toEqual(['when-year 2026-Q1'])
  })

  it('counts a card that comes late in the quarter that is open, and once', async () => {
    await putCards(started.store, '2025-Q4', await times(4, lille))
    await publish(JANUARY)
    const before = await readReleases(started.store)
    await putCards(started.store, '2025-Q4', await times(3, marseille))
    expect(await publish(JANUARY)).toEqual([])
    expect(await readReleases(started.store)).toEqual(before)
    await putCards(started.store, '2026-Q1', await times(1, lille))
    expect((await publish(APRIL)).map(name)).toEqual(['when-year 2026-Q1'])
    await publish(NEXT_JANUARY, { catchUp: '2026-Q3' })
    const counts = await everyCount()
    expect([
      counts['when-year 2025-Q4'],
      counts['where 2025'],
      counts['when-year 2026-Q1'],
      counts['when-year 2026-Q2'],
      counts['where 2026'],
    ]).toEqual([4, 4, 4, 0, 4])
    expect(await cardsLeft()).toBe(0)
  })

  it('with its clock set back publishes nothing again, and loses nothing', async () => {
    await putCards(started.store, '2025-Q4', await times(4, lille))
    await publish(APRIL)
    const before = await readReleases(started.store)
    await putCards(started.store, '2025-Q4', await times(2, lille))
    for (const earlier of [JANUARY, Date.parse('2024-06-01'), Date.parse('2001-01-01')]) {
      expect(await publish(earlier)).toEqual([])
    }
    expect(await readReleases(started.store)).toEqual(before)
    expect((await publish(JULY)).map(name)).toEqual(['when-year 2026-Q2'])
    expect(await counted('when-year', '2026-Q2')).toBe(2)
  })

  it('that did not run for a long time publishes each quarter of it, oldest first', async () => {
    for (const [index, quarter] of ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].entries()) {
      await putCards(started.store, quarter, await times(index + 1, index % 2 ? lille : marseille))
    }
    // Five quarters at once may be a clock that is wrong: nothing is touched until somebody says so.
    expect(await attempt(NEXT_JANUARY)).toEqual({ ok: false, reason: 'too-many-due' })
    expect([await drawn(), await readBatches(started.store), await cardsLeft()]).toEqual([[], [], 15])
    const published = await publish(NEXT_JANUARY, { catchUp: '2026-Q4' })
    expect(published.map(({ window }) => window)).toEqual([
      '2025-Q4',
      ...YEARLY.map(() => '2025'),
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
      ...YEARLY.map(() => '2026'),
    ])
    const counts = await everyCount()
    expect(
      ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((q) => counts[`when-year ${q}`]),
    ).toEqual([1, 2, 3, 4, 5])
    expect(YEARLY.map((family) => counts[`${family} 2026`])).toEqual(YEARLY.map(() => 14))
    expect(await cardsLeft()).toBe(0)
  })

  it('takes no invented card into a store of real releases, nor a real one into the other', async () => {
    await publish(JANUARY)
    await putCards(started.store, '2026-Q1', await times(2, lille))
    expect(await attempt(APRIL, { synthetic: true })).toEqual({ ok: false, reason: 'other-kind' })
    expect([await cardsLeft(), (await drawn()).length]).toEqual([2, FIRST_DUE.length])
    expect((await publish(APRIL)).map(name)).toEqual(['when-year 2026-Q1'])
  })

  it('counts cards that wait under the key it had before, with that key, and none of them without', async () => {
    const former = await makeHolder('Observatoire')
    const cards = [...(await sealCards(former.certificate, MARSEILLE, 3)), ...(await times(2, lille))]
    await putCards(started.store, '2025-Q4', cards)
    await putCards(started.store, '2026-Q1', await sealCards(former.certificate, LILLE, 1))
    await publish(JANUARY, { keys: [observatory.key, former.key] })
    expect(await everyCount()).toEqual(eachWith(FIRST_DUE, 5))
    await publish(APRIL)
    expect(await counted('when-year', '2026-Q1')).toBe(0)
  })

  it('publishes the same windows whether cards came or not', async () => {
    const empty = await publish(APRIL)
    const other = await start()
    await putCards(other.store, '2025-Q2', await times(3, lille))
    await putCards(other.store, '2025-Q4', await times(3, lille))
    const full = await publish(APRIL, { store: other.store })
    await other.stop()
    expect(full).toEqual(empty)
    expect(empty.map(name)).toEqual([...FIRST_DUE, 'when-year 2026-Q1'])
  })

  it(
    'run by ten at one moment leaves one release and one ledger row for each family and period',
    { timeout: LONG },
    async () => {
      await putCards(started.store, '2025-Q4', await times(20, lille))
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => inAnotherProcess(JANUARY, { noise: 'real', dies: 'never' })),
      )
      const all = answers.flatMap((answer) => (answer === 'killed' ? [] : answer))
      const first = all.filter(({ outcome }) => outcome === 'published').map(name)
      expect(first.toSorted()).toEqual(FIRST_DUE.toSorted())
      expect((await drawn()).toSorted()).toEqual(FIRST_DUE.toSorted())
      expect((await readReleases(started.store)).map(name).toSorted()).toEqual(FIRST_DUE.toSorted())
      expect(await cardsLeft()).toBe(0)
    },
  )

  it(
    'killed at every write, goes on: one draw each, no card lost or counted twice',
    { timeout: LONG },
    async () => {
      await putCards(started.store, '2025-Q4', await times(7, lille))
      const bodies = new Map<string, string>()
      let steps = 0
      let isUnderWay = dyingUnderWay
      for (;;) {
        const dies = isUnderWay ? 'during-a-write' : 'after-a-write'
        const answer = await inAnotherProcess(JANUARY, { noise: 'none', dies })
        if (answer !== 'killed') break
        for (const each of await readReleases(started.store)) {
          expect(bodies.get(name(each)) ?? each.body).toBe(each.body)
          bodies.set(name(each), each.body)
        }
        expect((await drawn()).toSorted()).toEqual([...bodies.keys()].toSorted())
        // What was under way may not have arrived: the next one gets a step further.
        isUnderWay = dyingUnderWay && !isUnderWay
        // Someone's card comes late, between two draws.
        if (!isUnderWay && ++steps === 5) await putCards(started.store, '2025-Q4', await times(1, marseille))
        if (steps > STEPS) break
      }
      expect(await everyCount()).toEqual(eachWith(FIRST_DUE, 7))
      await publish(APRIL)
      expect([await counted('when-year', '2026-Q1'), await cardsLeft()]).toEqual([1, 1])
      expect(steps).toBeGreaterThanOrEqual(dyingUnderWay ? STEPS / 2 : STEPS)
    },
  )

  describe('a release that jumps', () => {
    beforeEach(async () => {
      await putCards(started.store, '2025-Q4', await times(20, lille))
      // Sixty is three times twenty; the rest is what noise alone may add.
      await putCards(
        started.store,
        '2026-Q1',
        await times(61 + marginOf(familyOf('when-year').epsilon), lille),
      )
      await publish(JANUARY)
    })
    const NOTE = 'Une association a transmis ses dossiers de l’année.'
    const held = async () => readRelease(started.store, 'when-year', '2026-Q1')

    it('waits, is in the ledger, and changes no rung until people have looked', async () => {
      expect(await publish(APRIL)).toEqual([{ family: 'when-year', window: '2026-Q1', outcome: 'held' }])
      expect([(await held())?.held, (await held())?.note]).toEqual([true, null])
      expect(await drawn()).toContain('when-year 2026-Q1')
      expect(await publish(APRIL)).toEqual([])
    })

    it('goes once two roots have signed the same note, whoever signs twice or at one moment', async () => {
      await publish(APRIL)
      const release = await held()
      if (!release) throw new Error('it is held')
      const [one, two, three] = await Promise.all(
        federation.roots.map((root) => approvalOf(root, release, NOTE)),
      )
      const roots = federation.directory.roots
      const approve = (given: unknown) => approveRelease(started.store, roots, given)
      expect(await approve(one)).toEqual({ ok: true, value: 'waiting' })
      expect(await approve(one)).toEqual({ ok: true, value: 'waiting' })
      const other = await approvalOf(federation.roots[1], release, 'Une autre note.')
      expect(await approve(other)).toEqual({ ok: true, value: 'waiting' })
      expect((await held())?.held).toBe(true)
      const together = await Promise.all([one, two, one, two].map(approve))
      expect(together.every(({ ok }) => ok)).toBe(true)
      expect(await held()).toEqual({ ...release, held: false, note: NOTE })
      expect(await approve(two)).toEqual({ ok: true, value: 'published' })
      expect(await approve(three)).toEqual({ ok: true, value: 'published' })
      expect(await approve(other)).toEqual({ ok: false, reason: 'not-held' })
      expect(await readApprovals(started.store, 'when-year', '2026-Q1')).toHaveLength(2)
    })

    it('stays for anyone else, for other bytes, and for rows that nobody signed', async () => {
      await publish(APRIL)
      const release = await held()
      if (!release) throw new Error('it is held')
      const roots = federation.directory.roots
      const [one, two] = await Promise.all(federation.roots.map((root) => approvalOf(root, release, NOTE)))
      const stranger = await makeFederation({ associations: [] })
      const attempts: [unknown, string][] = [
        [await approvalOf(stranger.roots[0], release, NOTE), 'not-signed'],
        [{ ...two, root: one?.root }, 'not-signed'],
        [{ ...two, note: 'Tout va bien.' }, 'not-signed'],
        [{ ...two, window: '2025-Q4' }, 'not-signed'],
        [await approvalOf(federation.roots[0], { ...release, window: '2031-Q1' }, NOTE), 'not-found'],
        [
          await approvalOf(federation.roots[0], { ...release, sha256: '0'.repeat(64) }, NOTE),
          'other-release',
        ],
        [await approvalOf(federation.roots[0], { ...release, window: '2025-Q4' }, NOTE), 'other-release'],
        [{ ...one, note: ' ' }, 'not-an-approval'],
        [{ ...one, more: 1 }, 'not-an-approval'],
        [null, 'not-an-approval'],
      ]
      for (const [given, reason] of attempts) {
        expect(await approveRelease(started.store, roots, given)).toEqual({ ok: false, reason })
      }
      await started.store.write((database) => [
        database.run(
          sql`insert into approvals values ('when-year', '2026-Q1', ${two?.root}, ${NOTE}, ${one?.signature})`,
        ),
      ])
      expect(await approveRelease(started.store, roots, one)).toEqual({ ok: true, value: 'waiting' })
      expect((await held())?.held).toBe(true)
    })
  })
})
