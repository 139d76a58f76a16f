// The cards of a quarter, from the day it is settled which they are until they are gone. It opens none and says nothing of how many.
import { and, asc, eq, gt, isNull, lte, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement, Store } from '../store.ts'
import { batches, cards } from './schema.ts'

/** Rows that one transaction touches: whoever reports meanwhile waits for no more than these. */
const CHUNK = 2000

/** Below every key of a card. */
const BEFORE_ALL = -1

/**
 * Settles once for all which cards a quarter counts: those collected in it, and late ones of quarters settled before. A card that comes
 * afterwards is of the next. However often it is called or cut off, the answer is one. Throws `StoreFailure`.
 */
export async function freezeBatch(store: Store, quarter: string): Promise<void> {
  if ((await readBatches(store)).some((batch) => batch.quarter === quarter)) return
  // Had another settled it meanwhile, what these find would be late, and stays free.
  const isOpen = sql`not exists (select 1 from ${batches} where ${batches.quarter} = ${quarter})`
  const itsOwn = and(isNull(cards.batch), lte(cards.window, quarter), isOpen)
  await inChunks(store, itsOwn, (database, chunk) =>
    database.update(cards).set({ batch: quarter }).where(chunk),
  )
  await store.write((database) => [
    database.update(cards).set({ batch: quarter }).where(itsOwn),
    database.insert(batches).values({ quarter, counted: false }).onConflictDoNothing(),
  ])
}

export interface Batch {
  quarter: string
  counted: boolean
}

/** The quarters that are settled, from the earliest. */
export const readBatches = (store: Store): Promise<Batch[]> =>
  store.read((database) => database.select().from(batches).orderBy(asc(batches.quarter)))

export interface BatchedCard {
  id: number
  sealed: Uint8Array
}

/** The next cards that count in a quarter, at most `size`, by key from the one after `after` (null: from the first). */
export async function readCards(
  store: Store,
  quarter: string,
  after: number | null,
  size: number,
): Promise<BatchedCard[]> {
  const rows = await store.read((database) =>
    database
      .select({ id: cards.id, sealed: cards.sealed })
      .from(cards)
      .where(and(gt(cards.id, after ?? BEFORE_ALL), eq(cards.batch, quarter)))
      .orderBy(asc(cards.id))
      .limit(size),
  )
  return rows.map(({ id, sealed }) => ({ id, sealed: new Uint8Array(sealed as ArrayBuffer) }))
}

/** From now on nothing is drawn over this quarter, and its cards may go. */
export async function markCounted(store: Store, quarter: string): Promise<void> {
  await store.write((database) => [
    database.update(batches).set({ counted: true }).where(eq(batches.quarter, quarter)),
  ])
}

/** Deletes the cards of every quarter that was counted. */
export const deleteCounted = (store: Store): Promise<void> =>
  inChunks(
    store,
    sql`${cards.batch} in (select ${batches.quarter} from ${batches} where ${batches.counted} = 1)`,
    (database, chunk) => database.delete(cards).where(chunk),
  )

/** The quarters of the cards that wait, from the earliest. */
export async function cardQuarters(store: Store): Promise<string[]> {
  const rows = await store.read((database) =>
    database.selectDistinct({ window: cards.window }).from(cards).orderBy(asc(cards.window)),
  )
  return rows.map(({ window }) => window)
}

/** Deletes every card, of whatever quarter: after a restore, when they may have been counted already. What is settled stays settled. */
export const deleteCards = (store: Store): Promise<void> =>
  inChunks(store, sql`true`, (database, chunk) => database.delete(cards).where(chunk))

/** Works through the cards that a condition holds for, by key, `CHUNK` at a time. It writes nothing when there are none. */
async function inChunks(
  store: Store,
  condition: SQL | undefined,
  statement: (database: Database, chunk: SQL | undefined) => Statement,
): Promise<void> {
  let after = BEFORE_ALL
  for (;;) {
    const from = after
    const found = await store.read((database) =>
      database
        .select({ id: cards.id })
        .from(cards)
        .where(and(gt(cards.id, from), condition))
        .orderBy(asc(cards.id))
        .limit(CHUNK),
    )
    const last = found.at(-1)
    if (!last) return
    const chunk = and(gt(cards.id, from), lte(cards.id, last.id), condition)
    await store.write((database) => [statement(database, chunk)])
    after = last.id
  }
}
