// Keys and packets that tests need and the product never makes: other algorithms, faults, framings. Tests only.
import { config, enums, generateKey, SignaturePacket, type KeyOptions, type PrivateKey } from 'openpgp'
import { concat, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { makeKey, readArmoredCertificate, readSecretKey, unlock } from '../../src/crypto/openpgp.ts'
import { lockCheaply } from './cheap-passphrases.ts'

lockCheaply()

export const PASSPHRASE = 'une phrase de passe'

/** A key of the profile: its certificate and its secret half, unlocked and as the armored blocks its holder keeps. */
export async function makeHolder(name: string, at = Date.now() - 60_000) {
  const armored = await makeKey(name, PASSPHRASE, at)
  const certificate = await readArmoredCertificate(armored.certificate)
  const locked = await readSecretKey(utf8(armored.secretKey))
  const key = locked && (await unlock(locked, PASSPHRASE))
  if (!certificate || !key?.ok) throw new Error('a made key reads back')
  return { certificate, key: key.value, armored }
}

/** A key without a passphrase, of any kind OpenPGP.js can make; in the profile unless the options say otherwise. */
export async function makeOtherKey(options: Partial<KeyOptions> = {}): Promise<PrivateKey> {
  const { privateKey } = await generateKey({
    userIDs: [{ name: 'Autre' }],
    type: 'ecc',
    curve: 'curve25519Legacy',
    date: new Date(Date.now() - 60_000),
    ...options,
    format: 'object',
  })
  return privateKey
}

/** OpenPGP.js needs its configuration here and its types do not know. */
type Sign = (
  key: PrivateKey['keyPacket'],
  data: object,
  date: Date,
  detached: boolean,
  configuration: typeof config,
) => Promise<void>

/** A signature by a key's primary over a part of itself, half a minute old. */
export async function signOwnPart(
  secret: PrivateKey,
  fields: Pick<SignaturePacket, 'signatureType'> &
    Partial<Pick<SignaturePacket, 'features' | 'keyFlags' | 'preferredSymmetricAlgorithms'>>,
  part: object,
): Promise<SignaturePacket> {
  const signature = Object.assign(new SignaturePacket(), {
    ...fields,
    publicKeyAlgorithm: secret.keyPacket.algorithm,
    hashAlgorithm: enums.hash.sha512,
  })
  const sign = signature.sign.bind(signature) as unknown as Sign
  await sign(
    secret.keyPacket,
    { key: secret.keyPacket, ...part },
    new Date(Date.now() - 30_000),
    false,
    config,
  )
  return signature
}

/** A new-format packet with a definite length (RFC 9580 §4.2.1). */
export function packet(tag: number, body: Uint8Array, lengthOctets = octetsFor(body.length)): Bytes {
  const { length } = body
  const octets = {
    1: [length],
    2: [((length - 192) >> 8) + 192, (length - 192) & 0xff],
    5: [255, length >>> 24, (length >>> 16) & 0xff, (length >>> 8) & 0xff, length & 0xff],
  }[lengthOctets]
  return concat(Uint8Array.of(0xc0 | tag, ...octets), body)
}

const octetsFor = (length: number): 1 | 2 | 5 => (length < 192 ? 1 : length < 8384 ? 2 : 5)

/** The secret part of a key that is not locked, and of each of its subkeys, in hexadecimal. */
export const secretsOf = (key: PrivateKey): string[] =>
  key.getKeys().map(({ keyPacket }) => {
    const { privateParams } = keyPacket as unknown as { privateParams: { seed?: Uint8Array; d?: Uint8Array } }
    const secret = privateParams.seed ?? privateParams.d
    if (!secret) throw new Error('a key has a secret part')
    return Buffer.from(secret).toString('hex')
  })
