// The tables of parts of files. No column ties a part to an envelope, or a hold to whoever keeps its secret.
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Parts of sealed files, known by their own hash. The bytes are elsewhere, by the same hash: in `part_bytes`, or in a bucket. A part
 * that is `leaving` (1) counts as gone: its bytes are being deleted, then its row is.
 */
export const parts = sqliteTable(
  'parts',
  {
    id: integer('id').primaryKey(),
    sha256: text('sha256').notNull().unique(),
    lengthBytes: integer('length_bytes').notNull(),
    keptOn: text('kept_on').notNull(),
    leaving: integer('leaving').notNull(),
  },
  (table) => [index('parts_by_day').on(table.leaving, table.keptOn)],
)

/** The bytes of parts, where no bucket has them. */
export const partBytes = sqliteTable('part_bytes', {
  id: integer('id').primaryKey(),
  sha256: text('sha256').notNull().unique(),
  bytes: blob('bytes').notNull(),
})

/** What keeps a part, until a day: the hash of a secret that travels inside an envelope. No column ties it to that envelope. */
export const partHolds = sqliteTable(
  'part_holds',
  {
    id: integer('id').primaryKey(),
    part: text('part').notNull(),
    holdHash: text('hold_hash').notNull().unique(),
    heldUntil: text('held_until').notNull(),
  },
  (table) => [index('part_holds_by_part').on(table.part), index('part_holds_by_end').on(table.heldUntil)],
)

/** What a proof of work paid for: so many new parts, until a slot that everyone shares who asked in the same half hour (seconds). */
export const uploadPermits = sqliteTable(
  'upload_permits',
  {
    id: integer('id').primaryKey(),
    permitHash: text('permit_hash').notNull().unique(),
    partsLeft: integer('parts_left').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('upload_permits_by_end').on(table.expiresAt)],
)
