// Decides whether the envelopes of a submission may be kept. It sees structure only: there is nothing here that could read one.
import { daysBetween, type Day } from '../protocol/day.ts'
import { SEALED_SIZES_BYTES } from '../protocol/limits.ts'
import { accept, decline, type Result } from '../protocol/result.ts'

/** An association as intake knows it: the key to which envelopes must be sealed. */
export interface IntakeKey {
  fingerprint: string
  encryptionKeyId: string
  status: 'active' | 'paused'
}

export interface IntakeDirectory {
  expiresOn: Day
  keys: ReadonlyMap<string, IntakeKey>
}

/** An envelope as it arrived: its bytes, and the key IDs its packets name (null when it is not a sealed message). */
export interface ArrivedEnvelope {
  association: string
  keyFingerprint: string
  sealed: Uint8Array
  recipients: readonly string[] | null
}

export type IntakeFault =
  | 'directory-expired'
  | 'association-unknown'
  | 'association-paused'
  | 'key-changed'
  | 'not-sealed'
  | 'wrong-recipient'
  | 'wrong-size'

/** All or none: the first fault refuses the whole submission. */
export function acceptEnvelopes<Envelope extends ArrivedEnvelope>(
  envelopes: readonly Envelope[],
  directory: IntakeDirectory,
  today: Day,
): Result<readonly Envelope[], IntakeFault> {
  if (isExpired(directory, today)) return decline('directory-expired')
  for (const envelope of envelopes) {
    const fault = faultOf(envelope, directory)
    if (fault) return decline(fault)
  }
  return accept(envelopes)
}

function faultOf(envelope: ArrivedEnvelope, directory: IntakeDirectory): IntakeFault | null {
  const key = directory.keys.get(envelope.association)
  if (!key) return 'association-unknown'
  if (key.status === 'paused') return 'association-paused'
  if (envelope.keyFingerprint !== key.fingerprint) return 'key-changed'
  if (!envelope.recipients) return 'not-sealed'
  if (envelope.recipients.length !== 1 || envelope.recipients[0] !== key.encryptionKeyId)
    return 'wrong-recipient'
  return SEALED_SIZES_BYTES.some((size) => size === envelope.sealed.length) ? null : 'wrong-size'
}

export const isExpired = (directory: { expiresOn: Day }, today: Day): boolean =>
  daysBetween(today, directory.expiresOn) < 0
