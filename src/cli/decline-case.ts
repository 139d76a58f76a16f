// Declines a case as the workspace does: the team's file says so, its author is told by the server, and the record has it.
import { isWithdrawn, mayDecline, type Case } from '../sealing/cases.ts'
import type { MemberSession } from './member-session.ts'
import { editOrSay, type OpenCases } from './open-cases.ts'
import { done, refused, type Outcome } from './outcome.ts'

/** Why it cannot be declined; null when it can. */
export function declineFault(each: Case): string | null {
  if (mayDecline(each)) return null
  if (isWithdrawn(each.thread)) return 'The person withdrew: there is nothing left to decline.'
  return each.head.standing === 'declined'
    ? 'This case is declined already.'
    : 'Only a report can be declined.'
}

export async function declineCase(
  session: MemberSession,
  { desk, records }: OpenCases,
  each: Case,
): Promise<Outcome> {
  const fault = declineFault(each)
  if (fault !== null) return refused(fault)
  const { state } = desk.known(each.id).work
  const choice = { edit: 'state', from: state, to: 'declined', reason: '' } as const
  const edited = await editOrSay(session.server, desk, each.id, choice)
  if (!edited.ok) return edited
  return (await records.note('declined', each.id))
    ? done(undefined)
    : refused('The person is told that the case is declined, but the team’s own record lacks it.')
}
