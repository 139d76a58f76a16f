// Everything a return code opens, derived from it alone: the keys of its mailbox, its OpenPGP key, and what links it to its envelopes.
// The same code always gives the same bytes; nothing here is kept or sent.
import type { Argon2 } from './argon2.ts'
import { authorCertificate } from './author-certificate.ts'
import { ed25519PublicKey } from './curve-keys.ts'
import { derivedFrom } from './derive.ts'
import { utf8, type Bytes } from './encoding.ts'
import { mailboxOf } from './mailbox-id.ts'
import { sha256 } from './sha256.ts'

/** Plain data: it can be handed from a Worker to a page and to another Worker. */
export interface ReturnKeys {
  /** Ed25519 seed and public key, 32 bytes each: whoever has the seed reads the mailbox. */
  auth: { secret: Bytes; public: Bytes }
  /** 32 bytes: whoever has them writes to the mailbox. */
  write: Bytes
  /** `MailboxId`. */
  mailbox: string
  /** The author's OpenPGP certificate, binary, in the profile of all certificates here. */
  certificate: Bytes
  /** The same key with its secret part, not locked. */
  secretKey: Bytes
  /** 32 bytes: the input of `links.ts`. */
  links: Bytes
}

/** All codes share it: a salt of one's own would have to be kept somewhere, and a code's 80 bits leave no table to be made. */
const SALT = utf8('balise return code 1')

/** The keys of a code's ten secret bytes: Argon2id, then HKDF-SHA256 (RFC 5869) with a label for each. */
export async function deriveReturnKeys(secret: Bytes, argon2: Argon2): Promise<ReturnKeys> {
  const root = await argon2(secret, SALT)
  const auth = await derivedFrom(root, 'auth')
  const authPublic = await ed25519PublicKey(auth)
  const write = await derivedFrom(root, 'write')
  return {
    auth: { secret: auth, public: authPublic },
    write,
    mailbox: mailboxOf(authPublic, sha256(write)),
    ...(await authorCertificate(await derivedFrom(root, 'pgp-sign'), await derivedFrom(root, 'pgp-enc'))),
    links: await derivedFrom(root, 'links'),
  }
}
