// The small shapes that envelopes, messages and requests are made of.
import * as v from 'valibot'

/** Slug of an association in the directory. */
export const AssociationId = v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/))

/** v4 OpenPGP fingerprint: 40 upper-case hexadecimal digits. */
export const Fingerprint = v.pipe(v.string(), v.regex(/^[0-9A-F]{40}$/))

/** SHA-256 in 64 lower-case hexadecimal digits. */
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** 16 bytes in hexadecimal: what ties the messages of one author to one association, inside ciphertext alone. */
export const ThreadId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))

/** 16 random bytes in hexadecimal: tells a message from every other, so that one shown twice is seen once. */
export const MessageKey = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))

/** 32 bytes in base64. */
export const Key32 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/))

/** base32 of the first 16 bytes of SHA-256(auth public key ‖ SHA-256(write)): lower case, without padding. */
export const MailboxId = v.pipe(v.string(), v.regex(/^[a-z2-7]{26}$/))

/** An armored detached OpenPGP signature. */
export const Signature = v.pipe(v.string(), v.maxLength(1024))

/**
 * How to answer an author who holds a return code: the certificate to seal to (binary, base64), and what it takes to write to
 * their mailbox. `auth` is its Ed25519 public key.
 */
export const Reply = v.strictObject({
  certificate: v.pipe(v.string(), v.maxLength(2048), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
  mailbox: MailboxId,
  auth: Key32,
  write: Key32,
})
export type Reply = v.InferOutput<typeof Reply>
