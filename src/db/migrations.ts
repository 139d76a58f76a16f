// Brings a store to the schema this version expects, with the generated migrations. Never edits data by hand.
import { fileURLToPath } from 'node:url'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Database } from './store.ts'

export type StoreName = 'envelopes' | 'statistics'

const folderOf = (store: StoreName): string =>
  fileURLToPath(new URL(`../../drizzle/${store}`, import.meta.url))

/** How many migrations this version has of a store. */
export const knownMigrations = (store: StoreName): number =>
  readMigrationFiles({ migrationsFolder: folderOf(store) }).length

/**
 * Applies the migrations not yet applied, in one transaction. Of two processes that do so at one moment, the one that comes second
 * fails, changes nothing, and finds them applied when it looks again. Throws when the store refuses.
 */
export async function applyMigrations(database: Database, store: StoreName): Promise<void> {
  const apply = () => migrate(database, { migrationsFolder: folderOf(store) })
  await apply().catch(apply)
}
