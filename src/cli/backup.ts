// `balise backup`: copies both stores, each as it is at one moment, and what is needed to serve again, while the server runs. What it
// makes is its owner's alone, and looks like a backup only once it is whole.
import { rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { addDays, dayOf } from '../protocol/day.ts'
import { VERSION } from '../server/version.ts'
import {
  beginBackup,
  copyFolder,
  copyPrivately,
  dropOlder,
  dropUnfinished,
  finishBackup,
  SECRET_FILE,
  SITE_FOLDER,
  STORE_FILES,
  STORE_NAMES,
} from './backup-folder.ts'
import { command } from './command.ts'
import { done, misused, print, refused, remark, type Outcome } from './outcome.ts'

/** What is due to go may lie in a backup for so long: docs/backup.md. */
export const ADVISED_DAYS = 30

export const backup = command({
  name: 'backup',
  summary: 'Copy both stores and what serves them, while the server runs.',
  options: {
    out: { value: 'DIR', about: 'A folder for backups, yours alone.', required: true },
    'keep-days': { value: 'N', about: 'Then deletes the backups there that are more than so many days old.' },
  },
  notes: [
    'It copies what DATA_DIR holds (and STATISTICS_DIR, if it is another). With ENVELOPES_URL, ENVELOPES_TOKEN, STATISTICS_URL and STATISTICS_TOKEN it copies the stores of libSQL servers instead; parts in a bucket are not copied.',
    `A backup holds what a seized store holds. What was erased or was due to go stays in it: keep none for longer than ${ADVISED_DAYS} days. See docs/backup.md.`,
  ],
  async run({ out, 'keep-days': keepDays }) {
    if (keepDays !== undefined && !/^[1-9]\d{0,3}$/.test(keepDays))
      return misused('--keep-days takes a whole number of days, from 1.')
    process.umask(0o077)
    const into = resolve(out)
    const taken = await takeBackup(into).catch((error: unknown) => troubleOf(error, into))
    if (!taken.ok) return taken
    print(`wrote ${taken.value}`)
    if (keepDays === undefined) {
      remark(`Nothing older was deleted: --keep-days ${ADVISED_DAYS} does that.`)
      return done(undefined)
    }
    const dropped = await dropOlder(into, addDays(dayOf(Date.now()), -Number(keepDays)))
    if (dropped > 0) print(`deleted ${dropped} older than ${keepDays} days`)
    return done(undefined)
  },
})

async function takeBackup(out: string): Promise<Outcome<string>> {
  const source = await readSource()
  if (!source.ok) return source
  const folder = await beginBackup(out)
  try {
    await dropUnfinished(out)
    // Of the day it began: nothing that was kept later is surely in it.
    const day = dayOf(Date.now())
    await source.value(folder)
    const { readCopy } = await import('../db/store-copy.ts')
    const [envelopes, statistics] = await Promise.all(
      STORE_NAMES.map((name) => readCopy(join(folder, STORE_FILES[name]))),
    )
    if (!envelopes?.isWhole || !statistics?.isWhole)
      return refused('A store is damaged: what was copied is not whole. See docs/backup.md.')
    const about = ({ migrations, rows }: typeof envelopes) => ({ migrations, rows })
    const stores = { envelopes: about(envelopes), statistics: about(statistics) }
    return await finishBackup(folder, { day, version: VERSION, stores })
  } finally {
    // Once it has its name nothing is here any more.
    await rm(folder, { recursive: true, force: true })
  }
}

type Gather = (folder: string) => Promise<void>

async function readSource(): Promise<Outcome<Gather>> {
  return process.env['ENVELOPES_URL'] === undefined ? await ofFiles() : await ofServers()
}

async function ofFiles(): Promise<Outcome<Gather>> {
  const dataDir = resolve(process.env['DATA_DIR'] ?? 'data')
  const statisticsDir = resolve(process.env['STATISTICS_DIR'] ?? dataDir)
  const files = {
    envelopes: join(dataDir, STORE_FILES.envelopes),
    statistics: join(statisticsDir, STORE_FILES.statistics),
  }
  const secret = join(dataDir, SECRET_FILE)
  for (const file of [files.envelopes, files.statistics, secret]) {
    if (!(await stat(file).catch(() => null)))
      return refused(`There is no ${file} that you may reach. Set DATA_DIR to the folder the server has.`)
  }
  const { copyFileStore } = await import('../db/store-copy.ts')
  return done(async (folder) => {
    for (const name of STORE_NAMES) await copyFileStore(files[name], join(folder, STORE_FILES[name]))
    await copyPrivately(secret, join(folder, SECRET_FILE))
    await copyFolder(join(dataDir, SITE_FOLDER), join(folder, SITE_FOLDER))
  })
}

async function ofServers(): Promise<Outcome<Gather>> {
  const { readStoreAddresses } = await import('./migrate.ts')
  const addresses = readStoreAddresses(process.env)
  if (!addresses.ok)
    return refused(
      'Set ENVELOPES_URL, ENVELOPES_TOKEN, STATISTICS_URL and STATISTICS_TOKEN: two stores, as for balise migrate.',
    )
  const { copyServerStore } = await import('../db/store-copy.ts')
  return done(async (folder) => {
    for (const name of STORE_NAMES)
      await copyServerStore(addresses.value[name], join(folder, STORE_FILES[name]))
  })
}

function troubleOf(error: unknown, out: string): Outcome<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'SQLITE_FULL')
    return refused(`The disk of ${out} is full. No backup was made, and older ones are as they were.`)
  if (/^(?:EACCES|EPERM|EROFS|ENOTDIR)$/.test(code))
    return refused(`${out}, or what is to be copied, may not be used by you (${code}). No backup was made.`)
  if (/^[A-Z_]{3,40}$/.test(code))
    return refused(`A store does not answer, or the disk does not (${code}). No backup was made: try again.`)
  throw error
}
