// Envelopes whose time is over, unopened or at the end of their case: the ciphertext goes, and the hash of its token stays for a while,
// so that its author can be told. It keeps neither the association nor a byte of what was sealed.
import { and, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { CASE_STATES, isOver, type CaseState } from '../../protocol/case-state.ts'
import type { Day } from '../../protocol/day.ts'
import type { Store } from '../store.ts'
import { dropOrphanedFiles } from './case-files.ts'
import { envelopes, expiredEnvelopes } from './schema.ts'

const OVER = CASE_STATES.filter((state) => state !== 'received' && isOver(state)) as Exclude<
  CaseState,
  'received'
>[]

/**
 * Deletes envelopes received before a day that nobody acknowledged, and notes in the same transaction that they expired `on`
 * another; returns how many.
 */
export const expireUnopened = (store: Store, receivedBefore: Day, on: Day): Promise<number> =>
  letGo(store, and(isNull(envelopes.acknowledgedOn), lt(envelopes.receivedOn, receivedBefore)), 'expired', on)

/** The same for those of a case that is over, or of any case, when it was last touched before these days. */
export const endUntouched = (
  store: Store,
  { over, any }: { over: Day; any: Day },
  on: Day,
): Promise<number> =>
  letGo(
    store,
    or(lt(envelopes.touchedOn, any), and(inArray(envelopes.standing, OVER), lt(envelopes.touchedOn, over))),
    'ended',
    on,
  )

async function letGo(
  store: Store,
  which: SQL | undefined,
  status: 'expired' | 'ended',
  on: Day,
): Promise<number> {
  const [, gone] = await store.write((database) => [
    database
      .insert(expiredEnvelopes)
      .select(
        sql`select ${envelopes.id}, ${envelopes.tokenHash}, ${on}, ${status} from ${envelopes} where ${which}`,
      )
      .onConflictDoNothing(),
    database.delete(envelopes).where(which).returning({ id: envelopes.id }),
    dropOrphanedFiles(database),
  ])
  return gone.length
}

/** Forgets the hashes of envelopes that went before a day; returns how many. */
export async function forgetExpired(store: Store, expiredBefore: Day): Promise<number> {
  const [forgotten] = await store.write((database) => [
    database
      .delete(expiredEnvelopes)
      .where(lt(expiredEnvelopes.expiredOn, expiredBefore))
      .returning({ id: expiredEnvelopes.id }),
  ])
  return forgotten.length
}
