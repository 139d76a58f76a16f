// Signing in: a key is unlocked in its Worker, signs the server's challenge there, and only the signature is sent. With the session come
// the team, and the association's keys sealed to whoever signed in.
import * as v from 'valibot'
import { hasChallengeForm } from '../../crypto/challenge.ts'
import type { Code } from '../../crypto/return-code.ts'
import type { SignIn } from '../../protocol/inbox.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { call, type CallFault } from '../api.ts'
import { fetchTeam, findKey } from '../team/team-line.ts'
import type { Opener, TeamView } from '../team/team-messages.ts'
import type { KeyHolder } from './key-holder.ts'
import type { KeySource, Member, UnlockFault } from './key-source.ts'

export type SignInFault =
  | UnlockFault
  | 'no-such-key'
  | 'not-a-challenge'
  | 'not-believed'
  | 'broken'
  | 'sign-in-refused'
  | 'unreachable'
  | 'unexpected'

/** Who is in. `team` is null where none was founded: then it is the association's own key that is open. */
export interface Entered {
  member: Member
  team: TeamView | null
}

/** By what a session was opened. */
export type OpenedWith = 'passkey' | 'words' | 'sheet' | 'file'

/** Who is in, and by what. */
export interface Visit extends Entered {
  openedWith: OpenedWith
}

type Entering = Promise<Result<Entered, SignInFault>>

const ChallengeOffer = v.object({ challenge: v.string() })

/** With a key in a file, or pasted. `association` is asked for where the key is not its own. */
export async function enterWithFile(
  holder: KeyHolder,
  key: KeySource,
  passphrase: string,
  association: string | null,
): Entering {
  const unlocked = await holder.ask({ ask: 'unlock', key, passphrase, association })
  if (!unlocked.ok) return unlocked
  return unlocked.value.ok ? goIn(holder, unlocked.value.value) : unlocked.value
}

/** With what opens the key that the server keeps under lock. */
export async function enterWithOpener(holder: KeyHolder, opener: Opener): Entering {
  const locator = await holder.ask({ ask: 'locate', opener })
  if (!locator.ok) return locator
  const found = await findKey(locator.value)
  if (!found.ok) return decline(found.reason === 'not-found' ? 'no-such-key' : signInFault(found.reason))
  const unlocked = await holder.ask({ ask: 'unlock-blob', ...found.value })
  if (!unlocked.ok) return unlocked
  return unlocked.value.ok ? goIn(holder, unlocked.value.value) : unlocked.value
}

/** With a recovery sheet. */
export async function enterWithSheet(holder: KeyHolder, association: string, code: Code): Entering {
  const unlocked = await holder.ask({ ask: 'unlock-sheet', association, code })
  if (!unlocked.ok) return unlocked
  return unlocked.value.ok ? goIn(holder, unlocked.value.value) : unlocked.value
}

/** With the key that the Worker holds: a session, then the team. */
export async function goIn(holder: KeyHolder, member: Member): Entering {
  const session = await openSession(holder, member.association)
  if (!session.ok) return session
  const team = await enterTeam(holder)
  return team.ok ? accept({ member, team: team.value }) : team
}

/** The team as it is now, believed or not. */
export async function enterTeam(holder: KeyHolder): Promise<Result<TeamView | null, SignInFault>> {
  const state = await fetchTeam()
  if (!state.ok) return decline(signInFault(state.reason))
  const entered = await holder.ask({ ask: 'enter', state: state.value })
  if (!entered.ok) return entered
  return entered.value.ok ? entered.value : decline('not-believed')
}

/** On success the browser holds the session's cookie, which this code cannot read. */
export async function openSession(
  holder: KeyHolder,
  association: string,
): Promise<Result<null, SignInFault>> {
  const challenge = await askChallenge()
  if (!challenge.ok) return challenge
  const signed = await holder.ask({ ask: 'sign', origin: location.origin, challenge: challenge.value })
  if (!signed.ok) return signed
  if (!signed.value.ok) {
    return decline(signed.value.reason === 'clock' ? 'sign-in-refused' : 'not-a-challenge')
  }
  const signature = signed.value.value
  const refused = await sendSignature({ association, challenge: challenge.value, signature })
  return refused === null ? accept(null) : decline(refused)
}

/** What faults there are in what is said with the server alone. */
type LineFault = 'unreachable' | 'sign-in-refused' | 'unexpected'

/** What is to be signed: nothing else than a sign-in challenge is, whoever signs. */
export async function askChallenge(): Promise<Result<string, LineFault | 'not-a-challenge'>> {
  const offer = await call('/api/sign-in-challenge')
  if (!offer.ok) return decline(signInFault(offer.reason))
  const parsed = v.safeParse(ChallengeOffer, offer.value)
  if (!parsed.success) return decline('unreachable')
  const { challenge } = parsed.output
  return hasChallengeForm('sign-in', challenge) ? accept(challenge) : decline('not-a-challenge')
}

/** Null once the browser holds the session's cookie. */
export async function sendSignature(signed: SignIn): Promise<LineFault | null> {
  const session = await call('/api/session', {
    method: 'POST',
    credentials: 'same-origin',
    body: JSON.stringify(signed),
  })
  return session.ok ? null : signInFault(session.reason)
}

/** Of the server's refusals, only three things a member can act on: their network, their clock or key, or waiting. */
function signInFault(reason: CallFault): LineFault {
  if (reason === 'unreachable') return 'unreachable'
  return reason === 'sign-in-refused' ? 'sign-in-refused' : 'unexpected'
}

/** Tells the server the session is over. The key is gone whatever it answers. */
export const signOut = (): Promise<unknown> =>
  call('/api/session', { method: 'DELETE', credentials: 'same-origin' })
