// Decides whether a roster may take the place of another. Signatures are judged elsewhere; here it is who may say so, and about whom.
import type { Roster, RosterKey, RosterMember } from '../protocol/team.ts'
import { accept, decline, type Result } from '../protocol/result.ts'

/** The newest roster, and the SHA-256 of its text. */
export interface Standing {
  roster: Roster
  digest: string
}

export type TeamFault = 'team-changed' | 'team-refused'

/** Roles that may sign a roster: a recovery key brings a team back when its officers have lost theirs. */
const SIGNING_ROLES: readonly RosterMember['role'][] = ['officer', 'recovery']

/** Those whose signature a roster may bear: of the one before, or, for a first one, of its own officers. */
export const signersOf = (next: Roster, before: Standing | null): string[] =>
  (before?.roster ?? next).members
    .filter(({ role }) => (before ? SIGNING_ROLES.includes(role) : role === 'officer'))
    .map(({ key }) => key)

/**
 * The key that must sign a roster besides an officer: the newest it names. `directoryKey` is the one the directory has for this
 * association. A first roster has that key alone; later ones keep all there were, and add one at most.
 */
export function judgeRoster(
  next: Roster,
  before: Standing | null,
  association: string,
  directoryKey: RosterKey,
): Result<RosterKey, TeamFault> {
  const number = (before?.roster.number ?? 0) + 1
  if (next.number !== number || next.previous !== (before?.digest ?? null)) return decline('team-changed')
  if (next.association !== association) return decline('team-refused')
  const known = before?.roster.keys ?? [directoryKey]
  const kept = known.every((key, index) => sameKey(key, next.keys[index]))
  const added = next.keys.length - known.length
  const newest = next.keys.at(-1)
  if (!kept || !newest || added > (before ? 1 : 0)) return decline('team-refused')
  return accept(newest)
}

/** An officer leaves with it: what they signed for others, an invitation, no longer counts. */
export function losesOfficer(next: Roster, before: Roster | null): boolean {
  const staying = new Set(next.members.map(({ key }) => key))
  return before?.members.some(({ key, role }) => role === 'officer' && !staying.has(key)) ?? false
}

/** Where the directory gives the association a key that its team never had, the federation began anew with it. */
export const isTeamOver = ({ keys }: Roster, directoryKey: RosterKey | null): boolean =>
  directoryKey !== null && !keys.some(({ key }) => key === directoryKey.key)

const sameKey = (one: RosterKey, other: RosterKey | undefined): boolean =>
  one.key === other?.key && one.encryptionKeyId === other.encryptionKeyId
