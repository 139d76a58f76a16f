// Sealing and opening in the one profile: lengths that tell nothing, damage that is noticed, clocks that do not matter.
import { deflateRawSync } from 'node:zlib'
import { armor, decryptSessionKeys, encrypt, enums, PacketList, readMessage, readPrivateKey } from 'openpgp'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { concat, toHex, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import {
  decryptWith,
  encryptTo,
  fingerprintOf,
  makeKey,
  readArmoredCertificate,
  readCertificate,
  readSecretKey,
  unlock,
} from '../../src/crypto/openpgp.ts'
import { padText } from '../../src/crypto/padding.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { SEALED_SIZES_BYTES, TEXT_BUCKETS_BYTES } from '../../src/protocol/limits.ts'
import { makeHolder, makeOtherKey, packet, PASSPHRASE, signOwnPart } from '../support/openpgp-keys.ts'

const alice = await makeHolder('Alice')
const bob = await makeHolder('Bob')
const YEAR = 365 * 86_400_000

afterEach(() => {
  vi.useRealTimers()
})

const sealed = (text: string): Promise<Bytes> =>
  encryptTo(alice.certificate, padText(utf8(text)) ?? new Uint8Array())

describe('a sealed text', () => {
  it.each([0, 1, 2] as const)('has the one length of its size (%#), whatever it says', async (size) => {
    const bytes = TEXT_BUCKETS_BYTES[size]
    const contents = [
      new Uint8Array(bytes),
      new Uint8Array(bytes).fill(0x61),
      randomBytes(Math.min(bytes, 65_536)),
      padText(utf8(JSON.stringify({ narrative: 'é🏳️‍🌈'.repeat(bytes / 40) }))) ?? new Uint8Array(),
    ]
    const lengths = await Promise.all(
      contents.map(async (content) => (await encryptTo(alice.certificate, content)).length),
    )
    expect(lengths).toEqual(contents.map(() => SEALED_SIZES_BYTES[size]))
  })

  it('has that length even for a key that asks for a shorter cipher', async () => {
    const secret = await makeOtherKey()
    const [user] = secret.users
    if (!user?.userID) throw new Error('a key has an identity')
    const wish = {
      signatureType: enums.signature.certGeneric,
      keyFlags: Uint8Array.of(0x03),
      preferredSymmetricAlgorithms: [enums.symmetric.aes128],
    }
    user.selfCertifications = [await signOwnPart(secret, wish, { userID: user.userID })]
    const modest = await readCertificate(secret.toPublic().write() as Bytes)
    expect(await encryptTo(modest, new Uint8Array(4096))).toHaveLength(SEALED_SIZES_BYTES[0])
  })

  it('is one PKESK of version 3 and one SEIPD of version 1, so that every tool opens it', async () => {
    const { packets } = await readMessage({ binaryMessage: await sealed('{}') })
    expect(packets).toHaveLength(2)
    expect(packets[0]).toMatchObject({ version: 3, publicKeyAlgorithm: enums.publicKey.ecdh })
    expect(packets[1]).toMatchObject({ version: 1 })
  })

  it('says inside neither when it was sealed nor under which name, and is neither signed nor compressed', async () => {
    const message = await readMessage({ binaryMessage: await sealed('{}') })
    const opened = await message.decrypt([alice.key])
    expect(opened.packets).toHaveLength(1)
    expect(opened.getFilename()).toBeNull()
    expect(opened.packets[0]).toMatchObject({ date: new Date(0) })
    expect(opened.getLiteralData()).toHaveLength(4096)
  })

  it('is never sealed twice with the same key or to the same bytes', async () => {
    const twice = await Promise.all([sealed('{}'), sealed('{}')])
    const keys = await Promise.all(
      twice.map(async (one) => {
        const message = await readMessage({ binaryMessage: one })
        const [session] = await decryptSessionKeys({ message, decryptionKeys: alice.key })
        expect(session?.algorithm).toBe('aes256')
        return toHex(session?.data ?? new Uint8Array())
      }),
    )
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(keys[0]).not.toBe(keys[1])
    expect(toHex(twice[0].subarray(-100))).not.toBe(toHex(twice[1].subarray(-100)))
  })

  it('is opened by the one it is for, byte for byte', async () => {
    const plaintext = randomBytes(5000)
    expect(await decryptWith(alice.key, await encryptTo(alice.certificate, plaintext))).toEqual(plaintext)
  })

  it('is "not mine", without an error, to anyone else', async () => {
    expect(await decryptWith(bob.key, await sealed('{}'))).toBeNull()
  })
})

describe('a phone whose clock is wrong', () => {
  it.each([
    ['two years slow', -2 * YEAR],
    ['two years fast', 2 * YEAR],
    ['reset to 1970', -Date.now()],
  ])('seals and the association opens, with a clock %s', async (_, drift) => {
    const shortLived = await makeOtherKey({ keyExpirationTime: 86_400 })
    vi.setSystemTime(Date.now() + drift)
    for (const key of [alice.key, shortLived]) {
      const bytes = await encryptTo(await readCertificate(key.toPublic().write() as Bytes), utf8('à temps'))
      expect(await decryptWith(key, bytes)).toEqual(utf8('à temps'))
    }
  })
})

describe('a sealed text that was damaged', () => {
  const flip = (bytes: Bytes, at: number, bit: number): Bytes => {
    const copy = new Uint8Array(bytes)
    copy[at] = (copy[at] ?? 0) ^ (1 << bit)
    return copy
  }
  const outcomeOf = (bytes: Bytes): Promise<string> =>
    decryptWith(alice.key, bytes).then(
      (opened) => (opened === null ? 'not mine' : toHex(opened)),
      () => 'damaged',
    )

  it('is noticed at any bit of the sealed data, first, last and between', async () => {
    const bytes = await sealed('{"narrative":"entier"}')
    const data = 2 + (bytes[1] ?? 0) + 3
    const places = [data, data + 1, data + 17, data + 18, data + 19, data + 60]
    places.push(...Array.from({ length: 20 }, (_, i) => data + 61 + i * 200))
    places.push(bytes.length - 23, bytes.length - 20, bytes.length - 1)
    const outcomes = await Promise.all(places.map((at) => outcomeOf(flip(bytes, at, at % 8))))
    expect(outcomes).toEqual(places.map(() => 'damaged'))
  })

  it('is noticed in the wrapped key, and never opens to other words', async () => {
    const bytes = await sealed('{"narrative":"entier"}')
    const whole = toHex((await decryptWith(alice.key, bytes)) ?? new Uint8Array())
    const header = 2 + (bytes[1] ?? 0)
    const regions = { recipient: [] as string[], wrapped: [] as string[], other: [] as string[] }
    for (let at = 0; at < header; at++) {
      const outcome = await outcomeOf(flip(bytes, at, at % 8))
      if (at >= 3 && at < 11) regions.recipient.push(outcome)
      else if (at >= header - 48) regions.wrapped.push(outcome)
      else regions.other.push(outcome)
    }
    expect(regions.recipient).toEqual(Array.from({ length: 8 }, () => 'not mine'))
    expect(regions.wrapped).toEqual(Array.from({ length: 48 }, () => 'damaged'))
    const harmless = ['damaged', 'not mine', whole]
    expect(regions.other.filter((outcome) => !harmless.includes(outcome))).toEqual([])
  })

  it('is noticed when its end was cut off', async () => {
    const bytes = await sealed('{}')
    for (const less of [1, 20, 22, 2000]) {
      expect(await outcomeOf(bytes.subarray(0, bytes.length - less))).toBe('damaged')
    }
  })

  it('is noticed when it is no message at all', async () => {
    for (const bytes of [new Uint8Array(), utf8('bonjour'), randomBytes(4245)]) {
      expect(await outcomeOf(bytes)).toMatch(/^(damaged|not mine)$/)
    }
  })
})

describe('a text that a stranger compressed', () => {
  const REFUSED = 'compressed data is outside the profile'
  const literal = packet(enums.packet.literalData, concat(Uint8Array.of(0x62, 0, 0, 0, 0, 0), utf8('{}')))
  const zipped = concat(Uint8Array.of(enums.compression.zip), deflateRawSync(literal))
  const compressed = packet(enums.packet.compressedData, zipped)

  it('is not opened, even for the one it was sealed to', async () => {
    const message = await readMessage({ binaryMessage: compressed })
    const bytes = await encrypt({ message, encryptionKeys: alice.certificate, format: 'binary' })
    await expect(decryptWith(alice.key, bytes as Bytes)).rejects.toThrow(REFUSED)
  })

  it('is not expanded when it was never sealed at all', async () => {
    await expect(decryptWith(alice.key, compressed)).rejects.toThrow(REFUSED)
  })
})

describe('a key that our tool makes', () => {
  it('is in the profile, and is read back from both of its files', async () => {
    const made = await makeKey('Écoute', PASSPHRASE, Date.now() - 1000)
    const certificate = await readArmoredCertificate(made.certificate)
    const secret = await readSecretKey(utf8(made.secretKey))
    expect(certificate?.keyPacket.version).toBe(4)
    expect(certificate?.getAlgorithmInfo()).toMatchObject({
      algorithm: 'eddsaLegacy',
      curve: 'ed25519Legacy',
    })
    expect(secret?.getFingerprint()).toBe(certificate?.getFingerprint())
    expect(certificate && fingerprintOf(certificate)).toMatch(/^[0-9A-F]{40}$/)
  })

  it('is locked with iterated S2K, which GnuPG 2.2 imports, in every part', async () => {
    const secret = await readPrivateKey({ armoredKey: alice.armored.secretKey })
    expect(secret.isDecrypted()).toBe(false)
    for (const { keyPacket } of [secret, ...secret.subkeys]) {
      expect(keyPacket).toMatchObject({ s2k: { type: 'iterated' } })
    }
  })

  it('dates its parts at the instant it was told', async () => {
    const at = Date.UTC(2024, 1, 29, 12)
    const made = await makeKey('Datée', PASSPHRASE, at)
    const certificate = await readArmoredCertificate(made.certificate)
    expect(certificate?.getCreationTime()).toEqual(new Date(at))
  })

  it('is read back in binary too, but a certificate is not taken for a secret key', async () => {
    const { key, certificate, armored } = alice
    expect((await readSecretKey(key.write() as Bytes))?.getFingerprint()).toBe(key.getFingerprint())
    expect(await readSecretKey(certificate.write() as Bytes)).toBeNull()
    expect(await readSecretKey(utf8(armored.certificate))).toBeNull()
    expect(await readSecretKey(utf8('bonjour'))).toBeNull()
    expect(await readSecretKey(new Uint8Array())).toBeNull()
  })

  it('is opened by its passphrase only', async () => {
    const locked = await readSecretKey(utf8(alice.armored.secretKey))
    if (!locked) throw new Error('reads back')
    expect(await unlock(locked, `${PASSPHRASE} `)).toEqual({ ok: false, reason: 'wrong-passphrase' })
    expect(await unlock(locked, '')).toEqual({ ok: false, reason: 'wrong-passphrase' })
    expect(locked.isDecrypted()).toBe(false)
    const opened = await unlock(locked, PASSPHRASE)
    expect(opened.ok && opened.value.isDecrypted()).toBe(true)
  })

  it('needs none when it has none', async () => {
    const open = await makeOtherKey()
    expect(await unlock(open, 'n’importe quoi')).toEqual({ ok: true, value: open })
  })
})

describe('a file given as a certificate', () => {
  it('is read when it holds one certificate', async () => {
    const read = await readArmoredCertificate(alice.armored.certificate)
    expect(read && fingerprintOf(read)).toBe(fingerprintOf(alice.certificate))
  })

  it('is refused when it holds two, in one block or in two', async () => {
    const both = new PacketList()
    both.push(...alice.certificate.toPacketList(), ...bob.certificate.toPacketList())
    const inOne = armor(enums.armor.publicKey, both.write())
    expect(await readArmoredCertificate(inOne)).toBeNull()
    const inTwo = `${alice.armored.certificate}\n${bob.armored.certificate}`
    expect(await readArmoredCertificate(inTwo)).toBeNull()
  })

  it('is refused when it is a secret key, half a certificate, or nothing of the kind', async () => {
    const { certificate, secretKey } = alice.armored
    for (const text of ['', 'bonjour', secretKey, certificate.slice(0, 300), certificate.slice(100)]) {
      expect(await readArmoredCertificate(text)).toBeNull()
    }
  })
})
