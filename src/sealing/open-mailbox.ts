// Opens what lies in an author's mailbox. Anyone who holds its write capability can put something there, so each message must
// prove whose it is: an association's by its signature, the author's own by its MAC.
import * as v from 'valibot'
import { fromBase64, fromUtf8, type Bytes } from '../crypto/encoding.ts'
import { ownMac, threadOf } from '../crypto/links.ts'
import { decryptWith, readCertificate, readSecretKey } from '../crypto/openpgp.ts'
import {
  MailboxContents,
  type AssociationAnswer,
  type Draft,
  type Moving,
  type OwnCopy,
} from '../protocol/thread.ts'
import type { Day } from '../protocol/day.ts'
import type { Recipient } from './seal-report.ts'
import { isSignedBy } from './sign-contents.ts'

/** What opening needs of a code's keys. `secretKey` is binary and not locked. */
export interface ReadingKeys {
  secretKey: Bytes
  links: Bytes
}

/**
 * `untrusted`: not signed by the key that the directory gives for the association it names, or not written to this author.
 * An answer seen twice has the same `message`. `until`: it is signed with a key that the association gave up on that day. What came in
 * later is not its own: whoever left it may still hold that key.
 */
export type OpenedMessage =
  | { kind: 'answer'; trust: 'signed' | 'untrusted'; until?: Day; contents: AssociationAnswer }
  | { kind: 'copy'; contents: OwnCopy }
  | { kind: 'draft'; contents: Draft }
  | { kind: 'moving'; contents: Moving }
  | 'damaged'

/** `entries` are the directory's. What is to be the author's own and the holder of the code did not write is damaged. */
export async function openMailboxMessage(
  sealed: Uint8Array,
  keys: ReadingKeys,
  entries: readonly Recipient[],
): Promise<OpenedMessage> {
  try {
    const key = await readSecretKey(keys.secretKey)
    const plaintext = key && (await decryptWith(key, sealed))
    if (!plaintext) return 'damaged'
    const parsed: unknown = JSON.parse(fromUtf8(plaintext))
    if (!v.is(MailboxContents, parsed)) return 'damaged'
    if (parsed.kind === 'answer') {
      return { kind: 'answer', ...(await trustIn(parsed, keys, entries)), contents: parsed }
    }
    if (!(await isOwn(parsed, keys.links))) return 'damaged'
    if (parsed.kind === 'copy') return { kind: 'copy', contents: parsed }
    return parsed.kind === 'draft'
      ? { kind: 'draft', contents: parsed }
      : { kind: 'moving', contents: parsed }
  } catch {
    return 'damaged'
  }
}

/** An answer to somebody else, genuine and sealed again to this author, names another thread. */
async function trustIn(
  answer: AssociationAnswer,
  { links }: ReadingKeys,
  entries: readonly Recipient[],
): Promise<{ trust: 'signed' | 'untrusted'; until?: Day }> {
  const entry = entries.find(({ association }) => association === answer.association)
  if (!entry || answer.thread !== (await threadOf(links, answer.association))) return { trust: 'untrusted' }
  if (await isBy(entry.certificate, answer)) return { trust: 'signed' }
  for (const { certificate, until } of entry.formerKeys ?? []) {
    if (await isBy(certificate, answer)) return { trust: 'signed', until }
  }
  return { trust: 'untrusted' }
}

const isBy = async (certificate: string, answer: AssociationAnswer): Promise<boolean> =>
  isSignedBy(await readCertificate(fromBase64(certificate) ?? new Uint8Array()), answer)

async function isOwn(contents: Draft | OwnCopy | Moving, links: Bytes): Promise<boolean> {
  const { mac, ...unproven } = contents
  return Object.keys(contents).at(-1) === 'mac' && mac === (await ownMac(links, JSON.stringify(unproven)))
}
