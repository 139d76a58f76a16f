// Reads the form: what will be sealed, and what only serves to propose associations. It sends and keeps nothing.
import { isAsked, QUESTION_NAMES, ruleOf } from '../../protocol/question-rules.ts'
import type { Identifier, Report } from '../../protocol/report.ts'
import type { AgeBand, Audience, Locale, Need } from '../../protocol/vocabulary.ts'
import type { Act, Seeker } from '../../domain/routing.ts'

/** What FormData gives. */
export interface Answers {
  get: (name: string) => unknown
  getAll: (name: string) => unknown[]
}

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

/** What was said for certain: without "I don't know" and "I'd rather not say". */
const said = (answers: Answers, name: string): string[] =>
  several(answers, name).filter((code) => !isOpen(code))

/** Answers to the questions that are asked, of those that stay on the phone or of the others. The codes are our own form's. */
function answered(answers: Answers, kept: boolean): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {}
  for (const name of QUESTION_NAMES) {
    const question = ruleOf(name)
    if ((question.kept ?? false) !== kept || !isAsked(name, (other) => several(answers, other))) continue
    const [first, ...more] = several(answers, name)
    if (first !== undefined) found[name] = question.answers === 'several' ? [first, ...more] : first
  }
  return found
}

/** Unanswered questions are left out. Age, language and audiences are in it only if the person ticked that they may travel. */
export function readReport(
  answers: Answers,
  locale: Locale,
  identifiers: readonly Identifier[] = [],
): Report {
  const account = answered(answers, false)
  const platform = text(answers, 'platform')
  const named = platform === PLATFORM_WRITTEN ? text(answers, 'platformName').trim() : platform
  if (named) account['platform'] = named
  const [year, month] = [text(answers, 'year'), text(answers, 'month')]
  if (year && month) account['month'] = `${year}-${month}-01`

  const narrative = text(answers, 'narrative')
  const about = text(answers, 'shareAbout') ? answered(answers, true) : {}
  const contact = readContact(answers)
  return {
    locale,
    account,
    ...(Object.keys(about).length > 0 ? { about } : {}),
    narrative: narrative.trim() === '' ? '' : narrative,
    identifiers,
    ...(contact ? { contact } : {}),
  } as Report
}

/** How to reach them: nothing without both a channel and where it leads. A message can be left only on a phone. */
export function readContact(answers: Answers): Record<string, string> | null {
  const channel = text(answers, 'contactChannel')
  const value = text(answers, 'contactValue').trim()
  if (!channel || !value) return null
  const rest = {
    hours: text(answers, 'contactHours').trim(),
    voicemail: channel === 'phone' ? text(answers, 'contactVoicemail') : '',
    askFor: text(answers, 'contactAskFor').trim(),
    say: text(answers, 'contactSay').trim(),
  }
  return { channel, value, ...Object.fromEntries(Object.entries(rest).filter(([, words]) => words !== '')) }
}

/** What routing needs. It stays on the phone. */
export function readSeeker(answers: Answers, locale: Locale): Seeker {
  const [ageBand] = said(answers, 'ageBand')
  return {
    needs: said(answers, 'needs') as Need[],
    audiences: said(answers, 'audiences') as Audience[],
    departement: said(answers, 'departement')[0] ?? null,
    language: said(answers, 'language')[0] ?? locale,
    ageBand: (ageBand as AgeBand | undefined) ?? null,
    acts: said(answers, 'acts') as Act[],
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
