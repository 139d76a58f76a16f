// The tables of the envelopes store. Beside what a victim sent stands a day, never an instant; row keys are random,
// so that not even the order of arrival is kept. No column ties the envelopes of one submission.
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export { spentProofs } from '../spent-proofs-table.ts'

/**
 * Sealed envelopes. `id` is an alias of the rowid: a random one leaves no hidden sequence behind. `tokenHash` is drawn at each
 * sealing, so that it recognises the same envelope under whatever proof it comes.
 */
export const envelopes = sqliteTable(
  'envelopes',
  {
    id: integer('id').primaryKey(),
    association: text('association').notNull(),
    keyFingerprint: text('key_fingerprint').notNull(),
    sealed: blob('sealed').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    receivedOn: text('received_on').notNull(),
    acknowledgedOn: text('acknowledged_on'),
  },
  (table) => [index('envelopes_by_day').on(table.association, table.receivedOn, table.id)],
)

/** Signed-in associations. Only the hash of a session's token is kept. Instants are in seconds. */
export const sessions = sqliteTable('sessions', {
  tokenHash: text('token_hash').primaryKey(),
  association: text('association').notNull(),
  startedAt: integer('started_at').notNull(),
  lastSeenAt: integer('last_seen_at').notNull(),
})
