// Permits to upload: given against a proof of work, known by the hash of a token, counted down. What was uploaded under one is not
// noted.
import { and, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm'
import { keepOnce, type KeepOutcome } from '../keep-once.ts'
import type { Spending } from '../spent-proofs.ts'
import { rowsOf, someOf, wentOf, type Went } from '../slice.ts'
import type { Database, Store } from '../store.ts'
import { uploadPermits } from './schema.ts'

/** A permit to keep. `id` is random; `expiresAt` is in seconds, a slot that many share. */
export interface KeptPermit {
  id: number
  permitHash: string
  partsLeft: number
  expiresAt: number
}

/** Gives a permit against one proof. One that was given already is left as it is. Throws `StoreFailure`. */
export const givePermit = (
  store: Store,
  spending: Spending,
  { id, permitHash, partsLeft, expiresAt }: KeptPermit,
): Promise<KeepOutcome> =>
  keepOnce(store, spending, (database, condition) => [
    database
      .insert(uploadPermits)
      .select(sql`select ${id}, ${permitHash}, ${partsLeft}, ${expiresAt} where ${condition}`)
      .onConflictDoNothing(),
  ])

/** A permit that can still be shown at this second, used up or not: at most one row. */
export const livingPermit = (database: Database, permitHash: string, second: number) =>
  database
    .select({ partsLeft: uploadPermits.partsLeft })
    .from(uploadPermits)
    .where(isLiving(permitHash, second))

/** True in SQL when such a permit is good for another part. */
export const permitServes = (permitHash: string, second: number): SQL =>
  sql`exists (select 1 from ${uploadPermits} where ${isLiving(permitHash, second)} and ${uploadPermits.partsLeft} > 0)`

/** True in SQL when such a permit exists, used up or not. */
export const permitLives = (permitHash: string, second: number): SQL =>
  sql`exists (select 1 from ${uploadPermits} where ${isLiving(permitHash, second)})`

const isLiving = (permitHash: string, second: number): SQL | undefined =>
  and(eq(uploadPermits.permitHash, permitHash), gte(uploadPermits.expiresAt, second))

/** Whether a permit can still be shown at this second. */
export async function permitIsLiving(store: Store, permitHash: string, second: number): Promise<boolean> {
  const found = await store.read((database) => livingPermit(database, permitHash, second))
  return found.length > 0
}

/** Deletes at most so many permits that expired before a second. */
export async function purgePermits(store: Store, expiredBefore: number, atMost: number): Promise<Went> {
  const expired = someOf(uploadPermits, uploadPermits.id, lt(uploadPermits.expiresAt, expiredBefore), atMost)
  const [result] = await store.write((database) => [
    database.delete(uploadPermits).where(inArray(uploadPermits.id, expired)),
  ])
  return wentOf(rowsOf(result), atMost)
}
