// The server looks at a sign-in signature before it computes anything: one signature, over a document, by a key it names.
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concat, fromBase64, toBase64, type Bytes } from '../../src/crypto/encoding.ts'
import { signText, verifyText } from '../../src/crypto/openpgp-signatures.ts'
import { readLoneSignature } from '../../src/crypto/signature-packet.ts'
import { makeHolder, packet } from '../support/openpgp-keys.ts'

const alice = await makeHolder('Alice')
const STATEMENT = 'Balise\naction: sign in'
const signature = await signText(alice.key, STATEMENT, Date.now() - 1000)
const vector = (name: string) => readFile(new URL(`../vectors/${name}.asc`, import.meta.url), 'utf8')

const armored = (bytes: Uint8Array): string =>
  `-----BEGIN PGP SIGNATURE-----\n\n${toBase64(bytes)}\n-----END PGP SIGNATURE-----\n`
const packetOf = (text: string): Bytes =>
  fromBase64(readLoneSignature(text)?.armored.split('\n')[2] ?? '') ?? new Uint8Array()

describe('a signature that a member made', () => {
  it('names the member’s key, and what was looked at is what verifies', async () => {
    const lone = readLoneSignature(signature)
    expect(lone?.issuer).toBe(alice.certificate.getKeyID().toHex())
    expect(await verifyText(alice.certificate, STATEMENT, lone?.armored ?? '', Date.now())).toBe(true)
  })

  it.each(['sign-in_gpg', 'sign-in-text-mode_gpg', 'sign-in_sq', 'sign-in_openpgpjs'])(
    'is recognised whichever tool made it: %s',
    async (name) => {
      const text = await vector(name)
      expect(readLoneSignature(text)?.issuer).toMatch(/^[0-9a-f]{16}$/)
      expect(readLoneSignature(text.replaceAll('\n', '\r\n'))).toEqual(readLoneSignature(text))
      const commented = text.replace('-----\n\n', '-----\nComment: à la main\n\n')
      expect(readLoneSignature(commented)).toEqual(readLoneSignature(text))
    },
  )

  it('is recognised in each framing of its packet', async () => {
    const one = packetOf(await vector('sign-in_gpg'))
    const body = one.slice(2)
    expect(one[0]).toBe(0x88)
    const framings = [
      packet(2, body),
      packet(2, concat(body, new Uint8Array(200))),
      concat(Uint8Array.of(0x89, 0, body.length), body),
    ]
    for (const framing of framings) expect(readLoneSignature(armored(framing))).not.toBeNull()
  })
})

describe('something else in its place', () => {
  const one = packetOf(signature)

  it('is refused when it is more than one signature, or has anything beside it', async () => {
    const old = packetOf(await vector('sign-in_gpg'))
    for (const bytes of [concat(one, one), concat(old, old), concat(one, old), concat(old, one)]) {
      expect(readLoneSignature(armored(bytes))).toBeNull()
    }
    expect(readLoneSignature(signature + signature)).toBeNull()
    expect(readLoneSignature(`avant\n${signature}`)).toBeNull()
    expect(readLoneSignature(`${signature}après`)).toBeNull()
    expect(readLoneSignature(await vector('sign-in-cleartext_gpg'))).toBeNull()
    expect(readLoneSignature(await vector('certificate_gpg'))).toBeNull()
  })

  it('is refused when it is cut, wherever', () => {
    const read = Array.from({ length: one.length }, (_, length) =>
      readLoneSignature(armored(one.subarray(0, length))),
    )
    expect(read.filter((lone) => lone !== null)).toEqual([])
  })

  it.each([
    ['version 3', 0, 3],
    ['version 6', 0, 6],
    ['over a key', 1, 0x13],
  ])('is refused in another kind: %s', (_what, at, octet) => {
    const body = one.slice(2)
    expect(readLoneSignature(armored(packet(2, body)))).not.toBeNull()
    expect(readLoneSignature(armored(packet(2, body.with(at, octet))))).toBeNull()
  })

  it('is refused when it names nobody', () => {
    expect(readLoneSignature(armored(packet(2, Uint8Array.of(4, 0, 22, 10, 0, 0, 0, 0, 1, 2))))).toBeNull()
  })

  it('is refused, never thrown at, when it is noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.string(), (noise, text) => {
        const framed = packet(2, concat(Uint8Array.of(4, 0), noise))
        const lone = readLoneSignature(armored(framed))
        expect(lone === null || /^[0-9a-f]{16}$/.test(lone.issuer)).toBe(true)
        expect(readLoneSignature(text)).toBeNull()
        expect(readLoneSignature(armored(noise))).toBeNull()
      }),
      { numRuns: 500 },
    )
  })
})
