// Whether a case is set aside: by a member, whose choice always stands, or else by a rule, as long as nobody did anything with it. Pure.
import { isBelieved } from '../../sealing/thread-trust.ts'
import { isSetAside } from '../../domain/case-edit.ts'
import type { JunkRule, OpenedReport } from '../../domain/junk.ts'
import type { CaseWork } from '../../protocol/case-file.ts'
import { addDays, type Day } from '../../protocol/day.ts'
import { UNOPENED_DAYS } from '../../protocol/limits.ts'
import { isWithdrawn, reportOf, type Case } from './cases.ts'

/** What a rule set aside and nobody confirmed is back in the list this long before the server deletes it. */
export const BACK_DAYS = 30

/** A case as the rules see it; null while what follows may still arrive, and where there is no report. */
export function openedReportOf(each: Case, urgent: boolean): OpenedReport | null {
  const contents = reportOf(each)
  if (!contents || !each.thread) return null
  const followed = each.thread.messages.some(
    (message) => isBelieved(message) && message.contents.kind !== 'answer',
  )
  return { id: each.id, receivedOn: each.head.receivedOn, contents, urgent, followed }
}

/** The rule that holds a case aside, of what the rules found; null once a member chose, worked on it or answered, or said where it stands. */
export function ruleFor(
  each: Case,
  found: JunkRule | undefined,
  work: CaseWork,
  answered: boolean,
  today: Day,
): JunkRule | null {
  if (!found || answered || isWorkedOn(work) || each.head.standing !== 'received' || isWithdrawn(each.thread))
    return null
  const ours = each.thread?.messages.some(({ contents }) => contents.kind === 'answer')
  const unconfirmed = each.envelopes.some(({ acknowledged }) => !acknowledged)
  const isLeaving = unconfirmed && each.head.receivedOn <= addDays(today, BACK_DAYS - UNOPENED_DAYS)
  return ours || isLeaving ? null : found
}

const isWorkedOn = ({
  aside,
  state,
  assignee,
  duplicateOf,
  transfers,
  tags,
  notes,
  tasks,
}: CaseWork): boolean =>
  aside !== null ||
  state !== 'received' ||
  assignee !== null ||
  duplicateOf !== null ||
  transfers.length + tags.length + notes.length + tasks.length > 0

export const isAside = (work: CaseWork, rule: JunkRule | null): boolean =>
  work.aside === null ? rule !== null : isSetAside(work)
