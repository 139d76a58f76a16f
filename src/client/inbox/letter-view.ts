// One envelope on screen: a letter, or why it did not open. A victim's words go through `showStrangerText` alone.
import { dayOf } from '../../protocol/day.ts'
import type { EnvelopeContents } from '../../protocol/envelope.ts'
import type { Identifier, SafeContact } from '../../protocol/report.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import type { InboxItem } from './inbox-items.ts'
import { aboutLines, answeredLines, type Answer, type Line } from './letter.ts'
import { stateOf, titleOf } from './list-view.ts'
import { showStrangerText } from './stranger-text.ts'
import { dayInWords, labelOf, type Words } from './words.ts'

/** A filled copy of the page's shape for this item. `ownKey` is the fingerprint of the key that is open. */
export function renderItem(item: InboxItem, ownKey: string, words: Words): HTMLElement {
  const article = item.opened.ok ? copyTemplate('letter') : copyTemplate(item.opened.reason)
  setText(article, 'received', dayInWords(item.receivedOn))
  if (item.opened.ok) {
    setText(article, 'state', stateOf(item, words))
    setText(article, 'title', titleOf(item, words))
    fillLetter(article, item.opened.value, words)
    show(find('[data-part="acknowledge-block"]', article), !item.acknowledged)
  } else {
    setText(article, 'sealed-for', inGroups(item.keyFingerprint))
    setText(article, 'yours', inGroups(ownKey))
  }
  return article
}

/** A fingerprint as OpenPGP tools print it, in fours. */
export const inGroups = (fingerprint: string): string => fingerprint.replaceAll(/(.{4})(?=.)/g, '$1 ')

function fillLetter(article: HTMLElement, contents: EnvelopeContents, words: Words): void {
  setText(article, 'written', dayInWords(contents.writtenOn))
  setText(article, 'language', words(`language.${contents.locale}`))
  const marked = [
    fillContact(article, contents.contact, words),
    fillNarrative(article, contents.narrative),
    fillLines(article, 'answers', answeredLines(contents.account), words),
    fillLines(article, 'about', aboutLines(contents.about), words),
    fillIdentifiers(article, contents, words),
    fillConsent(article, contents.consent, words),
  ]
  show(find('[data-part="unseen"]', article), marked.includes(true))
}

/** What the person asked for comes before the number it protects. */
function fillContact(article: HTMLElement, contact: EnvelopeContents['contact'], words: Words): boolean {
  show(find('[data-part="contact"]', article), contact !== undefined)
  show(find('[data-part="no-contact"]', article), contact === undefined)
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
  const transfers = consent.transfersTo.map((association) => words(`association.${association}`))
  setText(article, 'purposes', purposes.join(', '))
  setText(article, 'until', dayInWords(consent.until))
  setText(article, 'transfers', transfers.length > 0 ? transfers.join(', ') : words('letter.noTransfer'))
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
