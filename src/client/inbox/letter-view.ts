// The head of a case on screen: a report as a letter, why an envelope did not open, or the frame of a message that came without its
// report. A victim's words go through `showStrangerText` alone.
import { dayOf } from '../../protocol/day.ts'
import type { EnvelopeContents } from '../../protocol/envelope.ts'
import type { Identifier, SafeContact } from '../../protocol/report.ts'
import { copyTemplate, find, setText, show, showOne } from '../dom.ts'
import { orphanOf, type Case } from './cases.ts'
import { inGroups } from './fingerprint.ts'
import { aboutLines, answeredLines, type Answer, type Line } from '../../domain/letter.ts'
import { stateOf, titleOf } from './row-words.ts'
import { showStrangerText } from './stranger-text.ts'
import { showTransferred } from './transferred-view.ts'
import { transfersOf } from './transfers.ts'
import { dayInWords, labelOf, type Words } from './words.ts'

/** A filled copy of the page's shape for this case. `ownKey` is the fingerprint of the key that is open. */
export function renderCase(each: Case, ownKey: string, words: Words): HTMLElement {
  const { opened, receivedOn, keyFingerprint } = each.head
  const article = copyTemplate(
    opened.ok ? (opened.value.kind === 'report' ? 'letter' : 'orphan') : opened.reason,
  )
  setText(article, 'received', dayInWords(receivedOn))
  if (opened.ok) {
    showState(article, each, words)
    if (opened.value.kind === 'report') fillLetter(article, opened.value, words)
  } else {
    setText(article, 'sealed-for', inGroups(keyFingerprint))
    setText(article, 'yours', inGroups(ownKey))
  }
  return article
}

/** What changes while a letter is read: where it stands, and to whom it may be passed on. */
export function showState(article: HTMLElement, each: Case, words: Words): void {
  setText(article, 'state', stateOf(each, words))
  setText(article, 'title', titleOf(each, words))
  showTransferred(article, each, words)
  const orphan = orphanOf(each)
  if (orphan) showOne(article, orphan)
  else setText(article, 'transfers', transfersInWords(each, words))
}

function transfersInWords(each: Case, words: Words): string {
  const transfers = transfersOf(each).map(({ association, since }) => {
    const name = words(`association.${association}`)
    const day = since && dayInWords(since, { dateStyle: 'long' })
    return day ? `${name} (${words('letter.granted')} ${day})` : name
  })
  if (transfers.length > 0) return transfers.join(', ')
  return words(each.thread?.withdrawnOn ? 'letter.noTransferNow' : 'letter.noTransfer')
}

function fillLetter(article: HTMLElement, contents: EnvelopeContents, words: Words): void {
  setText(article, 'written', dayInWords(contents.writtenOn))
  setText(article, 'language', words(`language.${contents.locale}`))
  const marked = [
    fillContact(article, contents, words),
    fillNarrative(article, contents.narrative),
    fillLines(article, 'answers', answeredLines(contents.account), words),
    fillLines(article, 'about', aboutLines(contents.about), words),
    fillIdentifiers(article, contents, words),
    fillConsent(article, contents.consent, words),
  ]
  show(find('[data-part="unseen"]', article), marked.includes(true))
}

/** What the person asked for comes before the number it protects. */
function fillContact(article: HTMLElement, { contact, reply }: EnvelopeContents, words: Words): boolean {
  show(find('[data-part="contact"]', article), contact !== undefined)
  show(find('[data-part="no-contact"]', article), !contact && !reply)
  show(find('[data-part="only-code"]', article), !contact && reply !== null)
  if (!contact) return false
  const { channel, value, voicemail } = contact
  const marked = (['say', 'hours', 'askFor'] as const).map((rule) => fillRule(article, contact, rule))
  show(find('[data-part="voicemail-row"]', article), voicemail !== undefined)
  setText(article, 'voicemail', voicemail === undefined ? '' : words(`letter.voicemail-${voicemail}`))
  const rules = [contact.say, contact.hours, contact.askFor, voicemail]
  show(
    find('[data-part="no-rules"]', article),
    rules.every((rule) => !rule?.trim()),
  )
  setText(article, 'contact-channel', labelOf(words, 'contactChannel', channel))
  return showStrangerText(find('[data-part="contact-value"]', article), value) || marked.includes(true)
}

function fillRule(article: HTMLElement, contact: SafeContact, rule: 'say' | 'hours' | 'askFor'): boolean {
  const target = find(`[data-part="${rule}"]`, article)
  const row = article.querySelector<HTMLElement>(`[data-part="${rule}-row"]`) ?? target
  const text = contact[rule]?.trim() ? contact[rule] : ''
  show(row, text !== '')
  return showStrangerText(target, text)
}

function fillNarrative(article: HTMLElement, narrative: string): boolean {
  const told = narrative.trim() !== ''
  show(find('[data-part="no-narrative"]', article), !told)
  const target = find('[data-part="narrative"]', article)
  show(target, told)
  return showStrangerText(target, narrative)
}

function fillLines(
  article: HTMLElement,
  part: 'answers' | 'about',
  lines: readonly Line[],
  words: Words,
): boolean {
  show(find(`[data-part="${part}-section"]`, article), lines.length > 0)
  let marked = false
  const groups = lines.map(({ field, answers }) => {
    const group = document.createElement('div')
    const term = document.createElement('dt')
    term.textContent = words(`fields.${field}`)
    const values = answers.map((answer) => {
      const value = document.createElement('dd')
      if (answer.kind === 'text') {
        asStranger(value)
        marked = showStrangerText(value, answer.text) || marked
      } else value.textContent = answerInWords(answer, words)
      return value
    })
    group.append(term, ...values)
    return group
  })
  find(`[data-part="${part}"]`, article).replaceChildren(...groups)
  return marked
}

function answerInWords(answer: Exclude<Answer, { kind: 'text' }>, words: Words): string {
  return answer.kind === 'month'
    ? dayInWords(answer.day, { month: 'long', year: 'numeric' })
    : labelOf(words, answer.group, answer.code)
}

/** Inert text, each with whether its form was recognised, and whether it may be compared with other reports. */
function fillIdentifiers(
  article: HTMLElement,
  { identifiers, consent }: EnvelopeContents,
  words: Words,
): boolean {
  const section = find('[data-part="identifiers-section"]', article)
  show(section, identifiers.length > 0)
  const comparable = consent.purposes.includes('series')
  show(find('[data-part="series"]', section), comparable)
  show(find('[data-part="no-series"]', section), !comparable)
  const marks: boolean[] = []
  const rows = identifiers.map((identifier) => {
    const { row, marked } = identifierRow(identifier, words)
    marks.push(marked)
    return row
  })
  find('[data-part="identifiers"]', section).replaceChildren(...rows)
  return marks.includes(true)
}

function identifierRow(
  { type, platform, value, recognised }: Identifier,
  words: Words,
): { row: HTMLElement; marked: boolean } {
  const row = document.createElement('div')
  const term = document.createElement('dt')
  term.textContent = labelOf(words, 'identifierType', type)
  row.append(term)
  const marks = [value, platform ?? '']
    .filter((each) => each !== '')
    .map((text) => {
      const detail = asStranger(document.createElement('dd'))
      row.append(detail)
      return showStrangerText(detail, text)
    })
  const form = document.createElement('dd')
  form.className = 'small soft'
  form.textContent = words(recognised ? 'letter.recognised' : 'letter.unrecognised')
  row.append(form)
  return { row, marked: marks.includes(true) }
}

function fillConsent(article: HTMLElement, consent: EnvelopeContents['consent'], words: Words): boolean {
  const purposes = consent.purposes.map((purpose) => labelOf(words, 'purposes', purpose))
  setText(article, 'purposes', purposes.join(', '))
  setText(article, 'until', dayInWords(consent.until))
  show(find('[data-part="consent-ended"]', article), consent.until < dayOf(Date.now()))
  return showStrangerText(find('[data-part="wording"]', article), consent.wordingVersion)
}

/** Direction from its own first letter, isolated from ours; never machine-translated, which would send it elsewhere. */
function asStranger<Kind extends HTMLElement>(element: Kind): Kind {
  element.dir = 'auto'
  element.translate = false
  element.classList.add('stranger')
  return element
}
