// `balise restore`: looks whether a backup can be served from again, or puts it where a server finds it. It replaces nothing that is there,
// brings back nothing that was due to go, and has no card counted a second time.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import {
  copyPrivately,
  readBackup,
  SITE_FOLDER,
  STORE_FILES,
  STORE_NAMES,
  type Backup,
} from './backup-folder.ts'
import { command } from './command.ts'
import { syncPath } from './files.ts'
import { done, misused, print, refused, type Outcome } from './outcome.ts'
import { putInPlace } from './restore-place.ts'

export const restore = command({
  name: 'restore',
  summary: 'Check a backup, or put it into a folder that a server can start from.',
  options: {
    from: { value: 'DIR', about: 'One backup, as balise backup wrote it.', required: true },
    check: { about: 'Looks whether it is whole and can be served from. It touches nothing.' },
    into: {
      value: 'DATA_DIR',
      about: 'The folder to make: nothing may be in it, and no server may run on it.',
    },
  },
  notes: [
    'With --into, what is past its time by the clock of today goes at once, and everyone is signed out. Cards that may have been counted since go too.',
    'With STATISTICS_DIR set, statistics are put there, unless they are there still: then those stay.',
    'What was erased or changed after the backup comes back, and nobody can know what that was. See docs/backup.md.',
  ],
  async run({ from, check, into }) {
    if (check === (into !== undefined))
      return misused('balise restore takes either --check or --into DATA_DIR.')
    process.umask(0o077)
    const read = await readBackup(resolve(from))
    if (!read.ok) return read
    const known = await isKnown(read.value)
    if (!known.ok) return known
    return into === undefined
      ? await checkBackup(resolve(from), read.value)
      : await restoreInto(resolve(from), read.value, resolve(into))
  },
})

async function isKnown({ stores, version }: Backup): Promise<Outcome> {
  const { knownMigrations } = await import('../db/migrations.ts')
  const isLater = STORE_NAMES.some((name) => stores[name].migrations > knownMigrations(name))
  return isLater
    ? refused(`This backup was made by a later version of Balise (${version}). Install that one first.`)
    : done(undefined)
}

/** On a copy: to open a store brings it to this version. */
async function checkBackup(from: string, backup: Backup): Promise<Outcome> {
  const copy = await mkdtemp(join(tmpdir(), 'balise-check-'))
  try {
    const opened = await openCopies(from, copy, backup)
    if (!opened.ok) return opened
    for (const store of Object.values(opened.value)) await store.close()
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
  for (const name of STORE_NAMES) {
    const { rows } = backup.stores[name]
    const counts = Object.entries(rows).map(([table, count]) => `${table}=${count}`)
    print(`${name}: ${counts.join(' ')}`)
  }
  const hasSite = Object.keys(backup.files).some((path) => path.startsWith(`${SITE_FOLDER}/`))
  print(hasSite ? 'the site is there' : 'no site: build it before you start a server on this')
  print(`whole: the backup of ${backup.day}`)
  return done(undefined)
}

/** Copies the stores, sees that each is whole and has what was counted, and brings it to this version. */
async function openCopies(from: string, to: string, { stores }: Backup) {
  const { readCopy } = await import('../db/store-copy.ts')
  const { openFileStore } = await import('../db/file-store.ts')
  const open = async (name: (typeof STORE_NAMES)[number]) => {
    const file = join(to, STORE_FILES[name])
    await copyPrivately(join(from, STORE_FILES[name]), file)
    const { isWhole, rows } = await readCopy(file)
    const isSame = JSON.stringify(rows) === JSON.stringify(stores[name].rows)
    return isWhole && isSame ? await openFileStore(file, name) : null
  }
  try {
    const envelopes = await open('envelopes')
    const statistics = envelopes && (await open('statistics'))
    if (envelopes && statistics) return done({ envelopes, statistics })
    await envelopes?.close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      return refused('The disk is full. Nothing was restored.')
  }
  return refused('A store in this backup is damaged or cannot be opened. Take another backup.')
}

async function restoreInto(from: string, backup: Backup, into: string): Promise<Outcome> {
  const isThere = await stat(into).catch(() => null)
  if (isThere && (!isThere.isDirectory() || (await readdir(into)).length > 0))
    return refused(`Something is in ${into}. Stop the server, move the folder away, and run this again.`)
  const making = `${into}.restoring`
  await rm(making, { recursive: true, force: true })
  try {
    for (const path of Object.keys(backup.files)) await copyPrivately(join(from, path), join(making, path))
    const opened = await openCopies(from, making, backup)
    if (!opened.ok) return opened
    const { makeReady } = await import('./restore-ready.ts')
    const lines = await makeReady(opened.value, Date.now())
    for (const store of Object.values(opened.value)) await store.close()
    // Not all that lies there: SQLite may be taking its empty logs away at this moment.
    for (const path of Object.keys(backup.files)) await syncPath(join(making, path))
    const placed = await putInPlace(making, into, process.env['STATISTICS_DIR'])
    if (!placed.ok) return placed
    await syncPath(dirname(into))
    for (const line of [...lines, ...placed.value]) print(line)
  } finally {
    await rm(making, { recursive: true, force: true })
  }
  print(
    `What was erased, read or changed after ${backup.day} is as it was before: see docs/backup.md, and say so.`,
  )
  print(`restored the backup of ${backup.day} into ${into}`)
  return done(undefined)
}
