// Which keys an association may bring: those that every tool of an association opens, and no others.
import {
  createMessage,
  decrypt,
  encrypt,
  enums,
  readKey,
  readMessage,
  reformatKey,
  revokeKey,
  SignaturePacket,
  type PrivateKey,
  type PublicKey,
} from 'openpgp'
import { describe, expect, it } from 'vitest'
import { acceptCertificate, PROFILE_FAULTS } from '../../src/crypto/certificate-profile.ts'
import { concat, type Bytes } from '../../src/crypto/encoding.ts'
import { encryptTo, readCertificate, type Certificate } from '../../src/crypto/openpgp.ts'
import { makeHolder, makeOtherKey, signOwnPart } from '../support/openpgp-keys.ts'

const NOW = Date.now()
const DAY = 86_400_000
const YEAR_SECONDS = 365 * 86_400

const ours = await makeHolder('Association')
const fresh = (): Promise<Certificate> => readCertificate(ours.certificate.write())
const judge = (key: Certificate, at = NOW) => acceptCertificate(key, at)
const refusedFor = (reason: (typeof PROFILE_FAULTS)[number]) => ({ ok: false, reason })
const publicOf = async (options: Parameters<typeof makeOtherKey>[0]) =>
  (await makeOtherKey(options)).toPublic()

/** The certificate's bytes with the last byte of its nth signature changed. */
async function withBrokenSignature(nth: number): Promise<Certificate> {
  const key = await fresh()
  const signatures = key.toPacketList().filterByTag(enums.packet.signature)
  const raw = (signatures[nth] as SignaturePacket | undefined)?.write()
  const whole = new Uint8Array(key.write())
  const at = raw ? Buffer.from(whole).indexOf(Buffer.from(raw)) + raw.length - 1 : -1
  if (at < 0) throw new Error('no such signature')
  whole[at] = (whole[at] ?? 0) ^ 1
  return readCertificate(whole)
}

const revoked = async (key: PrivateKey): Promise<PublicKey> =>
  (await revokeKey({ key, format: 'object', date: new Date(NOW - 30_000) })).publicKey

describe('a key that our own tool made', () => {
  it('is accepted, with its fingerprint and the key ID that envelopes name', async () => {
    const verdict = await judge(ours.certificate)
    expect(verdict).toMatchObject({
      ok: true,
      value: {
        fingerprint: ours.certificate.getFingerprint().toUpperCase(),
        encryptionKeyId: ours.certificate.subkeys[0]?.getKeyID().toHex().toUpperCase(),
      },
    })
  })

  it('is kept in a form that still opens what is sealed to it, clock or no clock', async () => {
    const verdict = await judge(ours.certificate)
    const minimal = await readCertificate(verdict.ok ? verdict.value.binary : new Uint8Array())
    const sealed = await encryptTo(minimal, new Uint8Array(10).fill(5))
    const message = await readMessage({ binaryMessage: sealed })
    const { data } = await decrypt({ message, decryptionKeys: ours.key, format: 'binary' })
    expect(data).toEqual(new Uint8Array(10).fill(5))
    expect(await judge(minimal)).toEqual(verdict)
  })

  it('is not accepted before it was made', async () => {
    expect(await judge(ours.certificate, NOW - DAY)).toEqual(refusedFor('not-valid'))
  })
})

describe('a key of another kind', () => {
  it.each([
    ['RSA', { type: 'rsa', rsaBits: 2048 }],
    ['NIST P-256', { type: 'ecc', curve: 'nistP256' }],
    ['the newer form of Curve25519 (RFC 9580 algorithms 25 and 27)', { type: 'curve25519' }],
  ] as const)('is refused: %s', async (_, options) => {
    expect(await judge(await publicOf(options))).toEqual(refusedFor('wrong-primary-algorithm'))
  })

  it('is refused when only the part that encrypts is of another kind', async () => {
    const mixed = await publicOf({ subkeys: [{ type: 'ecc', curve: 'nistP256' }] })
    expect(await judge(mixed)).toEqual(refusedFor('wrong-subkey-algorithm'))
    const newer = await publicOf({ subkeys: [{ type: 'curve25519' }] })
    expect(await judge(newer)).toEqual(refusedFor('wrong-subkey-algorithm'))
  })

  it('is refused in version 6', async () => {
    const six = await publicOf({ type: 'curve25519', config: { v6Keys: true } })
    expect(six.keyPacket.version).toBe(6)
    expect(await judge(six)).toEqual(refusedFor('not-version-4'))
  })

  it('is refused when it is the secret half', async () => {
    expect(await judge(ours.key)).toEqual(refusedFor('secret-key'))
  })
})

describe('a key with the wrong number of subkeys', () => {
  it('is refused with none that encrypts', async () => {
    expect(await judge(await publicOf({ subkeys: [] }))).toEqual(refusedFor('no-encryption-subkey'))
    const signsOnly = await publicOf({ subkeys: [{ sign: true }] })
    expect(await judge(signsOnly)).toEqual(refusedFor('no-encryption-subkey'))
  })

  it('is refused with two that encrypt, even of two kinds', async () => {
    expect(await judge(await publicOf({ subkeys: [{}, {}] }))).toEqual(
      refusedFor('several-encryption-subkeys'),
    )
    const kinds = await publicOf({ subkeys: [{}, { type: 'ecc', curve: 'nistP256' }] })
    expect(await judge(kinds)).toEqual(refusedFor('several-encryption-subkeys'))
  })
})

describe('a key that would make a phone seal in a form GnuPG cannot read', () => {
  it('is refused when its identity advertises it', async () => {
    const modern = await publicOf({ config: { aeadProtect: true } })
    expect(await judge(modern)).toEqual(refusedFor('seipd-v2'))
  })

  it('would have done so, whatever we asked of OpenPGP.js: that is why', async () => {
    const modern = await publicOf({ config: { aeadProtect: true } })
    const sealed = (await encrypt({
      message: await createMessage({ binary: new Uint8Array(8) }),
      encryptionKeys: modern,
      format: 'binary',
      config: { aeadProtect: false },
    })) as Bytes
    const { packets } = await readMessage({ binaryMessage: sealed })
    expect(packets.at(-1)).toMatchObject({ version: 2 })
  })

  it('is refused when only a signature over the key itself says so', async () => {
    const secret = await makeOtherKey()
    const direct = await signOwnPart(
      secret,
      { signatureType: enums.signature.key, features: Uint8Array.of(0x09) },
      {},
    )
    const packets = secret.toPublic().toPacketList()
    packets.splice(1, 0, direct)
    const given = await readKey({ binaryKey: packets.write() })
    expect(await judge(given)).toEqual(refusedFor('seipd-v2'))
  })
})

describe('a key past its time', () => {
  const made = new Date(NOW - 2 * DAY)

  it('is refused from the second it expires, not the second before', async () => {
    const key = await publicOf({ date: made, keyExpirationTime: 86_400 })
    const expiry = made.setMilliseconds(0) + DAY
    expect(await judge(key, expiry - 1000)).toMatchObject({ ok: true })
    expect(await judge(key, expiry)).toEqual(refusedFor('expired'))
    expect(await judge(key)).toEqual(refusedFor('expired'))
  })

  it('is refused when only the part that encrypts has expired', async () => {
    const key = await publicOf({ date: made, subkeys: [{ keyExpirationTime: 86_400 }] })
    expect(await judge(key)).toEqual(refusedFor('expired'))
  })

  it('is accepted while it lasts', async () => {
    expect(await judge(await publicOf({ keyExpirationTime: YEAR_SECONDS }))).toMatchObject({ ok: true })
  })

  it('is accepted once its holder has prolonged it', async () => {
    const short = await makeOtherKey({ date: made, keyExpirationTime: 86_400 })
    const { publicKey } = await reformatKey({
      privateKey: short,
      userIDs: [{ name: 'Autre' }],
      keyExpirationTime: YEAR_SECONDS,
      date: new Date(NOW - 30_000),
      format: 'object',
    })
    expect(await judge(publicKey)).toMatchObject({ ok: true })
  })
})

describe('a key that was taken back', () => {
  it('is refused', async () => {
    expect(await judge(await revoked(await makeOtherKey()))).toEqual(refusedFor('revoked'))
  })

  it('is refused when only the part that encrypts was taken back', async () => {
    const secret = await makeOtherKey()
    const [subkey] = secret.subkeys
    if (!subkey) throw new Error('a key has a subkey')
    const parts = { flag: enums.reasonForRevocation.keyCompromised }
    secret.subkeys[0] = await subkey.revoke(secret.keyPacket as never, parts, new Date(NOW - 30_000))
    const given = await readKey({ binaryKey: secret.toPublic().write() })
    expect(await judge(given)).toEqual(refusedFor('revoked'))
  })
})

describe('a key that someone tampered with', () => {
  it('is refused when its identity is no longer signed', async () => {
    expect(await judge(await withBrokenSignature(0))).toEqual(refusedFor('not-valid'))
  })

  it('is refused when its subkey is no longer bound to it', async () => {
    expect(await judge(await withBrokenSignature(1))).toEqual(refusedFor('not-valid'))
  })

  it('is refused when the subkey of another was slipped in', async () => {
    const victim = await fresh()
    const other = await publicOf({})
    victim.subkeys = other.subkeys
    const given = await readKey({ binaryKey: victim.write() })
    expect(await judge(given)).toEqual(refusedFor('not-valid'))
  })

  it('is refused when another identity was written over its own', async () => {
    const name = Buffer.from('Association')
    const whole = Buffer.from(ours.certificate.write())
    whole.set(Buffer.from('Imposteurs!'), whole.indexOf(name))
    expect(await judge(await readCertificate(whole))).toEqual(refusedFor('not-valid'))
  })

  it('is refused when all that vouched for it was cut off', async () => {
    const bare = ours.certificate.toPacketList().filterByTag(enums.packet.publicKey).write()
    expect(await judge(await readCertificate(concat(bare)))).toEqual(refusedFor('no-encryption-subkey'))
  })
})
