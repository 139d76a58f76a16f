// What an operator meets with `balise backup`, `restore` and `purges`, over a real data folder that no server is using.
import { execFile } from 'node:child_process'
import {
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { hashOfFile } from '../../src/cli/files.ts'
import { openFileStore } from '../../src/db/file-store.ts'
import { makeFederation } from '../support/federation.ts'
import { makePast } from '../support/past-time.ts'
import type { Ended } from '../support/run-balise.ts'
import { runHere } from '../support/run-here.ts'
import { makeDataDir, queryFile } from '../support/servers/node-process.ts'

const TODAY = Date.UTC(2026, 10, 22, 9)
const DAY = 86_400_000
const TOOL = join(import.meta.dirname, '../../src/cli/balise.ts')

let made: string
let folder: string
const at = (...path: string[]): string => join(folder, ...path)
const inData = (text: string) => queryFile(at('data', 'envelopes.db'), text)
const cards = (where: string) => queryFile(join(where, 'statistics.db'), 'select window, batch from cards')

const balise = (...args: string[]): Promise<Ended> => runHere(args, undefined, { DATA_DIR: at('data') })
const backUp = (...more: string[]) => balise('backup', '--out', at('backups'), ...more)
const restore = (...more: string[]) =>
  balise('restore', '--from', at('backups', 'balise-2026-11-22'), ...more)

async function makeStores(dataDir: string): Promise<void> {
  for (const name of ['envelopes', 'statistics'] as const) {
    const store = await openFileStore(join(dataDir, `${name}.db`), name)
    await store.checkpoint()
    await store.close()
  }
}

/** A connection that was closed may leave its empty logs for a moment. */
const isNoLog = (path: string): boolean => !/-(?:wal|shm)$/.test(path)

beforeAll(async () => {
  const { dataDir } = await makeDataDir(await makeFederation())
  made = dataDir
  await makeStores(made)
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: TODAY })
  folder = await mkdtemp(join(tmpdir(), 'balise-backup-'))
  await cp(made, at('data'), { recursive: true, filter: isNoLog })
  await inData(
    "insert into envelopes values (5, 'ecoute-sud', 'F', x'0102', 'kept', '2026-11-20', null, null, null)",
  )
})
afterEach(async () => {
  vi.useRealTimers()
  await rm(folder, { recursive: true, force: true })
})
afterAll(() => rm(made, { recursive: true, force: true }))

describe('a backup', () => {
  it('is a folder for its owner alone that says what is in it, and nothing of anyone', async () => {
    const { exit, output, errors } = await backUp()
    expect([exit, output]).toEqual([0, `wrote ${at('backups', 'balise-2026-11-22')}\n`])
    expect(errors).toContain('--keep-days 30')
    const names = await readdir(at('backups', 'balise-2026-11-22'), { recursive: true, withFileTypes: true })
    for (const entry of names) {
      const { mode } = await stat(join(entry.parentPath, entry.name))
      expect([entry.name, (mode & 0o777).toString(8)]).toEqual([entry.name, entry.isFile() ? '600' : '700'])
    }
    expect((await stat(at('backups'))).mode & 0o077).toBe(0)
    const text = await readFile(at('backups', 'balise-2026-11-22', 'backup.json'), 'utf8')
    const about = JSON.parse(text) as { day: string; files: object; stores: Record<string, { rows: object }> }
    expect(about.day).toBe('2026-11-22')
    expect(Object.keys(about.files)).toEqual(
      expect.arrayContaining(['envelopes.db', 'statistics.db', 'server.secret', 'site/directory.json']),
    )
    expect(about.stores['envelopes']?.rows).toMatchObject({ envelopes: 1, sessions: 0 })
    expect(text).not.toMatch(/ecoute-sud|kept|\d{2}:\d{2}/)
  })

  it('never takes the place of an older one, and drops only backups that are too old', async () => {
    await mkdir(at('backups', 'balise-2026-10-01', 'not-a-backup'), { recursive: true })
    await mkdir(at('backups', '.unfinished-999999999-abcdef01'))
    await writeFile(at('backups', 'notes.txt'), 'of the operator')
    await backUp()
    await backUp()
    expect((await readdir(at('backups'))).toSorted()).toEqual([
      'balise-2026-10-01',
      'balise-2026-11-22',
      'balise-2026-11-22-2',
      'notes.txt',
    ])
    vi.setSystemTime(TODAY + 30 * DAY)
    expect((await backUp('--keep-days', '30')).output).not.toContain('deleted')
    vi.setSystemTime(TODAY + 31 * DAY)
    expect((await backUp('--keep-days', '30')).output).toContain('deleted 2 older than 30 days')
    expect((await readdir(at('backups'))).toSorted()).toEqual([
      'balise-2026-10-01',
      'balise-2026-12-22',
      'balise-2026-12-23',
      'notes.txt',
    ])
  })

  it('that does not fit leaves nothing that looks whole', async () => {
    await makePast((text) => queryFile(at('data', 'envelopes.db'), text), { unopened: 400 })
    const command = `ulimit -f 800; trap '' XFSZ; exec "$0" "$@"`
    const ended = promisify(execFile)(
      'bash',
      ['-c', command, process.execPath, TOOL, 'backup', '--out', at('backups')],
      { env: { ...process.env, DATA_DIR: at('data') } },
    )
    await expect(ended).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('No backup was made'),
    })
    expect(await readdir(at('backups'))).toEqual([])
  })

  it('is refused of a site with a name that a restore would refuse', async () => {
    await writeFile(at('data', 'site', 'two\nlines'), '')
    const { exit, errors } = await backUp()
    expect([exit, errors]).toEqual([1, expect.stringContaining('"site/two\\nlines" is no name')])
    expect(await readdir(at('backups'))).toEqual([])
  })

  it('is refused of a folder that no server has had, and of half an address', async () => {
    await rm(at('data', 'server.secret'))
    const { exit, errors } = await backUp()
    expect([exit, errors]).toEqual([1, expect.stringContaining('Set DATA_DIR')])
    const half = { ENVELOPES_URL: 'http://127.0.0.1:9', ENVELOPES_TOKEN: 'a-token-of-ours' }
    const refused = await runHere(['backup', '--out', at('backups')], undefined, half)
    expect([refused.exit, refused.errors]).toEqual([1, expect.stringContaining('Set ENVELOPES_URL')])
    const both = { ...half, STATISTICS_URL: 'http://127.0.0.1:10' }
    const absent = await runHere(['backup', '--out', at('backups')], undefined, both)
    expect([absent.exit, absent.errors]).toEqual([1, expect.stringContaining('No backup was made')])
    expect(absent.errors).not.toContain('a-token-of-ours')
    expect(await readdir(at('backups'))).toEqual([])
  })
})

describe('a backup that is looked at', () => {
  it('is found whole, and nothing in it is touched', async () => {
    await backUp()
    const before = await readdir(at('backups', 'balise-2026-11-22'))
    const { exit, output } = await restore('--check')
    expect([exit, output]).toEqual([
      0,
      expect.stringMatching(
        /envelopes=1 .*\nstatistics: .*\nthe site is there\nwhole: the backup of 2026-11-22\n$/s,
      ),
    ])
    expect(await readdir(at('backups', 'balise-2026-11-22'))).toEqual(before)
  })

  it.each([
    [
      'has lost a byte',
      (backup: string) => appendFile(join(backup, 'envelopes.db'), 'x'),
      'is missing or is not',
    ],
    ['has lost a file', (backup: string) => rm(join(backup, 'server.secret')), 'is missing or is not'],
    [
      'has a file more',
      (backup: string) => writeFile(join(backup, 'site', 'more.js'), ''),
      'was not in this backup',
    ],
    ['says nothing', (backup: string) => rm(join(backup, 'backup.json')), 'holds no backup'],
  ])('is refused where it %s', async (_, harm, said) => {
    await backUp()
    await harm(at('backups', 'balise-2026-11-22'))
    for (const how of [['--check'], ['--into', at('again')]]) {
      const { exit, errors } = await restore(...how)
      expect([exit, errors]).toEqual([1, expect.stringContaining(said)])
    }
    expect(await readdir(folder)).not.toContain('again')
  })

  it.each([
    '../x',
    '..',
    'a\n/../../x',
    'site/../../x',
    'site/./x',
    'site//x',
    '/x',
    '',
    'a\u0085b',
    '\n/../x',
  ])('is refused where it leads elsewhere: %j', async (path) => {
    await backUp()
    const about = at('backups', 'balise-2026-11-22', 'backup.json')
    const described = JSON.parse(await readFile(about, 'utf8')) as { files: Record<string, string> }
    await writeFile(at('x'), 'of somebody else')
    described.files[path] = (await hashOfFile(at('x'))) ?? ''
    await writeFile(about, JSON.stringify(described))
    const { exit, errors } = await restore('--check')
    expect([exit, errors]).toEqual([1, expect.stringContaining('is damaged')])
  })

  it('is refused where a later version made it', async () => {
    await backUp()
    const file = at('backups', 'balise-2026-11-22', 'backup.json')
    const text = (await readFile(file, 'utf8')).replace(/"migrations": \d+/, '"migrations": 99')
    await writeFile(file, text)
    const { exit, errors } = await restore('--check')
    expect([exit, errors]).toEqual([1, expect.stringContaining('later version')])
  })
})

describe('a restore', () => {
  it('replaces nothing that is there', async () => {
    await backUp()
    const { exit, errors } = await restore('--into', at('data'))
    expect([exit, errors]).toEqual([1, expect.stringContaining('Something is in')])
    expect(await inData('select token_hash from envelopes')).toEqual([{ token_hash: 'kept' }])
  })

  it('brings back what was there and signs everyone out; what is past its time by today’s clock goes at once', async () => {
    await inData("insert into sessions values ('s', 'ecoute-sud', 1795338000, 1795338000, 'M')")
    await inData(
      "insert into envelopes values (6, 'ecoute-sud', 'F', x'0a0b0c0d0e0f', 'due', '2026-08-24', null, null, null)",
    )
    await backUp()
    await rename(at('data'), at('lost'))
    vi.setSystemTime(TODAY + DAY)
    const { exit, output } = await restore('--into', at('data'))
    expect([exit, output]).toEqual([0, expect.stringContaining('unopened=1')])
    expect(output).toContain('everyone is signed out')
    expect(output).toContain('erased, read or changed after 2026-11-22')
    expect(await inData('select token_hash from envelopes')).toEqual([{ token_hash: 'kept' }])
    expect(await inData('select token_hash from expired_envelopes')).toEqual([{ token_hash: 'due' }])
    expect(await inData('select * from sessions')).toEqual([])
    expect((await readFile(at('data', 'envelopes.db'))).includes(Buffer.from('0a0b0c0d0e0f', 'hex'))).toBe(
      false,
    )
    expect(await readFile(at('data', 'server.secret'))).toEqual(await readFile(at('lost', 'server.secret')))
    expect((await stat(at('data'))).mode & 0o077).toBe(0)
  })

  it('lets nothing go of an association that its old directory does not list: it may have been listed since', async () => {
    await inData("insert into notices values ('listed-later', 'a@b.invalid', 'fr', null, null)")
    await inData("insert into departures values ('listed-later', '2026-01-01')")
    await backUp()
    const { exit, output } = await restore('--into', at('again'))
    expect([exit, output]).toEqual([0, expect.stringContaining('nothing was past its time')])
    const restored = (text: string) => queryFile(at('again', 'envelopes.db'), text)
    expect(await restored('select association from notices')).toEqual([{ association: 'listed-later' }])
    expect(await restored('select * from departures')).toEqual([])
  })

  const card = (window: string) =>
    queryFile(
      at('data', 'statistics.db'),
      `insert into cards values (${window.at(-1)}, '${window}', x'01', null)`,
    )

  it('keeps cards that wait while nothing of theirs can have been counted', async () => {
    await card('2026-Q4')
    await backUp()
    vi.setSystemTime(Date.UTC(2027, 0, 14))
    const { output, errors } = await restore('--into', at('again'))
    expect([output, errors]).toEqual([expect.stringContaining('the cards that wait are kept'), ''])
    expect(await cards(at('again'))).toEqual([{ window: '2026-Q4', batch: null }])
  })

  it('lets all cards go where some may have been counted since, and leaves what was settled', async () => {
    for (const window of ['2026-Q4', '2026-Q3']) await card(window)
    await queryFile(at('data', 'statistics.db'), "insert into batches values ('2026-Q2', 1)")
    await backUp()
    const { output } = await restore('--into', at('again'))
    expect(output).toContain('the cards that waited are deleted')
    expect(await cards(at('again'))).toEqual([])
    expect(await queryFile(at('again', 'statistics.db'), 'select quarter from batches')).toEqual([
      { quarter: '2026-Q2' },
    ])
  })

  it('leaves statistics that were not lost as they are', async () => {
    await backUp()
    await mkdir(at('statistics'))
    await rename(at('data', 'statistics.db'), at('statistics', 'statistics.db'))
    const where = { STATISTICS_DIR: at('statistics') }
    const args = ['restore', '--from', at('backups', 'balise-2026-11-22'), '--into', at('again')]
    await queryFile(at('statistics', 'statistics.db'), "insert into batches values ('2026-Q3', 1)")
    expect((await runHere(args, undefined, where)).output).toContain('they stay')
    expect(await queryFile(at('statistics', 'statistics.db'), 'select quarter from batches')).toHaveLength(1)
    await rm(at('again'), { recursive: true })
    await rm(at('statistics'), { recursive: true })
    expect((await runHere(args, undefined, where)).exit).toBe(0)
    expect(await queryFile(at('statistics', 'statistics.db'), 'select * from batches')).toEqual([])
    expect(await readdir(at('again'))).not.toContain('statistics.db')
  })

  const restoreWith = (statisticsDir: string) =>
    runHere(['restore', '--from', at('backups', 'balise-2026-11-22'), '--into', at('data')], undefined, {
      STATISTICS_DIR: statisticsDir,
    })

  it('puts the statistics where they are looked for, also in a folder of the one it makes', async () => {
    await card('2026-Q4')
    await backUp()
    await rename(at('data'), at('lost'))
    const { exit, errors } = await restoreWith(at('data', 'of', 'cards'))
    expect([exit, errors]).toEqual([0, ''])
    expect(await cards(at('data', 'of', 'cards'))).toEqual([{ window: '2026-Q4', batch: null }])
    expect(await readdir(at('data'))).not.toContain('statistics.db')
    expect(await inData('select token_hash from envelopes')).toEqual([{ token_hash: 'kept' }])
  })

  it('that cannot put the statistics where they are looked for restores nothing, and says so', async () => {
    await backUp()
    await rename(at('data'), at('lost'))
    await writeFile(at('a-file'), 'of the operator')
    const { exit, errors } = await restoreWith(at('a-file'))
    expect([exit, errors]).toEqual([1, expect.stringMatching(/ENOTDIR|EEXIST/)])
    expect(errors).toContain('Nothing was restored')
    expect((await readdir(folder)).toSorted()).toEqual(['a-file', 'backups', 'lost'])
    expect((await restoreWith(at('statistics'))).exit).toBe(0)
    expect((await readdir(at('statistics'))).filter(isNoLog)).toEqual(['statistics.db'])
  })
})

describe('an operator who asks what went', () => {
  it('reads how many of each kind, day by day', async () => {
    expect((await balise('purges')).output).toBe('nothing went in the last ninety days\n')
    await inData("insert into purges values ('2026-11-21', 'messages', 3), ('2026-11-20', 'unopened', 1)")
    expect((await balise('purges')).output).toBe('2026-11-20 unopened 1\n2026-11-21 messages 3\n')
  })
})
