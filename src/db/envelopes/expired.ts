// Envelopes whose time is over, unopened or at the end of their case: the ciphertext goes, and the hash of its token stays for a while,
// so that its author can be told. It keeps neither the association nor a byte of what was sealed.
import { and, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm'
import { CASE_STATES, isOver, type CaseState } from '../../protocol/case-state.ts'
import type { Day } from '../../protocol/day.ts'
import { rowsOf, someOf, wentOf, type Went } from '../slice.ts'
import type { Store } from '../store.ts'
import { notePurged } from './purges.ts'
import { caseFiles, envelopes, expiredEnvelopes } from './schema.ts'

const OVER = CASE_STATES.filter((state) => state !== 'received' && isOver(state)) as Exclude<
  CaseState,
  'received'
>[]

/** Which envelopes go, in an order that an index has. */
interface Going {
  which: SQL | undefined
  order: SQL
  status: 'expired' | 'ended'
}

/** Those received before a day that nobody acknowledged. */
export const unopenedSince = (receivedBefore: Day): Going => ({
  which: and(isNull(envelopes.acknowledgedOn), lt(envelopes.receivedOn, receivedBefore)),
  order: sql`${envelopes.receivedOn}, ${envelopes.id}`,
  status: 'expired',
})

/** Those of a case that is over, last touched before a day. */
export const overSince = (touchedBefore: Day): Going => ({
  which: and(inArray(envelopes.standing, OVER), lt(envelopes.touchedOn, touchedBefore)),
  order: sql`${envelopes.standing}, ${envelopes.touchedOn}, ${envelopes.id}`,
  status: 'ended',
})

/** Those of any case, last touched before a day. */
export const untouchedSince = (touchedBefore: Day): Going => ({
  which: lt(envelopes.touchedOn, touchedBefore),
  order: sql`${envelopes.touchedOn}, ${envelopes.id}`,
  status: 'ended',
})

/** All that an association was sent. */
export const sentTo = (association: string): Going => ({
  which: eq(envelopes.association, association),
  order: sql`${envelopes.receivedOn}, ${envelopes.id}`,
  status: 'ended',
})

/**
 * Deletes at most so many of these, with what was written about them, and notes in the same transaction that they went `on` a day.
 */
export async function letGo(
  store: Store,
  { which, order, status }: Going,
  on: Day,
  atMost: number,
): Promise<Went> {
  const going = someOf(envelopes, envelopes.id, which, atMost, order)
  const results = await store.write((database) => [
    database
      .insert(expiredEnvelopes)
      .select(
        sql`select ${envelopes.id}, ${envelopes.tokenHash}, ${on}, ${status} from ${envelopes} where ${inArray(envelopes.id, going)}`,
      )
      .onConflictDoNothing(),
    database.delete(caseFiles).where(inArray(caseFiles.id, going)),
    database.delete(envelopes).where(inArray(envelopes.id, going)),
    notePurged(database, on, status === 'expired' ? 'unopened' : 'ended'),
  ])
  return wentOf(rowsOf(results[2]), atMost)
}

/** Forgets the hashes of envelopes that went before a day. */
export async function forgetExpired(
  store: Store,
  expiredBefore: Day,
  on: Day,
  atMost: number,
): Promise<Went> {
  const due = someOf(
    expiredEnvelopes,
    expiredEnvelopes.id,
    lt(expiredEnvelopes.expiredOn, expiredBefore),
    atMost,
  )
  const [result] = await store.write((database) => [
    database.delete(expiredEnvelopes).where(inArray(expiredEnvelopes.id, due)),
    notePurged(database, on, 'expired'),
  ])
  return wentOf(rowsOf(result), atMost)
}
