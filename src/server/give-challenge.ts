// Issues what a sender must solve before something of theirs is kept. Nothing is kept of having asked.
import { issueChallenge } from '../crypto/challenge.ts'
import { isExpired } from '../domain/intake.ts'
import { submissionExpiry } from '../domain/sign-in.ts'
import { dayOf } from '../protocol/day.ts'
import type { House } from './env.ts'
import type { ProvenPurpose } from './middleware/require-proof.ts'

/** `now` is in milliseconds. Null once the directory expired: nobody should solve puzzles for what cannot be taken. */
export function giveChallenge(
  { directory, secret, proofBits }: House,
  purpose: ProvenPurpose,
  now: number,
): string | null {
  if (isExpired(directory, dayOf(now))) return null
  return issueChallenge(secret, { purpose, bits: proofBits, expiresAt: submissionExpiry(now) })
}
