// Sealing, opening and keys with OpenPGP.js, in the one profile every tool of an association opens:
// v4 Ed25519Legacy + Curve25519Legacy certificates; PKESK v3 + SEIPDv1, no compression, unsigned, one recipient.
import {
  config as openpgpConfig,
  createMessage,
  decrypt,
  decryptKey,
  encrypt,
  enums,
  generateKey,
  readKey,
  readKeys,
  readMessage,
  readPrivateKey,
  readPrivateKeys,
  type Key,
  type PrivateKey,
} from 'openpgp'
import { accept, decline, type Result } from '../protocol/result.ts'
import { fromUtf8, type Bytes } from './encoding.ts'
import { keyBytes } from './key-file.ts'
import { randomBytes } from './random.ts'

export type Certificate = Key
export type { PrivateKey } from 'openpgp'

/**
 * "Whatever the clock says": certificates are checked by the build and the server; a phone whose clock is years off
 * must still seal. OpenPGP.js accepts null and its types do not.
 */
export const ANY_DATE = null as unknown as Date

/** Reads one binary transferable public key. Throws when it is not one. */
export const readCertificate = (binaryKey: Uint8Array): Promise<Certificate> => readKey({ binaryKey })

/** Reads a text of exactly one armored public key block with exactly one certificate; null otherwise. */
export async function readArmoredCertificate(armored: string): Promise<Certificate | null> {
  // OpenPGP.js stops at the end of the first block, where gpg would import the second as well.
  if (armored.split('-----BEGIN').length !== 2) return null
  try {
    const keys = await readKeys({ armoredKeys: armored })
    return keys.length === 1 && keys[0] && !keys[0].isPrivate() ? keys[0] : null
  } catch {
    return null
  }
}

/** 40 upper-case hexadecimal digits. */
export const fingerprintOf = (key: Certificate): string => key.getFingerprint().toUpperCase()

/**
 * Seals bytes to one certificate. The session key is always AES-256, whatever the certificate prefers, so that
 * equal plaintext lengths give equal ciphertext lengths.
 */
export async function encryptTo(certificate: Certificate, plaintext: Uint8Array): Promise<Bytes> {
  const message = await createMessage({ binary: plaintext, filename: '', date: new Date(0) })
  const sealed = await encrypt({
    message,
    encryptionKeys: certificate,
    sessionKey: { data: randomBytes(32), algorithm: 'aes256' },
    format: 'binary',
    date: ANY_DATE,
    config: {
      ...openpgpConfig,
      preferredCompressionAlgorithm: enums.compression.uncompressed,
      aeadProtect: false,
    },
  })
  return sealed as Bytes
}

/** Stands in the place of OpenPGP.js's compressed data packet. */
class RefusedCompression {
  static readonly tag = enums.packet.compressedData
  read(): never {
    throw new Error('compressed data is outside the profile')
  }
}

/**
 * The profile has no compression, and 64 KiB of bzip2 can hold gigabytes: a stranger's envelope would keep its reader busy until
 * it crashed. Compressed data is refused before a byte of it is expanded, so that opening costs what the sealed bytes cost.
 */
const NO_COMPRESSION = { additionalAllowedPackets: [RefusedCompression], maxDecompressedMessageSize: 0 }

/**
 * Opens bytes with whichever of these unlocked keys they are sealed to. "For none of them" is null; "for one of them but damaged", or
 * compressed, throws.
 */
export async function decryptWith(
  keys: PrivateKey | readonly PrivateKey[],
  sealed: Uint8Array,
): Promise<Bytes | null> {
  const message = await readMessage({ binaryMessage: sealed, config: NO_COMPRESSION })
  const named = new Set(message.getEncryptionKeyIDs().map((id) => id.toHex()))
  const key = [keys].flat().find((each) => each.getKeyIDs().some((id) => named.has(id.toHex())))
  if (!key) return null
  const { data } = await decrypt({
    message,
    decryptionKeys: key,
    format: 'binary',
    date: ANY_DATE,
    config: NO_COMPRESSION,
  })
  return data as Bytes
}

/** Opens a message under its bare session key, of AES-256: for one that carries no key of its own. Damaged throws. */
export async function decryptUnder(sessionKey: Bytes, sealed: Bytes): Promise<Bytes> {
  const { data } = await decrypt({
    message: await readMessage({ binaryMessage: sealed, config: NO_COMPRESSION }),
    sessionKeys: [{ data: sessionKey, algorithm: 'aes256' }],
    format: 'binary',
    date: ANY_DATE,
    config: NO_COMPRESSION,
  })
  return data as Bytes
}

/** The one secret key in an armored or binary file, as Windows writes it too, still locked; null when it holds none. */
export async function readSecretKey(file: Uint8Array): Promise<PrivateKey | null> {
  try {
    const bytes = keyBytes(file)
    return isArmored(bytes)
      ? await readPrivateKey({ armoredKey: fromUtf8(bytes) })
      : await readPrivateKey({ binaryKey: bytes })
  } catch {
    return null
  }
}

/** Every secret key in a file of keys that are not locked, binary, as they stand one after the other; throws on anything else. */
export async function readOpenKeys(binaryKeys: Uint8Array): Promise<PrivateKey[]> {
  const keys = await readPrivateKeys({ binaryKeys })
  if (keys.some((key) => !key.isDecrypted())) throw new Error('a key is locked')
  return keys
}

const isArmored = (file: Uint8Array): boolean => file[0] !== undefined && file[0] < 0x80

/** Unlocks a secret key. A key without a passphrase is returned as it is. */
export async function unlock(
  privateKey: PrivateKey,
  passphrase: string,
): Promise<Result<PrivateKey, 'wrong-passphrase'>> {
  if (privateKey.isDecrypted()) return accept(privateKey)
  try {
    return accept(await decryptKey({ privateKey, passphrase }))
  } catch {
    return decline('wrong-passphrase')
  }
}

/** The same with whichever of these passphrases, of which there is one at least, is its own. */
export async function unlockWithOne(
  privateKey: PrivateKey,
  passphrases: readonly string[],
): Promise<Result<PrivateKey, 'wrong-passphrase'>> {
  for (const passphrase of passphrases) {
    const unlocked = await unlock(privateKey, passphrase)
    if (unlocked.ok) return unlocked
  }
  return decline('wrong-passphrase')
}

/** A new key in the profile, not locked. */
export async function makeOpenKey(name: string, at: number): Promise<PrivateKey> {
  const { privateKey } = await generateKey({
    userIDs: [{ name }],
    type: 'ecc',
    curve: 'curve25519Legacy',
    date: new Date(at),
    format: 'object',
    config: { ...openpgpConfig, nonDeterministicSignaturesViaNotation: false },
  })
  return privateKey
}

/**
 * A new key in the profile, its secret locked with iterated and salted S2K (GnuPG 2.2 cannot import Argon2).
 * Both returned blocks are armored.
 */
export async function makeKey(
  name: string,
  passphrase: string,
  at: number,
): Promise<{ secretKey: string; certificate: string }> {
  const { privateKey, publicKey } = await generateKey({
    userIDs: [{ name }],
    type: 'ecc',
    curve: 'curve25519Legacy',
    passphrase,
    date: new Date(at),
    format: 'armored',
    config: { ...openpgpConfig, nonDeterministicSignaturesViaNotation: false },
  })
  return { secretKey: privateKey, certificate: publicKey }
}
