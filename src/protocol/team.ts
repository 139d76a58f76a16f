// An association's team as the server knows it: keys and roles, and not one name. What a member is called, and the certificate that
// others seal to, are in a book that only the team's own key opens.
import * as v from 'valibot'
import { Day } from './day.ts'
import {
  MAX_BOOK_BYTES,
  MAX_KEY_BLOB_BYTES,
  MAX_NEW_WAYS,
  MAX_TEAM_KEYS,
  MAX_TEAM_MEMBERS,
  MAX_WRAP_BYTES,
  RECOVERY_KEYS,
} from './limits.ts'
import { AssociationId, Fingerprint, Sha256, Signature } from './shapes.ts'

/** Bytes in base64, so many at most. */
export const base64 = (maxBytes: number) =>
  v.pipe(v.string(), v.maxLength(Math.ceil(maxBytes / 3) * 4), v.regex(/^[A-Za-z0-9+/]+={0,2}$/))

/** An officer says who is of the team. A recovery key is on paper: it makes a team whole again, and reads no report. */
export const TEAM_ROLES = ['officer', 'member', 'recovery'] as const
export type TeamRole = (typeof TEAM_ROLES)[number]

/**
 * The public part of a primary key, and nothing that names anyone: the body of a version 4 packet for Ed25519Legacy
 * (RFC 9580 §5.5.2), 51 bytes in base64. Its fingerprint follows from it.
 */
export const PublicKeyBody = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{68}$/))

export const RosterMember = v.strictObject({ key: PublicKeyBody, role: v.picklist(TEAM_ROLES) })
export type RosterMember = v.InferOutput<typeof RosterMember>

/** An association's key: its primary part, and the ID of the one it is sealed to (16 upper-case hexadecimal digits). */
export const RosterKey = v.strictObject({
  key: PublicKeyBody,
  encryptionKeyId: v.pipe(v.string(), v.regex(/^[0-9A-F]{16}$/)),
})
export type RosterKey = v.InferOutput<typeof RosterKey>

const distinct = (members: readonly { key: string }[]): boolean =>
  new Set(members.map(({ key }) => key)).size === members.length

const counted = (members: readonly RosterMember[], role: TeamRole): number =>
  members.filter((member) => member.role === role).length

/** Who is of a team from one moment on. What is signed is the exact text, so each follows the very one before. */
export const Roster = v.strictObject({
  kind: v.literal('roster'),
  version: v.literal(1),
  association: AssociationId,
  /** Counted from 1. */
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** SHA-256 of the text of the roster before; null for the first. */
  previous: v.nullable(Sha256),
  /** What the server asked to have signed: an old roster cannot be brought back. */
  challenge: v.pipe(v.string(), v.maxLength(256)),
  /** Every key the association has had, oldest first: the last is its key now. */
  keys: v.pipe(
    v.array(RosterKey),
    v.minLength(1),
    v.maxLength(MAX_TEAM_KEYS),
    v.check((keys) => distinct(keys)),
  ),
  members: v.pipe(
    v.array(RosterMember),
    v.maxLength(MAX_TEAM_MEMBERS),
    v.check((members) => distinct(members)),
    v.check((members) => counted(members, 'officer') > 0),
    v.check((members) => counted(members, 'recovery') === RECOVERY_KEYS),
  ),
  /** SHA-256 of the sealed book. */
  book: Sha256,
})
export type Roster = v.InferOutput<typeof Roster>

/** `byKey` is by the newest of its association's keys, `byMember` by an officer or a recovery key of the roster before. */
export const SignedRoster = v.strictObject({
  roster: v.pipe(v.string(), v.maxLength(16_384)),
  byKey: Signature,
  byMember: Signature,
})
export type SignedRoster = v.InferOutput<typeof SignedRoster>

/** What the server never reads. Certificates are binary, in base64, in the order of the roster's members and keys. */
export const TeamBook = v.strictObject({
  kind: v.literal('team-book'),
  version: v.literal(1),
  members: v.array(
    v.strictObject({ name: v.pipe(v.string(), v.maxLength(80)), certificate: base64(MAX_WRAP_BYTES) }),
  ),
  keys: v.array(base64(MAX_WRAP_BYTES)),
})
export type TeamBook = v.InferOutput<typeof TeamBook>

/** The association's keys, sealed to one member. */
export const Wrap = v.strictObject({ recipient: Fingerprint, sealed: base64(MAX_WRAP_BYTES) })
export type Wrap = v.InferOutput<typeof Wrap>

/** How a member's key is unlocked in a browser. */
export const KEY_WAYS = ['passkey', 'words'] as const
export type KeyWay = (typeof KEY_WAYS)[number]

/** A member's key under one way of opening it. `locatorHash` is of what only that way can find it by. */
export const KeyBlob = v.strictObject({
  locatorHash: Sha256,
  way: v.picklist(KEY_WAYS),
  blob: base64(MAX_KEY_BLOB_BYTES),
})
export type KeyBlob = v.InferOutput<typeof KeyBlob>

/** POST /api/team: a roster takes the place of the one before, with everything it needs. */
export const TeamChange = v.strictObject({
  version: v.literal(1),
  ...SignedRoster.entries,
  book: base64(MAX_BOOK_BYTES),
  wraps: v.pipe(v.array(Wrap), v.maxLength(MAX_TEAM_MEMBERS)),
  /** Ways for someone who comes in with this roster: they must not be of a team with a key they can no longer open. */
  ways: v.pipe(
    v.array(v.strictObject({ member: Fingerprint, ...KeyBlob.entries })),
    v.maxLength(MAX_NEW_WAYS),
  ),
})
export type TeamChange = v.InferOutput<typeof TeamChange>

/** GET /api/team: every roster, oldest first; the newest one's book; the wrap of whoever asks. Nothing where no team was founded. */
export const TeamState = v.strictObject({
  rosters: v.array(SignedRoster),
  book: v.nullable(v.string()),
  wrap: v.nullable(v.string()),
  challenge: v.string(),
})
export type TeamState = v.InferOutput<typeof TeamState>

/** 32 bytes in hexadecimal: whoever shows them is given what is kept under their hash. */
const Locator = Sha256

/** POST /api/key-blobs/reads. */
export const KeyBlobRead = v.strictObject({ locator: Locator })

/** Its answer. */
export const FoundKeyBlob = v.strictObject({ association: AssociationId, blob: v.string() })

/** POST /api/key-blobs/removals: of one's own. */
export const KeyBlobRemoval = v.strictObject({ locatorHash: Sha256 })

/** GET /api/key-blobs: one's own ways. */
export const OwnKeyBlobs = v.strictObject({
  ways: v.array(v.strictObject({ locatorHash: Sha256, way: v.picklist(KEY_WAYS), since: Day })),
})
export type OwnKeyBlobs = v.InferOutput<typeof OwnKeyBlobs>

/** POST /api/invitations: by an officer. `note` is what an officer needs to open the answer, sealed to the association's key. */
export const Invitation = v.strictObject({
  version: v.literal(1),
  locatorHash: Sha256,
  note: base64(MAX_WRAP_BYTES),
})
export type Invitation = v.InferOutput<typeof Invitation>

/** POST /api/invitations/reads, and its answer. */
export const InvitationRead = v.strictObject({ locator: Locator })
export const FoundInvitation = v.strictObject({ association: AssociationId, answered: v.boolean() })

/** POST /api/invitations/answers: by the one invited. `answer` is locked under the invitation's words. */
export const InvitationAnswer = v.strictObject({
  version: v.literal(1),
  locator: Locator,
  member: Fingerprint,
  answer: base64(MAX_WRAP_BYTES),
  ways: v.pipe(v.array(KeyBlob), v.maxLength(MAX_NEW_WAYS)),
})
export type InvitationAnswer = v.InferOutput<typeof InvitationAnswer>

/** POST /api/invitations/removals: by an officer. */
export const InvitationRemoval = v.strictObject({ locatorHash: Sha256 })

/** GET /api/invitations: for officers. */
export const OpenInvitations = v.strictObject({
  invitations: v.array(
    v.strictObject({
      locatorHash: Sha256,
      until: Day,
      note: v.string(),
      answer: v.nullable(v.string()),
      member: v.nullable(Fingerprint),
    }),
  ),
})
export type OpenInvitations = v.InferOutput<typeof OpenInvitations>
