// How many of each kind went on a day, so that an operator can ask later. Each count is written in the transaction that deletes: whoever
// is stopped between the two has counted nothing, and of two at one moment each counts what it took. It tells of no row which one it was.
import { asc, inArray, lt, sql, type SQL } from 'drizzle-orm'
import type { Day } from '../../protocol/day.ts'
import { rowsOf, someOf, wentOf, type Went } from '../slice.ts'
import type { Database, Store } from '../store.ts'
import { purges } from './schema.ts'

/** What is counted by day. What would tell how much came in (proofs, permits) is not. */
export type CountedKind =
  | 'sessions'
  | 'unopened'
  | 'ended'
  | 'expired'
  | 'messages'
  | 'holds'
  | 'parts'
  | 'invitations'
  | 'departed'

/** Adds what the statement before it changed, or what a query counts, to a day's count of a kind. */
export const notePurged = (
  database: Database,
  day: Day,
  kind: CountedKind,
  count: SQL = sql`(select changes())`,
) =>
  database
    .insert(purges)
    .select(sql`select ${day}, ${kind}, ${count} where ${count} > 0`)
    .onConflictDoUpdate({
      target: [purges.day, purges.kind],
      set: { count: sql`${purges.count} + excluded."count"` },
    })

/** What went on a day. */
export interface PurgedOn {
  day: Day
  kind: string
  count: number
}

/** From the earliest day. */
export const listPurges = (store: Store): Promise<PurgedOn[]> =>
  store.read((database) => database.select().from(purges).orderBy(asc(purges.day), asc(purges.kind)))

/** Forgets the counts of days before one. */
export async function forgetPurges(store: Store, before: Day, atMost: number): Promise<Went> {
  const due = someOf(purges, sql`rowid`, lt(purges.day, before), atMost)
  const [result] = await store.write((database) => [database.delete(purges).where(inArray(sql`rowid`, due))])
  return wentOf(rowsOf(result), atMost)
}
