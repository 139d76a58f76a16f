// What points to the same attackers in several reports. A report takes part only where its author allowed it, for this and still; the
// others are neither compared nor counted. Nothing is guessed: two writings are one only when they fold to the same. Pure.
import type { Day } from '../../protocol/day.ts'
import type { Identifier } from '../../protocol/report.ts'
import { isDisputed, isWithdrawn, reportOf, type Case } from './cases.ts'
import { grouped } from './grouped.ts'
import { joinNames } from './joined-names.ts'

/** `strong`: of one form, which was recognised. `weak`: a pseudonym on a platform, or what has no form: people may share it. */
export type Strength = 'strong' | 'weak'

export interface Mark {
  identifier: Identifier
  strength: Strength
  /** The same in every report that names the same thing. */
  key: string
}

export interface SeriesLink extends Mark {
  /** Ids of the other people's cases, the newest received first. */
  others: string[]
}

export interface Series {
  /** What a case has in common with others: strong ones first. Empty when it may not be compared. */
  linksOf: (id: string) => SeriesLink[]
  /** How many other cases it shares something with; those that share a strong one are not counted as weak. */
  countsOf: (id: string) => Readonly<Record<Strength, number>>
}

const PHONE = /^\+[1-9]\d{6,14}$/
const EMAIL = /^[^\s@]+@[^\s@]+$/
const LINK = /^https?:\/\/\S+$/i
const IBAN = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/

/** Forms that one person or account alone has. Whoever was paid may be named by a telephone, an address or a link too. */
const FORMS: Readonly<Partial<Record<Identifier['type'], readonly RegExp[]>>> = {
  phone: [PHONE],
  email: [EMAIL],
  payee: [PHONE, EMAIL, LINK, IBAN],
  plate: [/\d/],
  'profile-link': [LINK],
}

/** Too short to say anything. */
const MIN_LETTERS = 4

/** As one would read it aloud: no case, ordinary letters and digits, one space where there were several. */
const folded = (text: string): string =>
  text.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()

/** What may be compared of a report: each thing once. */
export function marksOf(identifiers: readonly Identifier[]): Mark[] {
  const marks = new Map<string, Mark>()
  for (const identifier of identifiers) {
    const mark = markOf(identifier)
    if (mark && !marks.has(mark.key)) marks.set(mark.key, mark)
  }
  return [...marks.values()].toSorted((a, b) =>
    a.strength < b.strength ? -1 : Number(a.strength > b.strength),
  )
}

function markOf(identifier: Identifier): Mark | null {
  const { type, recognised, platform = '' } = identifier
  const value = identifier.value.normalize('NFKC').trim()
  if (recognised && FORMS[type]?.some((form) => form.test(value))) {
    // The path of a link may tell capitals apart; nothing else with a form does.
    return { identifier, strength: 'strong', key: `form ${LINK.test(value) ? value : folded(value)}` }
  }
  const words = folded(value)
  const letters = words.replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (letters.length < MIN_LETTERS && type !== 'pseudonym') return null
  const place = folded(platform)
  // A pseudonym alone is nobody's. Words in place of a number ("I do not know") are no number.
  if (type === 'pseudonym' ? place === '' : !recognised && !/[\p{N}@]/u.test(words)) return null
  return { identifier, strength: 'weak', key: `${type} ${JSON.stringify([place, words])}` }
}

/** Allowed by its author, whatever came since; not while a withdrawal may still arrive, nor where somebody else may have written it. */
export function mayBeCompared(each: Case, today: Day): boolean {
  const contents = reportOf(each)
  const { thread, head } = each
  if (!contents || !thread || isWithdrawn(thread) || isDisputed(thread)) return false
  const late = thread.reports.some((report) => report.late && report.ids.includes(head.id))
  const { purposes, until } = contents.consent
  return !late && purposes.includes('series') && until >= today
}

/**
 * Compares the cases of one inbox with one another. Reports of one conversation are one person's, and so is one report that was sent
 * twice: they make no series.
 */
export function findSeries(cases: readonly Case[], today: Day): Series {
  const marks = new Map<string, Mark[]>()
  const compared = cases.filter((each) => {
    const ofCase = mayBeCompared(each, today) ? marksOf(reportOf(each)?.identifiers ?? []) : []
    if (ofCase.length > 0) marks.set(each.id, ofCase)
    return ofCase.length > 0
  })
  const names = new Map(compared.toSorted(newestFirst).map((each) => [each.id, namesOf(each)]))
  const headOf = joinNames(names.values())
  const people = new Map([...names].map(([id, [first = id]]) => [id, headOf(first)]))
  const marked = [...names.keys()].flatMap((id) => (marks.get(id) ?? []).map(({ key }) => ({ id, key })))
  const holders = grouped(marked, ({ key }) => key)

  const linksOf: Series['linksOf'] = (id) =>
    (marks.get(id) ?? []).flatMap((mark) => {
      const others = (holders.get(mark.key) ?? [])
        .map((holder) => holder.id)
        .filter((other) => people.get(other) !== people.get(id))
      return others.length > 0 ? [{ ...mark, others }] : []
    })
  return {
    linksOf,
    countsOf: (id) => {
      const links = linksOf(id)
      const among = (strength: Strength): Set<string> =>
        new Set(links.filter((link) => link.strength === strength).flatMap(({ others }) => others))
      const strong = among('strong')
      return { strong: strong.size, weak: [...among('weak')].filter((other) => !strong.has(other)).length }
    },
  }
}

/** What its author is known by: every thread, the newest included, and what was told, word for word. */
function namesOf(each: Case): string[] {
  const contents = reportOf(each)
  if (!contents) return []
  const { thread, account, about, narrative, identifiers, contact } = contents
  const told = JSON.stringify([account, about, narrative, identifiers, contact])
  return [thread, ...(each.thread ? [each.thread.thread] : []), ...(narrative.trim() === '' ? [] : [told])]
}

const newestFirst = (a: Case, b: Case): number =>
  compare(b.head.receivedOn, a.head.receivedOn) || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
