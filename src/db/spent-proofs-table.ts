// The table of used challenges. Each store has its own: nothing a card was paid with is ever beside what a submission was.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Challenges already used, until they expire. `claim` is random and drawn for each attempt: whoever finds their own
 * claim beside the nonce is the one that spent it. `bodyMac` recognises a retry of the same body. `expiresAt`, in
 * seconds, is a slot shared by everyone who asked in the same half hour.
 */
export const spentProofs = sqliteTable(
  'spent_proofs',
  {
    claim: integer('claim').primaryKey(),
    nonce: text('nonce').notNull().unique(),
    bodyMac: text('body_mac').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  // Within a slot its order is that of the claims, which are random.
  (table) => [index('spent_proofs_by_end').on(table.expiresAt)],
)
