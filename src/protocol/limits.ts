// Every size, count and duration of the wire contract, in one place. Units are in the names.

/** Plaintext sizes an envelope is padded to, in bytes, smallest first. */
export const TEXT_BUCKETS_BYTES = [4 * 1024, 16 * 1024, 64 * 1024] as const

/**
 * The exact lengths of sealed envelopes, one a bucket. The OpenPGP profile adds PKESK v3 for Curve25519Legacy (96 bytes),
 * SEIPDv1 with its prefix and MDC, and a literal data header: 149 bytes while packet lengths take two octets, 155 after
 * (RFC 9580 §4.2.1). Any other length is refused.
 */
export const SEALED_SIZES_BYTES = [4096 + 149, 16_384 + 155, 65_536 + 155] as const

/** What a card is padded to, and the one length it has once sealed: whatever was counted, every card weighs the same. */
export const CARD_PLAINTEXT_BYTES = 1024
export const SEALED_CARD_BYTES = CARD_PLAINTEXT_BYTES + 149

export const MAX_ENVELOPES = 8

const base64Chars = (bytes: number): number => Math.ceil(bytes / 3) * 4

export const MAX_SEALED_CHARS = base64Chars(SEALED_SIZES_BYTES[2])

/** A full submission: eight of the largest envelopes and their fixed fields. */
export const MAX_SUBMISSION_BYTES = MAX_ENVELOPES * (MAX_SEALED_CHARS + 512) + 256

/** Bodies of sign-in, acknowledgement and cards: a signature, a page of identifiers, one small sealed message. */
export const MAX_REQUEST_BYTES = 16 * 1024

/** Free text, in UTF-16 units: at most 48,000 bytes of UTF-8, so that a full report fits the largest bucket. */
export const MAX_NARRATIVE_CHARS = 16_000
export const MAX_SHORT_TEXT_CHARS = 120
export const MAX_NOTE_CHARS = 500
export const MAX_IDENTIFIERS = 12

export const PUZZLES = 16
export const USUAL_PUZZLE_BITS = 13
export const MAX_PUZZLE_BITS = 16

/** A submission's challenge lives 30 to 60 minutes: its expiry is rounded up, so that it does not tell when it was asked for. */
export const CHALLENGE_SLOT_SECONDS = 30 * 60
export const SIGN_IN_SECONDS = 2 * 60
export const SESSION_IDLE_SECONDS = 30 * 60
export const SESSION_MAX_SECONDS = 12 * 60 * 60

export const INBOX_PAGE_ENVELOPES = 32
export const DIRECTORY_MAX_ENTRIES = 64
export const DIRECTORY_LIFETIME_DAYS = 180

/** Days an envelope that no association opened is kept. */
export const UNOPENED_DAYS = 90
/** How long a consent allows an association to use a report. */
export const CONSENT_MONTHS = 12
