// Associations that left the directory, and what they left behind: keys, rosters, records, papers, an address. It goes a while after; one
// that is listed again meanwhile finds everything. Nothing here is of a victim but sealed envelopes, whose authors are told that they ended.
import { asc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Day } from '../../protocol/day.ts'
import { rowsOf, someOf, type Went } from '../slice.ts'
import type { Store } from '../store.ts'
import { letGo, sentTo } from './expired.ts'
import { notePurged } from './purges.ts'
import {
  associationPapers,
  departures,
  envelopes,
  invitations,
  keyBlobs,
  notices,
  records,
  rosters,
  teamBooks,
  teamMembers,
} from './schema.ts'

/** What has no last day of its own; an envelope has one, and what is written about a case goes with it. */
const LEFT_BEHIND = [
  notices,
  keyBlobs,
  teamMembers,
  teamBooks,
  rosters,
  associationPapers,
  records,
  invitations,
] as const satisfies readonly (SQLiteTable & { association: SQLiteColumn })[]

const keptOf = (table: SQLiteTable & { association: SQLiteColumn }): SQL =>
  sql`select ${table.association} as "association" from ${table}`

/**
 * Notes since what day each association that has something here is no longer listed, and forgets that of whoever is again. Returns how many
 * it noted. A directory that lists nobody is a beginning, or a mistake: nobody has left it. Nobody left before the directory was issued
 * either, whatever a clock says that is behind: set right, it would let everything go at once.
 */
export async function noteDepartures(
  store: Store,
  { associations: listed, issuedOn }: { associations: readonly string[]; issuedOn: Day },
  today: Day,
): Promise<number> {
  if (listed.length === 0) return 0
  const everywhere = sql.join([envelopes, ...LEFT_BEHIND].map(keptOf), sql` union `)
  const [known, gone] = await Promise.all([
    store.read((database) => database.all<{ association: string }>(everywhere)),
    store.read((database) => database.select().from(departures)),
  ])
  const noted = new Set(gone.map(({ association }) => association))
  const left = known.filter(({ association }) => !listed.includes(association) && !noted.has(association))
  const back = gone.filter(({ association }) => listed.includes(association))
  let count = 0
  if (left.length > 0) {
    const since = today > issuedOn ? today : issuedOn
    const rows = left.map(({ association }) => ({ association, since }))
    const [result] = await store.write((database) => [
      database.insert(departures).values(rows).onConflictDoNothing(),
    ])
    count = rowsOf(result)
  }
  if (back.length > 0) {
    const names = back.map(({ association }) => association)
    await store.write((database) => [
      database.delete(departures).where(inArray(departures.association, names)),
    ])
  }
  return count
}

/** Each is noted afresh: what a backup says of departures is not what the directory of today says. */
export async function forgetDepartures(store: Store): Promise<void> {
  await store.write((database) => [database.delete(departures)])
}

/** Deletes at most so many rows of each kind of one association that left before a day; counts it once its last row went. */
export async function purgeDeparted(
  store: Store,
  leftBefore: Day,
  on: Day,
  atMost: number,
): Promise<Went & { ended: number }> {
  const [departed] = await store.read((database) =>
    database
      .select({ association: departures.association })
      .from(departures)
      .where(lt(departures.since, leftBefore))
      .orderBy(asc(departures.association))
      .limit(1),
  )
  if (!departed) return { count: 0, ended: 0, more: false }
  const { association } = departed
  const ended = await letGo(store, sentTo(association), on, atMost)
  const results = await store.write((database) => {
    const [first, ...others] = LEFT_BEHIND.map((table) =>
      database
        .delete(table)
        .where(sql`rowid in ${someOf(table, sql`rowid`, eq(table.association, association), atMost)}`),
    )
    if (!first) throw new Error('something is left behind by whoever leaves')
    return [first, ...others]
  })
  const isFull = ended.more || results.some((result) => rowsOf(result) >= atMost)
  if (isFull) return { count: 0, ended: ended.count, more: true }
  const [result] = await store.write((database) => [
    database.delete(departures).where(eq(departures.association, association)),
    notePurged(database, on, 'departed'),
  ])
  return { count: rowsOf(result), ended: ended.count, more: true }
}
