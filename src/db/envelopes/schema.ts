// The tables of the envelopes store. Beside what a victim sent stands a day, never an instant; row keys are random,
// so that not even the order of arrival is kept. No column ties the envelopes of one submission.
import type { CaseState } from '../../protocol/case-state.ts'
import type { KeyWay, TeamRole } from '../../protocol/team.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { sql } from 'drizzle-orm'
import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export { spentProofs } from '../spent-proofs-table.ts'
export { partBytes, partHolds, parts, uploadPermits } from './part-tables.ts'
export { departures, purges } from './purge-tables.ts'

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
    touchedOn: text('touched_on'),
    // Null until its association says more than that it came.
    standing: text('standing').$type<Exclude<CaseState, 'received'>>(),
  },
  (table) => [
    index('envelopes_by_day').on(table.association, table.receivedOn, table.id),
    index('envelopes_by_touch').on(table.touchedOn),
    // Since when something waits is then asked without a look at any envelope.
    index('envelopes_waiting')
      .on(table.association, table.receivedOn)
      .where(sql`acknowledged_on is null`),
    // What is past its time is then found without a look at the rest.
    index('envelopes_unopened')
      .on(table.receivedOn)
      .where(sql`acknowledged_on is null`),
    index('envelopes_by_standing').on(table.standing, table.touchedOn),
  ],
)

/** Envelopes that are gone, unopened or at the end of their case: the hash of each one's token stays a while, so that its author can be told. */
export const expiredEnvelopes = sqliteTable(
  'expired_envelopes',
  {
    id: integer('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    expiredOn: text('expired_on').notNull(),
    status: text('status').$type<'expired' | 'ended'>().notNull().default('expired'),
  },
  (table) => [index('expired_envelopes_by_day').on(table.expiredOn)],
)

/**
 * Sealed messages, in cells of one length. `message` is random and the same for the cells of one message; `cell` counts from 0.
 * A mailbox has no row of its own: it begins with its first message and ends with its last. Nothing ties it to an envelope.
 */
export const mailboxCells = sqliteTable(
  'mailbox_cells',
  {
    id: integer('id').primaryKey(),
    mailbox: text('mailbox').notNull(),
    message: integer('message').notNull(),
    cell: integer('cell').notNull(),
    cells: integer('cells').notNull(),
    receivedOn: text('received_on').notNull(),
    keptUntil: text('kept_until').notNull(),
    // Last: what lies behind a blob costs its whole length to reach.
    bytes: blob('bytes').notNull(),
  },
  (table) => [
    uniqueIndex('mailbox_cells_in_order').on(table.mailbox, table.receivedOn, table.message, table.cell),
    index('mailbox_cells_by_end').on(table.keptUntil),
  ],
)

/** Random cells that are read in place of those a mailbox lacks, so that each read costs the same. */
export const decoyCells = sqliteTable('decoy_cells', {
  id: integer('id').primaryKey(),
  bytes: blob('bytes').notNull(),
})

/**
 * Signed-in members. Only the hash of a session's token is kept. `member` is the fingerprint of the key that signed in: a member's, or
 * the association's own where it has no team. Instants are in seconds.
 */
export const sessions = sqliteTable('sessions', {
  tokenHash: text('token_hash').primaryKey(),
  association: text('association').notNull(),
  member: text('member').notNull().default(''),
  startedAt: integer('started_at').notNull(),
  lastSeenAt: integer('last_seen_at').notNull(),
})

/** Who was of an association's team, from the first roster on: exact texts, and what signs them. They name nobody. */
export const rosters = sqliteTable(
  'rosters',
  {
    id: integer('id').primaryKey(),
    association: text('association').notNull(),
    number: integer('number').notNull(),
    roster: text('roster').notNull(),
    digest: text('digest').notNull(),
    byKey: text('by_key').notNull(),
    byMember: text('by_member').notNull(),
  },
  (table) => [uniqueIndex('rosters_in_order').on(table.association, table.number)],
)

/** The names and certificates that go with an association's newest roster, sealed to its key. */
export const teamBooks = sqliteTable('team_books', {
  association: text('association').primaryKey(),
  bytes: blob('bytes').notNull(),
})

/** Each member of the newest roster, with the association's keys sealed to them. `key` is the public part of theirs. */
export const teamMembers = sqliteTable(
  'team_members',
  {
    id: integer('id').primaryKey(),
    association: text('association').notNull(),
    member: text('member').notNull(),
    key: text('key').notNull(),
    role: text('role').$type<TeamRole>().notNull(),
    wrap: blob('wrap').notNull(),
  },
  (table) => [uniqueIndex('team_members_once').on(table.association, table.member)],
)

/** Members' own keys, each locked in one of its member's ways, found by the hash of what only that way knows. */
export const keyBlobs = sqliteTable(
  'key_blobs',
  {
    id: integer('id').primaryKey(),
    locatorHash: text('locator_hash').notNull().unique(),
    association: text('association').notNull(),
    member: text('member').notNull(),
    way: text('way').$type<KeyWay>().notNull(),
    since: text('since').notNull(),
    bytes: blob('bytes').notNull(),
  },
  (table) => [index('key_blobs_by_member').on(table.association, table.member)],
)

/** People invited to a team. `note` is sealed to its association; `answer` is locked under words that only they and an officer have. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: integer('id').primaryKey(),
    locatorHash: text('locator_hash').notNull().unique(),
    association: text('association').notNull(),
    until: text('until').notNull(),
    member: text('member'),
    note: blob('note').notNull(),
    answer: blob('answer'),
  },
  (table) => [index('invitations_by_association').on(table.association)],
)

/** What an association writes about a case, sealed to itself. `id` is that of the case's first envelope, and goes with it. */
export const caseFiles = sqliteTable(
  'case_files',
  {
    id: integer('id').primaryKey(),
    association: text('association').notNull(),
    revision: integer('revision').notNull(),
    bytes: blob('bytes').notNull(),
  },
  (table) => [index('case_files_by_association').on(table.association, table.id)],
)

/** What an association writes for itself, one sealed paper of each kind, in its newest revision. */
export const associationPapers = sqliteTable(
  'association_papers',
  {
    id: integer('id').primaryKey(),
    association: text('association').notNull(),
    paper: text('paper').$type<'templates'>().notNull(),
    revision: integer('revision').notNull(),
    bytes: blob('bytes').notNull(),
  },
  (table) => [uniqueIndex('association_papers_once').on(table.association, table.paper)],
)

/** The record of what an association's members did, sealed to it; each row names the SHA-256 of the one before. */
export const records = sqliteTable(
  'records',
  {
    id: integer('id').primaryKey(),
    association: text('association').notNull(),
    number: integer('number').notNull(),
    previous: text('previous'),
    digest: text('digest').notNull(),
    bytes: blob('bytes').notNull(),
  },
  (table) => [uniqueIndex('records_in_order').on(table.association, table.number)],
)

/** Where associations are told that something waits; no address where they refused. The days are those of the last mails. */
export const notices = sqliteTable('notices', {
  association: text('association').primaryKey(),
  address: text('address'),
  locale: text('locale').$type<Locale>().notNull(),
  digestOn: text('digest_on'),
  remindedOn: text('reminded_on'),
})
