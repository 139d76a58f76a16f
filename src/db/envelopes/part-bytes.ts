// The bytes of parts as rows, where no bucket is bound. It knows hashes and bytes, nothing else.
import { eq, inArray, sql } from 'drizzle-orm'
import type { Store } from '../store.ts'
import { partBytes } from './schema.ts'

/** `id` is random. What is there already stays, and nothing is written. Throws `StoreFailure`, as all below. */
export async function keepPartBytes(
  store: Store,
  id: number,
  sha256: string,
  bytes: Uint8Array,
): Promise<void> {
  const known = await store.read((database) =>
    database.select({ id: partBytes.id }).from(partBytes).where(eq(partBytes.sha256, sha256)),
  )
  if (known.length > 0) return
  await store.write((database) => [
    database.insert(partBytes).values({ id, sha256, bytes }).onConflictDoNothing(),
  ])
}

/** Raw rows: drizzle turns a blob into a Buffer, and there is none in workerd. */
export async function readPartBytes(store: Store, sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const [row] = await store.read((database) =>
    database.all<{ bytes: ArrayBuffer }>(
      sql`select ${partBytes.bytes} as "bytes" from ${partBytes} where ${eq(partBytes.sha256, sha256)}`,
    ),
  )
  return row ? new Uint8Array(row.bytes) : null
}

export async function dropPartBytes(store: Store, sha256s: readonly string[]): Promise<void> {
  await store.write((database) => [database.delete(partBytes).where(inArray(partBytes.sha256, [...sha256s]))])
}
