// What one transaction of a purge may take: so many rows and no more, so that whoever writes meanwhile waits for no more than that. It
// judges no day.
import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

/** How many went, and whether there may be more: a slice that was full. */
export interface Went {
  count: number
  more: boolean
}

export const wentOf = (count: number, atMost: number): Went => ({ count, more: count >= atMost })

/** What a batch says of a statement that returns no row. */
export const rowsOf = (result: unknown): number => (result as { rowsAffected: number }).rowsAffected

/** The keys of at most so many rows of a table; with an order, two statements of one transaction mean the same ones. */
export const someOf = (
  table: SQLiteTable,
  key: SQLiteColumn | SQL,
  condition: SQL | undefined,
  atMost: number,
  order?: SQL,
): SQL =>
  sql`(select ${key} from ${table} where ${condition}${order ? sql` order by ${order}` : sql``} limit ${atMost})`
