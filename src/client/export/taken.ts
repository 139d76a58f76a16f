// What of a case leaves with it, as its member chose: the report, what followed, the consent, the files by names of ours. What opens a
// file, keeps it on the server or writes to its author never leaves, whatever was chosen. Pure.
import type { Attachment, Attachments } from '../../protocol/attachment.ts'
import type { CaseWork } from '../../protocol/case-file.ts'
import type { Day } from '../../protocol/day.ts'
import type { EnvelopeContents } from '../../protocol/envelope.ts'
import { attachmentName } from '../../protocol/file-kinds.ts'
import type { Asking, Granting } from '../../protocol/thread.ts'
import type { Transferred } from '../../protocol/transfer.ts'
import { isBelieved } from '../../sealing/thread-trust.ts'
import { isWithdrawn, reportOf, type Case } from '../inbox/cases.ts'
import type { SentAnswer } from '../inbox/correspondence.ts'
import { piecesOf } from '../inbox/pieces.ts'

/** In the order they are offered. The answers and the free text always leave: without them there is no report. */
export const CHOICES = ['about', 'identifiers', 'exchanges', 'files', 'originals', 'contact', 'work'] as const
export type Choice = (typeof CHOICES)[number]
export type Chosen = ReadonlySet<Choice>

/** A case that may leave, and what is known of it beside it. */
export interface Taken {
  each: Case
  report: EnvelopeContents
  /** Answers that left in this session, some of which the thread may not hold yet. */
  sent: readonly SentAnswer[]
  work: CaseWork
  chosen: Chosen
}

/** Why a case stays where it is. */
export type Staying = 'no-report' | 'arriving' | 'withdrawn' | 'ended'

/** Null when it may leave. While what follows has not arrived, a withdrawal may be among it. */
export function stayingOf(each: Case, today: Day): Staying | null {
  const report = reportOf(each)
  if (!report) return 'no-report'
  if (each.thread === null) return 'arriving'
  if (isWithdrawn(each.thread)) return 'withdrawn'
  return report.consent.until < today ? 'ended' : null
}

export interface TakenFile {
  /** Ours: `piece-3.jpg`, counted through all that came. */
  name: string
  attachment: Attachment
}

/** What one envelope brought, under names that no other's has. */
export interface TakenFiles {
  of: Attachments
  files: TakenFile[]
}

/** Of the report, then of each message that is believed. A clean copy and its original have one number. */
export function filesOf({ each, report, chosen }: Taken): TakenFiles[] {
  if (!chosen.has('files')) return []
  const followed = believed(each).flatMap(({ contents }) =>
    chosen.has('exchanges') && contents.kind === 'follow-up' ? (contents.attachments ?? []) : [],
  )
  let count = 0
  return [...(report.attachments ? [report.attachments] : []), ...followed].map((of) => {
    const files = piecesOf(of.files).flatMap((piece) => {
      count++
      return piece.map((attachment) => ({
        name: attachmentName(count, attachment.kind, attachment.original),
        attachment,
      }))
    })
    return { of, files: files.filter((file) => chosen.has('originals') || !file.attachment.original) }
  })
}

/** A file as an export tells of it. */
const toldOf = ({ name, attachment: { kind, mediaType, bytes, sha256, original } }: TakenFile) => ({
  name,
  kind,
  mediaType,
  bytes,
  sha256,
  original: original === true,
})

const toldFiles = (taken: readonly TakenFiles[], of: Attachments | undefined) =>
  taken.find((each) => each.of === of)?.files.map(toldOf)

/** A word from one association to another is its work, not its author's. */
const transferredOut = ({ from, on, leftOut, note, said }: Transferred, chosen: Chosen): object => ({
  from,
  on,
  leftOut,
  ...(chosen.has('work') ? { note } : {}),
  ...(chosen.has('exchanges') ? { said } : {}),
})

/** The report with every value as it was opened, but for what was left out. */
export function reportOut(taken: Taken, files: readonly TakenFiles[]): object {
  const { report, chosen } = taken
  // These let whoever has them write to its author, or fetch and forget files.
  const { reply: _reply, thread: _thread, signature: _signature, ...kept } = report
  const { attachments, about, identifiers, contact, transferred, ...rest } = kept
  return {
    ...rest,
    ...(about && chosen.has('about') ? { about } : {}),
    ...(chosen.has('identifiers') ? { identifiers } : {}),
    ...(contact && chosen.has('contact') ? { contact } : {}),
    ...(transferred ? { transferred: transferredOut(transferred, chosen) } : {}),
    ...(attachments && chosen.has('files') ? { attachments: toldFiles(files, attachments) ?? [] } : {}),
  }
}

/** One message whose author is proven. `day`: received, or for an answer that has just left, written. */
export interface Exchange {
  from: 'author' | 'association'
  kind: 'follow-up' | 'withdrawal' | 'new-code' | 'answer'
  day: Day
  text: string
  granting?: Omit<Granting, 'message'>
  asking?: Asking
  files?: ReturnType<typeof toldOf>[]
}

const believed = ({ thread }: Case) => (thread?.messages ?? []).filter(isBelieved)

/** How many messages are left out because nothing proves who wrote them. */
export const unprovenIn = ({ thread }: Case): number =>
  (thread?.messages ?? []).filter((message) => !isBelieved(message)).length

export function exchangesOf({ each, sent, chosen }: Taken, files: readonly TakenFiles[]): Exchange[] {
  if (!chosen.has('exchanges')) return []
  const proven = believed(each)
  const known = new Set(proven.map(({ contents }) => contents.message))
  const arrived = proven.map(({ contents, receivedOn: day }): Exchange => {
    if (contents.kind === 'answer') {
      const { text, asking } = contents
      return { from: 'association', kind: 'answer', day, text, ...(asking ? { asking } : {}) }
    }
    const told = { from: 'author', kind: contents.kind, day, text: '' } as const
    if (contents.kind !== 'follow-up') return told
    const { text, granting, attachments } = contents
    const brought = toldFiles(files, attachments)
    return {
      ...told,
      text,
      ...(granting ? { granting: { to: granting.to, answer: granting.answer } } : {}),
      ...(brought ? { files: brought } : {}),
    }
  })
  const left = sent
    .filter(({ answer }) => !known.has(answer.message))
    .map(({ answer: { text, asking, writtenOn: day } }): Exchange => {
      return { from: 'association', kind: 'answer', day, text, ...(asking ? { asking } : {}) }
    })
  return [...arrived, ...left]
}

/** What was consented to, in words of which version, until when; and every yes or no since. */
export function consentOut({ each, report }: Taken): object {
  const later = believed(each).flatMap(({ contents, receivedOn }) => {
    if (contents.kind !== 'follow-up' || !contents.granting) return []
    const { to, answer } = contents.granting
    return [{ receivedOn, to, answer }]
  })
  const { writtenOn, locale, consent } = report
  return { ...consent, writtenOn, receivedOn: each.head.receivedOn, locale, later }
}

/** What was not asked for, whether or not the case has it: that is not said of what stays. */
export const leftOutOf = ({ chosen }: Taken): Choice[] => CHOICES.filter((choice) => !chosen.has(choice))
