// What goes in time while people write, and what is there once a machine was lost and a server was started from its backup.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startStore } from '../../src/cli/edge-processes.ts'
import { hranaDatabase } from '../../src/db/hrana-store.ts'
import { applyMigrations, knownMigrations } from '../../src/db/migrations.ts'
import { copyServerStore, readCopy } from '../../src/db/store-copy.ts'
import { machineLost } from '../reliability/scenarios/backup.ts'
import { pastOnNode } from '../reliability/scenarios/purge.ts'
import { makePast } from '../support/past-time.ts'
import { queryFile } from '../support/servers/node-process.ts'

it('every report, message and file that was acknowledged before a backup began opens after the machine was lost, once', async () => {
  const { tried, acknowledged, lost, duplicated, toldWrong } = await machineLost.run(machineLost.times.test)
  expect({ tried, lost, duplicated, toldWrong }).toEqual({ tried: 1, lost: 0, duplicated: 0, toldWrong: 0 })
  expect(acknowledged).toBeGreaterThanOrEqual(60)
})

it('thousands of rows past their time go while people write: each is answered, nothing else goes, and the counts are true', async () => {
  const { tried, acknowledged, lost, duplicated, toldWrong } = await pastOnNode.run(pastOnNode.times.test)
  expect({ tried, lost, duplicated, toldWrong }).toEqual({ tried: 1, lost: 0, duplicated: 0, toldWrong: 0 })
  expect(acknowledged).toBeGreaterThan(0)
})

it('a store of a libSQL server is copied as it was at one moment, while others write to it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balise-copy-'))
  const process = await startStore(join(folder, 'server'))
  try {
    const { url, token = '' } = await process.ready
    const database = hranaDatabase({ url, token })
    await applyMigrations(database, 'envelopes')
    const run = async (sql: string) => (await database.$client.execute(sql)).rows
    await makePast(run, { unopened: 120, messages: 30, parts: 20, sessions: 3 })
    let writing = true
    // Each adds one row here and one there: a copy of one moment has as many of both.
    const writes = (async () => {
      for (let n = 1; writing; n++)
        await database.$client.batch(
          [
            `insert into decoy_cells values (${n}, x'01')`,
            `insert into upload_permits values (${n}, 'p${n}', 0, 1)`,
          ],
          'write',
        )
    })()
    const copy = join(folder, 'copy.db')
    await copyServerStore({ url, token }, copy).finally(() => (writing = false))
    await writes
    const { isWhole, migrations, rows } = await readCopy(copy)
    expect([isWhole, migrations]).toEqual([true, knownMigrations('envelopes')])
    expect(rows).toMatchObject({ envelopes: 120, mailbox_cells: 60, parts: 20, sessions: 3 })
    expect(rows['upload_permits']).toBe(rows['decoy_cells'])
    const [{ n: written } = { n: 0 }] = await run('select count(*) as n from upload_permits')
    expect(Number(written)).toBeGreaterThan(rows['upload_permits'] ?? Infinity)
    const digest = 'select id, hex(sealed) as sealed, token_hash from envelopes order by id'
    expect(await queryFile(copy, digest)).toEqual((await run(digest)).map((row) => ({ ...row })))
    const schema = 'select name, sql from sqlite_master where sql is not null order by name'
    expect(await queryFile(copy, schema)).toEqual((await run(schema)).map((row) => ({ ...row })))
  } finally {
    await process.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
