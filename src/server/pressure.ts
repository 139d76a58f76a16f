// The difficulty asked for now, from what a store accepted lately: the same for everyone who asks. It reads no request, and a store that
// does not answer neither raises it nor keeps anyone waiting.
import { utf8 } from '../crypto/encoding.ts'
import { macOf } from '../crypto/hmac.ts'
import { countAccepted } from '../db/spent-proofs.ts'
import {
  bitsUnderPressure,
  countedSlots,
  MOST_COUNTED_PROOFS,
  MOST_STEPS_FOR_FILES,
  PRESSURE_STEPS,
} from '../domain/pressure.ts'
import type { House } from './env.ts'
import { tellOnceADay } from './memory.ts'
import type { ProvenPurpose } from './middleware/require-proof.ts'

/**
 * Reports, mailboxes and files share a store, and the pressure on it; files bear less of it; cards have their own. A new server, or a new isolate, asks for no more
 * than the operator until it has counted. `now` is in milliseconds.
 */
export async function difficultyNow(house: House, purpose: ProvenPurpose, now: number): Promise<number> {
  const { memory, secret, proofBits } = house
  const which = purpose === 'card' ? 'statistics' : 'envelopes'
  const slots = countedSlots(now)
  const accepted = await memory.proofs[which].read(now, () =>
    countAccepted(house[which], slots, MOST_COUNTED_PROOFS),
  )
  const drawn = macOf(secret, 'pressure', utf8(`${which} ${slots[1]}`))
  const mostSteps = purpose === 'upload' ? MOST_STEPS_FOR_FILES : PRESSURE_STEPS
  const bits = bitsUnderPressure(accepted ?? 0, proofBits, drawn, mostSteps)
  if (bits > proofBits) tellOnceADay(house, 'pressure-raised', now)
  return bits
}
