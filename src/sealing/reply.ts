// What an author who holds a return code gives an association to be answered by. No secret that reads is in it: whoever has it may
// write to the mailbox and seal to the certificate.
import { toBase64, type Bytes } from '../crypto/encoding.ts'
import type { Reply } from '../protocol/shapes.ts'

/** Of a code's keys, those that others are told. */
interface MailboxKeys {
  auth: { public: Bytes }
  write: Bytes
  mailbox: string
  certificate: Bytes
}

export const replyOf = ({ auth, write, mailbox, certificate }: MailboxKeys): Reply => ({
  certificate: toBase64(certificate),
  mailbox,
  auth: toBase64(auth.public),
  write: toBase64(write),
})
