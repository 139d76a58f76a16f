// Decides on time and origin for those who sign in, and how long a challenge may be used. Pure: `now` is in milliseconds.
import {
  CHALLENGE_SLOT_SECONDS,
  SESSION_IDLE_SECONDS,
  SESSION_MAX_SECONDS,
  SIGN_IN_SECONDS,
} from '../protocol/limits.ts'

export const secondsOf = (now: number): number => Math.floor(now / 1000)

/** When a sign-in challenge asked for now expires, in seconds. */
export const signInExpiry = (now: number): number => secondsOf(now) + SIGN_IN_SECONDS

/** When a submission's challenge asked for now expires, in seconds: one to two slots ahead, alike for all of a slot. */
export const submissionExpiry = (now: number): number =>
  (Math.ceil(secondsOf(now) / CHALLENGE_SLOT_SECONDS) + 1) * CHALLENGE_SLOT_SECONDS

export const isChallengeExpired = (challenge: { expiresAt: number }, now: number): boolean =>
  secondsOf(now) > challenge.expiresAt

/** A member's clock may run ahead by this much. The challenge, not the signature's date, makes it fresh. */
const CLOCK_AHEAD_MILLISECONDS = 24 * 60 * 60 * 1000

/** The latest date that a signature made now may bear, in milliseconds. */
export const latestSigning = (now: number): number => now + CLOCK_AHEAD_MILLISECONDS

/** A session seen and started after these seconds is alive. */
export const sessionLimits = (now: number): { seenAfter: number; startedAfter: number } => ({
  seenAfter: secondsOf(now) - SESSION_IDLE_SECONDS,
  startedAfter: secondsOf(now) - SESSION_MAX_SECONDS,
})

/**
 * Whether a request that changes something was sent by another site's page. Browsers say so in one of these headers;
 * a request with neither comes from a tool, which carries nobody else's cookies.
 */
export function isForeign(
  request: { fetchSite: string | undefined; origin: string | undefined },
  ownOrigin: string,
): boolean {
  if (request.fetchSite !== undefined) return request.fetchSite !== 'same-origin'
  return request.origin !== undefined && request.origin !== ownOrigin
}
