// The order of the list, and the headings it is read under. Pure.
import { byDay, type Case } from './cases.ts'
import { grouped } from './grouped.ts'
import { LEVELS, levelOf, type Level, type Reason } from './urgency.ts'

/** In the order they are offered. */
export const ORDERS = ['newest', 'oldest', 'urgent'] as const
export type Order = (typeof ORDERS)[number]

/** Cases under one heading: the day the person last wrote, or how much the case asks for attention. */
export interface Group {
  heading: { kind: 'day'; day: string } | { kind: 'level'; level: Level }
  cases: readonly Case[]
}

/** Within a day the order given, which says nothing of arrival. The most urgent first: then the newest. */
export function arrange(
  cases: readonly Case[],
  order: Order,
  reasonsOf: (each: Case) => readonly Reason[],
): Group[] {
  const days = byDay(cases).map(({ day, cases: ofDay }): Group => ({
    heading: { kind: 'day', day },
    cases: ofDay,
  }))
  if (order === 'newest') return days
  if (order === 'oldest') return days.toReversed()
  const newestFirst = days.flatMap((group) => group.cases)
  const ofLevel = grouped(newestFirst, (each) => levelOf(reasonsOf(each)))
  return LEVELS.flatMap((level): Group[] => {
    const found = ofLevel.get(level)
    return found ? [{ heading: { kind: 'level', level }, cases: found }] : []
  })
}

/** The first cases, under their headings; a heading left without a case goes. */
export function firstOf(groups: readonly Group[], most: number): Group[] {
  let left = most
  return groups.flatMap((group) => {
    const cases = group.cases.slice(0, left)
    left -= cases.length
    return cases.length > 0 ? [{ ...group, cases }] : []
  })
}
