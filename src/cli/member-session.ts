// What every command of a member begins with: who they are, of which association, and a session that is kept, or that ends with the
// command. A kept session spares the signature; the key still opens everything, here.
import type { Directory, DirectoryEntry } from '../directory/directory.ts'
import { TeamState } from '../protocol/team.ts'
import { signIn, signOut, type Session } from './inbox-session.ts'
import { readKnownRoots, ROOTS_OPTION } from './known-roots.ts'
import { findKey, KEY_OPTIONS, type FoundKey, type MemberKey } from './member-key.ts'
import { done, misused, refused, type Outcome } from './outcome.ts'
import {
  ask,
  codeIn,
  exchange,
  parsedAs,
  readServer,
  refusalIn,
  unreachable,
  type Server,
} from './server-connection.ts'
import { findAssociation } from './server-directory.ts'
import { keepSession, readSession, type KeptSession } from './session-file.ts'
import { NotSigned, openTeamKeys, type AssociationKeys } from './team-keys.ts'

export const MEMBER_OPTIONS = {
  server: { value: 'URL', about: 'The address of the site.', required: true },
  ...KEY_OPTIONS,
  association: { value: 'NAME', about: 'Of whose team you are, where the key is your own.' },
  roots: ROOTS_OPTION,
} as const

export const SESSION_NOTE =
  'After balise login neither --key nor --gpg is needed: give --association, and the same key opens. Without it the command signs in by itself and out at the end.'

export interface MemberGiven {
  server: string
  key: string | undefined
  gpg: string | undefined
  association: string | undefined
  roots: string | undefined
}

/** A member who is signed in, and what their key opens. */
export interface MemberSession extends Session {
  entry: DirectoryEntry
  directory: Directory
  member: MemberKey
  keys: AssociationKeys
}

/** Does `work` in a session. One that was not kept is ended, whatever happened. */
export async function inMemberSession(
  given: MemberGiven,
  work: (session: MemberSession) => Promise<Outcome>,
): Promise<Outcome> {
  const known = await knowMember(given)
  if (!known.ok) return known
  const { server, entry, directory, found, kept } = known.value
  const member = await found.unlock()
  if (!member.ok) return member
  const goOn = async (session: Session, state: TeamState): Promise<Outcome> => {
    const keys = await openTeamKeys(server, member.value, entry, state)
    if (!keys.ok) return keys
    try {
      return await work({ ...session, entry, directory, member: member.value, keys: keys.value })
    } catch (error) {
      if (error instanceof NotSigned) return error.refusal
      throw error
    }
  }
  if (kept) {
    const session = { server, cookie: kept.cookie }
    const state = await teamIfAlive(session)
    if (!state.ok) return state
    if (state.value) return goOn(session, state.value)
    if (given.key === undefined && given.gpg === undefined) return over(server, entry.association)
  }
  const session = await signIn(server, entry.association, member.value)
  if (!session.ok) return session
  const { cookie } = session.value
  const again = kept
    ? await keepSession(server, entry.association, { member: found.fingerprint, key: found.name, cookie })
    : null
  try {
    const state = await ask(server, '/api/team', TeamState, { headers: { Cookie: cookie } })
    return state.ok ? await goOn(session.value, state.value) : state
  } finally {
    if (!again?.ok) await signOut(session.value)
  }
}

/** Whoever is meant, before anything is unlocked or signed. `kept` is a session of that very key. */
export interface KnownMember {
  server: Server
  entry: DirectoryEntry
  directory: Directory
  found: FoundKey
  kept: KeptSession | null
}

export async function knowMember(given: MemberGiven): Promise<Outcome<KnownMember>> {
  const server = readServer(given.server)
  if (!server.ok) return server
  const named = await keyGiven(server.value, given)
  if (!named.ok) return named
  const found = await findKey(named.value)
  if (!found.ok) return found
  const roots = await readKnownRoots(given.roots)
  if (!roots.ok) return roots
  const listed = await findAssociation(server.value, roots.value, found.value.fingerprint, given.association)
  if (!listed.ok) return listed
  const { entry, directory } = listed.value
  const kept = await readSession(server.value, entry.association)
  if (!kept.ok) return kept
  const own = kept.value?.member === found.value.fingerprint ? kept.value : null
  return done({ server: server.value, entry, directory, found: found.value, kept: own })
}

/** The key on the command line, or the one that signed in before. */
async function keyGiven(
  server: Server,
  { key, gpg, association }: MemberGiven,
): Promise<Outcome<{ key: string | undefined; gpg: string | undefined }>> {
  if (key !== undefined || gpg !== undefined) return done({ key, gpg })
  if (association === undefined) {
    return misused('Give --key FILE or --gpg FINGERPRINT; or, after balise login, --association NAME.')
  }
  const kept = await readSession(server, association)
  if (!kept.ok) return kept
  if (!kept.value) {
    return refused(
      `No session is kept for ${server.origin} under that name. Log in first, or give --key or --gpg. See: npx balise login --help`,
    )
  }
  const name = kept.value.key
  return done('gpg' in name ? { key: undefined, gpg: name.gpg } : { key: name.file, gpg: undefined })
}

/** What the server says of the team; null when it does not know the session any more. */
async function teamIfAlive({ server, cookie }: Session): Promise<Outcome<TeamState | null>> {
  const answer = await exchange(server, '/api/team', { headers: { Cookie: cookie } })
  if (answer.lost) return unreachable(server)
  if (answer.response.ok) return parsedAs(server, TeamState, answer.bytes)
  return codeIn(answer.bytes) === 'sign-in-required' ? done(null) : refusalIn(server, answer.bytes)
}

const over = ({ origin }: Server, association: string) =>
  refused(
    `The session of ${association} at ${origin} has ended: it lasts half an hour without use, and twelve hours at most. Log in again: npx balise login --help`,
  )
