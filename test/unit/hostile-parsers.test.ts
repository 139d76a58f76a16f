// What reads bytes of strangers before anything is known of them: it answers, whatever they are, and throws nothing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasChallengeForm, issueChallenge, recogniseChallenge } from '../../src/crypto/challenge.ts'
import { fromBase64, fromBase64Url, fromHex, toBase64, toHex } from '../../src/crypto/encoding.ts'
import { fingerprintOfBody } from '../../src/crypto/key-body.ts'
import { readPage, writePage } from '../../src/crypto/mailbox-page.ts'
import { readEncryptedData, readRecipients } from '../../src/crypto/packets.ts'
import { splitProof } from '../../src/crypto/proof-of-work.ts'
import { readLoneSignature } from '../../src/crypto/signature-packet.ts'
import { MAILBOX_CELL_BYTES, MAILBOX_PAGE_CELLS } from '../../src/protocol/limits.ts'
import { acceptsBrotli } from '../../src/server/accepts-brotli.ts'
import { hasCredentials } from '../../src/server/node/http-server.ts'
import { PACKET_TWISTS, packetTwist, twistArmor, twistPackets } from '../reliability/fuzz/hostile-packets.ts'
import { anyText } from '../support/any-text.ts'
import { packet } from '../support/openpgp-keys.ts'

/** As long as a sealed message of the profile. */
function honestMessage(): Uint8Array {
  const pkesk = new Uint8Array(94)
  pkesk.set([3, 1, 2, 3, 4, 5, 6, 7, 8, 18, 1, 7, 0x40])
  pkesk[45] = 48
  const seipd = new Uint8Array(4143)
  seipd[0] = 1
  return Buffer.concat([packet(1, pkesk), packet(18, seipd)])
}

const anyBytes = fc.uint8Array({ maxLength: 600 })

describe('bytes of strangers', () => {
  it('are a message of the profile or none, however its packets are twisted', () => {
    const honest = honestMessage()
    expect(readRecipients(honest)).toEqual(['0102030405060708'])
    const hows = new Set<number>()
    fc.assert(
      fc.property(packetTwist, (twist) => {
        hows.add(twist.how % PACKET_TWISTS)
        const twisted = twistPackets(honest, twist)
        const recipients = readRecipients(twisted)
        const data = readEncryptedData(twisted)
        const isSame = (recipients === null) === (data === null)
        return isSame && (recipients === null || recipients.every((each) => /^[0-9A-F]{16}$/.test(each)))
      }),
      { numRuns: 1500 },
    )
    expect(hows.size).toBe(PACKET_TWISTS)
  })

  it('are an envelope of nobody where they are anything at all', () => {
    fc.assert(fc.property(anyBytes, (bytes) => void expect(readRecipients(bytes)).toBeNull()))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(63), fc.uint8Array({ maxLength: 200 })), { maxLength: 12 }),
        (all) => {
          const bytes = Buffer.concat(all.map(([tag, body]) => packet(tag, body)))
          expect(readRecipients(bytes)).toBeNull()
        },
      ),
    )
  })

  it('are one signature or none, whatever armor they come in', () => {
    const body = Uint8Array.of(4, 0, 22, 10, 0, 10, 9, 16, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0)
    const armored = `-----BEGIN PGP SIGNATURE-----\n\n${toBase64(packet(2, body))}\n-----END PGP SIGNATURE-----\n`
    expect(readLoneSignature(armored)?.issuer).toBe('0102030405060708')
    // Its issuer ends before the nine bytes that it announces.
    const short = Uint8Array.of(4, 0, 22, 10, 0, 6, 9, 16, 1, 2, 3, 4, 0, 0)
    expect(readLoneSignature(armored.replace(toBase64(packet(2, body)), toBase64(packet(2, short))))).toBe(
      null,
    )
    fc.assert(
      fc.property(packetTwist, (twist) => {
        const lone = readLoneSignature(twistArmor(armored, twist))
        return lone === null || /^[0-9a-f]{16}$/.test(lone.issuer)
      }),
      { numRuns: 1500 },
    )
    fc.assert(fc.property(anyText(300), (text) => readLoneSignature(text) === null))
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const text = `-----BEGIN PGP SIGNATURE-----\n\n${toBase64(packet(2, bytes))}\n-----END PGP SIGNATURE-----`
        const lone = readLoneSignature(text)
        return lone === null || lone.issuer.length === 16
      }),
      { numRuns: 1000 },
    )
  })

  it('are a key or none', async () => {
    let none = 0
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 40, maxLength: 60 }), async (bytes) => {
        const fingerprint = await fingerprintOfBody(toBase64(bytes))
        if (fingerprint === null) none++
        return fingerprint === null || /^[0-9A-F]{40}$/.test(fingerprint)
      }),
      { numRuns: 300 },
    )
    expect(none).toBeGreaterThan(0)
  })

  it('are a page of a mailbox or none', () => {
    const page = writePage(
      [],
      false,
      Array.from({ length: MAILBOX_PAGE_CELLS }, () => new Uint8Array(MAILBOX_CELL_BYTES)),
    )
    expect(readPage(page)).toEqual({ cells: [], more: false })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 40 }), (changes) => {
        const twisted = page.slice()
        for (const [at, octet] of changes) twisted[at] = octet
        const read = readPage(twisted)
        return read === null || read.cells.length <= 16
      }),
      { numRuns: 500 },
    )
    expect(readPage(page.subarray(1))).toBeNull()
  })
})

describe('text of strangers', () => {
  it('is bytes or nothing in base64, in base64url and in hexadecimal', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        const decoded = [fromBase64(text), fromBase64Url(text), fromHex(text)]
        for (const bytes of decoded) expect(bytes?.length ?? 0).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes)
        expect(fromHex(toHex(bytes))).toEqual(bytes)
      }),
    )
  })

  it('is a proof or none, and a challenge of ours only to the letter', () => {
    const secret = new Uint8Array(32)
    const honest = issueChallenge(secret, { purpose: 'card', bits: 3, expiresAt: 4e9 })
    expect(recogniseChallenge(secret, 'card', honest)?.bits).toBe(3)
    fc.assert(
      fc.property(fc.nat(honest.length - 1), anyText(2), (at, text) => {
        const twisted = honest.slice(0, at) + text + honest.slice(at + 1)
        return twisted === honest || recogniseChallenge(secret, 'card', twisted) === null
      }),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(anyText(120), (text) => splitProof(text) === null && !hasChallengeForm('card', text)),
      { numRuns: 200 },
    )
  })

  it('is read to its end, however long', () => {
    const spaces = ' '.repeat(12_000)
    expect(acceptsBrotli(`br;${spaces}q=0.${'0'.repeat(4000)}x`)).toBe(true)
    expect(acceptsBrotli(`${'br ;'.repeat(3000)}`)).toBe(true)
    expect(acceptsBrotli(`${spaces}br${spaces}x`)).toBe(false)
  })

  it('is an address with a password wherever one can stand, and nowhere else', () => {
    for (const url of ['http://a@b/', 'https://a:b@c/d', 'http://@a/']) expect(hasCredentials(url)).toBe(true)
    for (const url of ['http://a/b@c', 'http://a/?b@c', 'http://a/#@', 'https://a:1/'])
      expect(hasCredentials(url)).toBe(false)
  })
})
