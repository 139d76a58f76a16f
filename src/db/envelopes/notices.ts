// Where associations are told that something waits, and on which days they were. It counts nothing and opens nothing.
import { and, eq, isNotNull, isNull, min, sql } from 'drizzle-orm'
import type { Day } from '../../protocol/day.ts'
import type { Notice } from '../../protocol/notices.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import type { Store } from '../store.ts'
import { envelopes, notices } from './schema.ts'

/** Days of the last mails. */
interface SentOn {
  digestOn: Day | null
  remindedOn: Day | null
}

/** An association that wants notices. `waitingSince`: the day of the oldest envelope that nobody acknowledged; null for none. */
export interface Wanting extends SentOn {
  association: string
  address: string
  locale: Locale
  waitingSince: Day | null
}

/** What an association said; null where it never did. */
export async function readNotice(store: Store, association: string): Promise<Notice | null> {
  const [said] = await store.read((database) =>
    database
      .select({ address: notices.address, locale: notices.locale })
      .from(notices)
      .where(eq(notices.association, association)),
  )
  return said ?? null
}

/** Takes the place of what it said before. The days stay: nobody is told twice in a day for having changed an address. */
export async function keepNotice(
  store: Store,
  association: string,
  { address, locale }: Notice,
): Promise<void> {
  await store.write((database) => [
    database
      .insert(notices)
      .values({ association, address, locale })
      .onConflictDoUpdate({ target: notices.association, set: { address, locale } }),
  ])
}

export async function listWanting(store: Store): Promise<Wanting[]> {
  const { association, address, locale, digestOn, remindedOn } = notices
  const rows = await store.read((database) =>
    database
      .select({ association, address, locale, digestOn, remindedOn, waitingSince: min(envelopes.receivedOn) })
      .from(notices)
      .leftJoin(envelopes, and(eq(envelopes.association, association), isNull(envelopes.acknowledgedOn)))
      .where(isNotNull(address))
      .groupBy(association),
  )
  return rows.flatMap((row) => (row.address === null ? [] : [{ ...row, address: row.address }]))
}

/**
 * Puts one pair of days in the place of another, where both the address and the days are still those; false where they are not: of two
 * runs at one moment, one sends.
 */
export async function moveSentOn(
  store: Store,
  { association, address }: Pick<Wanting, 'association' | 'address'>,
  from: SentOn,
  to: SentOn,
): Promise<boolean> {
  const [moved] = await store.write((database) => [
    database
      .update(notices)
      .set({ digestOn: to.digestOn, remindedOn: to.remindedOn })
      .where(
        and(
          eq(notices.association, association),
          eq(notices.address, address),
          sql`${notices.digestOn} is ${from.digestOn}`,
          sql`${notices.remindedOn} is ${from.remindedOn}`,
        ),
      )
      .returning({ association: notices.association }),
  ])
  return moved.length === 1
}
