// Puts an association's opened inbox together as conversations, and says of each message whether its author is proven. Whoever has
// read one envelope can forge the next: nothing unproven is ever merged with what is proven, followed, or counted.
import type { Certificate } from '../crypto/openpgp.ts'
import type { Day } from '../protocol/day.ts'
import type { Reply } from '../protocol/shapes.ts'
import type { InboxContents } from '../protocol/thread.ts'
import type { Recipient } from './seal-report.ts'
import { isSignedBy, type SignedMessage } from './sign-contents.ts'
import {
  messageName,
  readConversations,
  type AuthorMessage,
  type Conversation,
  type Received,
  type ReceivedReport,
} from './thread-codes.ts'
import { isBelieved, type Trust } from './thread-trust.ts'
import { isVouchedFor } from './transfer.ts'

export type { ReceivedReport } from './thread-codes.ts'
export type { Trust } from './thread-trust.ts'

/** An envelope that was opened. `receivedOn` is the server's day, which no author can choose. */
export interface OpenedItem {
  id: string
  receivedOn: Day
  contents: InboxContents
}

/**
 * The association that reads: only messages to it, and answers signed with a key it has or had, can be trusted. `entries` are all of the
 * directory: any of them may have passed a report on.
 */
export interface Reader {
  association: string
  certificates: readonly Certificate[]
  entries: readonly Recipient[]
}

export interface ThreadMessage extends Received<SignedMessage> {
  trust: Trust
}

export interface Thread {
  /** Where its author writes and is answered now: of the newest code that was followed. */
  thread: string
  /** Whom to answer, or null: the author has no code, the report is not here, or the codes are disputed. */
  reply: Reply | null
  /** Two different new codes, or two ways to answer, claim to be the author's. None is followed. */
  disputed: boolean
  /** Day of the first withdrawal that is believed. */
  withdrawnOn: Day | null
  /** Oldest first. Empty when the report is not among the items. A report is not signed: a second one proves no second person. */
  reports: ReceivedReport[]
  /** By day, then kind. */
  messages: ThreadMessage[]
}

/** One thread for each conversation, in the order their reports came; then those whose report is not here. */
export async function readThreads(items: readonly OpenedItem[], reader: Reader): Promise<Thread[]> {
  const inOrder = items.toSorted((a, b) => compare(a.receivedOn, b.receivedOn) || compare(a.id, b.id))
  const reports = seenOnce(inOrder, (contents) => (contents.kind === 'report' ? contents : null))
  const messages = seenOnce(inOrder, (contents) => (contents.kind === 'report' ? null : contents))
  const conversations = await readConversations(reports, messages.filter(isFromAuthor), reader.association)
  for (const report of conversations.flatMap((each) => each.reports)) {
    report.vouched = await isVouchedFor(report.contents, report.receivedOn, reader.entries)
  }
  const threads = conversations.map(threadOfConversation)

  const spoken = new Set<Received<SignedMessage>>(
    conversations.flatMap((each) => each.spoken.map(({ message }) => message)),
  )
  const homes = homesOf(threads, conversations)
  for (const message of messages.filter((each) => !spoken.has(each))) {
    const { thread } = message.contents
    const home = homes.get(thread) ?? emptyThread(thread)
    if (!homes.has(thread)) threads.push(home)
    homes.set(thread, home)
    home.messages.push({ ...message, trust: await trustInAnswer(message.contents, reader) })
  }
  return threads.map(settled)
}

/** The very same thing sealed twice, or sent twice on its way, is one. */
function seenOnce<Contents>(
  items: readonly OpenedItem[],
  pick: (contents: InboxContents) => Contents | null,
): Received<Contents>[] {
  const seen = new Map<string, Received<Contents>>()
  for (const { id, receivedOn, contents } of items) {
    const picked = pick(contents)
    if (picked === null) continue
    const text = JSON.stringify(picked)
    const known = seen.get(text)
    if (known) known.ids.push(id)
    else seen.set(text, { ids: [id], receivedOn, contents: picked })
  }
  return [...seen.values()]
}

const isFromAuthor = (message: Received<SignedMessage>): message is Received<AuthorMessage> =>
  message.contents.kind !== 'answer'

function threadOfConversation({ now, disputed, reports, spoken }: Conversation): Thread {
  const messages = spoken.map(({ message, trust }) => ({ ...message, trust }))
  return {
    thread: now.thread,
    reply: disputed ? null : now.reply,
    disputed,
    withdrawnOn: null,
    reports,
    messages,
  }
}

const emptyThread = (thread: string): Thread => ({
  thread,
  reply: null,
  disputed: false,
  withdrawnOn: null,
  reports: [],
  messages: [],
})

/** Where what no author's key vouches for is shown: in the conversation that began as this thread, else in one that came to it. */
function homesOf(threads: readonly Thread[], conversations: readonly Conversation[]): Map<string, Thread> {
  const homes = new Map<string, Thread>()
  const began = conversations.map(({ reports }) => reports.map(({ contents }) => contents.thread))
  for (const names of [began, conversations.map((each) => [...each.threads])]) {
    names.forEach((known, index) => {
      for (const name of known) {
        const thread = threads[index]
        if (thread && !homes.has(name)) homes.set(name, thread)
      }
    })
  }
  return homes
}

async function trustInAnswer(contents: SignedMessage, reader: Reader): Promise<Trust> {
  const ours = contents.kind === 'answer' && contents.association === reader.association
  if (!ours) return 'forged'
  for (const each of reader.certificates) if (await isSignedBy(each, contents)) return 'trusted'
  return 'forged'
}

/** In order, each message once, and what follows from them. */
function settled(thread: Thread): Thread {
  const messages = mergeRepeats(thread.messages).toSorted(inReadingOrder)
  const withdrawal = messages.find((each) => isBelieved(each) && each.contents.kind === 'withdrawal')
  return { ...thread, messages, withdrawnOn: withdrawal?.receivedOn ?? null }
}

/** A proven message that was signed and sealed again is still one; what is forged has no such claim, and hides nothing. */
function mergeRepeats(messages: readonly ThreadMessage[]): ThreadMessage[] {
  const merged = new Map<string, ThreadMessage>()
  const forged = messages.filter(({ trust }) => trust === 'forged')
  for (const message of messages.filter(({ trust }) => trust !== 'forged')) {
    const name = `${isBelieved(message)} ${messageName(message.contents)}`
    const known = merged.get(name)
    merged.set(name, known ? { ...known, ids: [...known.ids, ...message.ids] } : message)
  }
  return [...merged.values(), ...forged]
}

/**
 * Within a day nothing is known of the order: what was told comes before what was answered, a yes or no to a request after the request,
 * and the ends come last.
 */
const PLACES = ['follow-up', 'answer', 'granting', 'new-code', 'withdrawal'] as const

const placeOf = (contents: SignedMessage): number =>
  PLACES.indexOf(contents.kind === 'follow-up' && contents.granting ? 'granting' : contents.kind)

const inReadingOrder = (a: ThreadMessage, b: ThreadMessage): number =>
  compare(a.receivedOn, b.receivedOn) ||
  placeOf(a.contents) - placeOf(b.contents) ||
  compare(a.contents.message, b.contents.message) ||
  compare(a.ids[0] ?? '', b.ids[0] ?? '')

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
