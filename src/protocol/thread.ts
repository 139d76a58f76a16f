// What an author and an association say to one another after the report, before it is padded and sealed. Each message is signed
// inside the ciphertext by whoever wrote it; `signature` is always the last key, over the JSON of all that stands before it.
import * as v from 'valibot'
import { Attachments } from './attachment.ts'
import { Day } from './day.ts'
import { EnvelopeContents } from './envelope.ts'
import {
  MAX_DRAFT_FIELDS,
  MAX_FILES,
  MAX_IDENTIFIERS,
  MAX_MESSAGE_CHARS,
  MAX_NARRATIVE_CHARS,
} from './limits.ts'
import { Identifier } from './report.ts'
import { AssociationId, MessageKey, Reply, Signature, ThreadId } from './shapes.ts'
import { AwaitedEnvelope } from './transfer.ts'
import { LOCALES } from './vocabulary.ts'

const text = v.pipe(v.string(), v.maxLength(MAX_MESSAGE_CHARS))

/** What an association may ask through the mailbox. */
export const Asking = v.variant('for', [
  v.strictObject({ for: v.literal('transfer'), to: AssociationId }),
  v.strictObject({ for: v.literal('files') }),
])
export type Asking = v.InferOutput<typeof Asking>

/** The author's answer to being asked for a transfer: to which message, for whom, and whether. */
export const Granting = v.strictObject({
  message: MessageKey,
  to: AssociationId,
  answer: v.picklist(['yes', 'no']),
  /** With a yes, in what the association is sent: where the author awaits what is passed on. */
  at: v.optional(AwaitedEnvelope),
})
export type Granting = v.InferOutput<typeof Granting>

const fromAuthor = {
  version: v.literal(1),
  thread: ThreadId,
  message: MessageKey,
  writtenOn: Day,
  locale: v.picklist(LOCALES),
  association: AssociationId,
}

/** More words for one association. */
export const FollowUp = v.strictObject({
  kind: v.literal('follow-up'),
  ...fromAuthor,
  text,
  granting: v.optional(Granting),
  attachments: v.optional(Attachments),
  signature: Signature,
})
export type FollowUp = v.InferOutput<typeof FollowUp>

/** The author takes their consent back. */
export const Withdrawal = v.strictObject({
  kind: v.literal('withdrawal'),
  ...fromAuthor,
  signature: Signature,
})
export type Withdrawal = v.InferOutput<typeof Withdrawal>

/** The author moves to another code: from now on this thread is `next.thread`, and only its key speaks for them. */
export const NewCode = v.strictObject({
  kind: v.literal('new-code'),
  ...fromAuthor,
  next: v.strictObject({ thread: ThreadId, reply: Reply }),
  signature: Signature,
})
export type NewCode = v.InferOutput<typeof NewCode>

/** What an association answers: sealed to the author for their mailbox, and the same words sealed to itself as its copy. */
export const AssociationAnswer = v.strictObject({
  kind: v.literal('answer'),
  version: v.literal(1),
  association: AssociationId,
  thread: ThreadId,
  message: MessageKey,
  writtenOn: Day,
  text,
  asking: v.optional(Asking),
  signature: Signature,
})
export type AssociationAnswer = v.InferOutput<typeof AssociationAnswer>

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** HMAC-SHA256 in 64 hexadecimal digits: what proves that the code's own holder wrote something to themselves. */
const mac = digest

/** The author's copy of what they sent to an association. `what` is the kind of the envelope that left. */
export const OwnCopy = v.strictObject({
  kind: v.literal('copy'),
  version: v.literal(1),
  what: v.picklist(['follow-up', 'withdrawal']),
  association: AssociationId,
  message: MessageKey,
  writtenOn: Day,
  text,
  granting: v.optional(Granting),
  /** How many files went with it. */
  files: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 * MAX_FILES))),
  mac,
})
export type OwnCopy = v.InferOutput<typeof OwnCopy>

/** A report as it stands in the form, put on pause or kept: names and values of its fields, and where its author was. */
export const Draft = v.strictObject({
  kind: v.literal('draft'),
  version: v.literal(1),
  writtenOn: Day,
  locale: v.picklist(LOCALES),
  step: v.pipe(v.string(), v.maxLength(40)),
  fields: v.pipe(
    v.array(
      v.tuple([v.pipe(v.string(), v.maxLength(60)), v.pipe(v.string(), v.maxLength(MAX_NARRATIVE_CHARS))]),
    ),
    v.maxLength(MAX_DRAFT_FIELDS),
  ),
  identifiers: v.pipe(v.array(Identifier), v.maxLength(MAX_IDENTIFIERS)),
  mac,
})
export type Draft = v.InferOutput<typeof Draft>

/**
 * What an author leaves in a mailbox before they announce another code: which one, by the SHA-256 of its certificate. Whoever comes
 * back with the old code is then never led to announce a second one. It holds neither words nor keys.
 */
export const Moving = v.strictObject({
  kind: v.literal('moving'),
  version: v.literal(1),
  writtenOn: Day,
  certificate: digest,
  mac,
})
export type Moving = v.InferOutput<typeof Moving>

/** What a mailbox may hold. */
export const MailboxContents = v.variant('kind', [AssociationAnswer, OwnCopy, Draft, Moving])
export type MailboxContents = v.InferOutput<typeof MailboxContents>

/** What an association may find in its inbox: a report, what followed it, and copies of its own answers. */
export const InboxContents = v.variant('kind', [
  EnvelopeContents,
  FollowUp,
  Withdrawal,
  NewCode,
  AssociationAnswer,
])
export type InboxContents = v.InferOutput<typeof InboxContents>
