// Members' keys under lock, found by the hash of a secret that only their owner derives. Nothing here opens one.
import { and, count, eq, sql } from 'drizzle-orm'
import type { Day } from '../../protocol/day.ts'
import { FEWEST_KEY_WAYS, MAX_KEY_WAYS } from '../../protocol/limits.ts'
import type { KeyWay } from '../../protocol/team.ts'
import type { Database, Store } from '../store.ts'
import { keyBlobs } from './schema.ts'

/** A blob to keep. `id` is random. */
export interface KeptKeyBlob {
  id: number
  locatorHash: string
  association: string
  member: string
  way: KeyWay
  bytes: Uint8Array
}

const ofMember = (association: string, member: string) =>
  and(eq(keyBlobs.association, association), eq(keyBlobs.member, member))

/** Inserts a blob unless its member has as many as one may; one that is kept already stays as it is. */
export const insertKeyBlob = (
  database: Database,
  { id, locatorHash, association, member, way, bytes }: KeptKeyBlob,
  since: Day,
  condition = sql`true`,
) =>
  database
    .insert(keyBlobs)
    .select(
      sql`select ${id}, ${locatorHash}, ${association}, ${member}, ${way}, ${since}, ${bytes} where ${condition} and (select count(*) from ${keyBlobs} where ${ofMember(association, member)}) < ${MAX_KEY_WAYS}`,
    )
    .onConflictDoNothing()

/** False when the member has as many ways as one may have. */
export async function keepKeyBlob(store: Store, blob: KeptKeyBlob, since: Day): Promise<boolean> {
  const [, [kept]] = await store.write((database) => [
    insertKeyBlob(database, blob, since),
    database
      .select({ count: count() })
      .from(keyBlobs)
      .where(and(ofMember(blob.association, blob.member), eq(keyBlobs.locatorHash, blob.locatorHash))),
  ])
  return kept?.count === 1
}

/** Null when nothing is kept there. */
export async function findKeyBlob(
  store: Store,
  locatorHash: string,
): Promise<{ association: string; bytes: Uint8Array } | null> {
  const [row] = await store.read((database) =>
    database.all<{ association: string; bytes: ArrayBuffer }>(
      sql`select ${keyBlobs.association} as "association", ${keyBlobs.bytes} as "bytes" from ${keyBlobs} where ${eq(keyBlobs.locatorHash, locatorHash)}`,
    ),
  )
  return row ? { association: row.association, bytes: new Uint8Array(row.bytes) } : null
}

export const listKeyBlobs = (
  store: Store,
  association: string,
  member: string,
): Promise<{ locatorHash: string; way: KeyWay; since: Day }[]> =>
  store.read((database) =>
    database
      .select({ locatorHash: keyBlobs.locatorHash, way: keyBlobs.way, since: keyBlobs.since })
      .from(keyBlobs)
      .where(ofMember(association, member))
      .orderBy(keyBlobs.since, keyBlobs.locatorHash),
  )

/** Of this member alone: others' are left, and so are the last two. */
export async function dropKeyBlob(
  store: Store,
  association: string,
  member: string,
  locatorHash: string,
): Promise<void> {
  await store.write((database) => [
    database
      .delete(keyBlobs)
      .where(
        and(
          ofMember(association, member),
          eq(keyBlobs.locatorHash, locatorHash),
          sql`(select count(*) from ${keyBlobs} where ${ofMember(association, member)}) > ${FEWEST_KEY_WAYS}`,
        ),
      ),
  ])
}
