// Decides whether the envelopes of a submission, a card, or a copy may be kept. It sees structure only: there is nothing here that could read one.
import { daysBetween, type Day } from '../protocol/day.ts'
import { SEALED_CARD_BYTES, SEALED_SIZES_BYTES } from '../protocol/limits.ts'
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

/** A message as it arrived: its bytes, and the key IDs its packets name (null when it is not a sealed message). */
export interface ArrivedMessage {
  sealed: Uint8Array
  recipients: readonly string[] | null
}

export interface ArrivedEnvelope extends ArrivedMessage {
  association: string
  keyFingerprint: string
}

/** `encryptionKeyId` is null when the observatory has no key to be sealed to. */
export interface IntakeObservatory {
  expiresOn: Day
  encryptionKeyId: string | null
}

type SealFault = 'not-sealed' | 'wrong-recipient' | 'wrong-size'

export type IntakeFault =
  | 'directory-expired'
  | 'association-unknown'
  | 'association-paused'
  | 'key-changed'
  | SealFault

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
  return sealFault(envelope, key.encryptionKeyId, SEALED_SIZES_BYTES)
}

/** Why a card may not be kept; null when it may. */
export function cardFault(
  card: ArrivedMessage,
  { expiresOn, encryptionKeyId }: IntakeObservatory,
  today: Day,
): SealFault | 'directory-expired' | null {
  if (isExpired({ expiresOn }, today)) return 'directory-expired'
  return sealFault(card, encryptionKeyId, [SEALED_CARD_BYTES])
}

/**
 * Why an association's copy of its own answer may not be kept; null when it may. One that is paused, or whose directory expired,
 * still answers those who wrote to it. `key` is its own.
 */
export const copyFault = (copy: ArrivedMessage, key: IntakeKey): SealFault | null =>
  sealFault(copy, key.encryptionKeyId, SEALED_SIZES_BYTES)

/** Sealed to this key, to no other, and of one of these lengths. */
export function sealFault(
  { sealed, recipients }: ArrivedMessage,
  keyId: string | null,
  sizesBytes: readonly number[],
): SealFault | null {
  if (!recipients) return 'not-sealed'
  if (recipients.length !== 1 || recipients[0] !== keyId) return 'wrong-recipient'
  return sizesBytes.includes(sealed.length) ? null : 'wrong-size'
}

export const isExpired = (directory: { expiresOn: Day }, today: Day): boolean =>
  daysBetween(today, directory.expiresOn) < 0
