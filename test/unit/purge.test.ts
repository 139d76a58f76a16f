// What a purge takes and what it leaves, on real files: a slice at a time, whatever it is stopped by, and never early.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listPurges } from '../../src/db/envelopes/purges.ts'
import { openFileStore, type FileStore } from '../../src/db/file-store.ts'
import { StoreFailure, type Statement, type Store } from '../../src/db/store.ts'
import { addDays, dayOf } from '../../src/protocol/day.ts'
import { DEPARTED_DAYS } from '../../src/protocol/limits.ts'
import { purge, purgeLine, type PurgeBounds, type Purged } from '../../src/server/jobs/purge.ts'
import { rowParts } from '../../src/server/parts/row-parts.ts'
import { makePast, PAST_KINDS, type PastKind } from '../support/past-time.ts'
import { queryFile } from '../support/servers/node-process.ts'

const NOW = Date.UTC(2026, 10, 22, 9)
const DAY = 86_400_000

let folder: string
let file: string
let envelopes: FileStore
let statistics: FileStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-purge-'))
  file = join(folder, 'envelopes.db')
  envelopes = await openFileStore(file, 'envelopes')
  statistics = await openFileStore(join(folder, 'statistics.db'), 'statistics')
})
afterEach(async () => {
  await Promise.all([envelopes.close(), statistics.close()])
  await rm(folder, { recursive: true, force: true })
})

const query = (text: string, values = []) => queryFile(file, text, values)

const ISSUED_ON = '2026-11-01'
const stores = (own: Store = envelopes, listed: readonly string[] | null = null, issuedOn = ISSUED_ON) => ({
  envelopes: own,
  statistics,
  parts: rowParts(own),
  directory: listed && { associations: listed, issuedOn },
})

const run = (now = NOW, bounds?: PurgeBounds) => purge(stores(), now, bounds)

/** So many of each kind, a few with bytes. */
const some = (count: number): Record<PastKind, number> =>
  Object.fromEntries(PAST_KINDS.map((kind) => [kind, count])) as Record<PastKind, number>

const ofEach = (count: number): Purged => ({ ...some(count), departed: 0 })

/** What stands in the operator's table, all days together. */
async function counted(): Promise<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const { kind, count } of await listPurges(envelopes)) sums[kind] = (sums[kind] ?? 0) + count
  return sums
}

/** What of `ofEach` is in that table. */
function onlyCounted({ proofs: _proofs, permits: _permits, ...rest }: Purged): Record<string, number> {
  return Object.fromEntries(Object.entries(rest).filter(([, count]) => count > 0))
}

const rowsLeft = async (): Promise<number> => {
  const tables = ['envelopes', 'expired_envelopes', 'mailbox_cells', 'part_holds', 'parts', 'sessions']
  const more = ['invitations', 'upload_permits', 'spent_proofs']
  const sums = [...tables, ...more].map((table) => `(select count(*) from ${table})`)
  const [row] = await query(`select ${sums.join(' + ')} as "rows"`)
  return Number(row?.['rows'])
}

type Written = { sql: string; params: unknown[] }

/** The same store, hearing each transaction: its statements, and the most rows that one of them changed. */
function listened(store: Store, hear: (statements: Written[], rows: number) => void): Store {
  return {
    ...store,
    write: async (statements) => {
      let texts: Written[] = []
      const results = await store.write((database) => {
        const batch = statements(database)
        texts = (batch as unknown as (Statement & { toSQL(): Written })[]).map((each) => each.toSQL())
        return batch
      })
      const changed = (results as readonly unknown[]).map((result) =>
        Array.isArray(result) ? result.length : (result as { rowsAffected: number }).rowsAffected,
      )
      hear(texts, Math.max(...changed))
      return results
    },
  }
}

describe('a purge', () => {
  it('takes all that is past its time, counts it, and finds nothing the second time', async () => {
    await makePast(query, some(130), 40)
    expect(await run()).toEqual({ purged: ofEach(130), noted: 0, more: false })
    // What told the authors of these that they went is kept for its own time.
    expect(await rowsLeft()).toBe(260)
    expect(await counted()).toEqual(onlyCounted(ofEach(130)))
    expect(purgeLine(await run())).toBeNull()
    expect(await counted()).toEqual(onlyCounted(ofEach(130)))
  })

  it('takes a slice at a time: no transaction is long, and none looks at a whole table', async () => {
    await makePast(query, { unopened: 350, expired: 1700, messages: 90, proofs: 1700, parts: 80 }, 40)
    const heard: { statements: Written[]; rows: number }[] = []
    const own = listened(envelopes, (statements, rows) => heard.push({ statements, rows }))
    const { purged } = await purge(stores(own), NOW)
    expect(purged).toMatchObject({ unopened: 350, expired: 1700, messages: 90, proofs: 1700, parts: 80 })
    expect(Math.max(...heard.map(({ rows }) => rows))).toBe(500)
    expect(Math.max(...heard.map(({ statements }) => statements.length))).toBeLessThanOrEqual(4)
    const scanned = new Set<string>()
    for (const { sql: text, params } of heard.flatMap(({ statements }) => statements)) {
      const plan = await queryFile(file, `explain query plan ${text}`, params as never[])
      for (const { detail } of plan) {
        const [, table] = /^SCAN (\w+)(?! USING COVERING INDEX| USING INDEX)/.exec(String(detail)) ?? []
        if (table !== undefined) scanned.add(table)
      }
    }
    // Members' ways, invitations that are open, those signed in: never more than some hundreds. The numbers are those of decoys.
    expect([...scanned].toSorted()).toEqual(['CONSTANT', 'invitations', 'key_blobs', 'numbers', 'sessions'])
  })

  it('takes of each kind in turn, so that a flood of one keeps no other waiting, and says that more is left', async () => {
    await makePast(query, { ...some(20), proofs: 4000 }, 40)
    const first = await run(NOW, { slices: 13, milliseconds: 60_000 })
    expect(first).toEqual({ purged: { ...ofEach(20), proofs: 500 }, noted: 0, more: true })
    expect(purgeLine(first)).toMatch(/^purged proofs=500 .* departed=0 more-is-left$/)
    expect(await run()).toEqual({ purged: { ...ofEach(0), proofs: 3500 }, noted: 0, more: false })
  })

  it('stops in time, and the next one goes on', async () => {
    await makePast(query, { unopened: 10 }, 40)
    expect(await run(NOW, { slices: 100, milliseconds: -1 })).toEqual({
      purged: ofEach(0),
      noted: 0,
      more: true,
    })
    expect((await run()).purged.unopened).toBe(10)
  })

  it('that is run twice at one moment counts nothing twice', async () => {
    await makePast(query, some(300), 40)
    const second = await openFileStore(file, 'envelopes')
    const both = await Promise.all([run(), purge(stores(second), NOW)])
    await second.close()
    for (const kind of PAST_KINDS)
      expect([kind, both.reduce((sum, { purged }) => sum + purged[kind], 0)]).toEqual([kind, 300])
    expect(await counted()).toEqual(onlyCounted(ofEach(300)))
  })

  it('that is cut off after any transaction has counted what went, and no more', async () => {
    await makePast(query, some(60), 40)
    const before = await rowsLeft()
    for (let allowed = 3; allowed < 12; allowed++) {
      let left = allowed
      const failing: Store = {
        ...envelopes,
        write: (statements) => {
          if (left-- === 0) throw new StoreFailure(new Error('killed'))
          return envelopes.write(statements)
        },
      }
      await purge(stores(failing), NOW, { slices: allowed, milliseconds: 60_000 }).catch(() => undefined)
      const sums = await counted()
      const kept = { unopened: 60 - (sums['unopened'] ?? 0), ended: 60 - (sums['ended'] ?? 0) }
      const [row] = await query(
        'select sum(acknowledged_on is null) as "unopened", sum(acknowledged_on is not null) as "ended" from envelopes',
      )
      expect({ unopened: Number(row?.['unopened']), ended: Number(row?.['ended']) }).toEqual(kept)
    }
    expect(await rowsLeft()).toBeLessThan(before)
    await run()
    expect(await counted()).toEqual(onlyCounted(ofEach(60)))
  })

  it('takes nothing early where the clock was set back, and nothing twice where it comes forward again', async () => {
    await makePast(query, some(5), 40)
    const early = await run(Date.UTC(2024, 11, 31))
    expect(early.purged).toEqual({ ...ofEach(0), sessions: 5, permits: 5, proofs: 5 })
    await run()
    await run(NOW - 30 * DAY)
    await run()
    const { sessions: _counted, ...rest } = onlyCounted(ofEach(5))
    expect(await counted()).toEqual(rest)
  })

  it('keeps its counts no longer than it is known that an envelope went', async () => {
    await makePast(query, { expired: 3 })
    await run()
    expect(await listPurges(envelopes)).toEqual([{ day: '2026-11-22', kind: 'expired', count: 3 }])
    await run(NOW + 90 * DAY)
    expect(await listPurges(envelopes)).toHaveLength(1)
    await run(NOW + 91 * DAY)
    expect(await listPurges(envelopes)).toEqual([])
  })

  it('counts no proof by itself: there is one for each card, and each report, that came', async () => {
    await makePast(query, { proofs: 4, permits: 4 })
    await queryFile(join(folder, 'statistics.db'), "insert into spent_proofs values (1, 'n', 'm', 1)")
    expect(purgeLine(await run())).toMatch(/^purged proofs=4 /)
    expect(await counted()).toEqual({})
    expect(await queryFile(join(folder, 'statistics.db'), 'select * from spent_proofs')).toEqual([])
  })
})

describe('what an association left behind', () => {
  const LEFT = ['key_blobs', 'notices', 'records', 'rosters', 'team_books', 'team_members'] as const
  const listed = ['droits-nord']

  beforeEach(async () => {
    for (const [id, association] of ['ecoute-sud', 'droits-nord'].entries()) {
      await query(
        `insert into key_blobs values (${id}, 'l${id}', '${association}', 'M', 'words', '2026-01-01', x'01')`,
      )
      await query(`insert into notices values ('${association}', 'a@b.invalid', 'fr', null, null)`)
      await query(`insert into records values (${id}, '${association}', 1, null, 'd', x'01')`)
      await query(`insert into rosters values (${id}, '${association}', 1, 'r', 'd', 'k', 'm')`)
      await query(`insert into team_books values ('${association}', x'01')`)
      await query(`insert into team_members values (${id}, '${association}', 'M', 'K', 'officer', x'01')`)
      await query(
        `insert into envelopes values (${id}, '${association}', 'F', x'01', 't${id}', '2026-11-01', '2026-11-01', '2027-01-20', 'accepted')`,
      )
      await query(`insert into case_files values (${id}, '${association}', 1, x'01')`)
    }
  })

  const on = async (days: number, now: readonly string[] | null = listed) =>
    (await purge(stores(envelopes, now), NOW + days * DAY)).purged
  const whose = async (): Promise<unknown[]> => {
    const each = [...LEFT, 'envelopes', 'case_files'].map((table) => `select association from ${table}`)
    return (await query(`select distinct association from (${each.join(' union all ')}) order by 1`)).map(
      ({ association }) => association,
    )
  }

  it('goes once it was not listed for ninety days, and the authors of its envelopes are told that they ended', async () => {
    await on(0)
    expect(await on(DEPARTED_DAYS)).toMatchObject({ departed: 0, ended: 0 })
    expect(await whose()).toEqual(['droits-nord', 'ecoute-sud'])
    expect(await on(DEPARTED_DAYS + 1)).toMatchObject({ departed: 1, ended: 1 })
    expect(await whose()).toEqual(['droits-nord'])
    expect(await query('select token_hash, status from expired_envelopes')).toEqual([
      { token_hash: 't0', status: 'ended' },
    ])
    expect(await query('select * from departures')).toEqual([])
    const day = addDays(dayOf(NOW), DEPARTED_DAYS + 1)
    expect(await listPurges(envelopes)).toEqual([
      { day, kind: 'departed', count: 1 },
      { day, kind: 'ended', count: 1 },
    ])
  })

  it('stays where it was listed again meanwhile, and its time begins anew', async () => {
    await on(0)
    await on(60, ['droits-nord', 'ecoute-sud'])
    await on(61)
    expect(await on(DEPARTED_DAYS + 1)).toMatchObject({ departed: 0 })
    expect(await whose()).toEqual(['droits-nord', 'ecoute-sud'])
  })

  it('stays while nobody knows who is listed: a directory that is missing, or that lists nobody', async () => {
    for (const unknown of [null, []]) {
      await on(0, unknown)
      await on(DEPARTED_DAYS + 1, unknown)
    }
    expect(await whose()).toEqual(['droits-nord', 'ecoute-sud'])
    expect(await envelopes.read((database) => database.all(sql`select * from departures`))).toEqual([])
  })

  it('has its ninety days where the clock was behind as it left, and was set right', async () => {
    await purge(stores(envelopes, listed, dayOf(NOW)), Date.UTC(2024, 0, 1))
    expect(await query('select since from departures')).toEqual([{ since: dayOf(NOW) }])
    expect(await on(0)).toMatchObject({ departed: 0, ended: 0 })
    expect(await on(DEPARTED_DAYS)).toMatchObject({ departed: 0, ended: 0 })
    expect(await whose()).toEqual(['droits-nord', 'ecoute-sud'])
    expect(await on(DEPARTED_DAYS + 1)).toMatchObject({ departed: 1 })
  })

  it('stays past its time while the directory cannot be read, or lists nobody: it may be listed again', async () => {
    await on(0)
    for (const unknown of [null, []])
      expect(await on(DEPARTED_DAYS + 1, unknown)).toMatchObject({ departed: 0, ended: 0 })
    expect(await whose()).toEqual(['droits-nord', 'ecoute-sud'])
    expect(await on(DEPARTED_DAYS + 1, ['droits-nord', 'ecoute-sud'])).toMatchObject({ departed: 0 })
    expect(await whose()).toEqual(['droits-nord', 'ecoute-sud'])
  })

  it('is announced to the operator once, by a count and no name', async () => {
    const line = async () => purgeLine(await purge(stores(envelopes, listed), NOW))
    expect(await line()).toMatch(/^purged (?:\w+=0 )+departure-noted=1$/)
    expect(await line()).toBeNull()
  })

  it('goes in slices too, however long its record is', async () => {
    await query(
      "insert into records with recursive n(n) as (select 2 union all select n + 1 from n where n < 451) select n, 'ecoute-sud', n, 'd', 'd', x'01' from n",
    )
    await on(0)
    const heard: number[] = []
    const own = listened(envelopes, (_, rows) => heard.push(rows))
    const { purged } = await purge(stores(own, listed), NOW + (DEPARTED_DAYS + 1) * DAY)
    expect(purged.departed).toBe(1)
    expect(Math.max(...heard)).toBe(100)
    expect(await whose()).toEqual(['droits-nord'])
  })
})
