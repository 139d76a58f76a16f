// What associations write about cases: one sealed file a case, in its newest revision. A revision goes in with its record, or not at all.
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Database, Store } from '../store.ts'
import { insertRecordIf, isKept, sameRecord, type KeptRecord } from './records.ts'
import { caseFiles, envelopes } from './schema.ts'

/** A revision to keep. `id` is the case's. */
export interface KeptCaseFile {
  id: number
  association: string
  revision: number
  bytes: Uint8Array
}

/** `case-changed`: another revision came first. `record-changed`: another record did. `not-found`: no such case of theirs. */
export type CaseOutcome = 'kept' | 'case-changed' | 'record-changed' | 'not-found'

/** Keeps the revision after the one that is there, and the record after the last, in one transaction. */
export async function keepCaseFile(
  store: Store,
  { id, association, revision, bytes }: KeptCaseFile,
  record: KeptRecord,
): Promise<CaseOutcome> {
  const theirs = and(eq(envelopes.id, id), eq(envelopes.association, association))
  const exists = sql`exists (select 1 from ${envelopes} where ${theirs})`
  const before = and(
    eq(caseFiles.id, id),
    eq(caseFiles.association, association),
    eq(caseFiles.revision, revision - 1),
  )
  const follows =
    revision === 1
      ? sql`not exists (select 1 from ${caseFiles} where ${eq(caseFiles.id, id)})`
      : sql`exists (select 1 from ${caseFiles} where ${before})`
  const ours = isKept(record)
  const results = await store.write((database) => [
    insertRecordIf(database, record, sql`${exists} and ${follows}`),
    database.delete(caseFiles).where(sql`${before} and ${ours}`),
    database
      .insert(caseFiles)
      .select(sql`select ${id}, ${association}, ${revision}, ${bytes} where ${ours}`)
      .onConflictDoNothing(),
    sameRecord(database, record),
    database.select({ id: envelopes.id }).from(envelopes).where(theirs),
    database.select({ revision: caseFiles.revision }).from(caseFiles).where(eq(caseFiles.id, id)),
  ])
  const [kept, found, now] = results.slice(3) as [unknown[], unknown[], { revision: number }[]]
  if (kept.length > 0) return 'kept'
  if (found.length === 0) return 'not-found'
  return (now[0]?.revision ?? 0) === revision - 1 ? 'record-changed' : 'case-changed'
}

/** By case. Raw rows: drizzle turns a blob into a Buffer, and there is none in workerd. */
export async function listCaseFiles(
  store: Store,
  association: string,
  after: number,
  limit: number,
): Promise<{ id: number; revision: number; bytes: Uint8Array }[]> {
  const { id, revision, bytes } = caseFiles
  const rows = await store.read((database) =>
    database.all<{ id: number; revision: number; bytes: ArrayBuffer }>(
      sql`select ${id} as "id", ${revision} as "revision", ${bytes} as "bytes" from ${caseFiles} where ${and(eq(caseFiles.association, association), gt(id, after))} order by ${id} limit ${limit}`,
    ),
  )
  return rows.map((row) => ({ ...row, bytes: new Uint8Array(row.bytes) }))
}

/** Where envelopes have just gone, what was written about them goes too: in the same transaction, after it. */
export const dropOrphanedFiles = (database: Database) =>
  database
    .delete(caseFiles)
    .where(sql`not exists (select 1 from ${envelopes} where ${envelopes.id} = ${caseFiles.id})`)
