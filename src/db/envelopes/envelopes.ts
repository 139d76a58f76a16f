// Sealed envelopes: kept, listed for their association, acknowledged by it, with where it says their case stands. It opens none.
import { and, count, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { CaseState } from '../../protocol/case-state.ts'
import type { Day } from '../../protocol/day.ts'
import type { Database, Store } from '../store.ts'
import { envelopes } from './schema.ts'

/** A row to keep. `id` is random (1 to 2^53 - 1); `sealed` is the bytes as they arrived. */
export interface KeptEnvelope {
  id: number
  association: string
  keyFingerprint: string
  sealed: Uint8Array
  tokenHash: string
}

/** A row as its association sees it. */
export interface ListedEnvelope {
  id: number
  receivedOn: Day
  acknowledgedOn: Day | null
  touchedOn: Day | null
  standing: CaseState
  keyFingerprint: string
  sealed: Uint8Array
}

/** Where a page begins: after this day and key, in the order of the list. */
export interface EnvelopeCursor {
  receivedOn: Day
  id: number
}

/** Inserts an envelope only when `condition` holds in the same transaction; one that is kept already is left as it is. */
export const insertEnvelopeIf = (
  database: Database,
  { id, association, keyFingerprint, sealed, tokenHash }: KeptEnvelope,
  receivedOn: Day,
  condition: SQL,
) =>
  database
    .insert(envelopes)
    .select(
      sql`select ${id}, ${association}, ${keyFingerprint}, ${sealed}, ${tokenHash}, ${receivedOn}, null, null, null where ${condition}`,
    )
    .onConflictDoNothing({ target: envelopes.tokenHash })

/**
 * At most `limit` envelopes of one association, newest day first, by descending key within a day.
 * Raw rows: drizzle turns a blob into a Buffer, and there is none in workerd.
 */
export async function listEnvelopes(
  store: Store,
  association: string,
  before: EnvelopeCursor | null,
  limit: number,
): Promise<ListedEnvelope[]> {
  const { id, receivedOn, acknowledgedOn, touchedOn, standing, keyFingerprint, sealed } = envelopes
  const earlier = before ? sql` and (${receivedOn}, ${id}) < (${before.receivedOn}, ${before.id})` : sql``
  const rows = await store.read((database) =>
    database.all<Omit<ListedEnvelope, 'sealed'> & { sealed: ArrayBuffer }>(
      sql`select ${id} as "id", ${receivedOn} as "receivedOn", ${acknowledgedOn} as "acknowledgedOn", ${touchedOn} as "touchedOn", coalesce(${standing}, 'received') as "standing", ${keyFingerprint} as "keyFingerprint", ${sealed} as "sealed" from ${envelopes} where ${eq(envelopes.association, association)}${earlier} order by ${receivedOn} desc, ${id} desc limit ${limit}`,
    ),
  )
  return rows.map((row) => ({ ...row, sealed: new Uint8Array(row.sealed) }))
}

/** How many envelopes one association has: read from the index alone, whatever they weigh. */
export async function countEnvelopes(store: Store, association: string): Promise<number> {
  const [row] = await store.read((database) =>
    database.select({ rows: count() }).from(envelopes).where(eq(envelopes.association, association)),
  )
  return row?.rows ?? 0
}

/**
 * Marks an association's own envelopes as acknowledged, and as standing where it says, or only as worked on; others, and the day of the
 * first time, are left as they are. With neither, what was acknowledged already is not touched: a tool that reads the inbox every night
 * keeps nothing.
 */
export async function acknowledgeEnvelopes(
  store: Store,
  association: string,
  ids: readonly number[],
  on: Day,
  said: CaseState | 'kept' | null,
): Promise<void> {
  const theirs = and(eq(envelopes.association, association), inArray(envelopes.id, [...ids]))
  const standing = said === null || said === 'kept' ? {} : { standing: said === 'received' ? null : said }
  await store.write((database) => [
    database
      .update(envelopes)
      .set({ acknowledgedOn: on, touchedOn: on })
      .where(and(theirs, isNull(envelopes.acknowledgedOn))),
    ...(said === null
      ? []
      : [
          database
            .update(envelopes)
            .set({ touchedOn: on, ...standing })
            .where(theirs),
        ]),
  ])
}

/** Keeps what an association sealed to itself, acknowledged from the start; one that is kept already is left as it is. */
export async function keepCopy(
  store: Store,
  { id, association, keyFingerprint, sealed, tokenHash }: KeptEnvelope,
  on: Day,
): Promise<void> {
  await store.write((database) => [
    database
      .insert(envelopes)
      .select(
        sql`select ${id}, ${association}, ${keyFingerprint}, ${sealed}, ${tokenHash}, ${on}, ${on}, ${on}, null where true`,
      )
      .onConflictDoNothing(),
  ])
}
