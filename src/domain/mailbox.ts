// Decides whether a message may be kept in a mailbox, and which decoys stand in for those it lacks. Pure: it sees structure, never words,
// and no key that would tell whose mailbox it is.
import { SEALED_SIZES_BYTES } from '../protocol/limits.ts'
import type { ArrivedMessage } from './intake.ts'

/** Sealed to one key, whichever it is: only the mailbox's owner knows theirs. Null when it may be kept. */
export function messageFault({
  sealed,
  recipients,
}: ArrivedMessage): 'not-sealed' | 'wrong-recipient' | 'wrong-size' | null {
  if (!recipients) return 'not-sealed'
  if (recipients.length !== 1) return 'wrong-recipient'
  return SEALED_SIZES_BYTES.some((bytes) => bytes === sealed.length) ? null : 'wrong-size'
}

/**
 * `count` different keys from 1 to `among`, each drawn by one byte of a pseudo-random function of the mailbox: the same mailbox always
 * has the same.
 */
export function drawDecoys(prf: Uint8Array, count: number, among: number): number[] {
  const left = Array.from({ length: among }, (_, index) => index + 1)
  return Array.from({ length: count }, (_, draw) => {
    const at = (prf[draw] ?? 0) % left.length
    return left.splice(at, 1)[0] ?? 0
  })
}
