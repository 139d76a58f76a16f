// The tables that the purge keeps for itself: who left the directory, and how many went. They name no victim and no row.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Associations that the directory no longer lists, since the first day on which that was seen. */
export const departures = sqliteTable('departures', {
  association: text('association').primaryKey(),
  since: text('since').notNull(),
})

/**
 * How many of each kind went on a day, for the operator: written in the transaction that deletes them. It is kept no longer than the
 * hash of an envelope that is gone; what would tell how much came (proofs, permits) is not in it.
 */
export const purges = sqliteTable(
  'purges',
  {
    day: text('day').notNull(),
    kind: text('kind').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.kind] })],
)
