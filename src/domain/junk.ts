// Which opened reports are suspected to be junk, and by which rule. It only suggests: a member looks, and decides. Whoever was hurt pays for a
// wrong guess, so that anything told, asked for or left to be answered at keeps a report in the list. Words are never judged: victims quote
// insults. Pure.
import type { Day } from '../protocol/day.ts'
import type { EnvelopeContents } from '../protocol/envelope.ts'
import { makeRepetitions, type Repetition } from './repeated-texts.ts'

/** Among the reasons a member may set a case aside for. */
export const JUNK_RULES = ['repeated', 'empty', 'advertising', 'test'] as const
export type JunkRule = (typeof JUNK_RULES)[number]

export interface OpenedReport {
  id: string
  receivedOn: Day
  contents: EnvelopeContents
  /** Whether anything in it asks to be read before others. */
  urgent: boolean
  /** Whether its author wrote again. */
  followed: boolean
}

/** How many alike it takes: for any report, and for one that asks for something. */
export const REPEATED_FROM = 3
export const MASSIVE_FROM = 20
/** How many of the very same short text on one day, and nothing else told: no association hears from so many in a week. */
export const SAME_DAY_FROM = 100

/** Answers that say nothing by themselves: everyone comes by them on the way. */
const IDLE_ANSWERS: readonly string[] = ['role', 'channel', 'departement']

/** Remembers what it worked out of a report while that report is there. Answers by id; a report that nothing suspects has no entry. */
export function makeJunkFinder(): (reports: readonly OpenedReport[]) => Map<string, JunkRule> {
  const repetitionsIn = makeRepetitions()
  return (reports) => {
    const repetitions = repetitionsIn(
      reports.map(({ id, receivedOn, contents }) => ({
        id,
        receivedOn,
        text: contents.narrative,
        holder: contents,
      })),
    )
    const found = new Map<string, JunkRule>()
    for (const report of reports) {
      const repetition = repetitions.get(report.id)
      const rule = ruleOfItsOwn(report) ?? (repetition && isRepeated(report, repetition) ? 'repeated' : null)
      if (rule) found.set(report.id, rule)
    }
    return found
  }
}

/** Whoever can be asked what they meant is not taken for a copy of somebody else, unless copies come in masses. */
function isRepeated(report: OpenedReport, { alike, near, sameOnDay, isFirst }: Repetition): boolean {
  if (isFirst) return false
  if (report.contents.reply !== null || asksForSomething(report)) return alike >= MASSIVE_FROM
  return alike >= REPEATED_FROM || near >= MASSIVE_FROM || sameOnDay >= SAME_DAY_FROM
}

function asksForSomething({ contents, urgent, followed }: OpenedReport): boolean {
  const { account, identifiers, contact, attachments } = contents
  return (
    urgent ||
    followed ||
    contact !== undefined ||
    attachments !== undefined ||
    identifiers.length > 0 ||
    (account.needs ?? []).length > 0 ||
    (account.acts ?? []).length > 0
  )
}

/** By what the report holds, whatever others do. */
function ruleOfItsOwn(report: OpenedReport): JunkRule | null {
  const { narrative, reply } = report.contents
  if (asksForSomething(report) || !isWithoutAnswers(report.contents)) return null
  // With a code its author can be asked what they meant to say.
  if (isBlank(narrative)) return reply === null ? 'empty' : null
  if (narrative.length <= LONGEST_TEST_CHARS && TESTS.has(wordsIn(narrative).join(' '))) return 'test'
  return isAdvertising(narrative) ? 'advertising' : null
}

/** Nothing besides a text. */
function isWithoutAnswers({ account, about = {}, attachments }: EnvelopeContents): boolean {
  const given = [...Object.entries(account), ...Object.entries(about)]
  return attachments === undefined && given.every(([name, answer]) => saysNothing(name, answer))
}

const saysNothing = (name: string, answer: string | readonly string[] | undefined): boolean =>
  IDLE_ANSWERS.includes(name) || answer === undefined || answer.length === 0

/** Spaces and marks that nobody sees are no words. */
const isBlank = (text: string): boolean =>
  text.replaceAll(/[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '') === ''

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** With its marks and spaces. */
const LONGEST_TEST_CHARS = 40

/** The whole of a text, and nothing else. */
const TESTS: ReadonlySet<string> = new Set([
  'test',
  'tests',
  'testing',
  'test test',
  'essai',
  'un test',
  'un essai',
  'ceci est un test',
  'ceci est un essai',
  'c est un test',
  'c est un essai',
  'juste un test',
  'just a test',
  'a test',
  'this is a test',
])

/** Each is a way of selling that nobody tells an assault by. One alone may be quoted: it takes two, and a link. */
const SELLING: readonly RegExp[] = [
  /<a\s[^>]{0,200}href/iu,
  /\[(?:url|link)[=\]]/iu,
  /\bcasinos?\b|\bjackpot\b|\bparis sportifs\b|\bsports? betting\b/iu,
  /\bviagra\b|\bcialis\b/iu,
  /\bbacklinks?\b|\bSEO\b|\bréférencement (?:naturel|de votre site)\b|\bpage of google\b|\bpage de google\b/iu,
  /\bclick here\b|\bcliquez ici\b/iu,
  /\b(?:buy|order) now\b|\b(?:achetez|commandez) (?:maintenant|vite)\b/iu,
  /\b(?:promo|discount) codes?\b|\bcodes? promo\b|\bfree shipping\b|\blivraison gratuite\b/iu,
  /\bunsubscribe\b|\bse désabonner\b|\bnewsletter\b/iu,
]
const FEWEST_SELLING = 2
/** More links than anyone who was hurt has to show, and hardly a word between them. */
const MANY_LINKS = 10
const NEARLY_ALL = 0.8

function isAdvertising(text: string): boolean {
  const links = text.match(/(?:https?:\/\/|www\.)\S+/giu) ?? []
  if (links.length === 0) return false
  const written = text.replaceAll(/\s/gu, '').length
  const linked = links.reduce((sum, link) => sum + link.length, 0)
  const selling = SELLING.filter((way) => way.test(text)).length
  return selling >= FEWEST_SELLING || (links.length >= MANY_LINKS && linked >= NEARLY_ALL * written)
}
