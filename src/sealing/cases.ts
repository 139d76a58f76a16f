// The opened inbox as cases: a report with all that followed it, or an envelope that stands alone. Pure: whom a message comes from was
// decided by thread.ts, and is never decided again here.
import { isBelieved } from './thread-trust.ts'
import type { Day } from '../protocol/day.ts'
import type { EnvelopeContents } from '../protocol/envelope.ts'
import type { Reply } from '../protocol/shapes.ts'
import type { InboxItem } from './inbox-items.ts'
import type { Thread } from './thread.ts'

export interface Case {
  /** Of the envelope that heads it. */
  id: string
  /** When the person last wrote: neither the association's own answers nor what is not proven moves a case up. */
  day: Day
  head: InboxItem
  /** Every envelope of it, repeats included. */
  envelopes: InboxItem[]
  /** Null for an envelope that did not open, and while what follows is still arriving. */
  thread: Thread | null
}

/** One envelope by itself, before it is known what follows it. */
export const caseOf = (head: InboxItem): Case => ({
  id: head.id,
  day: head.receivedOn,
  head,
  envelopes: [head],
  thread: null,
})

/** Whether an envelope may be listed before all have arrived: what follows a report is not read without it. */
export const standsAlone = ({ opened }: InboxItem): boolean => !opened.ok || opened.value.kind === 'report'

/**
 * Every case. A thread of several reports gives each its own, and what followed is then theirs in common. `complete`: nothing older is
 * left to load; until then a message whose report has not arrived is not listed, since it would seem to come from nobody.
 */
export function casesOf(items: readonly InboxItem[], threads: readonly Thread[], complete: boolean): Case[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const itemsOf = (ids: readonly string[]): InboxItem[] => ids.flatMap((id) => byId.get(id) ?? [])
  const unopened = items.filter(({ opened }) => !opened.ok)
  const together = threads.flatMap((thread): Case[] => {
    const following = itemsOf(thread.messages.flatMap(({ ids }) => ids))
    const heads = thread.reports.map(({ ids }) => itemsOf(ids))
    if (heads.length === 0 && complete) return caseIn(thread, [], following)
    return heads.flatMap((report) => caseIn(thread, report, following))
  })
  return [...together, ...unopened.map(caseOf)]
}

function caseIn(thread: Thread, report: InboxItem[], following: InboxItem[]): Case[] {
  const envelopes = [...report, ...following]
  const [head] = envelopes
  if (!head) return []
  const proven = thread.messages.filter(
    ({ trust, contents }) => trust !== 'forged' && contents.kind !== 'answer',
  )
  const days = [head.receivedOn, ...proven.map(({ receivedOn }) => receivedOn)]
  return [{ id: head.id, day: days.toSorted().at(-1) ?? head.receivedOn, head, envelopes, thread }]
}

/**
 * What a case without its report is: someone's withdrawal, answers of the association's own, or words that nobody is proven to have
 * written. A withdrawal is taken at its word: only who knew the thread can write one, and to act on it harms nobody.
 */
export type Orphan = 'withdrawal' | 'answer' | 'message'

/** Null for a case that has its report, or whose envelope did not open. */
export function orphanOf({ head: { opened }, thread }: Case): Orphan | null {
  if (!opened.ok || opened.value.kind === 'report') return null
  const messages = thread?.messages ?? []
  if (messages.some(({ contents }) => contents.kind === 'withdrawal')) return 'withdrawal'
  const ours = messages.filter(({ trust, contents }) => trust === 'trusted' && contents.kind === 'answer')
  return ours.length > 0 && ours.length === messages.length ? 'answer' : 'message'
}

/** Whether another association is proven to have passed it on. Until what follows has arrived nothing is. */
export const isVouchedFor = ({ head, thread }: Case): boolean =>
  thread?.reports.some(({ vouched, ids }) => vouched === true && ids.includes(head.id)) === true

/**
 * What must last as long as the case it governs, and that nobody has confirmed: a withdrawal, another code. Left alone it would be erased
 * before the report, which would then seem never to have been withdrawn.
 */
export function owedReceipts({ head, envelopes, thread }: Case): string[] {
  const governing = (thread?.messages ?? []).filter(
    (message) =>
      isBelieved(message) && (message.contents.kind === 'withdrawal' || message.contents.kind === 'new-code'),
  )
  const ids = new Set(governing.flatMap((message) => message.ids))
  return head.acknowledged
    ? envelopes.flatMap(({ id, acknowledged }) => (ids.has(id) && !acknowledged ? [id] : []))
    : []
}

export const isWithdrawn = (thread: Thread | null): boolean => thread !== null && thread.withdrawnOn !== null

/** Once withdrawn, whose code is whose no longer matters. */
export const isDisputed = (thread: Thread | null): boolean =>
  thread?.disputed === true && !isWithdrawn(thread)

/** The report a case began with; null when it is not there, or did not open. */
export const reportOf = ({ head: { opened } }: Case): EnvelopeContents | null =>
  opened.ok && opened.value.kind === 'report' ? opened.value : null

/** Whether something of it was not acknowledged yet. */
export const isNew = ({ envelopes }: Case): boolean => envelopes.some(({ acknowledged }) => !acknowledged)

/** Whom an answer is for. */
export interface Addressee {
  thread: string
  reply: Reply
}

/** Nobody writes to a person who withdrew, nor where two people may hold the code. */
export const isOpen = ({ thread }: Pick<Case, 'thread'>): boolean =>
  thread !== null && thread.reports.length > 0 && !isWithdrawn(thread) && !thread.disputed

/** The newest way to answer that is proven; null where there is none. */
export const addresseeOf = ({ thread }: Pick<Case, 'thread'>): Addressee | null =>
  thread?.reply ? { thread: thread.thread, reply: thread.reply } : null

export const mayDecline = ({ thread, head }: Pick<Case, 'thread' | 'head'>): boolean =>
  thread !== null && thread.reports.length > 0 && !isWithdrawn(thread) && head.standing !== 'declined'
