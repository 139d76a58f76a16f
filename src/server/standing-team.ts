// The team that speaks for an association now. Where the directory gives the association a key that its team never had, the federation
// began anew with it: what the old team signed no longer counts, and the association's own key founds again.
import { listTeam, newestRoster, type TeamRow } from '../db/envelopes/team.ts'
import { fingerprintOfBody } from '../crypto/key-body.ts'
import { sha256Hex } from '../crypto/sha256.ts'
import { utf8 } from '../crypto/encoding.ts'
import { isTeamOver, type Standing } from '../domain/team.ts'
import type { Roster, TeamRole } from '../protocol/team.ts'
import type { House } from './env.ts'

type Needed = Pick<House, 'directory' | 'envelopes'>

export interface StandingTeam {
  /** Null where no team stands. */
  newest: Standing | null
  /** Rosters are kept of a team that no longer stands: founding replaces them. */
  isOver: boolean
}

/** `at` is in milliseconds. */
export async function standingTeam(
  { directory, envelopes }: Needed,
  association: string,
  at: number,
): Promise<StandingTeam> {
  const text = await newestRoster(envelopes, association)
  if (text === null) return { newest: null, isOver: false }
  // Judged when it was kept.
  const roster = JSON.parse(text) as Roster
  const listed = await directory.rosterKeyOf(association, at)
  const isOver = isTeamOver(roster, listed)
  return { newest: isOver ? null : { roster, digest: sha256Hex(utf8(text)) }, isOver }
}

/** Who may sign in: none where it is the association's own key that does. */
export async function standingMembers(house: Needed, association: string, at: number): Promise<TeamRow[]> {
  const { newest } = await standingTeam(house, association, at)
  return newest ? listTeam(house.envelopes, association) : []
}

/** What the holder of a key may do; null for nothing. Where there is no team, the association's key is its officer's. */
export async function roleOf(
  house: Needed,
  association: string,
  member: string,
  at: number,
): Promise<TeamRole | null> {
  const team = await standingMembers(house, association, at)
  if (team.length > 0) return team.find((each) => each.member === member)?.role ?? null
  const listed = await house.directory.rosterKeyOf(association, at)
  return listed && (await fingerprintOfBody(listed.key)) === member ? 'officer' : null
}
