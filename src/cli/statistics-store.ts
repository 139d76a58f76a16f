// Opens the statistics store for an `observatory` command, by the settings a server has: a libSQL server, or the folder of a file.
// It knows no other store, and its token is never printed. The database's code is loaded
// when a store is opened, so that no other command waits for it.
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { StoreFailure, type Store } from '../db/store.ts'
import { done, refused, type Outcome } from './outcome.ts'

export const STORE_NOTE =
  'The store is that of STATISTICS_URL and STATISTICS_TOKEN, or the file in the folder STATISTICS_DIR.'

export interface StatisticsStore {
  store: Store
  /** Empties a file's log, so that what was deleted does not linger there. A libSQL server sees to that itself. */
  tidy: () => Promise<void>
}

/** A file must be there already: a folder named by mistake would be an empty store, in which nothing is ever due. */
export async function openStatisticsStore(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Outcome<StatisticsStore>> {
  const { STATISTICS_URL: url, STATISTICS_TOKEN: token, STATISTICS_DIR: folder } = env
  if ((url === undefined) === (folder === undefined)) {
    return refused(
      'Set either STATISTICS_URL, with STATISTICS_TOKEN, or STATISTICS_DIR: the one the app has.',
    )
  }
  if (folder !== undefined) return await openFile(resolve(folder))
  if (!url || !URL.canParse(url)) {
    return refused(
      'Set STATISTICS_URL to the address of the store of statistics, such as libsql://statistics.example.',
    )
  }
  const { openHranaStore } = await import('../db/hrana-store.ts')
  return done({ store: openHranaStore({ url, token }), tidy: async () => undefined })
}

/** Opens it for some work, and closes it after. A store that stops answering is said in a sentence. */
export async function inStatisticsStore(
  work: (opened: StatisticsStore) => Promise<Outcome>,
): Promise<Outcome> {
  const opened = await openStatisticsStore(process.env)
  if (!opened.ok) return opened
  try {
    return await work(opened.value)
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error
    return refused(
      `The store does not answer (${error.code}). What was done is kept, and nothing is drawn twice: run the same again.`,
    )
  } finally {
    await opened.value.store.close()
  }
}

async function openFile(folder: string): Promise<Outcome<StatisticsStore>> {
  const { openSharedStatistics, STATISTICS_FILE } = await import('../db/statistics/statistics-file.ts')
  const file = join(folder, STATISTICS_FILE)
  const isThere = await stat(file).then(
    () => true,
    () => false,
  )
  if (!isThere) {
    return refused(
      `There is no ${file} that you may reach. Start the app first, or set STATISTICS_DIR to the folder it has.`,
    )
  }
  try {
    const store = await openSharedStatistics(folder)
    return done({ store, tidy: () => store.checkpoint() })
  } catch {
    return refused(
      `${file} cannot be opened and written by you. Its folder is for two users: see docs/observatory.md.`,
    )
  }
}
