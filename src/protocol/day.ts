// Days as text, `YYYY-MM-DD` in UTC. Nothing that a victim sent is ever stored beside anything finer.
import * as v from 'valibot'

// Marked pure so that a phone's bundle that only counts days leaves the schema library out.
export const Day = /* @__PURE__ */ v.pipe(
  /* @__PURE__ */ v.string(),
  /* @__PURE__ */ v.isoDate(),
  /* @__PURE__ */ v.check(isDay),
)
export type Day = v.InferOutput<typeof Day>

/** The same for a phone. The shape alone would let the 30th of February pass, and arithmetic on it would throw. */
export function isDay(text: string): boolean {
  const at = new Date(text)
  return !Number.isNaN(at.valueOf()) && at.toISOString().slice(0, 10) === text
}

/** The UTC day of an instant in milliseconds. */
export const dayOf = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10)

/** The day `days` after (or, negative, before) another. */
export const addDays = (day: Day, days: number): Day => dayOf(Date.parse(day) + days * 86_400_000)

/** The day `months` calendar months after another; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDate = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)))
}

/** The quarter a day is in: `YYYY-Q1` to `YYYY-Q4`. */
export const quarterOf = (day: Day): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
