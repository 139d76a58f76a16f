// The federation's root keys: making one, opening one, signing a directory with one. Its secret half leaves this file
// only inside the encrypted PEM that `makeRoot` returns.
import {
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  scrypt,
  sign,
  type KeyObject,
} from 'node:crypto'
import { promisify } from 'node:util'
import { toBase64, toHex } from '../crypto/encoding.ts'
import type { RootSignatures } from '../directory/directory.ts'
import { accept, decline, type Result } from '../protocol/result.ts'

/** A root key whose passphrase was given. `publicKey` is the raw Ed25519 key in 64 lower-case hexadecimal digits. */
export interface OpenedRoot {
  publicKey: string
  privateKey: KeyObject
}

export type RootFault = 'wrong-passphrase' | 'not-a-root-key'

/**
 * Cost of the passphrase: memory 16 MiB and five passes, the most memory that OpenSSL accepts when it reads a PKCS#8
 * file (it stops at 32 MiB). Node's own export would use 2,048 rounds of PBKDF2, which a graphics card makes light of.
 */
const SCRYPT = { N: 16_384, r: 8, p: 5 }
const AES_KEY_BYTES = 32

const deriveKey = promisify<string, Buffer, number, typeof SCRYPT, Buffer>(scrypt)

/**
 * A new root. `pem` is an encrypted PKCS#8 file (RFC 5958 with PBES2, scrypt as in RFC 7914 §7 and AES-256-CBC) that
 * OpenSSL also opens: `openssl pkey -in root-1.pem`.
 */
export async function makeRoot(passphrase: string): Promise<{ publicKey: string; pem: string }> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const salt = randomBytes(16)
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', await deriveKey(passphrase, salt, AES_KEY_BYTES, SCRYPT), iv)
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' })
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return { publicKey: rawPublicKey(publicKey), pem: toPem(encryptedPrivateKeyInfo(salt, iv, sealed)) }
}

/** Opens a root key file. An unencrypted key, or a key of any other kind, is not a root key. */
export function openRoot(pem: string, passphrase: string): Result<OpenedRoot, RootFault> {
  if (!isWholePem(pem)) return decline('not-a-root-key')
  let privateKey: KeyObject
  try {
    privateKey = createPrivateKey({ key: pem, format: 'pem', passphrase })
  } catch {
    return decline('wrong-passphrase')
  }
  if (privateKey.asymmetricKeyType !== 'ed25519') return decline('not-a-root-key')
  return accept({ publicKey: rawPublicKey(createPublicKey(privateKey)), privateKey })
}

/** One entry of `directory.json.signatures`, over the exact bytes of `directory.json`. */
export const signAsRoot = (root: OpenedRoot, bytes: Uint8Array): RootSignatures['signatures'][number] => ({
  root: root.publicKey,
  signature: toBase64(sign(null, bytes, root.privateKey)),
})

function rawPublicKey(key: KeyObject): string {
  const { x } = key.export({ format: 'jwk' })
  return toHex(Buffer.from(x ?? '', 'base64url'))
}

const PEM =
  /^-----BEGIN ENCRYPTED PRIVATE KEY-----\s+([A-Za-z0-9+/=\s]+)-----END ENCRYPTED PRIVATE KEY-----\s*$/

/** Whether the file is one complete DER structure, so that a cut file is not taken for a wrong passphrase. */
function isWholePem(pem: string): boolean {
  const der = Buffer.from(PEM.exec(pem)?.[1] ?? '', 'base64')
  if (der[0] !== 0x30 || der[1] === undefined) return false
  const lengthBytes = der[1] < 0x80 ? 0 : der[1] & 0x7f
  if (lengthBytes > 4 || der.length < 2 + lengthBytes) return false
  const length = lengthBytes === 0 ? der[1] : der.readUIntBE(2, lengthBytes)
  return der.length === 2 + lengthBytes + length
}

const toPem = (der: Buffer): string =>
  [
    '-----BEGIN ENCRYPTED PRIVATE KEY-----',
    ...(der.toString('base64').match(/.{1,64}/g) ?? []),
    '-----END ENCRYPTED PRIVATE KEY-----',
    '',
  ].join('\n')

/** DER (X.690 §8.1.3), of lengths below 256: nothing here is longer. */
function der(tag: number, ...contents: Uint8Array[]): Buffer {
  const body = Buffer.concat(contents)
  const length = body.length < 0x80 ? [body.length] : [0x81, body.length]
  return Buffer.concat([Uint8Array.of(tag, ...length), body])
}

const sequence = (...contents: Uint8Array[]): Buffer => der(0x30, ...contents)
const octets = (contents: Uint8Array): Buffer => der(0x04, contents)
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))

function integer(value: number): Buffer {
  const hex = value.toString(16)
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
  return (bytes[0] ?? 0) < 0x80 ? der(0x02, bytes) : der(0x02, Uint8Array.of(0), bytes)
}

const PBES2 = oid('2a864886f70d01050d')
const ID_SCRYPT = oid('2b06010401da47040b')
const AES_256_CBC = oid('60864801650304012a')

function encryptedPrivateKeyInfo(salt: Buffer, iv: Buffer, sealed: Buffer): Buffer {
  const { N, r, p } = SCRYPT
  const kdf = sequence(ID_SCRYPT, sequence(octets(salt), ...[N, r, p, AES_KEY_BYTES].map(integer)))
  const encryption = sequence(AES_256_CBC, octets(iv))
  return sequence(sequence(PBES2, sequence(kdf, encryption)), octets(sealed))
}
