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

/** The copy of an association's answer, and its version. */
export const MAX_COPY_BYTES = MAX_SEALED_CHARS + 256

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
/** Keys that a directory remembers an association had: the last of them. */
export const MAX_FORMER_KEYS = 8

/** Days an envelope that no association opened is kept; then, that its author is told so. */
export const UNOPENED_DAYS = 90
export const EXPIRED_DAYS = 90
/** Days a case that is done or declined stays; months one that nobody touches does, and the days before that on which it is said. */
export const OVER_DAYS = 30
export const UNTOUCHED_MONTHS = 12
export const UNTOUCHED_WARNING_DAYS = 30
/** Days that what an association left behind stays once the directory no longer lists it: as long as it would take to come back. */
export const DEPARTED_DAYS = 90
/** How long a consent allows an association to use a report. */
export const CONSENT_MONTHS = 12

/** A return code: eight words of eleven bits, of which eight bits are a checksum. */
export const CODE_WORDS = 8

/** One message between an author and an association, in UTF-16 units. */
export const MAX_MESSAGE_CHARS = 4000
/** Fields of a form that was put on pause. */
export const MAX_DRAFT_FIELDS = 400

/** Tokens in each request about one's own envelopes: as many as a directory has entries, whatever is asked. */
export const STATUS_TOKENS = 64
/** The body of such a request: each token in quotes, and for a change the hash of its successor. */
export const MAX_TOKENS_BYTES = 2 * STATUS_TOKENS * (64 + 3) + 256
/** Envelopes that one author may send to one association: the report, and what follows it. */
export const MAX_THREAD_ENVELOPES = 64

/** Days a message stays in a mailbox, and a story on pause; months one kept for oneself does. */
export const MESSAGE_DAYS = 90
export const PAUSE_DAYS = 7
export const KEEP_MONTHS = { month: 1, 'half-year': 6, year: 12 } as const

/** A mailbox is read in pages of one length, of cells of one length: a sealed message is 1, 4 or 16 of them. */
export const MAILBOX_CELL_BYTES = SEALED_SIZES_BYTES[0]
export const MAILBOX_PAGE_CELLS = 16
/** What a mailbox may hold: 32 full pages. A quarter is left to its owner: nobody else writes beyond the rest. */
export const MAX_MAILBOX_CELLS = 512
export const MAX_OTHERS_MAILBOX_CELLS = (MAX_MAILBOX_CELLS * 3) / 4

/** Files that go with a report: of each, how many, and all together. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024
export const MAX_FILES = 10
export const MAX_FILES_BYTES = 60 * 1024 * 1024
/** A sealed file travels in parts of this length, the last one shorter. */
export const PART_BYTES = 256 * 1024
/** What one proof of work pays for: 5 MB. It may be used up to two hours after its challenge could no longer be. */
export const PERMIT_PARTS = 20
export const PERMIT_MORE_SECONDS = 2 * 60 * 60
/** Holds, or secrets of holds, in one request; and on one part, whoever has a secret of it. */
export const MAX_HOLDS = 256
export const MAX_PART_HOLDS = 32
/** The body of such a request: for each hold a part and a hash, and the permit. */
export const MAX_HOLDS_BYTES = MAX_HOLDS * (2 * 64 + 32) + 256
/** Days a hold lasts once it was renewed. A new one lasts as long as an envelope that nobody opens. */
export const RENEWED_HOLD_DAYS = 365

/** Keys of a team: its members' and its two recovery keys; and the keys an association may have had. */
export const MAX_TEAM_MEMBERS = 42
export const RECOVERY_KEYS = 2
export const MAX_TEAM_KEYS = 32
/** A team's names and certificates, once sealed; the association's keys sealed to one member; a member's key under lock. */
export const BOOK_BUCKETS_BYTES = [16 * 1024, 64 * 1024] as const
export const SEALED_BOOK_BYTES: readonly number[] = BOOK_BUCKETS_BYTES.map((bytes) => bytes + 155)
export const MAX_BOOK_BYTES = BOOK_BUCKETS_BYTES[1] + 155
export const MAX_WRAP_BYTES = 32 * 1024
export const MAX_KEY_BLOB_BYTES = 4 * 1024
/** Ways of opening a new key that come with it. */
export const MAX_NEW_WAYS = 4
const NEW_WAYS_CHARS = MAX_NEW_WAYS * (base64Chars(MAX_KEY_BLOB_BYTES) + 256)
/** The body of a roster with its book, its wraps, and the ways of whoever comes in. */
export const MAX_TEAM_CHANGE_BYTES =
  16_384 +
  4096 +
  base64Chars(MAX_BOOK_BYTES) +
  MAX_TEAM_MEMBERS * (base64Chars(MAX_WRAP_BYTES) + 128) +
  NEW_WAYS_CHARS
/** The body of an answer to an invitation. */
export const MAX_INVITATION_BYTES = base64Chars(MAX_WRAP_BYTES) + NEW_WAYS_CHARS + 2048
/** Days an invitation can be answered and confirmed; how many may be open; ways a member may have of opening their key. */
export const INVITATION_DAYS = 7
export const MAX_INVITATIONS = 20
export const MAX_KEY_WAYS = 8
export const FEWEST_KEY_WAYS = 2

/** What an association writes about a case, or for itself: padded to these, then sealed. A record of what was done has one length. */
export const CASE_BUCKETS_BYTES = [4 * 1024, 16 * 1024, 64 * 1024, 256 * 1024] as const
export const SEALED_CASE_BYTES: readonly number[] = CASE_BUCKETS_BYTES.map((bytes) =>
  bytes === 4096 ? bytes + 149 : bytes + 155,
)
export const MAX_CASE_BYTES = CASE_BUCKETS_BYTES[3] + 155
export const RECORD_PLAINTEXT_BYTES = 2 * 1024
export const SEALED_RECORD_BYTES = RECORD_PLAINTEXT_BYTES + 149
export const MAX_RECORD_BYTES = SEALED_RECORD_BYTES
export const MAX_CASE_NOTES = 60
export const MAX_CASE_TASKS = 60
export const MAX_CASE_TAGS = 20
export const MAX_TEMPLATES = 24
/** The body of a revision and its record. */
export const MAX_CASE_POST_BYTES = base64Chars(MAX_CASE_BYTES) + base64Chars(MAX_RECORD_BYTES) + 1024
/** Files of cases, and records, in one answer. */
export const CASE_PAGE_FILES = 32
export const RECORD_PAGE = 200
