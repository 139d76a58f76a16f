// The views of the list: which cases each one holds. A closed list: another view is one more line here, and its words.
import { isBelieved } from '../../sealing/thread-trust.ts'
import { isNew, isWithdrawn, orphanOf, reportOf, type Case } from './cases.ts'
import { standingOf } from '../../domain/standings.ts'
import type { CaseWork } from '../../protocol/case-file.ts'
import { isOver } from '../../protocol/case-state.ts'
import type { SentAnswer } from './correspondence.ts'
import type { JunkRule } from '../../domain/junk.ts'
import { isAside } from './set-aside.ts'

/** In the order they are offered. */
export const VIEWS = ['all', 'new', 'mine', 'open', 'for-us', 'for-them', 'closed', 'aside'] as const
export type View = (typeof VIEWS)[number]

/**
 * What is known of a case beside it. `sent` are answers that left in this session, some of which the thread may not hold yet; `work` is
 * what the association wrote about it; `rule` is what holds it aside where no member chose; `self` is the fingerprint of whoever looks.
 */
export interface Beside {
  sent: readonly SentAnswer[]
  work: CaseWork
  rule: JunkRule | null
  self: string
}

type Holds = (each: Case, beside: Beside) => boolean

/** Whoever still has something to do with it. */
const isLive: Holds = (each, { work }) => !isClosed(each) && !isOver(standingOf(each, work))

const HOLDS: Readonly<Record<View, Holds>> = {
  all: () => true,
  new: isNew,
  mine: (each, beside) => isLive(each, beside) && beside.work.assignee === beside.self,
  open: (each, beside) => isLive(each, beside) && beside.work.state === 'accepted',
  'for-us': (each, beside) =>
    isLive(each, beside) && reportOf(each) !== null && !weSpokeLast(each, beside.sent),
  'for-them': (each, beside) =>
    isLive(each, beside) && reportOf(each) !== null && weSpokeLast(each, beside.sent),
  closed: (each, beside) => !isLive(each, beside),
  aside: () => true,
}

/** What was set aside is in a view of its own, and in no other. */
export const isInView = (view: View, each: Case, beside: Beside): boolean =>
  isAside(beside.work, beside.rule) === (view === 'aside') && HOLDS[view](each, beside)

/** Withdrawn, or with nothing left of the report but its end. */
function isClosed(each: Case): boolean {
  const orphan = orphanOf(each)
  return isWithdrawn(each.thread) || orphan === 'withdrawal' || orphan === 'answer'
}

/**
 * Only words count: a new code asks for nothing. Within a day nothing is known of the order, so that what the person wrote on the day of
 * our answer is taken to have come after it until its receipt is confirmed: answering confirms what was on screen.
 */
function weSpokeLast({ thread, envelopes }: Case, sent: readonly SentAnswer[]): boolean {
  const fresh = new Set(envelopes.flatMap(({ id, acknowledged }) => (acknowledged ? [] : [id])))
  const words = (thread?.messages ?? []).filter(
    (message) =>
      isBelieved(message) && (message.contents.kind === 'follow-up' || message.contents.kind === 'answer'),
  )
  const unread = words.some(
    ({ contents, ids }) => contents.kind === 'follow-up' && ids.every((id) => fresh.has(id)),
  )
  if (unread) return false
  const last = words.at(-1)
  if (last?.contents.kind === 'answer') return true
  return sent.some(({ answer }) => !last || answer.writtenOn >= last.receivedOn)
}
