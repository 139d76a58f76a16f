// Which parts there are, and since what day: never their bytes, never what they belong to. A part that is leaving counts as gone.
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Day } from '../../protocol/day.ts'
import { rowsOf, someOf } from '../slice.ts'
import type { Store } from '../store.ts'
import { isHeld } from './part-holds.ts'
import { notePurged } from './purges.ts'
import { parts, uploadPermits } from './schema.ts'
import { livingPermit, permitServes } from './upload-permits.ts'

/** A part to keep. `id` is random, drawn for each attempt. */
export interface KeptPart {
  id: number
  sha256: string
  lengthBytes: number
  keptOn: Day
}

/**
 * `already-kept`: it took nothing of the permit. `leaving`: the same part is being deleted just now; it can come again once that is
 * done.
 */
export type PartOutcome = 'kept' | 'already-kept' | 'leaving' | 'permit-missing' | 'permit-spent'

/**
 * Makes a row for a part whose bytes come next, and takes one of the permit, both or neither. One that comes again counts from that
 * day: it cannot be purged between this and its hold. Looks before it writes. `second` is now. Throws `StoreFailure`.
 */
export async function claimPart(
  store: Store,
  { id, sha256, lengthBytes, keptOn }: KeptPart,
  permitHash: string,
  second: number,
): Promise<PartOutcome> {
  const [known] = await store.read((database) =>
    database
      .select({ keptOn: parts.keptOn, leaving: parts.leaving })
      .from(parts)
      .where(eq(parts.sha256, sha256)),
  )
  if (known?.leaving === 0 && known.keptOn === keptOn) return 'already-kept'
  const isFresh = sql`exists (select 1 from ${parts} where ${eq(parts.id, id)})`
  const [, , , rows, permits] = await store.write((database) => [
    database
      .insert(parts)
      .select(
        sql`select ${id}, ${sha256}, ${lengthBytes}, ${keptOn}, 0 where ${permitServes(permitHash, second)}`,
      )
      .onConflictDoNothing(),
    database
      .update(uploadPermits)
      .set({ partsLeft: sql`${uploadPermits.partsLeft} - 1` })
      .where(and(eq(uploadPermits.permitHash, permitHash), isFresh)),
    database
      .update(parts)
      .set({ keptOn })
      .where(and(eq(parts.sha256, sha256), eq(parts.leaving, 0))),
    database.select({ id: parts.id, leaving: parts.leaving }).from(parts).where(eq(parts.sha256, sha256)),
    livingPermit(database, permitHash, second),
  ])
  const [row] = rows
  if (!row) return permits.length > 0 ? 'permit-spent' : 'permit-missing'
  if (row.id === id) return 'kept'
  return row.leaving === 0 ? 'already-kept' : 'leaving'
}

/** Whether a part is there, held or not. */
export async function isPartKept(store: Store, sha256: string): Promise<boolean> {
  const found = await store.read((database) =>
    database
      .select({ id: parts.id })
      .from(parts)
      .where(and(eq(parts.sha256, sha256), eq(parts.leaving, 0))),
  )
  return found.length > 0
}

/** Marks at most `limit` parts kept before a day that nothing holds `today` as leaving; returns the hashes of at most `limit` that are. */
export async function sendUnheldAway(
  store: Store,
  keptBefore: Day,
  today: Day,
  limit: number,
): Promise<string[]> {
  const unheld = and(
    eq(parts.leaving, 0),
    lt(parts.keptOn, keptBefore),
    sql`not ${isHeld(parts.sha256, today)}`,
  )
  const [, leaving] = await store.write((database) => [
    database
      .update(parts)
      .set({ leaving: 1 })
      .where(inArray(parts.id, someOf(parts, parts.id, unheld, limit))),
    database.select({ sha256: parts.sha256 }).from(parts).where(eq(parts.leaving, 1)).limit(limit),
  ])
  return leaving.map(({ sha256 }) => sha256)
}

/** Deletes the rows of parts that were leaving and whose bytes are gone; returns how many: another may have been first. */
export async function forgetParts(store: Store, sha256s: readonly string[], on: Day): Promise<number> {
  const [result] = await store.write((database) => [
    database.delete(parts).where(and(eq(parts.leaving, 1), inArray(parts.sha256, [...sha256s]))),
    notePurged(database, on, 'parts'),
  ])
  return rowsOf(result)
}
