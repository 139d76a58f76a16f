// Follows an author from one return code to the next, and finds what each code's key has signed. A code that two different ones claim
// to replace is followed to neither from that day on; it never takes back what was believed before.
import { fromBase64 } from '../crypto/encoding.ts'
import { fingerprintOf, readCertificate, type Certificate } from '../crypto/openpgp.ts'
import type { Day } from '../protocol/day.ts'
import type { EnvelopeContents } from '../protocol/envelope.ts'
import type { Reply } from '../protocol/shapes.ts'
import type { FollowUp, NewCode, Withdrawal } from '../protocol/thread.ts'
import { isSignedBy } from './sign-contents.ts'
import type { Trust } from './thread-trust.ts'

/** `ids` are all envelopes that carry the same thing, in order; `receivedOn` is the first one's day, by the server. */
export interface Received<Contents> {
  ids: string[]
  receivedOn: Day
  contents: Contents
}

/**
 * `late`: it came with a code from the day that this code was replaced, so that whoever found the code may have written it. A first
 * report of that very day is not late: its author may have changed their code at once.
 */
export interface ReceivedReport extends Received<EnvelopeContents> {
  late: boolean
  /** Whether the association that it says passed it on did so; null for one that came from its author. */
  vouched: boolean | null
}

export type AuthorMessage = FollowUp | Withdrawal | NewCode

export interface Spoken {
  message: Received<AuthorMessage>
  trust: Trust
}

export interface Conversation {
  /** Of one thread and one key; in the order they came. */
  reports: ReceivedReport[]
  /** The newest code that was followed. `reply` is null when the report has none that can be used. */
  now: { thread: string; reply: Reply | null }
  disputed: boolean
  /** Every thread it has gone through. */
  threads: Set<string>
  /** What its keys have signed, believed or not. */
  spoken: Spoken[]
}

/** The key that speaks for an author in a thread. */
interface Speaker {
  thread: string
  certificate: Certificate
}

/** A conversation that is being read, and what it starts from. */
interface Opening {
  conversation: Conversation
  speaker: Speaker | null
}

/** `messages` are by the day they were received, as `reports` are. Those of another association are nobody's. */
export async function readConversations(
  reports: readonly Received<EnvelopeContents>[],
  messages: readonly Received<AuthorMessage>[],
  association: string,
): Promise<Conversation[]> {
  const inThread = new Map<string, Received<AuthorMessage>[]>()
  for (const message of messages) {
    if (message.contents.association !== association) continue
    const { thread } = message.contents
    inThread.set(thread, [...(inThread.get(thread) ?? []), message])
  }
  const openings = await openingsOf(reports)
  const began = new Map(
    [...openings].flatMap(([name, { conversation }]) =>
      conversation.reports.slice(0, 1).map(({ receivedOn }) => [name, receivedOn] as const),
    ),
  )
  for (const [name, { conversation, speaker }] of openings) {
    if (speaker) await hear(speaker, { conversation, inThread, began, heard: new Set([name]) }, null)
    // A report is not signed: a copy of one with another mailbox would have its answers written elsewhere.
    const ways = new Set(
      conversation.reports.map(({ contents }) => contents.reply && replyName(contents.reply)),
    )
    if (conversation.threads.size === 1 && ways.size > 1) conversation.disputed = true
  }
  return [...openings.values()].map(({ conversation }) => conversation)
}

async function openingsOf(reports: readonly Received<EnvelopeContents>[]): Promise<Map<string, Opening>> {
  const openings = new Map<string, Opening>()
  for (const received of reports) {
    const { thread, reply } = received.contents
    const report = { ...received, late: false, vouched: null }
    const speaker = reply && (await speakerOf(thread, reply))
    const name = speaker ? nameOf(speaker) : thread
    const known = openings.get(name)
    if (known) known.conversation.reports.push(report)
    else {
      const now = { thread, reply: speaker && reply }
      const threads = new Set([thread])
      openings.set(name, {
        conversation: { reports: [report], now, disputed: false, threads, spoken: [] },
        speaker,
      })
    }
  }
  return openings
}

const nameOf = ({ thread, certificate }: Speaker): string => `${thread} ${fingerprintOf(certificate)}`

/** Field by field: the order in which somebody wrote them says nothing. */
const replyName = ({ certificate, mailbox, auth, write }: Reply): string =>
  [certificate, mailbox, auth, write].join(' ')

/** Null when the certificate is none. */
async function speakerOf(thread: string, reply: Reply): Promise<Speaker | null> {
  try {
    return { thread, certificate: await readCertificate(fromBase64(reply.certificate) ?? new Uint8Array()) }
  } catch {
    return null
  }
}

/** What hearing one conversation needs. */
interface Hearing {
  conversation: Conversation
  inThread: ReadonlyMap<string, readonly Received<AuthorMessage>[]>
  /** By the name of who speaks, the day that reports of theirs began a conversation. */
  began: ReadonlyMap<string, Day>
  heard: Set<string>
}

/** A code that was announced: since when, and whether it leads to a key that can be followed. */
interface Step {
  since: Day
  next: NewCode['next']
  speaker: Speaker | null
}

/** Adds what a key signed in its thread, then goes on to the keys it names. `disputed` is the day from which nothing is believed. */
async function hear(speaker: Speaker, hearing: Hearing, disputed: Day | null): Promise<void> {
  const { conversation, inThread, heard } = hearing
  const signed: Received<AuthorMessage>[] = []
  for (const message of inThread.get(speaker.thread) ?? []) {
    if (await isSignedBy(speaker.certificate, message.contents)) signed.push(message)
  }
  const [first, ...others] = await stepsOf(signed, hearing)
  const until = first?.since ?? null
  if (heard.size === 1 && until !== null) markLate(conversation.reports, until)
  const [lost] = [first, ...others].flatMap((step) => (step && !step.speaker ? [step.since] : []))
  const fork = earlier(others[0]?.since ?? null, lost ?? null)
  const from = earlier(disputed, fork)
  if (fork !== null) conversation.disputed = true
  else if (first && !conversation.disputed) conversation.now = first.next

  conversation.spoken.push(...judge(signed, until, from))
  for (const step of [first, ...others]) {
    if (!step?.speaker || heard.has(nameOf(step.speaker))) continue
    heard.add(nameOf(step.speaker))
    conversation.threads.add(step.speaker.thread)
    // Only who was announced first, and alone, was ever believed.
    const believed = step === first && (from === null || step.since < from)
    await hear(step.speaker, hearing, believed ? from : BEFORE_ALL)
  }
}

/** Before the day of any message. */
const BEFORE_ALL: Day = ''

const earlier = (one: Day | null, other: Day | null): Day | null =>
  one === null || (other !== null && other < one) ? other : one

/** The different codes that these messages announce, in the order they came. */
async function stepsOf(
  signed: readonly Received<AuthorMessage>[],
  { began, heard }: Pick<Hearing, 'began' | 'heard'>,
): Promise<Step[]> {
  const steps = new Map<string, Step>()
  for (const { contents, receivedOn: since } of signed) {
    if (contents.kind !== 'new-code') continue
    const { next } = contents
    const name = `${next.thread} ${replyName(next.reply)}`
    if (steps.has(name)) continue
    const speaker = await speakerOf(next.thread, next.reply)
    const day = speaker && began.get(nameOf(speaker))
    // Who was writing before is somebody else. A report of that very day may be this author's, who goes on with the new code.
    const taken = !speaker || heard.has(nameOf(speaker)) || (day && day < since)
    steps.set(name, { since, next, speaker: taken ? null : speaker })
  }
  return [...steps.values()]
}

function markLate(reports: ReceivedReport[], until: Day): void {
  const notAfter = reports.filter(({ receivedOn }) => receivedOn <= until)
  for (const report of reports) {
    report.late = report.receivedOn > until || (report.receivedOn === until && notAfter.length > 1)
  }
}

/**
 * What one key signed, in the order it came. Once it named another, on the day `until`, it no longer speaks: someone else may hold the
 * old code. A day is all that is known of when a message came, so that what came on that very day is believed, and marked. Nothing is
 * believed that came on the day `disputed` or later; what came before stays believed, since somebody has acted on it.
 */
function judge(
  signed: readonly Received<AuthorMessage>[],
  until: Day | null,
  disputed: Day | null,
): Spoken[] {
  return signed.map((message) => {
    const { receivedOn: day, contents } = message
    const announces = contents.kind === 'new-code'
    const believed = until === null || day <= until || announces
    if (!believed || (disputed !== null && day >= disputed)) {
      return { message, trust: disputed === null ? 'forged' : 'disputed' }
    }
    return { message, trust: day === until && !announces ? 'that-day' : 'trusted' }
  })
}

/** What makes one message of two envelopes. */
export const messageName = ({ kind, message }: Pick<AuthorMessage, 'message'> & { kind: string }): string =>
  `${kind} ${message}`
