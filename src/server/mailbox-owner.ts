// Whether a request about a mailbox comes from whoever holds its key. It knows no mailbox: each brings what its name is made of.
import { verifyEd25519 } from '../crypto/ed25519.ts'
import { fromBase64, fromHex, utf8 } from '../crypto/encoding.ts'
import { mailboxOf } from '../crypto/mailbox-id.ts'
import { mailboxStatement, type MailboxAction } from '../protocol/mailbox-statement.ts'

/** What a signed request shows. */
interface SignedRequest {
  mailbox: string
  auth: string
  writeHash: string
  signature: string
}

/** `challenge` is the text of the proof's own challenge: a signature serves the one request it was made for. */
export async function isOwners(
  { mailbox, auth, writeHash, signature }: SignedRequest,
  action: MailboxAction,
  challenge: string,
  detail: string,
): Promise<boolean> {
  const [key, hash, signed] = [fromBase64(auth), fromHex(writeHash), fromBase64(signature)]
  if (!key || !hash || !signed || mailboxOf(key, hash) !== mailbox) return false
  return verifyEd25519(key, signed, utf8(mailboxStatement(action, mailbox, challenge, detail)))
}
