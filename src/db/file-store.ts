// A store in an embedded libSQL file, for one process. Every commit is on disk before its promise settles, and what is
// deleted is overwritten.
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client/sqlite3'
import { drizzle } from 'drizzle-orm/libsql/sqlite3'
import { groupWriter } from './group-writer.ts'
import { beginImmediate } from './immediate.ts'
import { applyMigrations, type StoreName } from './migrations.ts'
import { StoreFailure, type Statement, type Statements, type Store } from './store.ts'

export interface FileStore extends Store {
  /** Empties the write-ahead log into the file, so that deleted rows do not linger there. */
  checkpoint(): Promise<void>
  /** Rewrites the file in key order: free pages go, and with them the traces of the order of arrival. Blocks. */
  vacuum(): Promise<void>
  sizeInBytes(): Promise<number>
}

const BUSY_TIMEOUT_MILLISECONDS = 5000

const PRAGMAS = [
  `busy_timeout = ${BUSY_TIMEOUT_MILLISECONDS}`,
  'journal_mode = WAL',
  'synchronous = FULL',
  'secure_delete = ON',
  'temp_store = MEMORY',
]

/** Opens, and makes if need be, the file at `path`; applies its migrations. Throws when it cannot be used. */
export async function openFileStore(path: string, name: StoreName): Promise<FileStore> {
  // One connection: pragmas belong to a connection, and calls to an embedded file are synchronous in any case.
  const database = drizzle(beginImmediate(createClient({ url: pathToFileURL(path).href, concurrency: 1 })))
  try {
    for (const pragma of PRAGMAS) await database.$client.execute(`PRAGMA ${pragma}`)
    await applyMigrations(database, name)
  } catch (error) {
    database.$client.close()
    throw error
  }
  const writer = groupWriter<Statement>((statements) => database.batch(statements as Statements))

  const guarded = async <Value>(work: () => PromiseLike<Value>): Promise<Value> => {
    try {
      return await work()
    } catch (error) {
      throw new StoreFailure(error)
    }
  }
  const execute = (sql: string): Promise<void> =>
    guarded(async () => {
      await database.$client.execute(sql)
    })
  const pragma = (name: string): Promise<number> =>
    guarded(async () => {
      const { rows } = await database.$client.execute(`PRAGMA ${name}`)
      return Number(rows[0]?.[name])
    })

  return {
    read: (query) => guarded(() => query(database)),
    write: (statements) => guarded(async () => (await writer.write(statements(database))) as never),
    checkpoint: () => execute('PRAGMA wal_checkpoint(TRUNCATE)'),
    vacuum: () => execute('VACUUM'),
    sizeInBytes: async () => (await pragma('page_count')) * (await pragma('page_size')),
    close: async () => {
      await writer.drained()
      database.$client.close()
    },
  }
}
