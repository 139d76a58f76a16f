// What a backup is on disk: a folder with two stores, the server's secret, the site, and `backup.json`, which says what belongs there. A
// folder has its name only once it is whole and on the disk. `backup.json` tells digests and counts of rows, and nothing of people.
import { randomBytes } from 'node:crypto'
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import * as v from 'valibot'
import { Day } from '../protocol/day.ts'
import { hashOfFile, syncPath, writeNew } from './files.ts'
import { done, refused, type Outcome } from './outcome.ts'

export const STORE_FILES = { envelopes: 'envelopes.db', statistics: 'statistics.db' } as const
export const STORE_NAMES = ['envelopes', 'statistics'] as const
export const SECRET_FILE = 'server.secret'
export const SITE_FOLDER = 'site'
const ABOUT = 'backup.json'

const CopiedStore = v.strictObject({
  migrations: v.pipe(v.number(), v.integer(), v.minValue(1)),
  rows: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))),
})

/** A path that leads nowhere but below the folder it is joined to, and that is written in one way only. */
const isBelow = (path: string): boolean =>
  path !== '' && !/\p{Cc}|^\.\.(?:\/|$)/u.test(path) && relative('/folder', join('/folder', path)) === path

export const Backup = v.strictObject({
  format: v.literal('balise-backup-1'),
  day: Day,
  version: v.string(),
  stores: v.strictObject({ envelopes: CopiedStore, statistics: CopiedStore }),
  /** SHA-256 of each file, by its path in the folder. */
  files: v.record(v.pipe(v.string(), v.check(isBelow)), v.string()),
})
export type Backup = v.InferOutput<typeof Backup>

/** `balise-2026-11-24`, and `-2` for a second one of that day. */
const NAME = /^balise-(\d{4}-\d{2}-\d{2})(?:-\d{1,4})?$/
/** What one that was cut off leaves; its process is in its name. */
const UNFINISHED = /^\.unfinished-(\d+)-[0-9a-f]+$/

/** An empty folder for its owner alone, which is not yet a backup. */
export async function beginBackup(out: string): Promise<string> {
  await mkdir(out, { recursive: true, mode: 0o700 })
  const folder = join(out, `.unfinished-${process.pid}-${randomBytes(4).toString('hex')}`)
  await mkdir(folder, { mode: 0o700 })
  return folder
}

/** Every file below a folder, by its path from there. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted()
}

/** Every file below a folder, each for its owner alone. */
export async function copyFolder(from: string, to: string): Promise<void> {
  for (const path of await filesBelow(from)) await copyPrivately(join(from, path), join(to, path))
}

export async function copyPrivately(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await copyFile(from, to)
  await chmod(to, 0o600)
}

/** Puts what was gathered on the disk, describes it, and gives it its name; says which. */
export async function finishBackup(
  folder: string,
  about: Omit<Backup, 'format' | 'files'>,
): Promise<Outcome<string>> {
  const files: Record<string, string> = {}
  for (const path of await filesBelow(folder)) {
    if (!isBelow(path)) return refused(`${JSON.stringify(path)} is no name for a file of a site. Rename it.`)
    await chmod(join(folder, path), 0o600)
    await syncPath(join(folder, path))
    files[path] = (await hashOfFile(join(folder, path))) ?? ''
  }
  const backup: Backup = { format: 'balise-backup-1', ...about, files }
  const written = await writeNew(join(folder, ABOUT), `${JSON.stringify(backup, null, 2)}\n`, 'the backup')
  if (!written.ok) return written
  const [out, name] = [dirname(folder), `balise-${about.day}`]
  for (let number = 1; number < 10_000; number++) {
    const place = join(out, number === 1 ? name : `${name}-${number}`)
    if (await stat(place).catch(() => null)) continue
    await rename(folder, place)
    await syncPath(out)
    return done(place)
  }
  return refused(`${out} has ten thousand backups of this day. Choose another folder.`)
}

/** What a folder says it is, once every file in it is the one that was copied, and no other is there. */
export async function readBackup(folder: string): Promise<Outcome<Backup>> {
  const text = await readFile(join(folder, ABOUT), 'utf8').catch(() => null)
  if (text === null) return refused(`${folder} holds no backup: there is no ${ABOUT} in it.`)
  const parsed = v.safeParse(Backup, parseJson(text))
  if (!parsed.success) return refused(`${join(folder, ABOUT)} is damaged, or of another version of Balise.`)
  const { files } = parsed.output
  for (const [path, digest] of Object.entries(files)) {
    if ((await hashOfFile(join(folder, path))) !== digest)
      return refused(`${join(folder, path)} is missing or is not what was backed up. Take another backup.`)
  }
  const strange = (await filesBelow(folder)).find((path) => path !== ABOUT && !Object.hasOwn(files, path))
  if (strange !== undefined) return refused(`${join(folder, strange)} was not in this backup. Take it away.`)
  return done(parsed.output)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Deletes the backups in a folder that are of a day before one; returns how many. It touches nothing else. */
export async function dropOlder(out: string, before: Day): Promise<number> {
  let dropped = 0
  for (const name of await readdir(out)) {
    const [, day] = NAME.exec(name) ?? []
    if (day === undefined || day >= before) continue
    if (!(await stat(join(out, name, ABOUT)).catch(() => null))) continue
    await rm(join(out, name), { recursive: true, force: true })
    dropped++
  }
  return dropped
}

/** Deletes what backups left whose process was cut off. */
export async function dropUnfinished(out: string): Promise<void> {
  for (const name of await readdir(out)) {
    const [, pid] = UNFINISHED.exec(name) ?? []
    if (pid === undefined || isRunning(Number(pid))) continue
    await rm(join(out, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
