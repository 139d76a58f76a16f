// How long the server keeps what. Pure: `now` is in milliseconds.
import { addDays, dayOf, daysBetween, type Day } from '../protocol/day.ts'
import { CHALLENGE_SLOT_SECONDS, UNOPENED_DAYS } from '../protocol/limits.ts'

/** Envelopes received before this day that nobody opened go. */
export const unopenedBefore = (now: number): Day => addDays(dayOf(now), -UNOPENED_DAYS)

/**
 * Proofs that expired before this second go. A slot later than they expire, so that a request checked just in time and
 * delayed after that still meets its spent proof.
 */
export const spentBefore = (now: number): number => Math.floor(now / 1000) - CHALLENGE_SLOT_SECONDS

/** Days before a directory expires on which its operator is warned. */
const WARNING_DAYS = [60, 30, 14]

/** The days left when the operator should be warned: under one of the thresholds, and not expired. Else null. */
export function expiryWarning(expiresOn: Day, today: Day): number | null {
  const left = daysBetween(today, expiresOn)
  return left >= 0 && WARNING_DAYS.some((days) => left <= days) ? left : null
}
