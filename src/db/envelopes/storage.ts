// How much room the envelopes store takes. Sizes only: it reads no row but for the lengths of parts.
import { sql, sum } from 'drizzle-orm'
import type { Store } from '../store.ts'
import { parts } from './schema.ts'

/** Of the store itself: what was deleted is free for what comes. Throws `StoreFailure`, as below. */
export async function bytesUsed(store: Store): Promise<number> {
  const [size] = await store.read((database) =>
    database.all<{ bytes: number }>(
      sql`select (page_count - freelist_count) * page_size as "bytes" from pragma_page_count(), pragma_freelist_count(), pragma_page_size()`,
    ),
  )
  return Number(size?.bytes ?? 0)
}

/** Of the parts of files by their rows, wherever their bytes are. */
export async function bytesOfParts(store: Store): Promise<number> {
  const [all] = await store.read((database) => database.select({ bytes: sum(parts.lengthBytes) }).from(parts))
  return Number(all?.bytes ?? 0)
}
