// Whether a store answers at all.
import { sql } from 'drizzle-orm'
import type { Store } from './store.ts'

/** Throws `StoreFailure` when it does not. */
export async function askStore(store: Store): Promise<void> {
  await store.read((database) => database.all(sql`select 1`))
}
