// Invitations to a team: open until a day, answered once. What is in them is sealed or locked.
import { and, eq, gte, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm'
import type { Day } from '../../protocol/day.ts'
import { MAX_INVITATIONS } from '../../protocol/limits.ts'
import { rowsOf, someOf, wentOf, type Went } from '../slice.ts'
import type { Store } from '../store.ts'
import { insertKeyBlob, type KeptKeyBlob } from './key-blobs.ts'
import { notePurged } from './purges.ts'
import { invitations, keyBlobs, teamMembers } from './schema.ts'

/** An invitation as officers see it. */
export interface ListedInvitation {
  locatorHash: string
  until: Day
  member: string | null
  note: Uint8Array
  answer: Uint8Array | null
}

/** False when the association has as many open as it may. `id` is random. */
export async function keepInvitation(
  store: Store,
  invitation: { id: number; association: string; locatorHash: string; note: Uint8Array },
  until: Day,
): Promise<boolean> {
  const { id, association, locatorHash, note } = invitation
  const [, kept] = await store.write((database) => [
    database
      .insert(invitations)
      .select(
        sql`select ${id}, ${locatorHash}, ${association}, ${until}, null, ${note}, null where (select count(*) from ${invitations} where ${eq(invitations.association, association)}) < ${MAX_INVITATIONS}`,
      )
      .onConflictDoNothing(),
    database
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(eq(invitations.locatorHash, locatorHash), eq(invitations.association, association))),
  ])
  return kept.length === 1
}

/** Null for none that is open on a day. */
export async function findInvitation(
  store: Store,
  locatorHash: string,
  today: Day,
): Promise<{ association: string; answered: boolean } | null> {
  const [row] = await store.read((database) =>
    database
      .select({ association: invitations.association, member: invitations.member })
      .from(invitations)
      .where(and(eq(invitations.locatorHash, locatorHash), gte(invitations.until, today))),
  )
  return row ? { association: row.association, answered: row.member !== null } : null
}

/** Keeps the one answer of an open invitation, and its answerer's ways. False when it was answered by someone else or is not open, and for a key that is of the team or answered another already. */
export async function answerInvitation(
  store: Store,
  { locatorHash, member, answer }: { locatorHash: string; member: string; answer: Uint8Array },
  ways: readonly KeptKeyBlob[],
  today: Day,
): Promise<boolean> {
  const ours = and(eq(invitations.locatorHash, locatorHash), eq(invitations.member, member))
  const isOurs = sql`exists (select 1 from ${invitations} where ${ours})`
  const results = await store.write((database) => [
    database
      .update(invitations)
      .set({ member, answer })
      .where(
        and(
          eq(invitations.locatorHash, locatorHash),
          isNull(invitations.member),
          gte(invitations.until, today),
          sql`not exists (select 1 from ${invitations} as "other" where "other"."association" = ${invitations.association} and "other"."member" = ${member})`,
          sql`not exists (select 1 from ${teamMembers} where ${teamMembers.association} = ${invitations.association} and ${teamMembers.member} = ${member})`,
        ),
      ),
    ...ways.map((way) => insertKeyBlob(database, way, today, isOurs)),
    database.select({ id: invitations.id }).from(invitations).where(ours),
  ])
  return (results.at(-1) as unknown[]).length === 1
}

/** Those of an association that are open on a day. Raw rows: drizzle turns a blob into a Buffer, and there is none in workerd. */
export async function listInvitations(
  store: Store,
  association: string,
  today: Day,
): Promise<ListedInvitation[]> {
  const { locatorHash, until, member, note, answer } = invitations
  const rows = await store.read((database) =>
    database.all<
      Omit<ListedInvitation, 'note' | 'answer'> & { note: ArrayBuffer; answer: ArrayBuffer | null }
    >(
      sql`select ${locatorHash} as "locatorHash", ${until} as "until", ${member} as "member", ${note} as "note", ${answer} as "answer" from ${invitations} where ${and(eq(invitations.association, association), gte(until, today))} order by ${until}, ${locatorHash}`,
    ),
  )
  return rows.map((row) => ({
    ...row,
    note: new Uint8Array(row.note),
    answer: row.answer && new Uint8Array(row.answer),
  }))
}

/** Takes one back, with the ways of whoever answered it and is not of the team. */
export async function dropInvitation(store: Store, association: string, locatorHash: string): Promise<void> {
  const theirs = and(eq(invitations.association, association), eq(invitations.locatorHash, locatorHash))
  await store.write((database) => [
    database.delete(keyBlobs).where(waysOnlyOf(sql`${theirs}`)),
    database.delete(invitations).where(theirs),
  ])
}

/** At most so many of those whose day has passed. */
export async function purgeInvitations(store: Store, today: Day, atMost: number): Promise<Went> {
  const over = inArray(
    invitations.id,
    someOf(invitations, invitations.id, lt(invitations.until, today), atMost, sql`${invitations.id}`),
  )
  const [, result] = await store.write((database) => [
    database.delete(keyBlobs).where(waysOnlyOf(over)),
    database.delete(invitations).where(over),
    notePurged(database, today, 'invitations'),
  ])
  return wentOf(rowsOf(result), atMost)
}

/** Key blobs that nothing but these invitations keeps. */
const waysOnlyOf = (which: SQL) =>
  sql`exists (select 1 from ${invitations} where ${which} and ${invitations.association} = ${keyBlobs.association} and ${invitations.member} = ${keyBlobs.member}) and not exists (select 1 from ${teamMembers} where ${teamMembers.association} = ${keyBlobs.association} and ${teamMembers.member} = ${keyBlobs.member})`
