// A case as data, for scripts: what was told, what followed, what the team wrote. It leaves out what opens or answers anything: session keys
// of files, holds, the way to the person's mailbox.
import { lastDayOn } from '../domain/standings.ts'
import type { CaseWork } from '../protocol/case-file.ts'
import {
  isDisputed,
  isNew,
  isOpen,
  isVouchedFor,
  reportOf,
  addresseeOf,
  type Case,
} from '../sealing/cases.ts'
import type { ThreadMessage } from '../sealing/thread.ts'
import type { KnownCase } from '../domain/case-desk.ts'
import type { Attachments } from '../protocol/attachment.ts'
import { stateOf, titleOf } from './case-words.ts'

/** One line of the list. */
export function summaryOf(each: Case, { work }: KnownCase) {
  const { head, thread } = each
  return {
    id: each.id,
    day: each.day,
    receivedOn: head.receivedOn,
    opened: head.opened.ok || head.opened.reason,
    state: stateOf(each, work),
    title: titleOf(each),
    new: isNew(each),
    withdrawnOn: thread?.withdrawnOn ?? null,
    disputed: isDisputed(thread),
    canBeAnswered: isOpen(each) && addresseeOf(each) !== null,
    assignee: work.assignee,
    aside: work.aside,
    duplicateOf: work.duplicateOf,
    tags: work.tags,
    transfers: work.transfers,
    lastDay: lastDayOn(each),
  }
}

/** All of it. */
export function viewOf(each: Case, known: KnownCase) {
  const { notes, tasks, reason }: CaseWork = known.work
  return {
    ...summaryOf(each, known),
    report: reportIn(each),
    messages: (each.thread?.messages ?? []).map(messageIn),
    reason,
    notes,
    tasks,
  }
}

function reportIn(each: Case) {
  const report = reportOf(each)
  if (!report) return null
  const { writtenOn, locale, account, about, narrative, identifiers, contact, consent, transferred } = report
  const told = { writtenOn, locale, narrative, account, about: about ?? {}, identifiers }
  const from = transferred ? { ...transferred, proven: isVouchedFor(each) } : null
  return {
    ...told,
    contact: contact ?? null,
    consent,
    transferred: from,
    files: filesIn(report.attachments),
  }
}

/** What each file is; what opens it stays out. */
export const filesIn = (attachments: Attachments | undefined) =>
  (attachments?.files ?? []).map(({ name, mediaType, bytes, sha256 }) => ({ name, mediaType, bytes, sha256 }))

function messageIn({ contents, receivedOn, trust }: ThreadMessage) {
  const { kind, writtenOn } = contents
  const said = { kind, trust, receivedOn, writtenOn }
  if (contents.kind === 'answer') return { ...said, text: contents.text, asking: contents.asking ?? null }
  if (contents.kind !== 'follow-up') return said
  const { text, granting, attachments } = contents
  const { to, answer, message } = granting ?? {}
  return { ...said, text, granting: granting ? { message, to, answer } : null, files: filesIn(attachments) }
}
