// Teams: rosters in a row, each following the very one before, with the newest one's book and wraps. It judges no signature.
import { and, asc, desc, eq, inArray, isNull, notInArray, sql, type SQL } from 'drizzle-orm'
import type { Day } from '../../protocol/day.ts'
import type { SignedRoster, TeamRole } from '../../protocol/team.ts'
import { spendProof, spentBy, type Spending } from '../spent-proofs.ts'
import type { Store } from '../store.ts'
import { insertKeyBlob, type KeptKeyBlob } from './key-blobs.ts'
import { invitations, keyBlobs, notices, rosters, teamBooks, teamMembers } from './schema.ts'

/** A member of the newest roster. `key` is `PublicKeyBody`, `member` its fingerprint. */
export interface TeamRow {
  member: string
  key: string
  role: TeamRole
}

/** A roster to keep, judged already. `digest` is the SHA-256 of its text; ids are random. */
export interface KeptRoster extends SignedRoster {
  id: number
  association: string
  number: number
  digest: string
  book: Uint8Array
  members: readonly (TeamRow & { id: number; wrap: Uint8Array })[]
  /** Of members of this roster. */
  ways: readonly KeptKeyBlob[]
  /** Newcomers who bring no way with them: each must have answered an invitation that is still there. */
  invited: readonly string[]
  /** Whether an officer left: invitations they may have seen are then no longer open. */
  closesInvitations: boolean
  /** Whether it is the first of a new beginning: rosters of a team that no longer stands are forgotten, and where it had notices sent. */
  anew: boolean
}

/** The members of an association's newest roster; none where no team was founded. */
export const listTeam = (store: Store, association: string): Promise<TeamRow[]> =>
  store.read((database) =>
    database
      .select({ member: teamMembers.member, key: teamMembers.key, role: teamMembers.role })
      .from(teamMembers)
      .where(eq(teamMembers.association, association)),
  )

/** Every roster of an association, oldest first. */
export const listRosters = (store: Store, association: string): Promise<SignedRoster[]> =>
  store.read((database) =>
    database
      .select({ roster: rosters.roster, byKey: rosters.byKey, byMember: rosters.byMember })
      .from(rosters)
      .where(eq(rosters.association, association))
      .orderBy(asc(rosters.number)),
  )

/** The text of an association's newest roster; null where it never had a team. */
export async function newestRoster(store: Store, association: string): Promise<string | null> {
  const [newest] = await store.read((database) =>
    database
      .select({ roster: rosters.roster })
      .from(rosters)
      .where(eq(rosters.association, association))
      .orderBy(desc(rosters.number))
      .limit(1),
  )
  return newest?.roster ?? null
}

/** The newest roster's sealed book, and one member's wrap. */
export async function readBook(
  store: Store,
  association: string,
  member: string,
): Promise<{ book: Uint8Array | null; wrap: Uint8Array | null }> {
  const book = await rawBytes(
    store,
    sql`select ${teamBooks.bytes} as "bytes" from ${teamBooks} where ${eq(teamBooks.association, association)}`,
  )
  const wrap = await rawBytes(
    store,
    sql`select ${teamMembers.wrap} as "bytes" from ${teamMembers} where ${and(eq(teamMembers.association, association), eq(teamMembers.member, member))}`,
  )
  return { book, wrap }
}

/** Raw rows: drizzle turns a blob into a Buffer, and there is none in workerd. */
async function rawBytes(store: Store, query: SQL): Promise<Uint8Array | null> {
  const [row] = await store.read((database) => database.all<{ bytes: ArrayBuffer }>(query))
  return row ? new Uint8Array(row.bytes) : null
}

/**
 * Puts a roster in the place of the one before, with its book, its members and their wraps, and forgets the keys of those who left.
 * False, and nothing is changed, when the challenge was spent or another roster came first.
 */
export async function keepRoster(
  store: Store,
  spending: Spending,
  {
    id,
    association,
    number,
    digest,
    roster,
    byKey,
    byMember,
    book,
    members,
    ways,
    invited,
    closesInvitations,
    anew,
  }: KeptRoster,
  today: Day,
): Promise<boolean> {
  const ofAssociation = eq(rosters.association, association)
  /** True once this very roster is in, by this very request. */
  const isOurs = sql`${spentBy(spending)} and exists (select 1 from ${rosters} where ${and(ofAssociation, eq(rosters.number, number), eq(rosters.id, id))})`
  const answered = sql`(select count(*) from ${invitations} where ${and(eq(invitations.association, association), inArray(invitations.member, [...invited]))})`
  const areInvited = invited.length === 0 ? sql`true` : sql`${answered} = ${invited.length}`
  const results = await store.write((database) => [
    spendProof(database, spending),
    // Where the team before was told of what waits, this one may have nobody.
    ...(anew
      ? [
          database.delete(rosters).where(sql`${ofAssociation} and ${spentBy(spending)}`),
          database
            .delete(notices)
            .where(sql`${eq(notices.association, association)} and ${spentBy(spending)}`),
        ]
      : []),
    database
      .insert(rosters)
      .select(
        sql`select ${id}, ${association}, ${number}, ${roster}, ${digest}, ${byKey}, ${byMember} where ${spentBy(spending)} and (select count(*) from ${rosters} where ${ofAssociation}) = ${number - 1} and ${areInvited}`,
      )
      .onConflictDoNothing(),
    database.delete(teamBooks).where(sql`${eq(teamBooks.association, association)} and ${isOurs}`),
    database.insert(teamBooks).select(sql`select ${association}, ${book} where ${isOurs}`),
    database.delete(teamMembers).where(sql`${eq(teamMembers.association, association)} and ${isOurs}`),
    ...members.map((each) =>
      database
        .insert(teamMembers)
        .select(
          sql`select ${each.id}, ${association}, ${each.member}, ${each.key}, ${each.role}, ${each.wrap} where ${isOurs}`,
        ),
    ),
    ...ways.map((way) => insertKeyBlob(database, way, today, isOurs)),
    // An invitation that was answered and taken up has done its work; one still open keeps its answerer's ways.
    database
      .delete(invitations)
      .where(
        sql`${and(
          eq(invitations.association, association),
          sql`${invitations.member} in (select ${teamMembers.member} from ${teamMembers} where ${eq(teamMembers.association, association)})`,
        )} and ${isOurs}`,
      ),
    ...(closesInvitations
      ? [
          database
            .delete(invitations)
            .where(
              sql`${and(eq(invitations.association, association), isNull(invitations.member))} and ${isOurs}`,
            ),
        ]
      : []),
    database.delete(keyBlobs).where(
      sql`${and(
        eq(keyBlobs.association, association),
        notInArray(
          keyBlobs.member,
          members.map(({ member }) => member),
        ),
        sql`not exists (select 1 from ${invitations} where ${invitations.association} = ${keyBlobs.association} and ${invitations.member} = ${keyBlobs.member})`,
      )} and ${isOurs}`,
    ),
    database
      .select({ id: rosters.id })
      .from(rosters)
      .where(and(ofAssociation, eq(rosters.number, number))),
  ])
  const [kept] = results.at(-1) as { id: number }[]
  return kept?.id === id
}
