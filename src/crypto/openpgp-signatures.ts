// Signatures with OpenPGP.js: detached, armored, over text. It seals and opens nothing.
import { createMessage, enums, PublicKeyPacket, readSignature, sign, verify } from 'openpgp'
import type { Day } from '../protocol/day.ts'
import { utf8, type Bytes } from './encoding.ts'
import { ANY_DATE, type Certificate, type PrivateKey } from './openpgp.ts'

/** An armored detached signature over text, dated `at` (milliseconds), by the primary key where it may sign: a team knows no other. */
export async function signText(key: PrivateKey, text: string, at: number): Promise<string> {
  const signer = await signingKeyOf(key)
  return await sign({
    message: await createMessage({ text, format: 'utf8' }),
    signingKeys: key,
    signingKeyIDs: signer.getKeyID(),
    detached: true,
    date: new Date(at),
  })
}

/**
 * The same over the UTF-8 bytes of `text`, made by the primary key where it may sign: the directory keeps no subkey that signs.
 * It tells a day and no instant: it is dated that midnight (UTC), or the later moment at which the key came to be as it is.
 */
export async function signOnDay(key: PrivateKey, text: string, day: Day): Promise<string> {
  const signer = await signingKeyOf(key)
  const since = [
    key.getCreationTime(),
    signer.getCreationTime(),
    ...key.users.flatMap((user) => user.selfCertifications.map((certification) => certification.created)),
    ...('bindingSignatures' in signer ? signer.bindingSignatures.map((binding) => binding.created) : []),
  ]
  return await sign({
    message: await createMessage({ binary: utf8(text) }),
    signingKeys: key,
    signingKeyIDs: signer.getKeyID(),
    detached: true,
    date: new Date(Math.max(Date.parse(day), ...since.map(Number))),
  })
}

const signingKeyOf = (key: PrivateKey) =>
  key.getSigningKey(key.getKeyID(), ANY_DATE).catch(() => key.getSigningKey(undefined, ANY_DATE))

/**
 * Whether an armored signature over exactly `text` was made by this certificate: dated no later than `at` (milliseconds; null
 * where the clock is a stranger's and nobody is to be believed about the hour), and at a time when the certificate was valid. It may be over a file, over a text, or the signature block of a
 * cleartext-signed copy (RFC 9580 §7), as long as no line of `text` ends in white space.
 * A certificate that expires later does not undo what it signed: whoever minds asks `acceptCertificate`.
 */
export async function verifyText(
  certificate: Certificate,
  text: string,
  armoredSignature: string,
  at: number | null,
): Promise<boolean> {
  try {
    const signature = await readSignature({ armoredSignature })
    const message = await createMessage({ text, format: 'utf8' })
    const { signatures } = await verify({
      message,
      signature,
      verificationKeys: certificate,
      date: at === null ? ANY_DATE : new Date(at),
    })
    return await isGenuine(signatures)
  } catch {
    return false
  }
}

/** The public part of a primary key, or null for anything but Ed25519Legacy of version 4. `body` is that of its packet. */
export async function readKeyBody(body: Bytes): Promise<PublicKeyPacket | null> {
  const packet = new PublicKeyPacket()
  try {
    await packet.read(body)
    const { algorithm, curve } = packet.getAlgorithmInfo()
    return packet.version === 4 && algorithm === 'eddsaLegacy' && curve === 'ed25519Legacy' ? packet : null
  } catch {
    return null
  }
}

/**
 * Whether this very primary key, of which nothing else is known, made an armored signature over exactly `text`, dated no later than
 * `at` (milliseconds; null for whatever hour). Whether it may speak for anyone is for its caller to know.
 */
export async function verifyTextByKey(
  key: PublicKeyPacket,
  text: string,
  armoredSignature: string,
  at: number | null,
): Promise<boolean> {
  try {
    const { packets } = await readSignature({ armoredSignature })
    const [signature, ...others] = packets
    const [literal] = (await createMessage({ text, format: 'utf8' })).packets
    if (!signature || !literal || others.length > 0) return false
    const type = signature.signatureType
    if (type !== enums.signature.text && type !== enums.signature.binary) return false
    await signature.verify(key, type, literal, at === null ? ANY_DATE : new Date(at), true)
    return true
  } catch {
    return false
  }
}

async function isGenuine(signatures: readonly { verified: Promise<true> }[]): Promise<boolean> {
  const results = await Promise.allSettled(signatures.map((s) => s.verified))
  return results.length > 0 && results.every((r) => r.status === 'fulfilled')
}
