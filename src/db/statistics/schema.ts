// The tables of the statistics store, which shares neither file nor credentials with the envelopes.
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export { spentProofs } from '../spent-proofs-table.ts'

/**
 * Sealed cards. `id` is an alias of the rowid, drawn from the ciphertext: it keeps no order of arrival, and a card sent twice is
 * one row. `window` is the quarter in which a card was collected; nothing finer is kept. `batch` is the quarter it is counted in,
 * which the observatory writes when that quarter closes: a card that comes later is of the next one.
 */
export const cards = sqliteTable('cards', {
  id: integer('id').primaryKey(),
  window: text('window').notNull(),
  sealed: blob('sealed').notNull(),
  batch: text('batch'),
})

/**
 * Quarters whose cards are settled: no card joins them any more. `counted`: every family that covers it was drawn, its cards go, and
 * nothing is drawn over it again.
 */
export const batches = sqliteTable('batches', {
  quarter: text('quarter').primaryKey(),
  counted: integer('counted', { mode: 'boolean' }).notNull(),
})

/** What was spent of the budget: a row for each draw of noise, never more than one for a family and a period. */
export const ledger = sqliteTable(
  'ledger',
  {
    family: text('family').notNull(),
    window: text('window').notNull(),
    rung: text('rung').notNull(),
    epsilonNumerator: integer('epsilon_numerator').notNull(),
    epsilonDenominator: integer('epsilon_denominator').notNull(),
    drawnOn: text('drawn_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.family, table.window] })],
)

/**
 * Releases, written in the transaction that writes the ledger. `body` is the exact text that is served, `sha256` its digest. `held`:
 * published once two people approved it, with `note`.
 */
export const releases = sqliteTable(
  'releases',
  {
    family: text('family').notNull(),
    window: text('window').notNull(),
    body: text('body').notNull(),
    sha256: text('sha256').notNull(),
    held: integer('held', { mode: 'boolean' }).notNull(),
    note: text('note'),
  },
  (table) => [primaryKey({ columns: [table.family, table.window] })],
)

/** Who approved a release that is held: a federation root's signature over the release's digest and the note. */
export const approvals = sqliteTable(
  'approvals',
  {
    family: text('family').notNull(),
    window: text('window').notNull(),
    root: text('root').notNull(),
    note: text('note').notNull(),
    signature: text('signature').notNull(),
  },
  (table) => [primaryKey({ columns: [table.family, table.window, table.root] })],
)
