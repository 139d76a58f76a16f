// Stateless challenges: the server recognises what it issued by a MAC and keeps nothing until one is used.
import { MAX_PUZZLE_BITS } from '../protocol/limits.ts'
import { toBase64Url, utf8 } from './encoding.ts'
import { equalBytes, macOf } from './hmac.ts'
import { randomBytes } from './random.ts'

export const CHALLENGE_PURPOSES = ['submission', 'card', 'mailbox', 'upload', 'sign-in', 'team'] as const
export type ChallengePurpose = (typeof CHALLENGE_PURPOSES)[number]

/** `bits` is the difficulty of each puzzle (0 for none), `expiresAt` is in seconds, `nonce` 16 bytes in base64url. */
export interface Challenge {
  purpose: ChallengePurpose
  bits: number
  expiresAt: number
  nonce: string
}

const head = (c: Challenge): string => `${c.purpose}.${c.bits}.${c.expiresAt}.${c.nonce}`

const sealed = (secret: Uint8Array, text: string): string =>
  `${text}.${toBase64Url(macOf(secret, 'challenge', utf8(text)).subarray(0, 16))}`

/** `purpose.bits.expiresAt.nonce.mac`: at most 90 characters, safe in a header. */
export function issueChallenge(secret: Uint8Array, terms: Omit<Challenge, 'nonce'>): string {
  return sealed(secret, head({ ...terms, nonce: toBase64Url(randomBytes(16)) }))
}

const FORM = /^([a-z-]+)\.(\d{1,2})\.(\d{1,12})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{22})$/

/**
 * Whether a text has exactly the form of a challenge for this purpose. Whoever signs one looks first: a server must not
 * choose the words that an association's key puts its name to.
 */
export const hasChallengeForm = (purpose: ChallengePurpose, text: string): boolean =>
  FORM.exec(text)?.[1] === purpose

/** The challenge if this server issued exactly this text for this purpose, expired or not; else null. */
export function recogniseChallenge(
  secret: Uint8Array,
  purpose: ChallengePurpose,
  text: string,
): Challenge | null {
  const match = FORM.exec(text)
  if (!match || match[1] !== purpose) return null
  const challenge = { purpose, bits: Number(match[2]), expiresAt: Number(match[3]), nonce: match[4] ?? '' }
  return equalBytes(utf8(text), utf8(sealed(secret, head(challenge)))) ? challenge : null
}

/**
 * The difficulty a challenge announces, read by whoever must solve it (the server reads it only after its MAC). Beyond the
 * ceiling of the protocol a server could keep a phone busy for hours: that throws, as does a challenge without a difficulty.
 */
export function announcedBits(challenge: string): number {
  const bits = Number(challenge.split('.')[1])
  if (!Number.isInteger(bits) || bits < 0 || bits > MAX_PUZZLE_BITS) {
    throw new RangeError('challenge without a difficulty that the protocol allows')
  }
  return bits
}
