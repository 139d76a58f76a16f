// One envelope on screen: a letter, or why it did not open. A victim's words go through `showStrangerText` alone.
import { dayOf } from '../../protocol/day.ts'
import type { EnvelopeContents } from '../../protocol/envelope.ts'
import type { Identifier } from '../../protocol/report.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import type { InboxItem } from './inbox-items.ts'
import { answeredLines, type Answer } from './letter.ts'
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
    fillAnswers(article, contents.account, words),
    fillIdentifiers(article, contents.identifiers, words),
    fillConsent(article, contents.consent, words),
  ]
  show(find('[data-part="unseen"]', article), marked.includes(true))
}

/** The person's own instructions come before the number they protect. */
function fillContact(article: HTMLElement, contact: EnvelopeContents['contact'], words: Words): boolean {
  show(find('[data-part="contact"]', article), contact !== undefined)
  show(find('[data-part="no-contact"]', article), contact === undefined)
  if (!contact) return false
  const note = contact.note?.trim() ? contact.note : ''
  show(find('[data-part="note"]', article), note !== '')
  show(find('[data-part="no-note"]', article), note === '')
  setText(article, 'contact-channel', labelOf(words, 'contactChannel', contact.channel))
  const inNote = showStrangerText(find('[data-part="note"]', article), note)
  return showStrangerText(find('[data-part="contact-value"]', article), contact.value) || inNote
}

function fillNarrative(article: HTMLElement, narrative: string): boolean {
  const told = narrative.trim() !== ''
  show(find('[data-part="no-narrative"]', article), !told)
  const target = find('[data-part="narrative"]', article)
  show(target, told)
  return showStrangerText(target, narrative)
}

function fillAnswers(article: HTMLElement, account: EnvelopeContents['account'], words: Words): boolean {
  const lines = answeredLines(account)
  show(find('[data-part="answers-section"]', article), lines.length > 0)
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
  find('[data-part="answers"]', article).replaceChildren(...groups)
  return marked
}

function answerInWords(answer: Exclude<Answer, { kind: 'text' }>, words: Words): string {
  return answer.kind === 'month'
    ? dayInWords(answer.day, { month: 'long', year: 'numeric' })
    : labelOf(words, answer.group, answer.code)
}

function fillIdentifiers(article: HTMLElement, identifiers: readonly Identifier[], words: Words): boolean {
  show(find('[data-part="identifiers-section"]', article), identifiers.length > 0)
  let marked = false
  const groups = identifiers.map(({ type, platform, value }) => {
    const group = document.createElement('div')
    const term = document.createElement('dt')
    term.textContent = labelOf(words, 'identifierType', type)
    group.append(term)
    for (const text of [value, platform ?? ''].filter((each) => each !== '')) {
      const detail = asStranger(document.createElement('dd'))
      marked = showStrangerText(detail, text) || marked
      group.append(detail)
    }
    return group
  })
  find('[data-part="identifiers"]', article).replaceChildren(...groups)
  return marked
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
