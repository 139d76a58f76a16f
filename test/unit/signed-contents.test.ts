// A message is believed by the signature inside it: over its very words, by the one key, whatever the clock of the phone that reads it.
import { enums, readSignature } from 'openpgp'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readCertificate, readSecretKey } from '../../src/crypto/openpgp.ts'
import { dayOf } from '../../src/protocol/day.ts'
import { isSignedBy, signContents } from '../../src/sealing/sign-contents.ts'
import { makeAuthor } from '../support/authors.ts'
import { makeHolder, makeOtherKey, signOwnPart } from '../support/openpgp-keys.ts'

const YEAR_MS = 365 * 86_400_000
const TODAY = dayOf(Date.now())

const author = await makeAuthor()
const key = await readSecretKey(author.secretKey)
const certificate = await readCertificate(author.certificate)
if (!key) throw new Error('an author has a key')
const association = await makeHolder('Écoute Sud')

const WORDS = {
  kind: 'follow-up',
  version: 1,
  thread: 'a'.repeat(32),
  message: 'b'.repeat(32),
  writtenOn: TODAY,
  locale: 'fr',
  association: 'ecoute-sud',
  text: 'Il m’a réécrit ce matin.\r\nJe n’ai pas répondu. \uD83D\uDE42 \u2028 \uD800',
} as const

/** As it comes out of an envelope. */
const parsed = (contents: object) => JSON.parse(JSON.stringify(contents)) as Record<string, unknown>
const signed = parsed(await signContents(key, WORDS))
const { signature } = signed

async function datesOf(armoredSignature: unknown) {
  const { packets } = await readSignature({ armoredSignature: String(armoredSignature) })
  return packets.map((packet) => packet.created?.toISOString())
}

describe('a message its author signed', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is theirs, to the last letter, once it has travelled', async () => {
    expect(await isSignedBy(certificate, signed)).toBe(true)
    expect(signed['text']).toBe(WORDS.text)
  })

  it.each([-2, 2])('is theirs on a phone whose clock is %i years off', async (years) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + years * YEAR_MS })
    expect(await isSignedBy(certificate, signed)).toBe(true)
    expect(await isSignedBy(certificate, { ...signed, text: 'autre' })).toBe(false)
    expect(await isSignedBy(certificate, parsed(await signContents(key, WORDS)))).toBe(true)
  })

  it('tells the day it was written on and no hour', async () => {
    expect(await datesOf(signature)).toEqual([`${TODAY}T00:00:00.000Z`])
  })

  it('is dated by its key when the key was made, or changed, later that day', async () => {
    const made = await signContents(association.key, WORDS)
    expect(await datesOf(made.signature)).toEqual([association.certificate.getCreationTime().toISOString()])
    expect(await isSignedBy(association.certificate, parsed(made))).toBe(true)

    const old = await makeOtherKey({ date: new Date(Date.now() - YEAR_MS) })
    const [user] = old.users
    if (!user?.userID) throw new Error('a key has a name')
    const renewal = await signOwnPart(
      old,
      { signatureType: enums.signature.certGeneric, keyFlags: Uint8Array.of(3) },
      { userID: user.userID },
    )
    user.selfCertifications = [renewal]
    const after = await signContents(old, WORDS)
    expect(await datesOf(after.signature)).toEqual([renewal.created?.toISOString()])
    expect(await isSignedBy(old.toPublic(), parsed(after))).toBe(true)
  })

  it('is signed by the part of the key that the directory keeps', async () => {
    const withSubkey = await makeOtherKey({ subkeys: [{ sign: true }, {}] })
    const kept = withSubkey.toPublic()
    kept.subkeys = []
    expect(await isSignedBy(kept, parsed(await signContents(withSubkey, WORDS)))).toBe(true)
  })
})

describe('a message that nobody should believe', () => {
  const { signature: _none, ...unsigned } = signed

  it.each<[string, () => object]>([
    ['has other words', () => ({ ...unsigned, text: 'Rien.', signature })],
    ['was for another association', () => ({ ...unsigned, association: 'droits-nord', signature })],
    ['was in another thread', () => ({ ...unsigned, thread: 'c'.repeat(32), signature })],
    ['was of another kind', () => ({ ...unsigned, kind: 'withdrawal', signature })],
    ['has its words in another order', () => ({ version: 1, ...unsigned, signature })],
    ['has one word more', () => ({ ...unsigned, approved: true, signature })],
    ['has one word less', () => ({ ...unsigned, locale: undefined, signature })],
    ['has something after its signature', () => ({ signature, ...unsigned })],
    ['carries no signature', () => unsigned],
    ['carries an empty one', () => ({ ...unsigned, signature: '' })],
    ['carries something else', () => ({ ...unsigned, signature: { of: 'mine' } })],
    ['carries half of one', () => ({ ...unsigned, signature: String(signature).slice(0, 120) })],
  ])('%s', async (_, contents) => {
    expect(await isSignedBy(certificate, parsed(contents()))).toBe(false)
  })

  it('is signed by another code, or by an association', async () => {
    const other = await makeAuthor()
    const otherKey = await readSecretKey(other.secretKey)
    if (!otherKey) throw new Error('an author has a key')
    expect(await isSignedBy(certificate, parsed(await signContents(otherKey, WORDS)))).toBe(false)
    expect(await isSignedBy(certificate, parsed(await signContents(association.key, WORDS)))).toBe(false)
    expect(await isSignedBy(await readCertificate(other.certificate), signed)).toBe(false)
  })

  it('is signed by its author and by someone else as well', async () => {
    const theirs = await signContents(association.key, WORDS)
    const both = await Promise.all(
      [signature, theirs.signature].map((each) => readSignature({ armoredSignature: String(each) })),
    )
    const [first, second] = both
    if (!first || !second) throw new Error('two signatures')
    first.packets.push(...second.packets)
    expect(await isSignedBy(certificate, parsed({ ...unsigned, signature: first.armor() }))).toBe(false)
  })
})
