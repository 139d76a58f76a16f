// Mailboxes: cells kept, read and let go by the name of their mailbox alone. A mailbox that has nothing leaves no row, and reading it
// reads as many cells as reading a full one.
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Day } from '../../protocol/day.ts'
import { MAILBOX_CELL_BYTES } from '../../protocol/limits.ts'
import type { KeepOutcome } from '../keep-once.ts'
import { spenderOf, spendProof, spendProofIf, spentBy, type Spending } from '../spent-proofs.ts'
import { someOf, wentOf, type Went } from '../slice.ts'
import type { Database, Store } from '../store.ts'
import { notePurged } from './purges.ts'
import { decoyCells, mailboxCells } from './schema.ts'

/** A message to keep: its key, and for each cell a row key drawn from it, so that one sent twice is there once. */
export interface KeptMessage {
  mailbox: string
  message: number
  cells: readonly { id: number; bytes: Uint8Array }[]
  receivedOn: Day
  keptUntil: Day
}

/** A cell as it was read. */
export interface ReadCell {
  message: number
  cell: number
  cells: number
  receivedOn: Day
  keptUntil: Day
  bytes: Uint8Array
}

/** Where a page begins: after this day, message and cell. */
export interface CellCursor {
  receivedOn: Day
  message: number
  cell: number
}

const BEFORE_ALL: CellCursor = { receivedOn: '', message: 0, cell: 0 }

/** Rows of decoys, and the keys they have: 1 to this. */
export const DECOYS = 64

/**
 * Keeps a message, all its cells or none, against one proof, in a mailbox that holds at most `room` cells with it. `mailbox-full`: there
 * was no room and the proof is not spent. One that is kept already takes no room. Throws `StoreFailure` when nothing is known to be kept.
 */
export async function keepMessage(
  store: Store,
  spending: Spending,
  { mailbox, message, cells, receivedOn, keptUntil }: KeptMessage,
  room: number,
): Promise<KeepOutcome | 'mailbox-full'> {
  const held = sql`(select count(*) from ${mailboxCells} where ${eq(mailboxCells.mailbox, mailbox)})`
  const isHeld = sql`exists (select 1 from ${mailboxCells} where ${eq(mailboxCells.id, cells[0]?.id ?? 0)})`
  const hasRoom = sql`(${held} + ${cells.length} <= ${room} or ${isHeld})`
  const rows = cells.map(({ id, bytes }, cell) => sql`(${id}, ${cell}, ${bytes})`)
  const [, , spenders] = await store.write((database) => [
    spendProofIf(database, spending, hasRoom),
    database
      .insert(mailboxCells)
      .select(
        sql`select column1, ${mailbox}, ${message}, column2, ${cells.length}, ${receivedOn}, ${keptUntil}, column3 from (values ${sql.join(rows, sql`, `)}) where ${spentBy(spending)}`,
      )
      .onConflictDoNothing(),
    spenderOf(database, spending.nonce),
  ])
  const [spender] = spenders
  if (!spender) return 'mailbox-full'
  if (spender.claim === spending.claim) return 'kept'
  return spender.bodyMac === spending.bodyMac ? 'already-kept' : 'proof-spent'
}

/**
 * The mailbox's first `limit` cells after a cursor that are still to be kept, and for each that it lacks the bytes of one of these decoys (`limit` different keys).
 * One statement that reads `limit` blobs whatever there is; the rows differ in nothing but what they hold.
 */
export async function readCells(
  store: Store,
  mailbox: string,
  after: CellCursor | null,
  decoys: readonly number[],
  today: Day,
): Promise<{ cells: ReadCell[]; decoys: Uint8Array[] }> {
  const query = cellsQuery(mailbox, after ?? BEFORE_ALL, decoys, today)
  const read = () => store.read((database) => database.all<CellRow>(query))
  let rows = await read()
  if (rows.length < decoys.length) {
    await fillDecoys(store)
    rows = await read()
  }
  const parted: { cells: ReadCell[]; decoys: Uint8Array[] } = { cells: [], decoys: [] }
  for (const { isDecoy, ...row } of rows) {
    const cell = { ...row, bytes: new Uint8Array(row.bytes) }
    if (isDecoy === 0) parted.cells.push(cell)
    else parted.decoys.push(cell.bytes)
  }
  return parted
}

/** Raw rows: drizzle turns a blob into a Buffer, and there is none in workerd. */
type CellRow = Omit<ReadCell, 'bytes'> & { isDecoy: number; bytes: ArrayBuffer }

/** The limit on the whole stops the statement once it has enough: decoys beyond what is lacking are never read. */
function cellsQuery(
  mailbox: string,
  { receivedOn, message, cell }: CellCursor,
  decoys: readonly number[],
  today: Day,
) {
  const table = mailboxCells
  const place = sql`${table.receivedOn}, ${table.message}, ${table.cell}`
  return sql`select * from (select 0 as "isDecoy", ${table.message} as "message", ${table.cell} as "cell", ${table.cells} as "cells", ${table.receivedOn} as "receivedOn", ${table.keptUntil} as "keptUntil", ${table.bytes} as "bytes" from ${table} where ${eq(table.mailbox, mailbox)} and (${place}) > (${receivedOn}, ${message}, ${cell}) and ${table.keptUntil} >= ${today} order by ${place} limit ${decoys.length}) union all select 1, ${decoyCells.id}, 0, 1, ${today}, ${today}, ${decoyCells.bytes} from ${decoyCells} where ${inArray(decoyCells.id, [...decoys])} limit ${decoys.length}`
}

/**
 * Makes the decoys that are missing. Their bytes keep no secret, only their weight counts: SQLite's own generator will do, and nothing
 * need travel.
 */
export async function fillDecoys(store: Store): Promise<void> {
  await store.write((database) => [
    database
      .insert(decoyCells)
      .select(
        sql`with recursive numbers(number) as (select 1 union all select number + 1 from numbers where number < ${DECOYS}) select number, randomblob(${MAILBOX_CELL_BYTES}) from numbers where number not in (select ${decoyCells.id} from ${decoyCells})`,
      )
      .onConflictDoNothing(),
  ])
}

/** Deletes these messages of a mailbox, or all, against one proof; false when it was spent before. */
export async function eraseMessages(
  store: Store,
  spending: Spending,
  mailbox: string,
  messages: readonly number[] | 'all',
): Promise<boolean> {
  const [, , spenders] = await store.write((database) => [
    spendProof(database, spending),
    deleteOf(database, mailbox, messages, spending),
    spenderOf(database, spending.nonce),
  ])
  return spenders[0]?.claim === spending.claim
}

const deleteOf = (
  database: Database,
  mailbox: string,
  messages: readonly number[] | 'all',
  spending: Spending,
) =>
  database
    .delete(mailboxCells)
    .where(
      and(
        eq(mailboxCells.mailbox, mailbox),
        messages === 'all' ? undefined : inArray(mailboxCells.message, [...messages]),
        spentBy(spending),
      ),
    )

/** Deletes at most so many messages whose last day was before this one, each whole. */
export async function purgeMessages(store: Store, endedBefore: Day, on: Day, atMost: number): Promise<Went> {
  const { mailbox, message, cell, keptUntil } = mailboxCells
  const ended = someOf(
    mailboxCells,
    sql`${mailbox}, ${message}`,
    and(lt(keptUntil, endedBefore), eq(cell, 0)),
    atMost,
    sql`${keptUntil}, ${mailboxCells.id}`,
  )
  const [, purged] = await store.write((database) => [
    notePurged(database, on, 'messages', sql`(select count(*) from ${ended})`),
    database
      .delete(mailboxCells)
      .where(sql`(${mailbox}, ${message}) in ${ended}`)
      .returning({ cell }),
  ])
  return wentOf(purged.filter((each) => each.cell === 0).length, atMost)
}
