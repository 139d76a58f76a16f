// What keeps a part: holds, each until a day, each known by the hash of a secret. Whoever has the secret renews or releases; nothing
// tells who that is. Renewing and releasing look first: a made-up secret must not take the one writer's time.
import { and, count, eq, gte, inArray, lt, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Day } from '../../protocol/day.ts'
import { MAX_PART_HOLDS } from '../../protocol/limits.ts'
import { rowsOf, someOf, wentOf, type Went } from '../slice.ts'
import type { Store } from '../store.ts'
import { notePurged } from './purges.ts'
import { partHolds, parts } from './schema.ts'
import { livingPermit, permitLives } from './upload-permits.ts'

/** A hold to keep. `id` is random. */
export interface KeptHold {
  id: number
  part: string
  holdHash: string
}

export type HoldOutcome = 'held' | 'permit-missing' | 'part-missing' | 'holds-full'

/**
 * Keeps all of these holds until a day, or none. One that is kept already stays as it is. A part takes so many holds and no more: a
 * permit would else pay for rows without end. `second` is now. Throws `StoreFailure`.
 */
export async function holdParts(
  store: Store,
  holds: readonly KeptHold[],
  heldUntil: Day,
  permitHash: string,
  second: number,
): Promise<HoldOutcome> {
  const held = [...new Set(holds.map(({ part }) => part))]
  const hashes = holds.map(({ holdHash }) => holdHash)
  const present = and(eq(parts.leaving, 0), inArray(parts.sha256, held))
  const arePresent = sql`(select count(*) from ${parts} where ${present}) = ${held.length}`
  const rows = holds.map(({ id, part, holdHash }) => sql`(${id}, ${part}, ${holdHash})`)
  const [, permits, [partCount], [holdCount]] = await store.write((database) => [
    database
      .insert(partHolds)
      .select(
        sql`select column1, column2, column3, ${heldUntil} from (values ${sql.join(rows, sql`, `)}) where ${permitLives(permitHash, second)} and ${arePresent} and ${hasRoom(held, hashes, mostOnOne(holds))}`,
      )
      .onConflictDoNothing(),
    livingPermit(database, permitHash, second),
    database.select({ count: count() }).from(parts).where(present),
    database.select({ count: count() }).from(partHolds).where(inArray(partHolds.holdHash, hashes)),
  ])
  if (permits.length === 0) return 'permit-missing'
  if (partCount?.count !== held.length) return 'part-missing'
  return holdCount?.count === holds.length ? 'held' : 'holds-full'
}

/** True in SQL when each of these parts can take `more` holds besides those it has, not counting the ones that come again. */
const hasRoom = (held: readonly string[], hashes: readonly string[], more: number): SQL =>
  sql`not exists (select 1 from ${partHolds} where ${inArray(partHolds.part, [...held])} and ${partHolds.holdHash} not in ${hashes} group by ${partHolds.part} having count(*) > ${MAX_PART_HOLDS - more})`

function mostOnOne(holds: readonly KeptHold[]): number {
  const counts = new Map<string, number>()
  for (const { part } of holds) counts.set(part, (counts.get(part) ?? 0) + 1)
  return Math.max(...counts.values())
}

/** True in SQL when something holds this part on a day. */
export const isHeld = (part: SQLWrapper | string, today: Day): SQL =>
  sql`exists (select 1 from ${partHolds} where ${partHolds.part} = ${part} and ${gte(partHolds.heldUntil, today)})`

/** Whether a part is there, and held on a day. */
export async function isPartHeld(store: Store, sha256: string, today: Day): Promise<boolean> {
  const found = await store.read((database) =>
    database
      .select({ id: parts.id })
      .from(parts)
      .where(and(eq(parts.sha256, sha256), eq(parts.leaving, 0), isHeld(sha256, today))),
  )
  return found.length > 0
}

/** Makes those of these holds that still last on `today` last until another day. */
export async function renewHolds(
  store: Store,
  holdHashes: readonly string[],
  today: Day,
  heldUntil: Day,
): Promise<void> {
  const due = and(
    inArray(partHolds.holdHash, [...holdHashes]),
    gte(partHolds.heldUntil, today),
    lt(partHolds.heldUntil, heldUntil),
  )
  if (!(await isAny(store, due))) return
  await store.write((database) => [database.update(partHolds).set({ heldUntil }).where(due)])
}

/** Deletes these holds. What they kept goes with the next purge, unless something else keeps it. */
export async function releaseHolds(store: Store, holdHashes: readonly string[]): Promise<void> {
  const theirs = inArray(partHolds.holdHash, [...holdHashes])
  if (!(await isAny(store, theirs))) return
  await store.write((database) => [database.delete(partHolds).where(theirs)])
}

async function isAny(store: Store, condition: SQL | undefined): Promise<boolean> {
  const found = await store.read((database) =>
    database.select({ id: partHolds.id }).from(partHolds).where(condition).limit(1),
  )
  return found.length > 0
}

/** Deletes at most so many holds whose last day was before this one. */
export async function purgeHolds(store: Store, endedBefore: Day, on: Day, atMost: number): Promise<Went> {
  const ended = someOf(partHolds, partHolds.id, lt(partHolds.heldUntil, endedBefore), atMost)
  const [result] = await store.write((database) => [
    database.delete(partHolds).where(inArray(partHolds.id, ended)),
    notePurged(database, on, 'holds'),
  ])
  return wentOf(rowsOf(result), atMost)
}
