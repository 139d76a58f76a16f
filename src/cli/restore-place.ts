// Gives a folder that was restored the place from which a server starts. It never writes over what is there: statistics that were not lost are
// newer than any backup of them.
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { copyPrivately, STORE_FILES } from './backup-folder.ts'
import { syncPath } from './files.ts'
import { done, refused, type Outcome } from './outcome.ts'

/**
 * Says what became of the statistics, where they are not in the same folder. Those that go elsewhere are copied there under another name
 * first, which is what may fail, and get theirs once the rest has its place.
 */
export async function putInPlace(
  making: string,
  into: string,
  statisticsDir: string | undefined,
): Promise<Outcome<string[]>> {
  const elsewhere = statisticsDir === undefined ? into : resolve(statisticsDir)
  const file = join(elsewhere, STORE_FILES.statistics)
  const beside = `${file}.restoring`
  let apart: Apart
  try {
    apart = await setApart(making, into, { elsewhere, file, beside })
  } catch (error) {
    return refused(`The statistics cannot be put into ${elsewhere} (${codeOf(error)}). Nothing was restored.`)
  }
  try {
    // Onto nothing, or an empty folder: onto any other it fails.
    await rename(making, into)
  } catch (error) {
    if (apart === 'copied') await rm(beside, { force: true })
    const code = codeOf(error)
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
    return refused(`Something came into ${into} meanwhile. Nothing was restored.`)
  }
  if (apart === 'together') return done([])
  if (apart === 'there-still')
    return done([
      `the statistics in ${elsewhere} are there still: they stay, and those of the backup are not used`,
    ])
  try {
    await rename(beside, file)
    await syncPath(elsewhere)
  } catch (error) {
    return refused(
      `All but the statistics is restored into ${into}. They are in ${beside} (${codeOf(error)}): rename that to ${file} before you start the server.`,
    )
  }
  return done([])
}

/** Whether the statistics go with the rest, are there still where a server looks for them, or were copied beside that. */
type Apart = 'together' | 'there-still' | 'copied'

/** Takes the statistics from where they were made to where a server looks for them, or beside it. */
async function setApart(
  making: string,
  into: string,
  { elsewhere, file, beside }: { elsewhere: string; file: string; beside: string },
): Promise<Apart> {
  const made = join(making, STORE_FILES.statistics)
  const inside = relative(into, elsewhere)
  if (inside === '') return 'together'
  if (!/^\.\.(?:\/|$)/.test(inside)) {
    const there = join(making, inside, STORE_FILES.statistics)
    await mkdir(dirname(there), { recursive: true, mode: 0o700 })
    await rename(made, there)
    await syncPath(dirname(there))
    return 'together'
  }
  if (await stat(file).catch(() => null)) {
    await rm(made)
    return 'there-still'
  }
  await mkdir(elsewhere, { recursive: true })
  await rm(beside, { force: true })
  try {
    await copyPrivately(made, beside)
    await syncPath(beside)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await rm(made)
  return 'copied'
}

function codeOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return code
}
