// The record of what members did: one row after the other, each following the very one before. What is in them is sealed.
import { and, desc, eq, gt, sql, type SQL } from 'drizzle-orm'
import type { Database, Store } from '../store.ts'
import { records } from './schema.ts'

/** A record to keep. `digest` is the SHA-256 of its bytes; `id` is random. */
export interface KeptRecord {
  id: number
  association: string
  number: number
  previous: string | null
  digest: string
  bytes: Uint8Array
}

/** Where an association's record has come to: what the next one follows. */
export interface RecordHead {
  number: number
  digest: string | null
}

/** Inserts a record only where it follows the last one, and a condition holds in the same transaction. */
export const insertRecordIf = (
  database: Database,
  { id, association, number, previous, digest, bytes }: KeptRecord,
  condition: SQL,
) => {
  const before = and(eq(records.association, association), eq(records.number, number - 1))
  const follows =
    previous === null
      ? sql`${number} = 1`
      : sql`exists (select 1 from ${records} where ${and(before, eq(records.digest, previous))})`
  return database
    .insert(records)
    .select(
      sql`select ${id}, ${association}, ${number}, ${previous}, ${digest}, ${bytes} where ${follows} and ${condition}`,
    )
    .onConflictDoNothing()
}

/** True in SQL once this very record is in, by this very attempt. */
export const isKept = ({ id, association, number }: KeptRecord): SQL =>
  sql`exists (select 1 from ${records} where ${and(eq(records.association, association), eq(records.number, number), eq(records.id, id))})`

/**
 * A record, if the same bytes are in, by whichever attempt. Whoever lost the answer to an earlier one must not hear that another came
 * first: they would write the same line again.
 */
export const sameRecord = (database: Database, { association, number, digest }: KeptRecord) =>
  database
    .select({ number: records.number })
    .from(records)
    .where(and(eq(records.association, association), eq(records.number, number), eq(records.digest, digest)))

/** False when another came first. The same bytes under the same number are the same line, however often they come. */
export async function keepRecord(store: Store, record: KeptRecord): Promise<boolean> {
  const [, [kept]] = await store.write((database) => [
    insertRecordIf(database, record, sql`true`),
    sameRecord(database, record),
  ])
  return kept !== undefined
}

export async function headOf(store: Store, association: string): Promise<RecordHead> {
  const [head] = await store.read((database) =>
    database
      .select({ number: records.number, digest: records.digest })
      .from(records)
      .where(eq(records.association, association))
      .orderBy(desc(records.number))
      .limit(1),
  )
  return head ?? { number: 0, digest: null }
}

/** By number. Raw rows: drizzle turns a blob into a Buffer, and there is none in workerd. */
export async function listRecords(
  store: Store,
  association: string,
  after: number,
  limit: number,
): Promise<{ number: number; previous: string | null; bytes: Uint8Array }[]> {
  const { number, previous, bytes } = records
  const rows = await store.read((database) =>
    database.all<{ number: number; previous: string | null; bytes: ArrayBuffer }>(
      sql`select ${number} as "number", ${previous} as "previous", ${bytes} as "bytes" from ${records} where ${and(eq(records.association, association), gt(number, after))} order by ${number} limit ${limit}`,
    ),
  )
  return rows.map((row) => ({ ...row, bytes: new Uint8Array(row.bytes) }))
}
