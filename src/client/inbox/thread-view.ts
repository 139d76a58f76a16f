// What followed a report, on screen: each message with its day and who wrote it. What is not proven to come from whom it says is
// folded, under a plain warning. Every word of a message goes through `showStrangerText`, the association's own too.
import type { Attachments } from '../../protocol/attachment.ts'
import type { Day } from '../../protocol/day.ts'
import type { Granting } from '../../protocol/thread.ts'
import { copyTemplate, find, findAll, setText, show } from '../dom.ts'
import { isBelieved } from '../../sealing/thread-trust.ts'
import type { ThreadMessage } from '../../sealing/thread.ts'
import { isDisputed, isWithdrawn, type Case } from './cases.ts'
import type { SentAnswer, UnsignedAnswer } from './correspondence.ts'
import { showStrangerText } from './stranger-text.ts'
import { dayInWords, type Words } from './words.ts'

type Contents = ThreadMessage['contents']

/** The list of files that came with one message. */
type ListFiles = (attachments: Attachments) => HTMLElement

/** Fills the thread of a case; `sent` are answers that left in this session, shown until their copies arrive. */
export function fillThread(
  article: HTMLElement,
  { thread, head }: Case,
  sent: readonly SentAnswer[],
  words: Words,
  listFiles: ListFiles,
): void {
  const messages = thread?.messages ?? []
  const withReport = head.opened.ok && head.opened.value.kind === 'report'
  const known = new Set(messages.map(({ contents }) => contents.message))
  const lines = messages.map((message) => {
    if (isBelieved(message)) return lineOf(message, words, listFiles)
    const retracted = !withReport && message.contents.kind === 'withdrawal'
    return retracted ? retractedLine(message, words) : foldedLine(message, words)
  })
  const granted = messages.map(({ contents }) => grantingOf(contents)?.message)
  for (const { answer } of sent.filter((each) => !known.has(each.answer.message))) {
    // Its copy may be owed while the person has said yes or no to it.
    const before = lines[granted.indexOf(answer.message)]
    const line = ownLine(answer, answer.writtenOn, words)
    if (before) lines.splice(lines.indexOf(before), 0, line)
    else lines.push(line)
  }
  find('[data-part="messages"]', article).replaceChildren(...lines)
  const shown: Record<string, boolean> = {
    messages: lines.length > 0,
    arriving: thread === null,
    'none-followed': thread !== null && lines.length === 0,
    several: (thread?.reports.length ?? 0) > 1,
    go: withReport && messages.length > 0,
    withdrawn: isWithdrawn(thread),
    disputed: isDisputed(thread),
    late: thread?.reports.some(({ late, ids }) => late && ids.includes(head.id)) === true,
  }
  for (const [part, now] of Object.entries(shown)) {
    for (const each of findAll(`[data-part="${part}"]`, article)) show(each, now)
  }
}

function lineOf(
  { contents, receivedOn, trust }: ThreadMessage,
  words: Words,
  listFiles: ListFiles,
): HTMLElement {
  if (contents.kind === 'answer') return ownLine(contents, receivedOn, words)
  const line = authorLine(contents, receivedOn, words, listFiles)
  show(find('[data-part="that-day"]', line), trust === 'that-day')
  return line
}

function ownLine(answer: UnsignedAnswer, day: Day, words: Words): HTMLElement {
  const line = newLine(words('thread.own'), day, answer.text)
  line.classList.add('message-own')
  const { asking } = answer
  if (asking) {
    const to = asking.for === 'transfer' ? ` ${words(`association.${asking.to}`)}` : ''
    showNote(line, `${words(`thread.asking-${asking.for}`)}${to}`)
  }
  return line
}

function authorLine(
  contents: Exclude<Contents, { kind: 'answer' }>,
  day: Day,
  words: Words,
  listFiles: ListFiles,
): HTMLElement {
  const line = newLine(words('thread.author'), day, textOf(contents))
  if (contents.kind !== 'follow-up') showNote(line, words(`thread.${contents.kind}`))
  else if (contents.granting) {
    const { answer, to } = contents.granting
    showNote(line, `${words(`thread.granting-${answer}`)} ${words(`association.${to}`)}`)
  }
  if (contents.kind === 'follow-up' && contents.attachments) line.append(listFiles(contents.attachments))
  return line
}

/** A withdrawal whose report is gone. Nothing is read in it but what it is and its day. */
function retractedLine({ receivedOn }: ThreadMessage, words: Words): HTMLElement {
  const line = newLine(words('thread.someone'), receivedOn, '')
  showNote(line, words('thread.retracted'))
  return line
}

/** Nothing of it is read by chance: neither its text nor what it claims shows until it is unfolded, and then as a claim. */
function foldedLine({ trust, contents, receivedOn }: ThreadMessage, words: Words): HTMLElement {
  const ours = contents.kind === 'answer'
  const kind = trust === 'disputed' ? 'disputed' : ours ? 'notOurs' : 'forged'
  const line = copyTemplate('folded-message')
  setText(line, 'summary', words(`thread.${kind}`))
  setText(line, 'warning', words(`thread.${kind}Meaning`))
  const inner = newLine(words(ours ? 'thread.claimsOwn' : 'thread.claims'), receivedOn, textOf(contents))
  const claim = claimOf(contents)
  if (claim) showNote(inner, words(`thread.unproven-${claim}`))
  const files = contents.kind === 'follow-up' && contents.attachments !== undefined
  show(find('[data-part="unproven-files"]', inner), files)
  find('[data-part="inside"]', line).replaceChildren(...inner.childNodes)
  return line
}

const textOf = (contents: Contents): string => ('text' in contents ? contents.text : '')

/** What a message would change, were it proven. */
function claimOf(contents: Contents): 'new-code' | 'withdrawal' | 'granting' | null {
  if (contents.kind === 'new-code' || contents.kind === 'withdrawal') return contents.kind
  return grantingOf(contents) ? 'granting' : null
}

const grantingOf = (contents: Contents): Granting | undefined =>
  contents.kind === 'follow-up' ? contents.granting : undefined

function newLine(who: string, day: Day, text: string): HTMLElement {
  const line = copyTemplate('message')
  setText(line, 'who', who)
  setText(line, 'day', dayInWords(day))
  const said = find('[data-part="said"]', line)
  show(said, text.trim() !== '')
  show(find('[data-part="unseen-said"]', line), showStrangerText(said, text))
  return line
}

function showNote(line: HTMLElement, text: string): void {
  const note = find('[data-part="note"]', line)
  note.textContent = text
  show(note)
}
