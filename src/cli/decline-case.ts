// Declines a case as the workspace does: its author is told by the server, the team's file says so, and the record has it.
import { isWithdrawn, mayDecline, type Case } from '../sealing/cases.ts'
import { acknowledge } from './inbox-session.ts'
import type { MemberSession } from './member-session.ts'
import { editOrSay, type OpenCases } from './open-cases.ts'
import { done, refused, type Outcome } from './outcome.ts'

/** Why it cannot be declined; null when it can. */
export function declineFault(each: Case): string | null {
  if (mayDecline(each)) return null
  if (isWithdrawn(each.thread)) return 'The person withdrew: there is nothing left to decline.'
  return each.head.declined ? 'This case is declined already.' : 'Only a report can be declined.'
}

export async function declineCase(
  session: MemberSession,
  { desk, records }: OpenCases,
  each: Case,
): Promise<Outcome> {
  const fault = declineFault(each)
  if (fault !== null) return refused(fault)
  // The rest of what was read goes first: a case that is declined holds nothing new.
  const others = each.envelopes.filter(({ id, acknowledged }) => id !== each.id && !acknowledged)
  const held = await acknowledge(
    session,
    others.map(({ id }) => id),
  )
  if (!held.ok) return held
  const told = await acknowledge(session, [each.id], true)
  if (!told.ok) return told
  const { state } = desk.known(each.id).work
  const choice = { edit: 'state', from: state, to: 'declined', reason: '' } as const
  const edited = await editOrSay(session.server, desk, each.id, choice)
  const noted = await records.note('declined', each.id)
  if (edited.ok && noted) return done(undefined)
  const why = edited.ok ? '' : ` ${edited.message}`
  return refused(
    `The person is told that the case is declined, but the team’s own file or record lacks it.${why}`,
  )
}
