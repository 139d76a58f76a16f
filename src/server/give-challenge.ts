// Issues what a sender must solve before something of theirs is kept. Nothing is kept of having asked.
import { issueChallenge } from '../crypto/challenge.ts'
import { isExpired } from '../domain/intake.ts'
import { submissionExpiry } from '../domain/sign-in.ts'
import { dayOf } from '../protocol/day.ts'
import type { House } from './env.ts'
import type { ProvenPurpose } from './middleware/require-proof.ts'

/** `now` is in milliseconds. Null once the directory expired: nobody should solve puzzles for what cannot be taken. */
export function giveChallenge(
  house: House,
  purpose: Exclude<ProvenPurpose, 'mailbox'>,
  now: number,
): string | null {
  return isExpired(house.directory, dayOf(now)) ? null : issueFor(house, purpose, now)
}

/** The same for a mailbox, at any time: what a person kept stays within their reach whatever became of the directory. */
export const giveMailboxChallenge = (house: House, now: number): string => issueFor(house, 'mailbox', now)

const issueFor = ({ secret, proofBits }: House, purpose: ProvenPurpose, now: number): string =>
  issueChallenge(secret, { purpose, bits: proofBits, expiresAt: submissionExpiry(now) })
