// A case as a person reads it at a terminal: one line after the other, strangers' words behind a bar. It prints nothing by itself, and holds
// nothing that opens or answers.
import { isSetAside } from '../domain/case-edit.ts'
import { lastDayOn } from '../domain/standings.ts'
import { aboutLines, answeredLines, type Line } from '../domain/letter.ts'
import type { EnvelopeContents } from '../protocol/envelope.ts'
import type { SafeContact } from '../protocol/report.ts'
import { addresseeOf, isDisputed, isOpen, isVouchedFor, reportOf, type Case } from '../sealing/cases.ts'
import type { Mate } from './team-keys.ts'
import { isBelieved } from '../sealing/thread-trust.ts'
import type { ThreadMessage } from '../sealing/thread.ts'
import type { KnownCase } from '../domain/case-desk.ts'
import { filesIn } from './case-view.ts'
import { answerInWords, fieldInWords, labelOf, nameOf, lineOf, titleOf } from './case-words.ts'
import { inertLine, quoted } from './shown-text.ts'

export interface Reader {
  teammates: readonly Mate[]
  /** Whether what nobody is proven to have written is shown too. */
  unproven: boolean
}

export function letterOf(each: Case, known: KnownCase, reader: Reader): string[] {
  const report = reportOf(each)
  const parts = [
    headOf(each, known, reader),
    transferredLines(each, report),
    report ? reportLines(report) : [],
    messageLines(each, reader),
    workLines(known, reader),
  ]
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index > 0 ? ['', ...part] : part))
}

function headOf(each: Case, { work }: KnownCase, { teammates }: Reader): string[] {
  const { thread, head } = each
  const lastDay = lastDayOn(each)
  const late = thread?.reports.some(({ late, ids }) => late && ids.includes(head.id)) === true
  return [
    `case ${each.id}, received on ${head.receivedOn}: ${lineOf(each, work)}`,
    titleOf(each),
    ...(thread?.withdrawnOn
      ? [`The person withdrew on ${thread.withdrawnOn}: no longer use this report, and erase your copies.`]
      : []),
    ...(isDisputed(thread)
      ? [
          'Two different new codes claim to be the person’s. Nobody can be answered, and nothing later is proven.',
        ]
      : []),
    ...(late ? ['It came with a code that its author had replaced: someone else may have written it.'] : []),
    ...(work.assignee === null ? [] : [`who has it: ${nameOf(work.assignee, teammates)}`]),
    ...(isSetAside(work) ? [`set aside: ${work.aside}`] : []),
    ...work.transfers.map(({ to, on }) => `passed on to ${to} on ${on}`),
    ...(lastDay === null ? [] : [`kept by the server until ${lastDay}, unless someone works on it`]),
    ...(work.duplicateOf === null ? [] : [`tells the same as: ${work.duplicateOf}`]),
    ...(work.tags.length === 0 ? [] : [`keywords: ${work.tags.map(inertLine).join(', ')}`]),
    isOpen(each) && addresseeOf(each)
      ? 'The person can be answered here: balise reply.'
      : 'The person cannot be answered here.',
  ]
}

/** What another association says of a report that it passed on. */
function transferredLines(each: Case, report: EnvelopeContents | null): string[] {
  if (!report?.transferred) return []
  const { from, on, leftOut, note, said } = report.transferred
  return [
    `passed on by ${from} on ${on}, with its author's agreement`,
    ...(isVouchedFor(each)
      ? []
      : [`NOT PROVEN: nothing shows that ${from} passed it on. Ask there before you act.`]),
    ...(leftOut.length > 0 ? [`left out there: ${leftOut.join(', ')}`] : []),
    ...(note === '' ? [] : [`what ${from} says of it:`, ...quoted(note)]),
    ...said.flatMap((told) => [`${told.on} the person wrote to ${from}:`, ...quoted(told.text)]),
  ]
}

function reportLines(report: EnvelopeContents): string[] {
  const { writtenOn, locale, contact, narrative, account, about, identifiers, consent, attachments } = report
  const files = filesIn(attachments).map(({ name }) => name)
  return [
    `written on ${writtenOn}, on the page in ${labelOf('language', locale)}`,
    ...(contact ? contactLines(contact) : ['The person left no other way to reach them.']),
    ...(narrative.trim() === '' ? ['No free text.'] : ['the story:', ...quoted(narrative)]),
    ...lines(answeredLines(account)),
    ...lines(aboutLines(about)),
    ...identifiers.flatMap(({ type, platform, value, recognised }) => [
      `points to the attackers, ${labelOf('identifierType', type)} (${recognised ? 'form recognised, checked by nobody' : 'as it was written'}):`,
      ...quoted(value),
      ...(platform ? quoted(platform) : []),
    ]),
    `allowed: ${consent.purposes.map((purpose) => labelOf('purposes', purpose)).join('; ')}; until ${consent.until}`,
    ...(files.length > 0 ? [`files: ${files.join(', ')} (balise inbox pull --files brings them)`] : []),
  ]
}

/** What the person asked for comes before the number it protects. */
function contactLines({ channel, value, hours, voicemail, askFor, say }: SafeContact): string[] {
  const rules = [
    ['what to say, and never to say', say],
    ['when it is safe', hours],
    ['whom to ask for', askFor],
  ] as const
  return [
    ...rules.flatMap(([rule, said]) => (said?.trim() ? [`${rule}:`, ...quoted(said)] : [])),
    ...(voicemail === undefined ? [] : [`voicemail: ${voicemail === 'yes' ? 'yes' : 'no, never'}`]),
    `how to reach them, ${labelOf('contactChannel', channel)}:`,
    ...quoted(value),
  ]
}

const lines = (answered: readonly Line[]): string[] =>
  answered.flatMap(({ field, answers }) => {
    const words = answers.flatMap((answer) => (answer.kind === 'text' ? [] : [answerInWords(answer)]))
    const typed = answers.flatMap((answer) => (answer.kind === 'text' ? quoted(answer.text) : []))
    return [`${fieldInWords(field)}: ${words.join(', ')}`.trimEnd(), ...typed]
  })

function messageLines(each: Case, { unproven }: Reader): string[] {
  return (each.thread?.messages ?? []).flatMap((message) => {
    const { receivedOn, contents } = message
    if (isBelieved(message)) return [`${receivedOn} ${headingOf(message)}`, ...saidIn(message)]
    const warning = `${receivedOn} NOT PROVEN (${contents.kind}): nothing shows who wrote this. Do not act on it.`
    return unproven ? [warning, ...saidIn(message)] : [`${warning} --unproven shows it.`]
  })
}

function headingOf({ contents, trust }: ThreadMessage): string {
  if (contents.kind === 'answer') {
    const { asking } = contents
    if (!asking) return 'your association answered'
    return asking.for === 'files'
      ? 'your association answered, and asks for files'
      : `your association answered, and asks to pass it on to ${asking.to}`
  }
  const that = trust === 'that-day' ? ', signed with the old code on the day of the change' : ''
  if (contents.kind === 'withdrawal') return `the person withdrew${that}`
  if (contents.kind === 'new-code') return `the person took another code${that}`
  const { granting } = contents
  const granted = granting ? `, and says ${granting.answer} to passing it on to ${granting.to}` : ''
  return `the person wrote${granted}${that}`
}

function saidIn({ contents }: ThreadMessage): string[] {
  const said = 'text' in contents && contents.text.trim() !== '' ? quoted(contents.text) : []
  const files = contents.kind === 'follow-up' ? filesIn(contents.attachments).map(({ name }) => name) : []
  return [...said, ...(files.length > 0 ? [`files: ${files.join(', ')}`] : [])]
}

function workLines({ work }: KnownCase, { teammates }: Reader): string[] {
  return [
    ...work.notes.flatMap(({ by, on, text }) => [
      `note of ${on}, ${nameOf(by, teammates)}:`,
      ...quoted(text),
    ]),
    ...work.tasks.flatMap(({ by, text, due, done }) => [
      `task of ${nameOf(by, teammates)}${due === null ? '' : `, by ${due}`}${done === null ? '' : `, done on ${done}`}:`,
      ...quoted(text),
    ]),
  ]
}
