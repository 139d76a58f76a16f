// Finds cases by words. All that can be read in an envelope is folded once, without accents or capitals, and kept with it in memory;
// nothing of it leaves the page. Pure: the page's words are an argument.
import type { EnvelopeContents } from '../../protocol/envelope.ts'
import type { InboxContents } from '../../protocol/thread.ts'
import type { UnsignedAnswer } from './correspondence.ts'
import { aboutLines, answeredLines, type Answer } from '../../domain/letter.ts'

/** How the page says what is only a code, or a day. */
export interface Speech {
  label: (group: string, code: string) => string
  month: (day: string) => string
}

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', '’': "'", ʼ: "'", '‘': "'" }

/** Without accents, capitals, or what cannot be seen: two people who type the same word type the same. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replaceAll(/[œæß’ʼ‘]/gu, (each) => LIGATURES[each] ?? each)
    .replaceAll(/\s+/gu, ' ')

/** A number as it is read aloud, whatever stands between its digits. */
const NUMBER = /\+?\d(?:[ .()/-]*\d){5,}/g
const ONLY_NUMBER = /^\+?\d(?:[ .()/-]*\d){5,}$/

/** From here on it is a telephone or an account that is meant, not several small numbers. */
const WHOLE_NUMBER_DIGITS = 8

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')

const built = new WeakMap<object, string>()

/** The folded text of one envelope, made the first time. The same object always gives the same text. */
export function searchTextOf(contents: InboxContents | UnsignedAnswer, speech: Speech): string {
  const known = built.get(contents)
  if (known !== undefined) return known
  // A line end stands between two answers, so that no word is found across them.
  const text = saidIn(contents, speech)
    .filter((each) => each !== '')
    .map(foldText)
    .join('\n')
  const numbers = (text.match(NUMBER) ?? []).map(digitsOf)
  const whole = [text, ...numbers].join('\n')
  built.set(contents, whole)
  return whole
}

function saidIn(contents: InboxContents | UnsignedAnswer, { label, month }: Speech): string[] {
  const association = (id: string): string => label('association', id)
  switch (contents.kind) {
    case 'report':
      return saidInReport(contents, { label, month })
    case 'follow-up':
      return [contents.text, contents.granting ? association(contents.granting.to) : '']
    case 'answer':
      return [contents.text, contents.asking?.for === 'transfer' ? association(contents.asking.to) : '']
    case 'new-code':
    case 'withdrawal':
      return []
  }
}

function saidInReport(contents: EnvelopeContents, { label, month }: Speech): string[] {
  const { account, about, narrative, identifiers, contact, consent } = contents
  const inWords = (answer: Answer): string => {
    if (answer.kind === 'text') return answer.text
    return answer.kind === 'month' ? month(answer.day) : label(answer.group, answer.code)
  }
  return [
    narrative,
    ...[...answeredLines(account), ...aboutLines(about)].flatMap(({ answers }) => answers.map(inWords)),
    ...identifiers.flatMap(({ type, platform, value }) => [
      label('identifierType', type),
      platform ?? '',
      value,
    ]),
    ...(contact
      ? [label('contactChannel', contact.channel), contact.value, contact.hours, contact.askFor, contact.say]
      : []),
    ...consent.transfersTo.map((to) => label('association', to)),
  ].map((each) => each ?? '')
}

/** Whether a folded text holds all the words of a query, in any order; nothing asked is found everywhere. */
export function seekerOf(query: string): (text: string) => boolean {
  const folded = foldText(query).trim()
  const words = folded.split(' ').filter((word) => word !== '')
  const holdsAll = (text: string): boolean => words.every((word) => text.includes(word))
  if (!ONLY_NUMBER.test(folded)) return holdsAll
  // 06 12 … and +33 6 12 … are one number.
  const number = digitsOf(folded).replace(/^(?:(?:00)?33|0)/, '')
  if (number.length >= WHOLE_NUMBER_DIGITS) return (text) => text.includes(number)
  return (text) => text.includes(number) || holdsAll(text)
}
