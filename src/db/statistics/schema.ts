// The tables of the statistics store, which shares neither file nor credentials with the envelopes.
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Sealed cards. `window` is the collection period a card belongs to; nothing finer is kept. */
export const cards = sqliteTable('cards', {
  id: integer('id').primaryKey(),
  window: text('window').notNull(),
  sealed: blob('sealed').notNull(),
})
