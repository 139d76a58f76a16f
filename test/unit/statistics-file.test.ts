// The statistics file where two users share its folder: one of them may have put a link there, and it leads to nothing of the other's.
import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSharedStatistics, STATISTICS_FILE } from '../../src/db/statistics/statistics-file.ts'

let folder: string
const shared = (name = ''): string => join(folder, 'shared', name)
const secret = (): string => join(folder, 'observatory-secret.asc')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-links-'))
  await writeFile(secret(), 'a key', { mode: 0o600 })
  await mkdir(shared())
  await chmod(shared(), 0o2770)
})
afterEach(() => rm(folder, { recursive: true }))

test.each(['', '-wal', '-shm'])('a link in the place of statistics.db%s opens nobody’s key', async (end) => {
  if (end !== '') await (await openSharedStatistics(shared())).close()
  await rm(shared(STATISTICS_FILE + end), { force: true })
  await symlink(secret(), shared(STATISTICS_FILE + end))
  await expect(openSharedStatistics(shared())).rejects.toThrow('ELOOP')
  expect((await stat(secret())).mode & 0o777).toBe(0o600)
  expect(await readFile(secret(), 'utf8')).toBe('a key')
})

test('a file that is there already is of the group from then on', async () => {
  await writeFile(shared(STATISTICS_FILE), '', { mode: 0o600 })
  const store = await openSharedStatistics(shared())
  expect((await stat(shared(STATISTICS_FILE))).mode & 0o777).toBe(0o660)
  await store.close()
})
