// Issues what a sender must solve before something of theirs is kept. Nothing is kept of having asked.
import { issueChallenge } from '../crypto/challenge.ts'
import { isExpired } from '../domain/intake.ts'
import { submissionExpiry } from '../domain/sign-in.ts'
import { dayOf } from '../protocol/day.ts'
import type { House } from './env.ts'
import type { ProvenPurpose } from './middleware/require-proof.ts'
import { difficultyNow } from './pressure.ts'

/** `now` is in milliseconds. Null once the directory expired: nobody should solve puzzles for what cannot be taken. */
export async function giveChallenge(
  house: House,
  purpose: Exclude<ProvenPurpose, 'mailbox'>,
  now: number,
): Promise<string | null> {
  return isExpired(house.directory, dayOf(now)) ? null : issueFor(house, purpose, now)
}

/** The same for a mailbox, at any time: what a person kept stays within their reach whatever became of the directory. */
export const giveMailboxChallenge = (house: House, now: number): Promise<string> =>
  issueFor(house, 'mailbox', now)

/** One that was given stays as hard as it was: what it asks is in it. */
async function issueFor(house: House, purpose: ProvenPurpose, now: number): Promise<string> {
  const bits = await difficultyNow(house, purpose, now)
  return issueChallenge(house.secret, { purpose, bits, expiresAt: submissionExpiry(now) })
}
