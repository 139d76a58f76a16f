// Before a layer that runs the whole server: one demonstration is prepared, and every test file starts from a copy of it. Making its
// keys and its site takes seconds, and they are the same for all.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDemonstration } from '../../src/cli/demonstration.ts'
import { PREPARED } from './demonstration.ts'

export default async function prepareOnce(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[PREPARED]) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'balise-prepared-'))
  await prepareDemonstration(folder, join(folder, 'site'), Date.now())
  process.env[PREPARED] = folder
  return () => rm(folder, { recursive: true, force: true })
}
