// How hard a challenge is while many proofs are being accepted: harder for everyone alike, up to the protocol's ceiling, and as before an hour
// after. It knows one number and never who; it refuses nobody. Pure.
import { CHALLENGE_SLOT_SECONDS, MAX_PUZZLE_BITS } from '../protocol/limits.ts'
import { submissionExpiry } from './sign-in.ts'

/**
 * Proofs accepted in the last half hour to hour, of all purposes of a store, below which nothing is harder. A report with ten files takes
 * about fifteen, and so does coming back to read: a room of twenty people who learn to report is still calm.
 */
export const CALM_PROOFS = 256

/** Each step begins at twice the one before. At the last a phone works for eight times as long as usual: still a few tens of seconds. */
export const PRESSURE_STEPS = 3

/**
 * Steps that challenges for files rise at most: a report with ten files takes fifteen proofs, and what files may take is bounded by the room
 * there is.
 */
export const MOST_STEPS_FOR_FILES = 1

/** Counting further would change nothing: the last step begins below. */
export const MOST_COUNTED_PROOFS = CALM_PROOFS * 2 ** PRESSURE_STEPS

/** The values of `expiresAt` that a proof accepted lately has: that of the slot that runs and the one before, in seconds. */
export function countedSlots(now: number): readonly [number, number] {
  const newest = submissionExpiry(now)
  return [newest - CHALLENGE_SLOT_SECONDS, newest]
}

/**
 * The difficulty of each puzzle: the operator's while it is calm, then in even steps up to the ceiling. `drawn` has a byte a step and is
 * drawn anew for each slot: each step begins somewhere between one and two times its count. Were that known, whoever brought the count
 * right up to it would see by the difficulty that one other person had just sent something.
 */
export function bitsUnderPressure(
  accepted: number,
  proofBits: number,
  drawn: Uint8Array,
  mostSteps = PRESSURE_STEPS,
): number {
  const steps = Array.from(
    { length: PRESSURE_STEPS },
    (_, step) => 2 ** step * (CALM_PROOFS + (drawn[step] ?? 0)),
  )
  const reached = Math.min(mostSteps, steps.filter((beginsAt) => accepted > beginsAt).length)
  return proofBits + Math.ceil(((MAX_PUZZLE_BITS - proofBits) * reached) / PRESSURE_STEPS)
}
