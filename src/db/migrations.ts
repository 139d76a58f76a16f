// Brings a store to the schema this version expects, with the generated migrations. Never edits data by hand.
import { fileURLToPath } from 'node:url'
import { migrate } from 'drizzle-orm/libsql/migrator'
import type { Database } from './store.ts'

export type StoreName = 'envelopes' | 'statistics'

/** Applies the migrations not yet applied, in one transaction. Throws when the store refuses. */
export async function applyMigrations(database: Database, store: StoreName): Promise<void> {
  const migrationsFolder = fileURLToPath(new URL(`../../drizzle/${store}`, import.meta.url))
  await migrate(database, { migrationsFolder })
}
