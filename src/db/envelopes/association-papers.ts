// What associations write for themselves: one sealed paper of each kind, in its newest revision. A revision goes in with its record, or not
// at all.
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Store } from '../store.ts'
import { insertRecordIf, isKept, sameRecord, type KeptRecord } from './records.ts'
import { associationPapers } from './schema.ts'

/** A revision to keep. `id` is random. */
export interface KeptPaper {
  id: number
  association: string
  paper: 'templates'
  revision: number
  bytes: Uint8Array
}

/** `paper-changed`: another revision came first. `record-changed`: another record did. */
export type PaperOutcome = 'kept' | 'paper-changed' | 'record-changed'

const isOf = ({ association, paper }: Pick<KeptPaper, 'association' | 'paper'>): SQL | undefined =>
  and(eq(associationPapers.association, association), eq(associationPapers.paper, paper))

/** Keeps the revision after the one that is there, and the record after the last, in one transaction. */
export async function keepPaper(store: Store, kept: KeptPaper, record: KeptRecord): Promise<PaperOutcome> {
  const { id, association, paper, revision, bytes } = kept
  const before = and(isOf(kept), eq(associationPapers.revision, revision - 1))
  const follows =
    revision === 1
      ? sql`not exists (select 1 from ${associationPapers} where ${isOf(kept)})`
      : sql`exists (select 1 from ${associationPapers} where ${before})`
  const ours = isKept(record)
  const results = await store.write((database) => [
    insertRecordIf(database, record, follows),
    database.delete(associationPapers).where(sql`${before} and ${ours}`),
    database
      .insert(associationPapers)
      .select(sql`select ${id}, ${association}, ${paper}, ${revision}, ${bytes} where ${ours}`)
      .onConflictDoNothing(),
    sameRecord(database, record),
    database.select({ revision: associationPapers.revision }).from(associationPapers).where(isOf(kept)),
  ])
  const [told, now] = results.slice(3) as [unknown[], { revision: number }[]]
  if (told.length > 0) return 'kept'
  return (now[0]?.revision ?? 0) === revision - 1 ? 'record-changed' : 'paper-changed'
}

/** Null until one was kept. Raw rows: drizzle turns a blob into a Buffer, and there is none in workerd. */
export async function readPaper(
  store: Store,
  association: string,
  paper: KeptPaper['paper'],
): Promise<Pick<KeptPaper, 'revision' | 'bytes'> | null> {
  const { revision, bytes } = associationPapers
  const [row] = await store.read((database) =>
    database.all<{ revision: number; bytes: ArrayBuffer }>(
      sql`select ${revision} as "revision", ${bytes} as "bytes" from ${associationPapers} where ${isOf({ association, paper })}`,
    ),
  )
  return row ? { revision: row.revision, bytes: new Uint8Array(row.bytes) } : null
}
