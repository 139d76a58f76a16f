// Signs a message inside the plaintext, and checks who signed one. Whoever sealed a message proves nothing: anyone can seal to a
// certificate. What is checked is the JSON as it came, never a tidied copy of it.
import type { Certificate, PrivateKey } from '../crypto/openpgp.ts'
import { isSignedByBody } from '../crypto/key-body.ts'
import { signOnDay, verifyText } from '../crypto/openpgp-signatures.ts'
import type { Day } from '../protocol/day.ts'
import type { AssociationAnswer, FollowUp, NewCode, Withdrawal } from '../protocol/thread.ts'

export type SignedMessage = FollowUp | Withdrawal | NewCode | AssociationAnswer

/** A message before its author signed it. */
export type Unsigned<Message extends SignedMessage> = Message extends unknown
  ? Omit<Message, 'signature'>
  : never

/** A key that is open, or a tool that keeps it to itself: an armored detached signature over the UTF-8 bytes of a text, dated that day. */
export type Signer = PrivateKey | ((text: string, day: Day) => Promise<string>)

/** The message with its signature as the last key. The signature tells `writtenOn`, never an instant. */
export async function signContents<Message extends { writtenOn: Day; signature?: never }>(
  signer: Signer,
  contents: Message,
): Promise<Omit<Message, 'signature'> & { signature: string }> {
  const [text, day] = [JSON.stringify(contents), contents.writtenOn]
  const signature = await (typeof signer === 'function' ? signer(text, day) : signOnDay(signer, text, day))
  return { ...contents, signature }
}

/**
 * Whether this certificate signed this message, whatever the clock says. `parsed` is the very object that JSON.parse gave: keys
 * in another order, or one more of them, were not signed.
 */
export async function isSignedBy(certificate: Certificate, parsed: object): Promise<boolean> {
  const signed = signedPart(parsed)
  return signed !== null && (await verifyText(certificate, signed.text, signed.signature, null))
}

/** The same by a key of which only the public part is known: `PublicKeyBody`. */
export async function isSignedByKey(key: string, parsed: object): Promise<boolean> {
  const signed = signedPart(parsed)
  return signed !== null && (await isSignedByBody(key, signed.text, signed.signature, null))
}

function signedPart(parsed: object): { text: string; signature: string } | null {
  const { signature, ...unsigned } = parsed as { signature?: unknown }
  return typeof signature === 'string' && Object.keys(parsed).at(-1) === 'signature'
    ? { text: JSON.stringify(unsigned), signature }
    : null
}
