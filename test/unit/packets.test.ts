// The server looks at the outside of an envelope: sealed to one named key, or not an envelope at all.
import { createMessage, encrypt, enums, config } from 'openpgp'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { concat, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { decryptWith, encryptTo } from '../../src/crypto/openpgp.ts'
import { readEncryptedData, readRecipients } from '../../src/crypto/packets.ts'
import { padText } from '../../src/crypto/padding.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { makeHolder, makeOtherKey, packet } from '../support/openpgp-keys.ts'

const PKESK = 1
const SKESK = 3
const COMPRESSED = 8
const LITERAL = 11
const SEIPD = 18

const alice = await makeHolder('Alice')
const bob = await makeHolder('Bob')
const keyIdOf = ({ certificate }: typeof alice): string =>
  certificate.subkeys[0]?.getKeyID().toHex().toUpperCase() ?? ''

let sealed: Bytes
let pkesk: Bytes
let seipd: Bytes

beforeAll(async () => {
  sealed = await encryptTo(alice.certificate, padText(utf8('{"narrative":"é"}')) ?? new Uint8Array())
  const pkeskLength = 2 + (sealed[1] ?? 0)
  pkesk = sealed.slice(0, pkeskLength)
  seipd = sealed.slice(pkeskLength)
})

/** A PKESK body that has the profile's structure, and zeros in the place of the point and the wrapped key. */
const pkeskBody = (version: number, algorithm: number): Bytes =>
  concat(
    Uint8Array.of(version, 1, 2, 3, 4, 5, 6, 7, 8, algorithm, 0x01, 0x07, 0x40),
    new Uint8Array(32),
    Uint8Array.of(48),
    new Uint8Array(48),
  )

const SEIPD_BODY = concat(Uint8Array.of(1), new Uint8Array(40))

describe('an envelope that a phone sealed', () => {
  it('has one encrypted data, however its lengths are written and whoever else is named', () => {
    const data = readEncryptedData(sealed)
    expect(data).toEqual(seipd.slice(seipd.length - (data?.length ?? 0)))
    const others = [concat(pkesk, packet(SEIPD, data ?? SEIPD_BODY, 5)), concat(pkesk, sealed)]
    expect(others.map(readEncryptedData)).toEqual([data, data])
    expect(readEncryptedData(concat(sealed, sealed))).toBeNull()
  })

  it('names the one key it is sealed to', () => {
    expect(readRecipients(sealed)).toEqual([keyIdOf(alice)])
  })

  it.each([4096, 16_384, 65_536])('is recognised at %i bytes of text too', async (length) => {
    const large = await encryptTo(bob.certificate, new Uint8Array(length))
    expect(readRecipients(large)).toEqual([keyIdOf(bob)])
  })

  it('is recognised where it stands inside a larger buffer', () => {
    for (const one of [sealed, concat(packet(PKESK, pkesk.slice(2), 5), seipd)]) {
      const around = concat(randomBytes(7), one, randomBytes(9))
      expect(readRecipients(around.subarray(7, 7 + one.length))).toEqual([keyIdOf(alice)])
    }
  })

  it('is recognised with any definite length that the format allows', () => {
    const five = concat(packet(PKESK, pkesk.slice(2), 5), seipd)
    expect(readRecipients(five)).toEqual([keyIdOf(alice)])
    expect(readRecipients(concat(packet(PKESK, pkeskBody(3, 18)), packet(SEIPD, SEIPD_BODY)))).toHaveLength(1)
  })

  it('is refused when it was cut, wherever', () => {
    const accepted: number[] = []
    for (let length = 0; length < sealed.length; length++) {
      if (readRecipients(sealed.subarray(0, length)) !== null) accepted.push(length)
    }
    expect(accepted).toEqual([])
  })

  it('shows every key when it is sealed to two, so that the second is not overlooked', async () => {
    const message = await createMessage({ binary: utf8('pour deux') })
    const both = (await encrypt({
      message,
      encryptionKeys: [alice.certificate, bob.certificate],
      format: 'binary',
    })) as Bytes
    expect(readRecipients(both)).toEqual([keyIdOf(alice), keyIdOf(bob)])
  })

  it('shows an anonymous recipient as zeros, which is nobody’s key', async () => {
    const message = await createMessage({ binary: utf8('à personne') })
    const wildcard = (await encrypt({
      message,
      encryptionKeys: alice.certificate,
      wildcard: true,
      format: 'binary',
    })) as Bytes
    expect(readRecipients(wildcard)).toEqual(['0000000000000000'])
  })
})

describe('something else in the place of an envelope', () => {
  it('the server believes “already encrypted”: is refused when it is readable text, bare or as a literal packet', async () => {
    const literal = (await createMessage({ binary: utf8('en clair') })).write() as Bytes
    expect(readRecipients(literal)).toBeNull()
    expect(readRecipients(utf8('{"narrative":"en clair"}'))).toBeNull()
    expect(readRecipients(packet(LITERAL, utf8('b\0\0\0\0\0en clair')))).toBeNull()
  })

  it('is refused when anything follows the sealed data, or comes before it, or stands between', () => {
    const literal = packet(LITERAL, utf8('b\0\0\0\0\0en clair'))
    expect(readRecipients(concat(sealed, literal))).toBeNull()
    expect(readRecipients(concat(literal, sealed))).toBeNull()
    expect(readRecipients(concat(pkesk, literal, seipd))).toBeNull()
    expect(readRecipients(concat(sealed, Uint8Array.of(0)))).toBeNull()
    expect(readRecipients(concat(sealed, sealed))).toBeNull()
    expect(readRecipients(concat(pkesk, seipd, seipd))).toBeNull()
  })

  it('is refused when a passphrase would open it as well', async () => {
    const message = await createMessage({ binary: utf8('phrase') })
    const encrypted = (await encrypt({
      message,
      encryptionKeys: alice.certificate,
      passwords: ['azerty'],
      format: 'binary',
    })) as Bytes
    expect(readRecipients(encrypted)).toBeNull()
    expect(readRecipients(concat(packet(SKESK, Uint8Array.of(4, 9, 0, 8)), seipd))).toBeNull()
    expect(readRecipients(concat(pkesk, packet(SKESK, Uint8Array.of(4, 9, 0, 8)), seipd))).toBeNull()
  })

  it('is refused with no recipient, or with recipients and nothing sealed', () => {
    expect(readRecipients(seipd)).toBeNull()
    expect(readRecipients(pkesk)).toBeNull()
    expect(readRecipients(new Uint8Array())).toBeNull()
  })

  it('is refused when it is sealed to an RSA key, in a newer form, or in none of ours', async () => {
    const rsa = (await makeOtherKey({ type: 'rsa', rsaBits: 2048 })).toPublic()
    const message = await createMessage({ binary: utf8('rsa') })
    const toRsa = (await encrypt({ message, encryptionKeys: rsa, format: 'binary' })) as Bytes
    expect(readRecipients(toRsa)).toBeNull()
    const seipdV1 = packet(SEIPD, SEIPD_BODY)
    const seipdV2 = packet(SEIPD, concat(Uint8Array.of(2), SEIPD_BODY))
    expect(readRecipients(concat(packet(PKESK, pkeskBody(6, 18)), seipdV1))).toBeNull()
    expect(readRecipients(concat(packet(PKESK, pkeskBody(3, 25)), seipdV1))).toBeNull()
    expect(readRecipients(concat(packet(PKESK, pkeskBody(3, 18)), seipdV2))).toBeNull()
    expect(readRecipients(concat(packet(PKESK, pkeskBody(3, 18)), packet(9, SEIPD_BODY)))).toBeNull()
    expect(readRecipients(concat(packet(PKESK, new Uint8Array()), seipdV1))).toBeNull()
    expect(readRecipients(concat(packet(SKESK, pkeskBody(3, 18)), seipdV1))).toBeNull()
    expect(
      readRecipients(concat(packet(PKESK, pkeskBody(3, 18)), packet(SEIPD, new Uint8Array()))),
    ).toBeNull()
  })

  it('is refused when words ride in the packet that holds the session key', () => {
    const body = pkeskBody(3, 18)
    const words = utf8('Karim, 06 12 34 56 78')
    const withOctet = (at: number, octet: number) => body.map((each, index) => (index === at ? octet : each))
    const bodies = [
      concat(body, words),
      concat(pkesk.slice(2), words),
      body.subarray(0, -1),
      concat(body.subarray(0, 10), words),
      withOctet(10, 0),
      withOctet(11, 0),
      withOctet(12, 0x41),
      withOctet(45, 40),
    ]
    expect(readRecipients(concat(packet(PKESK, body), seipd))).toHaveLength(1)
    expect(bodies.map((each) => readRecipients(concat(packet(PKESK, each), seipd)))).toEqual(
      bodies.map(() => null),
    )
  })

  it('is refused in the other spelling of its point, which opens to the same', async () => {
    const respelt = Uint8Array.from(sealed)
    const topOfPoint = 2 + 44
    respelt[topOfPoint] = (respelt[topOfPoint] ?? 0) | 0x80
    const opened = await decryptWith(alice.key, respelt)
    expect(opened).toEqual(await decryptWith(alice.key, sealed))
    expect(readRecipients(respelt)).toBeNull()
    expect(readEncryptedData(respelt)).toBeNull()
  })

  it('is refused when it is compressed around the sealed data', async () => {
    expect(readRecipients(packet(COMPRESSED, concat(Uint8Array.of(0), sealed)))).toBeNull()
    const message = await createMessage({ binary: utf8('serré') })
    const compressed = (
      message as unknown as { compress: (by: number, c: typeof config) => typeof message }
    ).compress(enums.compression.zip, config)
    expect(readRecipients(compressed.write() as Bytes)).toBeNull()
  })

  it('is refused in the old packet format, and with partial or indeterminate lengths', () => {
    const body = pkesk.slice(2)
    const oldFormat = concat(Uint8Array.of(0x80 | (PKESK << 2), body.length), body)
    expect(readRecipients(concat(oldFormat, seipd))).toBeNull()
    for (const otherTop of [0x00, 0x40, 0x80]) {
      const header = Uint8Array.of(otherTop | PKESK, body.length)
      expect(readRecipients(concat(header, body, seipd))).toBeNull()
    }
    const indeterminate = concat(Uint8Array.of(0x80 | (9 << 2) | 3), SEIPD_BODY)
    expect(readRecipients(concat(pkesk, indeterminate))).toBeNull()
    const partial = concat(
      Uint8Array.of(0xc0 | SEIPD, 224 + 5),
      SEIPD_BODY.subarray(0, 32),
      Uint8Array.of(9),
      SEIPD_BODY.subarray(32),
    )
    expect(readRecipients(concat(pkesk, partial))).toBeNull()
  })

  it('is refused with more recipients than a submission has envelopes', () => {
    const one = packet(PKESK, pkeskBody(3, 18))
    const many = (count: number) =>
      concat(...Array.from({ length: count }, () => one), packet(SEIPD, SEIPD_BODY))
    expect(readRecipients(many(8))).toHaveLength(8)
    expect(readRecipients(many(9))).toBeNull()
    expect(readRecipients(many(5000))).toBeNull()
  })

  it('is refused, never thrown at, when it is noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(readRecipients(noise)).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  it('is refused, never thrown at, when it is made of real packets in disorder', () => {
    const piece = fc.oneof(
      fc
        .constantFrom(PKESK, SKESK, COMPRESSED, LITERAL, SEIPD, 20, 21, 14)
        .chain((tag) => fc.uint8Array({ maxLength: 60 }).map((body) => packet(tag, body))),
      fc.constant(packet(PKESK, pkeskBody(3, 18))),
      fc.constant(packet(SEIPD, SEIPD_BODY)),
      fc.uint8Array({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const recipients = readRecipients(concat(...pieces))
        expect(recipients === null || recipients.every((id) => /^[0-9A-F]{16}$/.test(id))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
