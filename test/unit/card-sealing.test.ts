// A sealed card: one length whatever it says, opened by the observatory alone, and nothing in common with a submission.
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { isSealedCard } from '../../src/client/report/sealed-card.ts'
import { fromBase64, fromUtf8, utf8 } from '../../src/crypto/encoding.ts'
import { decryptWith } from '../../src/crypto/openpgp.ts'
import { readRecipients } from '../../src/crypto/packets.ts'
import { compileDirectory } from '../../src/directory/sealing-entries.ts'
import { verifyKey, verifyKeys } from '../../src/directory/verify-directory.ts'
import { cardOf } from '../../src/domain/card.ts'
import { cardFault } from '../../src/domain/intake.ts'
import { Card, SealedCard } from '../../src/protocol/card.ts'
import { CARD_PLAINTEXT_BYTES, SEALED_CARD_BYTES } from '../../src/protocol/limits.ts'
import { sealCard } from '../../src/sealing/seal-card.ts'
import { sha256 } from '../../src/crypto/sha256.ts'
import { toHex } from '../../src/crypto/encoding.ts'
import { anyAccount } from '../support/any-account.ts'
import { makeFederation, unlockedKeyOf } from '../support/federation.ts'

const federation = await makeFederation()
const keys = await verifyKeys(federation.directory, Date.now())
const key = await verifyKey(federation.directory.observatory, Date.now())
if (!keys.ok || !key.ok) throw new Error('the federation’s keys are fit')
const { observatory } = compileDirectory(federation.directory, keys.value, key.value)

const sealedIn = (body: string): Uint8Array =>
  fromBase64(v.parse(SealedCard, JSON.parse(body)).sealed) ?? new Uint8Array()

describe('a sealed card', () => {
  it('has one exact length, and the observatory opens exactly that card', async () => {
    const secret = await unlockedKeyOf(federation.observatory)
    await fc.assert(
      fc.asyncProperty(anyAccount(['Coco']), async (account) => {
        const card = cardOf(account, (name) => (name === 'Coco' ? 'coco' : null))
        const { body, digest } = await sealCard(card, observatory)
        const sealed = sealedIn(body)
        expect(sealed).toHaveLength(SEALED_CARD_BYTES)
        expect(isSealedCard(body)).toBe(true)
        expect(digest).toBe(toHex(sha256(utf8(body))))
        const opened = await decryptWith(secret, sealed)
        expect(opened).toHaveLength(CARD_PLAINTEXT_BYTES)
        expect(v.parse(Card, JSON.parse(fromUtf8(opened ?? new Uint8Array())))).toEqual(card)
      }),
      { numRuns: 25 },
    )
  })

  it('is opened by no association', async () => {
    const { body } = await sealCard(
      cardOf({}, () => null),
      observatory,
    )
    for (const association of federation.associations) {
      expect(await decryptWith(await unlockedKeyOf(association), sealedIn(body))).toBeNull()
    }
  })

  it('of the same words never looks the same twice', async () => {
    const card = cardOf({ place: 'station' }, () => null)
    const bodies = await Promise.all(Array.from({ length: 5 }, () => sealCard(card, observatory)))
    expect(new Set(bodies.map(({ digest }) => digest)).size).toBe(5)
  })

  it('is not made where there is no certificate, or where the card would show by its length', async () => {
    const card = cardOf({}, () => null)
    await expect(sealCard(card, '')).rejects.toThrow()
    await expect(sealCard({ ...card, platform: 'a'.repeat(1024) }, observatory)).rejects.toThrow(RangeError)
  })

  it.each([
    ['plaintext', JSON.stringify({ version: 1, place: 'station' })],
    ['a shorter one', JSON.stringify({ version: 1, sealed: 'AAAA' })],
    ['one with something beside it', JSON.stringify({ version: 1, sealed: 'A'.repeat(1564), place: 'x' })],
    ['no JSON', 'mots'],
  ])('is all that may leave the phone: not %s', (_what, body) => {
    expect(isSealedCard(JSON.stringify({ version: 1, sealed: 'A'.repeat(1564) }))).toBe(true)
    expect(isSealedCard(body)).toBe(false)
  })
})

describe('the intake of cards', () => {
  const today = '2026-11-22'
  const open = { expiresOn: '2027-01-01', encryptionKeyId: key.value.encryptionKeyId }

  it('takes one for the observatory, of the one length, while the directory is in force', async () => {
    const { body } = await sealCard(
      cardOf({}, () => null),
      observatory,
    )
    const sealed = sealedIn(body)
    const card = { sealed, recipients: readRecipients(sealed) }
    expect(cardFault(card, open, today)).toBeNull()
    expect(cardFault(card, { ...open, expiresOn: '2026-11-21' }, today)).toBe('directory-expired')
    expect(cardFault(card, { ...open, encryptionKeyId: '0'.repeat(16) }, today)).toBe('wrong-recipient')
    expect(cardFault(card, { ...open, encryptionKeyId: null }, today)).toBe('wrong-recipient')
    expect(cardFault({ ...card, sealed: sealed.subarray(1) }, open, today)).toBe('wrong-size')
    expect(cardFault({ sealed: utf8('mots'), recipients: null }, open, today)).toBe('not-sealed')
    const recipients = [open.encryptionKeyId, open.encryptionKeyId]
    expect(cardFault({ sealed, recipients }, open, today)).toBe('wrong-recipient')
  })
})
