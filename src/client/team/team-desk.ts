// A team's changes, from what an officer asked for to what the server keeps: the team as it is now, a roster made and signed in the key
// Worker, and the next look at it. What another officer did meanwhile is read first, and the change made again on top of it.
import type { KeyBlob, TeamChange } from '../../protocol/team.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { CallFault } from '../api.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'
import { enterTeam } from '../inbox/sign-in.ts'
import { fetchTeam, postTeam } from './team-line.ts'
import type { TeamEdit, TeamView } from './team-messages.ts'
import type { WorkFault } from './team-work.ts'

/** What an officer can act on. */
export type TeamFault =
  | WorkFault
  | 'team-changed'
  | 'not-allowed'
  | 'too-many'
  | 'sign-in-required'
  | 'unreachable'
  | 'broken'
  | 'unexpected'

/** How often a change is made again when others changed the team first. */
const TRIES = 3

/** `ways` are of whoever comes in with it. */
export async function changeTeam(
  holder: KeyHolder,
  edit: TeamEdit,
  ways: readonly KeyBlob[] = [],
): Promise<Result<TeamView, TeamFault>> {
  for (let tries = 0; tries < TRIES; tries++) {
    const state = await fetchTeam()
    if (!state.ok) return decline(teamFault(state.reason))
    const entered = await holder.ask({ ask: 'enter', state: state.value })
    if (!entered.ok || !entered.value.ok) return decline('broken')
    const { challenge } = state.value
    const made = await holder.ask({ ask: 'change-team', challenge, edit, ways })
    if (!made.ok) return made
    if (!made.value.ok) return made.value
    const change = made.value.value
    const kept = change === null ? accept(null) : await postTeam(change)
    if (!kept.ok && kept.reason === 'team-changed') continue
    if (!kept.ok && !(kept.reason === 'unreachable' && change && (await arrived(change)))) {
      return decline(teamFault(kept.reason))
    }
    const team = await enterTeam(holder)
    if (!team.ok) return decline(team.reason === 'unreachable' ? 'unreachable' : 'broken')
    return team.value ? accept(team.value) : decline('broken')
  }
  return decline('team-changed')
}

/** Its answer was lost: it may have been kept all the same. */
async function arrived({ roster }: TeamChange): Promise<boolean> {
  const state = await fetchTeam()
  return state.ok && state.value.rosters.at(-1)?.roster === roster
}

/** A team of one. Its officer's key then has to sign in. */
export async function foundTeam(
  holder: KeyHolder,
  name: string,
  sheets: readonly string[],
  ways: readonly KeyBlob[],
): Promise<Result<null, TeamFault>> {
  const state = await fetchTeam()
  if (!state.ok) return decline(teamFault(state.reason))
  const { challenge } = state.value
  const made = await holder.ask({ ask: 'found', challenge, name, sheets, ways })
  if (!made.ok) return made
  if (!made.value.ok) return made.value
  const kept = await postTeam(made.value.value)
  if (kept.ok || kept.reason !== 'unreachable')
    return kept.ok ? accept(null) : decline(teamFault(kept.reason))
  // It may have arrived: then the association's key, which asks again, no longer signs anyone in.
  const again = await postTeam(made.value.value)
  return again.ok || again.reason === 'sign-in-required' ? accept(null) : decline(teamFault(again.reason))
}

export function teamFault(reason: CallFault): TeamFault {
  switch (reason) {
    case 'unreachable':
    case 'team-changed':
    case 'not-allowed':
    case 'too-many':
    case 'sign-in-required':
      return reason
    default:
      return 'unexpected'
  }
}
