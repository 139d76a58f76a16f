// The order in which cases are read: by day, and beside one another. Pure.
import type { Day } from '../../protocol/day.ts'
import type { Case } from '../../sealing/cases.ts'
import { grouped } from './grouped.ts'

export {
  caseOf,
  casesOf,
  isDisputed,
  isNew,
  isWithdrawn,
  orphanOf,
  reportOf,
  standsAlone,
  type Case,
} from '../../sealing/cases.ts'

export interface CaseDay {
  day: Day
  cases: Case[]
}

/** Newest day first; within a day the order given, which says nothing of arrival. */
export function byDay(cases: readonly Case[]): CaseDay[] {
  return [...grouped(cases, ({ day }) => day)]
    .map(([day, ofDay]) => ({ day, cases: ofDay }))
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
}

/** Cases in reading order: the order of the days shown. */
export const inReadingOrder = (cases: readonly Case[]): Case[] =>
  byDay(cases).flatMap(({ cases: ofDay }) => ofDay)

/** Where a case stands among those shown, counted from 1, and who is beside it. Null when it is not there. */
export function neighboursOf(
  cases: readonly Pick<Case, 'id'>[],
  id: string,
): { position: number; total: number; previous: string | null; next: string | null } | null {
  const at = cases.findIndex((each) => each.id === id)
  if (at < 0) return null
  return {
    position: at + 1,
    total: cases.length,
    previous: cases[at - 1]?.id ?? null,
    next: cases[at + 1]?.id ?? null,
  }
}
