// Envelopes that nobody opened in time: the ciphertext goes, and the hash of its token stays for a while, so that its author can
// be told. It keeps neither the association nor a byte of what was sealed.
import { and, isNull, lt, sql } from 'drizzle-orm'
import type { Day } from '../../protocol/day.ts'
import type { Store } from '../store.ts'
import { dropOrphanedFiles } from './case-files.ts'
import { envelopes, expiredEnvelopes } from './schema.ts'

/**
 * Deletes envelopes received before a day that nobody acknowledged, and notes in the same transaction that they expired `on`
 * another; returns how many.
 */
export async function expireUnopened(store: Store, receivedBefore: Day, on: Day): Promise<number> {
  const unopened = and(isNull(envelopes.acknowledgedOn), lt(envelopes.receivedOn, receivedBefore))
  const [, gone] = await store.write((database) => [
    database
      .insert(expiredEnvelopes)
      .select(sql`select ${envelopes.id}, ${envelopes.tokenHash}, ${on} from ${envelopes} where ${unopened}`)
      .onConflictDoNothing(),
    database.delete(envelopes).where(unopened).returning({ id: envelopes.id }),
    dropOrphanedFiles(database),
  ])
  return gone.length
}

/** Forgets the hashes of envelopes that expired before a day; returns how many. */
export async function forgetExpired(store: Store, expiredBefore: Day): Promise<number> {
  const [forgotten] = await store.write((database) => [
    database
      .delete(expiredEnvelopes)
      .where(lt(expiredEnvelopes.expiredOn, expiredBefore))
      .returning({ id: expiredEnvelopes.id }),
  ])
  return forgotten.length
}
