// Reads the form: what will be sealed, and what only serves to propose associations. It sends and keeps nothing.
import type { Report } from '../../protocol/report.ts'
import type { AgeBand, Audience, Locale, Need } from '../../protocol/vocabulary.ts'
import type { Seeker } from '../../domain/routing.ts'

/** What FormData gives. */
export interface Answers {
  get: (name: string) => unknown
  getAll: (name: string) => unknown[]
}

const SINGLE = [
  'role',
  'channel',
  'lure',
  'place',
  'departement',
  'weekday',
  'timeBand',
  'attackers',
  'attackerAges',
] as const
const SEVERAL = ['acts', 'needs'] as const

/** The value of the platform list that stands for a name written by hand. */
const PLATFORM_WRITTEN = 'other'

/** Whether this is "I don't know" or "I'd rather not say". */
export const isOpen = (code: string): boolean => code === 'unknown' || code === 'not-said'

const text = (answers: Answers, name: string): string => {
  const value = answers.get(name)
  return typeof value === 'string' ? value : ''
}

const several = (answers: Answers, name: string): string[] =>
  answers.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '')

/** Unanswered questions are left out. Age and audiences are never in it. The codes are those of our own form. */
export function readReport(answers: Answers, locale: Locale): Report {
  const account: Record<string, string | string[]> = {}
  for (const name of SINGLE) {
    const value = text(answers, name)
    if (value) account[name] = value
  }
  for (const name of SEVERAL) {
    const values = several(answers, name)
    if (values.length > 0) account[name] = values
  }
  const platform = text(answers, 'platform')
  const named = platform === PLATFORM_WRITTEN ? text(answers, 'platformName').trim() : platform
  if (named) account['platform'] = named
  const [year, month] = [text(answers, 'year'), text(answers, 'month')]
  if (year && month) account['month'] = `${year}-${month}-01`

  const narrative = text(answers, 'narrative')
  const channel = text(answers, 'contactChannel')
  const value = text(answers, 'contactValue').trim()
  const note = text(answers, 'contactNote').trim()
  const contact = channel && value ? { contact: { channel, value, ...(note ? { note } : {}) } } : {}
  return {
    locale,
    account,
    narrative: narrative.trim() === '' ? '' : narrative,
    identifiers: [],
    ...contact,
  } as Report
}

/** What routing needs. It stays on the phone. */
export function readSeeker(answers: Answers, locale: Locale): Seeker {
  const departement = text(answers, 'departement')
  const ageBand = text(answers, 'ageBand')
  return {
    needs: several(answers, 'needs').filter((code) => !isOpen(code)) as Need[],
    audiences: several(answers, 'audiences').filter((code) => !isOpen(code)) as Audience[],
    departement: departement && !isOpen(departement) ? departement : null,
    language: locale,
    ageBand: ageBand && !isOpen(ageBand) ? (ageBand as AgeBand) : null,
  }
}

/** Whether the month chosen has not come yet, by the phone's clock: it may be wrong, so this is only ever a hint. */
export function isAhead(answers: Answers, now: Date): boolean {
  const [year, month] = [text(answers, 'year'), text(answers, 'month')]
  if (!year || !month) return false
  return Number(year) * 12 + Number(month) > now.getFullYear() * 12 + now.getMonth() + 1
}

/** The fields that lack their other half: a year without its month, a way to be reached without its number. */
export function unfinished(answers: Answers): ('month' | 'year' | 'contactValue')[] {
  const [year, month] = [text(answers, 'year'), text(answers, 'month')]
  const missing: ('month' | 'year' | 'contactValue')[] = []
  if (year && !month) missing.push('month')
  if (month && !year) missing.push('year')
  if (text(answers, 'contactChannel') && !text(answers, 'contactValue').trim()) missing.push('contactValue')
  return missing
}
