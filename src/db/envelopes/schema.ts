// The tables of the envelopes store. Beside what a victim sent stands a day, never an instant; row keys are random,
// so that not even the order of arrival is kept. No column ties the envelopes of one submission.
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

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

/**
 * Challenges already used, until they expire. `claim` is random and drawn for each attempt: whoever finds their own
 * claim beside the nonce is the one that spent it. `bodyMac` recognises a retry of the same body. `expiresAt`, in
 * seconds, is a slot shared by everyone who asked in the same half hour.
 */
export const spentProofs = sqliteTable('spent_proofs', {
  claim: integer('claim').primaryKey(),
  nonce: text('nonce').notNull().unique(),
  bodyMac: text('body_mac').notNull(),
  expiresAt: integer('expires_at').notNull(),
})

/** Signed-in associations. Only the hash of a session's token is kept. Instants are in seconds. */
export const sessions = sqliteTable('sessions', {
  tokenHash: text('token_hash').primaryKey(),
  association: text('association').notNull(),
  startedAt: integer('started_at').notNull(),
  lastSeenAt: integer('last_seen_at').notNull(),
})
