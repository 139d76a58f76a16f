// The periods that statistics are counted by: years and quarters of arrival, and the fixed day on which each is published.
import * as v from 'valibot'
import { addDays, quarterOf, type Day } from './day.ts'

/** `2026` or `2026-Q3`. */
export const StatisticsWindow = /* @__PURE__ */ v.pipe(
  /* @__PURE__ */ v.string(),
  /* @__PURE__ */ v.regex(/^20\d{2}(?:-Q[1-4])?$/),
)
export type StatisticsWindow = v.InferOutput<typeof StatisticsWindow>

/** Whole days between the end of a period and its publication. */
export const PUBLISHED_AFTER_DAYS = 14

export const spanOf = (window: StatisticsWindow): 'year' | 'quarter' =>
  window.length === 4 ? 'year' : 'quarter'

export const yearOf = (window: StatisticsWindow): string => window.slice(0, 4)

/** The quarters in it, in order: four, or itself. */
export const quartersOf = (window: StatisticsWindow): string[] =>
  spanOf(window) === 'quarter' ? [window] : [1, 2, 3, 4].map((quarter) => `${window}-Q${quarter}`)

/** The periods that count reports of it too: itself, and its year or its quarters. */
export const windowsSharing = (window: StatisticsWindow): StatisticsWindow[] =>
  spanOf(window) === 'quarter' ? [window, yearOf(window)] : [window, ...quartersOf(window)]

/** Its place in the year, 1 to 4. A year is asked for none. */
export const quarterNumber = (quarter: StatisticsWindow): number => Number(quarter.slice(6))

/** The first day after it. */
export function closedOn(window: StatisticsWindow): Day {
  const year = Number(yearOf(window))
  const quarter = spanOf(window) === 'year' ? 4 : quarterNumber(window)
  const month = (quarter % 4) * 3 + 1
  return `${year + (quarter === 4 ? 1 : 0)}-${String(month).padStart(2, '0')}-01`
}

/** The fixed day from which it may be published. */
export const dueOn = (window: StatisticsWindow): Day => addDays(closedOn(window), PUBLISHED_AFTER_DAYS)

/** The same period a step earlier: the year before a year, the quarter before a quarter. */
export function windowBefore(window: StatisticsWindow): StatisticsWindow {
  const year = Number(yearOf(window))
  if (spanOf(window) === 'year') return String(year - 1)
  const quarter = quarterNumber(window)
  return quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`
}

/** The years in which there may be something to publish, from that of the first quarter: none when it is still to come. */
export function yearsBetween(firstQuarter: string, today: Day): string[] {
  const [from, to] = [Number(yearOf(firstQuarter)), Number(today.slice(0, 4))]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => String(from + index))
}

/** The last quarter that is over on a day. */
export const lastClosedQuarter = (today: Day): StatisticsWindow => windowBefore(quarterOf(today))

/** The last quarter whose fixed day has come. */
export function lastDueQuarter(today: Day): StatisticsWindow {
  const closed = lastClosedQuarter(today)
  return dueOn(closed) <= today ? closed : windowBefore(closed)
}
