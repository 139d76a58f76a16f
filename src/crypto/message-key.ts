// The key of a message in a mailbox, drawn from its ciphertext: it tells no order, one that comes again has the same, and whoever sealed
// it knows its name without having been told. It opens nothing.
import { concat, utf8, type Bytes } from './encoding.ts'
import { keyFrom } from './random.ts'

/** What is hashed. */
export const messageBytes = (mailbox: string, sealed: Uint8Array): Bytes => concat(utf8(mailbox), sealed)

/** The key in decimal digits, as a mailbox is asked to erase it. */
export async function messageId(mailbox: string, sealed: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', messageBytes(mailbox, sealed))
  return String(keyFrom(new Uint8Array(digest)))
}
