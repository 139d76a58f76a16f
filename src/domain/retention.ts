// How long the server keeps what. Pure: `now` is in milliseconds.
import { isOver, type CaseState } from '../protocol/case-state.ts'
import { addDays, addMonths, dayOf, daysBetween, type Day } from '../protocol/day.ts'
import {
  CHALLENGE_SLOT_SECONDS,
  DEPARTED_DAYS,
  EXPIRED_DAYS,
  INVITATION_DAYS,
  KEEP_MONTHS,
  MESSAGE_DAYS,
  OVER_DAYS,
  PAUSE_DAYS,
  PERMIT_MORE_SECONDS,
  RENEWED_HOLD_DAYS,
  UNOPENED_DAYS,
  UNTOUCHED_MONTHS,
} from '../protocol/limits.ts'
import type { Keeping } from '../protocol/mailbox.ts'

/** Envelopes received before this day that nobody opened go. */
export const unopenedBefore = (now: number): Day => addDays(dayOf(now), -UNOPENED_DAYS)

/** Acknowledged envelopes that were last touched before these days go: `over` where their case is, `any` wherever it stands. */
export const touchedBefore = (now: number): { over: Day; any: Day } => ({
  over: addDays(dayOf(now), -OVER_DAYS),
  any: addMonths(dayOf(now), -UNTOUCHED_MONTHS),
})

/** The last day of a case that nobody touches again. */
export const lastDayOf = (touchedOn: Day, state: CaseState): Day =>
  isOver(state) ? addDays(touchedOn, OVER_DAYS) : addMonths(touchedOn, UNTOUCHED_MONTHS)

/** What tells an author that an envelope is gone goes when it went before this day. */
export const expiredBefore = (now: number): Day => addDays(dayOf(now), -EXPIRED_DAYS)

/** What an association left behind goes when it left the directory before this day. */
export const departedBefore = (now: number): Day => addDays(dayOf(now), -DEPARTED_DAYS)

/** How many went on a day is known no longer than that an envelope did. */
export const countedBefore = expiredBefore

/** A clock may run ahead by this much, purge, and be set right: what it purged must not count again. */
const CLOCK_AHEAD_SECONDS = 60 * 60

/**
 * Proofs that expired before this second go. A slot later than they expire, so that a request checked just in time and
 * delayed after that still meets its spent proof; and an hour after that, by a clock that may be wrong by one. No later: they tell in
 * which half hour something came.
 */
export const spentBefore = (now: number): number =>
  Math.floor(now / 1000) - CHALLENGE_SLOT_SECONDS - CLOCK_AHEAD_SECONDS

/** Days before a directory expires on which its operator is warned. */
const WARNING_DAYS = [60, 30, 14]

/** The days left when the operator should be warned: under one of the thresholds, and not expired. Else null. */
export function expiryWarning(expiresOn: Day, today: Day): number | null {
  const left = daysBetween(today, expiresOn)
  return left >= 0 && WARNING_DAYS.some((days) => left <= days) ? left : null
}

/** The last day on which a message that came in on `today` can be read. */
export function keptUntil(keeping: Keeping, today: Day): Day {
  if (keeping === 'message') return addDays(today, MESSAGE_DAYS)
  return keeping === 'pause' ? addDays(today, PAUSE_DAYS) : addMonths(today, KEEP_MONTHS[keeping])
}

/** The last day of a hold that came in now: as long as the envelope that has its secret may lie unopened. */
export const heldUntil = (now: number): Day => addDays(dayOf(now), UNOPENED_DAYS)

/** The last day of a hold that is renewed now. */
export const renewedUntil = (now: number): Day => addDays(dayOf(now), RENEWED_HOLD_DAYS)

/** Parts that came before this day and that nothing holds go: whoever sends files has a day at least to hold them. */
export const unheldBefore = (now: number): Day => addDays(dayOf(now), -1)

/** When a permit expires whose challenge expires at `expiresAt`: both in seconds, and alike for all of a slot. */
export const permitExpiry = (expiresAt: number): number => expiresAt + PERMIT_MORE_SECONDS

/** The last day on which an invitation made now can be answered, and its answer taken up. */
export const invitedUntil = (now: number): Day => addDays(dayOf(now), INVITATION_DAYS)
