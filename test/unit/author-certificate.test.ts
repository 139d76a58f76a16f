// The OpenPGP key of a return code: the library and the profile of the house take it for what it is, and its bytes never change.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorCertificate } from '../../src/crypto/author-certificate.ts'
import { acceptCertificate } from '../../src/crypto/certificate-profile.ts'
import { fromUtf8, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import {
  decryptWith,
  encryptTo,
  fingerprintOf,
  readCertificate,
  readSecretKey,
} from '../../src/crypto/openpgp.ts'
import { signText, verifyText } from '../../src/crypto/openpgp-signatures.ts'
import { readRecipients } from '../../src/crypto/packets.ts'
import { readLoneSignature } from '../../src/crypto/signature-packet.ts'

const NOW = Date.parse('2026-10-01T12:00:00Z')
const CREATED = Date.parse('2024-01-01T00:00:00Z')

const seed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Uint8Array.from(bytes))
const filled = (byte: number): Bytes => new Uint8Array(32).fill(byte)

async function keyOf(signing: Bytes, encryption: Bytes) {
  const made = await authorCertificate(signing, encryption)
  const key = await readSecretKey(made.secretKey)
  if (!key) throw new Error('the secret key is not read')
  return { ...made, key, read: await readCertificate(made.certificate) }
}

describe('the certificate of a code', () => {
  it('is within the profile, and the directory’s way of keeping certificates changes no byte of it', async () => {
    const { certificate, read } = await keyOf(filled(3), filled(4))
    for (const at of [CREATED, NOW, Date.parse('2090-01-01')]) {
      const accepted = await acceptCertificate(read, at)
      expect(accepted).toMatchObject({ ok: true, value: { fingerprint: fingerprintOf(read) } })
      expect(accepted.ok && Buffer.from(accepted.value.binary).equals(certificate)).toBe(true)
    }
  })

  it('names nobody, has no end, and dates from the same day as all others', async () => {
    const { read } = await keyOf(filled(5), filled(6))
    expect(read.getUserIDs()).toEqual(['Balise'])
    expect(read.getCreationTime().getTime()).toBe(CREATED)
    expect(read.subkeys.map((subkey) => subkey.getCreationTime().getTime())).toEqual([CREATED])
    expect(await read.getExpirationTime()).toBe(Infinity)
  })

  it('is the same for the same code and another for another, in one length', async () => {
    const [one, again, other] = await Promise.all(
      [7, 7, 8].map((byte) => authorCertificate(filled(byte), filled(byte + 1))),
    )
    expect(again).toEqual(one)
    expect(other?.certificate).not.toEqual(one?.certificate)
    expect(other?.certificate.length).toBe(one?.certificate.length)
  })

  it('holds no secret', async () => {
    const { certificate, read } = await keyOf(filled(9), filled(10))
    expect(read.isPrivate()).toBe(false)
    for (const secret of [
      filled(9),
      filled(10)
        .with(31, 10 | 0x40)
        .toReversed(),
    ]) {
      expect(Buffer.from(certificate).indexOf(secret.subarray(1, 31))).toBe(-1)
    }
  })
})

describe('whoever holds the code', () => {
  it('opens what is sealed to them, and nobody else does', async () => {
    const { key, read } = await keyOf(filled(11), filled(12))
    const { key: stranger } = await keyOf(filled(11), filled(13))
    const sealed = await encryptTo(read, utf8('vous n’êtes pas seul'))
    expect(readRecipients(sealed)).toHaveLength(1)
    expect(fromUtf8((await decryptWith(key, sealed)) ?? new Uint8Array())).toBe('vous n’êtes pas seul')
    expect(await decryptWith(stranger, sealed)).toBeNull()
  })

  it('signs so that their association knows them, with a short signature that the server’s reader takes', async () => {
    const { key, read } = await keyOf(filled(14), filled(15))
    const { read: other } = await keyOf(filled(16), filled(15))
    const signature = await signText(key, 'je retire mon accord', NOW)
    expect(signature.length).toBeLessThanOrEqual(1024)
    expect(readLoneSignature(signature)).not.toBeNull()
    expect(await verifyText(read, 'je retire mon accord', signature, NOW)).toBe(true)
    expect(await verifyText(read, 'je donne mon accord', signature, NOW)).toBe(false)
    expect(await verifyText(other, 'je retire mon accord', signature, NOW)).toBe(false)
  })

  it('has a key that works whatever its bits: zeros first, last or nowhere', async () => {
    const odd = [filled(0), filled(255), filled(1).with(0, 0), filled(1).with(31, 0), filled(0).with(31, 1)]
    const works = async (signing: Bytes, encryption: Bytes): Promise<void> => {
      const { key, read } = await keyOf(signing, encryption)
      expect((await acceptCertificate(read, NOW)).ok).toBe(true)
      const opened = await decryptWith(key, await encryptTo(read, utf8('ici')))
      expect(opened && fromUtf8(opened)).toBe('ici')
      expect(await verifyText(read, 'ici', await signText(key, 'ici', NOW), NOW)).toBe(true)
    }
    for (const one of odd) await works(one, one.toReversed())
    await fc.assert(fc.asyncProperty(seed, seed, works), { numRuns: 12 })
  })

  it('has a certificate that is read when a number in its signatures begins with a zero', async () => {
    const short = await firstShort()
    expect((await acceptCertificate(await readCertificate(short), NOW)).ok).toBe(true)
  })
})

/** A certificate one octet shorter than others: one number of a signature is. */
async function firstShort(): Promise<Bytes> {
  const usual = (await authorCertificate(filled(1), filled(1))).certificate.length
  for (let i = 0; i < 2000; i++) {
    const { certificate } = await authorCertificate(
      filled(1)
        .with(0, i & 0xff)
        .with(1, i >> 8),
      filled(1),
    )
    if (certificate.length < usual) return certificate
  }
  throw new Error('no number begins with eight zero bits')
}
