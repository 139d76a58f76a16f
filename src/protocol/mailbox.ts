// What goes in and out of a mailbox: the place where a return code finds answers, drafts and its own words again. A mailbox is
// known by its keys alone; nothing here names a report, an association or a person.
import * as v from 'valibot'
import { MAX_SEALED_CHARS } from './limits.ts'
import { Key32, MailboxId, Sha256 } from './shapes.ts'

/** An Ed25519 signature (RFC 8032): 64 bytes in base64. */
export const Signature64 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/))

/** A message's random key, as decimal digits. */
export const MessageId = v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,15}$/))

/** How long a message is kept: an answer, a story put on pause, one kept for oneself. */
export const KEEPINGS = ['message', 'pause', 'month', 'half-year', 'year'] as const
export type Keeping = (typeof KEEPINGS)[number]

/**
 * POST /api/mailbox-messages, under a proof for `mailbox`; the answer is as for a submission. Whoever holds `write` may leave a
 * message. Any other keeping is the owner's alone, and signed by `auth` over `mailboxStatement`.
 */
export const MailboxMessage = v.pipe(
  v.strictObject({
    version: v.literal(1),
    mailbox: MailboxId,
    auth: Key32,
    write: Key32,
    keep: v.picklist(KEEPINGS),
    sealed: v.pipe(v.string(), v.maxLength(MAX_SEALED_CHARS), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
    /** Null with `message`, and only then. */
    signature: v.nullable(Signature64),
  }),
  v.check(({ keep, signature }) => (keep === 'message') === (signature === null)),
)
export type MailboxMessage = v.InferOutput<typeof MailboxMessage>

/** Where a page begins: after this day (days since 1970), message and cell. */
export const MailboxCursor = v.pipe(v.string(), v.regex(/^\d{1,6}\.[1-9][0-9]{0,15}\.\d{1,2}$/))

const signed = {
  version: v.literal(1),
  mailbox: MailboxId,
  auth: Key32,
  /** SHA-256 of the write capability, which the reader need not show. */
  writeHash: Sha256,
  /** By `auth`, over `mailboxStatement`. */
  signature: Signature64,
}

/** POST /api/mailbox-reads, under a proof for `mailbox` that is used once. The answer has one length, whatever there is. */
export const MailboxRead = v.strictObject({ ...signed, after: v.nullable(MailboxCursor) })
export type MailboxRead = v.InferOutput<typeof MailboxRead>

/** POST /api/mailbox-erasures, under a proof for `mailbox`: these messages, or all. Always 204. */
export const MailboxErasure = v.strictObject({
  ...signed,
  messages: v.union([v.literal('all'), v.pipe(v.array(MessageId), v.minLength(1), v.maxLength(64))]),
})
export type MailboxErasure = v.InferOutput<typeof MailboxErasure>

export { erasureDetail, mailboxStatement, readDetail, writeDetail } from './mailbox-statement.ts'
