// Why a case asks to be read before others: reasons, each drawn from what the report answers, or from how long it is kept. It reads nothing into anybody's words,
// and never says that a clock runs, since a report tells a day at best. Pure: today is an argument.
import { isOver } from '../../protocol/case-state.ts'
import { addDays, dayOf, type Day } from '../../protocol/day.ts'
import type { EnvelopeContents } from '../../protocol/envelope.ts'
import { BEREAVED, isWhollyMet } from '../../protocol/question-rules.ts'
import { WEEKDAYS } from '../../protocol/vocabulary.ts'
import { LAST_WITHIN_HOURS } from '../report/care-time.ts'
import { isWithdrawn, reportOf, type Case } from './cases.ts'
import { isEnding } from '../../domain/standings.ts'

/** In the order they are said. */
export const REASONS = ['danger', 'hiv-clock', 'grave', 'address-known', 'minor', 'outing', 'ending'] as const
export type Reason = (typeof REASONS)[number]

/** In the order they are listed. */
export const LEVELS = ['urgent', 'soon', 'other'] as const
export type Level = (typeof LEVELS)[number]

const URGENT: ReadonlySet<Reason> = new Set(['danger', 'hiv-clock', 'grave', 'address-known', 'minor'])

const GRAVE_ACTS = ['sequestration', 'death-threat', 'torture', 'attempted-murder']
const EXPOSURES = ['sexual-assault', 'rape']
const MINORS = ['under-15', '15-17']

/** What a report answers; that its case nears its end is said of the case. */
type Answered = Exclude<Reason, 'ending'>

type Rule = (contents: EnvelopeContents, receivedOn: Day, today: Day) => boolean

const RULES: Readonly<Record<Answered, Rule>> = {
  danger: ({ account }) => gave(account.needs, ['emergency']),
  'hiv-clock': (contents, receivedOn, today) =>
    !isBereaved(contents) &&
    gave(contents.account.acts, EXPOSURES) &&
    mayBeWithinClock(contents, receivedOn, today),
  grave: (contents) => !isBereaved(contents) && gave(contents.account.acts, GRAVE_ACTS),
  'address-known': ({ account }) =>
    gave(account.acts, ['threats', 'death-threat']) && gave(account.harms, ['address-known']),
  minor: ({ account, about }) =>
    gave([about?.ageBand ?? ''], MINORS) || gave(account.needs, ['child-protection']),
  outing: ({ account }) =>
    gave(account.acts, ['outing-threat']) ||
    gave(account.biasIndicators, ['outing-threat']) ||
    gave(account.footage, ['kept-as-threat']),
}

/** None where the association acts no more: withdrawn, over, past its term but for its end, or without its report. */
export function reasonsOf(each: Case, today: Day): Reason[] {
  const contents = reportOf(each)
  const { receivedOn, standing } = each.head
  if (!contents || isOver(standing) || isWithdrawn(each.thread)) return []
  const ending = isEnding(each, today)
  const mayAct = contents.consent.until >= today
  return REASONS.filter((reason) =>
    reason === 'ending' ? ending : mayAct && RULES[reason](contents, receivedOn, today),
  )
}

export function levelOf(reasons: readonly Reason[]): Level {
  if (reasons.some((reason) => URGENT.has(reason))) return 'urgent'
  return reasons.length > 0 ? 'soon' : 'other'
}

const gave = (given: readonly string[] | undefined, codes: readonly string[]): boolean =>
  given?.some((code) => codes.includes(code)) === true

/** Whoever writes of someone who was killed: nothing is left to prevent. */
const isBereaved = ({ account }: EnvelopeContents): boolean =>
  isWhollyMet(BEREAVED, (name) => [account[name as 'role' | 'acts'] ?? []].flat())

/**
 * Whether the time to start HIV prevention may not be over, as far as days can tell: received today or the day before, and the weekday
 * and month that were told do not put the facts earlier. Days are the author's own and ours are in UTC: a day more is left on both
 * sides, since a call too many harms less than one too few.
 */
function mayBeWithinClock({ account, writtenOn }: EnvelopeContents, receivedOn: Day, today: Day): boolean {
  if (receivedOn < addDays(today, -1)) return false
  const last = addDays(writtenOn < receivedOn ? writtenOn : receivedOn, 1)
  const first = addDays(today, -LAST_WITHIN_HOURS / 24 - 1)
  return daysFrom(first, last).some(
    (day) =>
      isOn(day, account.weekday) && (account.month?.slice(0, 7) ?? day.slice(0, 7)) === day.slice(0, 7),
  )
}

/** Both included. None when the last comes before the first. */
function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at = Date.parse(addDays(dayOf(at), 1))) {
    days.push(dayOf(at))
  }
  return days
}

/** A weekday that was not told is any. */
function isOn(day: Day, weekday: string | undefined): boolean {
  const told = WEEKDAYS.findIndex((each) => each === weekday)
  return told < 0 || (new Date(day).getUTCDay() + 6) % 7 === told
}
