// Sealed envelopes: kept, listed for their association, acknowledged by it, and let go when nobody opened them.
import { and, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm'
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
      sql`select ${id}, ${association}, ${keyFingerprint}, ${sealed}, ${tokenHash}, ${receivedOn}, null where ${condition}`,
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
  const { id, receivedOn, acknowledgedOn, keyFingerprint, sealed } = envelopes
  const earlier = before ? sql` and (${receivedOn}, ${id}) < (${before.receivedOn}, ${before.id})` : sql``
  const rows = await store.read((database) =>
    database.all<Omit<ListedEnvelope, 'sealed'> & { sealed: ArrayBuffer }>(
      sql`select ${id} as "id", ${receivedOn} as "receivedOn", ${acknowledgedOn} as "acknowledgedOn", ${keyFingerprint} as "keyFingerprint", ${sealed} as "sealed" from ${envelopes} where ${eq(envelopes.association, association)}${earlier} order by ${receivedOn} desc, ${id} desc limit ${limit}`,
    ),
  )
  return rows.map((row) => ({ ...row, sealed: new Uint8Array(row.sealed) }))
}

/** Marks an association's own envelopes as acknowledged; others, and those already acknowledged, are left as they are. */
export async function acknowledgeEnvelopes(
  store: Store,
  association: string,
  ids: readonly number[],
  on: Day,
): Promise<void> {
  await store.write((database) => [
    database
      .update(envelopes)
      .set({ acknowledgedOn: on })
      .where(
        and(
          eq(envelopes.association, association),
          inArray(envelopes.id, [...ids]),
          isNull(envelopes.acknowledgedOn),
        ),
      ),
  ])
}

/** Deletes envelopes received before a day that nobody acknowledged; returns how many. */
export async function purgeUnopened(store: Store, receivedBefore: Day): Promise<number> {
  const [purged] = await store.write((database) => [
    database
      .delete(envelopes)
      .where(and(isNull(envelopes.acknowledgedOn), lt(envelopes.receivedOn, receivedBefore)))
      .returning({ id: envelopes.id }),
  ])
  return purged.length
}
