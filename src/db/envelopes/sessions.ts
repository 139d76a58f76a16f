// Sessions of signed-in members, known by the hash of their token. What a member may do is not kept with them: it is asked each time.
import { and, eq, gt, inArray, lt, or, sql } from 'drizzle-orm'
import type { Day } from '../../protocol/day.ts'
import { spenderOf, spendProof, spentBy, type Spending } from '../spent-proofs.ts'
import { rowsOf, someOf, wentOf, type Went } from '../slice.ts'
import type { Store } from '../store.ts'
import { notePurged } from './purges.ts'
import { sessions } from './schema.ts'

/** What a session's life is measured against, in seconds: seen and started later than these, it lives. */
export interface SessionLimits {
  seenAfter: number
  startedAfter: number
}

/** Who is signed in: an association, and the fingerprint of the key that did. */
export interface SignedIn {
  association: string
  member: string
}

/** Opens a session if this sign-in challenge was never used; false when it was. `at` is in seconds. */
export async function openSession(
  store: Store,
  spending: Spending,
  session: { tokenHash: string; association: string; member: string },
  at: number,
): Promise<boolean> {
  const [, , spenders] = await store.write((database) => [
    spendProof(database, spending),
    database
      .insert(sessions)
      .select(
        sql`select ${session.tokenHash}, ${session.association}, ${session.member}, ${at}, ${at} where ${spentBy(spending)}`,
      ),
    spenderOf(database, spending.nonce),
  ])
  return spenders[0]?.claim === spending.claim
}

/**
 * Who is behind a live session, which is seen `at` (seconds); null when there is none. It looks before it writes: a made-up token
 * must not take the one writer's time.
 */
export async function seeSession(
  store: Store,
  tokenHash: string,
  { seenAfter, startedAfter }: SessionLimits,
  at: number,
): Promise<SignedIn | null> {
  const found = await findSession(store, tokenHash)
  if (!found) return null
  const [seen] = await store.write((database) => [
    database
      .update(sessions)
      .set({ lastSeenAt: at })
      .where(
        and(
          eq(sessions.tokenHash, tokenHash),
          gt(sessions.lastSeenAt, seenAfter),
          gt(sessions.startedAt, startedAfter),
        ),
      )
      .returning({ association: sessions.association }),
  ])
  return seen.length > 0 ? found : null
}

/** Without such a session it writes nothing. */
export async function closeSession(store: Store, tokenHash: string): Promise<void> {
  if (!(await findSession(store, tokenHash))) return
  await store.write((database) => [database.delete(sessions).where(eq(sessions.tokenHash, tokenHash))])
}

/** After a restore: whoever was signed in signs in again. */
export async function closeAllSessions(store: Store): Promise<void> {
  await store.write((database) => [database.delete(sessions)])
}

/** Deletes at most so many dead sessions. */
export async function purgeSessions(
  store: Store,
  { seenAfter, startedAfter }: SessionLimits,
  on: Day,
  atMost: number,
): Promise<Went> {
  const dead = or(lt(sessions.lastSeenAt, seenAfter), lt(sessions.startedAt, startedAfter))
  const [result] = await store.write((database) => [
    database
      .delete(sessions)
      .where(inArray(sessions.tokenHash, someOf(sessions, sessions.tokenHash, dead, atMost))),
    notePurged(database, on, 'sessions'),
  ])
  return wentOf(rowsOf(result), atMost)
}

async function findSession(store: Store, tokenHash: string): Promise<SignedIn | null> {
  const [found] = await store.read((database) =>
    database
      .select({ association: sessions.association, member: sessions.member })
      .from(sessions)
      .where(eq(sessions.tokenHash, tokenHash)),
  )
  return found ?? null
}
