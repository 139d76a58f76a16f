// A data folder that an earlier version left opens with this one, with all that was in it.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client/sqlite3'
import { drizzle } from 'drizzle-orm/libsql/sqlite3'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openFileStore } from '../../src/db/file-store.ts'
import { knownMigrations, type StoreName } from '../../src/db/migrations.ts'
import { purge } from '../../src/server/jobs/purge.ts'
import { rowParts } from '../../src/server/parts/row-parts.ts'
import { queryFile } from '../support/servers/node-process.ts'

const MIGRATIONS = join(import.meta.dirname, '../../drizzle')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-old-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A store as a version that knew only so many migrations left it. */
async function storeAfter(store: StoreName, migrations: number): Promise<string> {
  const migrationsFolder = join(folder, `drizzle-${store}`)
  await cp(join(MIGRATIONS, store), migrationsFolder, { recursive: true })
  const journal = join(migrationsFolder, 'meta/_journal.json')
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8')) as { entries: unknown[] }
  await writeFile(journal, JSON.stringify({ ...rest, entries: entries.slice(0, migrations) }))
  const file = join(folder, `${store}.db`)
  const database = drizzle(createClient({ url: pathToFileURL(file).href, concurrency: 1 }))
  await migrate(database, { migrationsFolder })
  database.$client.close()
  return file
}

it('with its envelopes, what was due among them counted and gone, and its cards', async () => {
  const file = await storeAfter('envelopes', 6)
  const statisticsFile = await storeAfter('statistics', 4)
  for (const [id, day] of [
    [1, '2026-08-01'],
    [2, '2026-11-20'],
  ] as const)
    await queryFile(
      file,
      `insert into envelopes values (${id}, 'a', 'F', x'01', 't${id}', '${day}', null, null, null)`,
    )
  await queryFile(statisticsFile, "insert into cards values (1, '2026-Q4', x'01', null)")
  const [envelopes, statistics] = [
    await openFileStore(file, 'envelopes'),
    await openFileStore(statisticsFile, 'statistics'),
  ]
  const stores = {
    envelopes,
    statistics,
    parts: rowParts(envelopes),
    directory: { associations: ['a'], issuedOn: '2026-01-01' },
  }
  const { purged } = await purge(stores, Date.UTC(2026, 10, 22))
  expect(purged.unopened).toBe(1)
  expect(await envelopes.read((database) => database.all(sql`select token_hash from envelopes`))).toEqual([
    { token_hash: 't2' },
  ])
  expect(await statistics.read((database) => database.all(sql`select window from cards`))).toEqual([
    { window: '2026-Q4' },
  ])
  await Promise.all([envelopes.close(), statistics.close()])
})

it.each(['envelopes', 'statistics'] as const)('after any migration of the store of %s', async (store) => {
  for (let migrations = 1; migrations < knownMigrations(store); migrations++) {
    const file = await storeAfter(store, migrations)
    const opened = await openFileStore(file, store)
    await opened.close()
    const [row] = await queryFile(file, 'select count(*) as "count" from __drizzle_migrations')
    expect(row?.['count']).toBe(knownMigrations(store))
    for (const end of ['', '-wal', '-shm']) await rm(file + end, { force: true })
  }
})
