// The tables of the statistics store, which shares neither file nor credentials with the envelopes.
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export { spentProofs } from '../spent-proofs-table.ts'

/**
 * Sealed cards. `id` is an alias of the rowid, drawn from the ciphertext: it keeps no order of arrival, and a card sent twice is
 * one row. `window` is the quarter in which a card was collected; nothing finer is kept.
 */
export const cards = sqliteTable('cards', {
  id: integer('id').primaryKey(),
  window: text('window').notNull(),
  sealed: blob('sealed').notNull(),
})
