// Gives a folder that was restored the place from which a server starts. It never writes over what is there: statistics that were not lost are
// newer than any backup of them.
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { STORE_FILES, syncPath } from './backup-folder.ts'
import { copyPrivately } from './backup.ts'
import { done, refused, type Outcome } from './outcome.ts'

/** Says what became of the statistics, where they are not in the same folder. */
export async function putInPlace(
  making: string,
  into: string,
  statisticsDir: string | undefined,
): Promise<Outcome<string[]>> {
  const lines: string[] = []
  const elsewhere = statisticsDir === undefined ? into : resolve(statisticsDir)
  if (elsewhere !== into) {
    const [made, file] = [join(making, STORE_FILES.statistics), join(elsewhere, STORE_FILES.statistics)]
    if (await stat(file).catch(() => null)) {
      lines.push(
        `the statistics in ${elsewhere} are there still: they stay, and those of the backup are not used`,
      )
    } else {
      await mkdir(elsewhere, { recursive: true })
      const beside = `${file}.restoring`
      await rm(beside, { force: true })
      await copyPrivately(made, beside)
      await syncPath(beside)
      await rename(beside, file)
      await syncPath(elsewhere)
    }
    await rm(made)
  }
  try {
    // Onto nothing, or an empty folder: onto any other it fails.
    await rename(making, into)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
    return refused(`Something came into ${into} meanwhile. Nothing was restored.`)
  }
  return done(lines)
}
