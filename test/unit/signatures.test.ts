// Who signed what: a member signs in, an association proves it holds its key, with our tools or with its own.
import {
  createCleartextMessage,
  createMessage,
  readSignature,
  reformatKey,
  sign,
  type PrivateKey,
  type SignOptions,
} from 'openpgp'
import { describe, expect, it } from 'vitest'
import { utf8 } from '../../src/crypto/encoding.ts'
import { signText, verifyText } from '../../src/crypto/openpgp-signatures.ts'
import { signInStatement } from '../../src/protocol/inbox.ts'
import { makeHolder, makeOtherKey } from '../support/openpgp-keys.ts'

const alice = await makeHolder('Alice')
const bob = await makeHolder('Bob')
const NOW = Date.now()
const STATEMENT = signInStatement('https://balise.example', 'ecoute-sud', 'sign-in.0.1800000000.n.m')
const signature = await signText(alice.key, STATEMENT, NOW - 1000)

const signedAs = async (message: SignOptions['message'], keys: PrivateKey | PrivateKey[] = alice.key) =>
  (await sign({ message, signingKeys: keys, detached: true, date: new Date(NOW - 1000) })) as string

/** The signature block of a cleartext-signed copy. */
async function signInClear(text: string): Promise<string> {
  const copy = await sign({
    message: await createCleartextMessage({ text }),
    signingKeys: alice.key,
    date: new Date(NOW - 1000),
  })
  return copy.slice(copy.indexOf('-----BEGIN PGP SIGNATURE-----'))
}

const verdict = (text: string, armored: string, at = NOW, who = alice) =>
  verifyText(who.certificate, text, armored, at)

describe('a statement signed by its author', () => {
  it('is recognised, over one line and over many', async () => {
    expect(await verdict(STATEMENT, signature)).toBe(true)
    const one = 'Balise: ecoute-sud holds the key ABC'
    expect(await verdict(one, await signText(alice.key, one, NOW - 1000))).toBe(true)
  })

  it('is recognised as a signature of a file (gpg --detach-sign), of a text (--textmode), and in clear (--clear-sign)', async () => {
    const asFile = await signedAs(await createMessage({ binary: utf8(STATEMENT) }))
    const asText = await signedAs(await createMessage({ text: STATEMENT }))
    const inClear = await signInClear(STATEMENT)
    const types = await Promise.all(
      [asFile, asText, inClear].map(async (armoredSignature) => {
        const read = await readSignature({ armoredSignature })
        return read.packets[0]?.signatureType
      }),
    )
    expect(types).toEqual([0, 1, 1])
    for (const armored of [asFile, asText, inClear]) expect(await verdict(STATEMENT, armored)).toBe(true)
  })

  it('is recognised when it was signed with the line ends of Windows', async () => {
    const windows = await createMessage({ text: STATEMENT.replaceAll('\n', '\r\n') })
    expect(await verdict(STATEMENT, await signedAs(windows))).toBe(true)
  })

  it('is recognised in French, accents and all', async () => {
    const text = 'Clé : « café » 🏳️‍🌈\nשלום'
    expect(await verdict(text, await signText(alice.key, text, NOW - 1000))).toBe(true)
    expect(await verdict(text, await signedAs(await createMessage({ binary: utf8(text) })))).toBe(true)
  })

  it('is still recognised when its key has expired since', async () => {
    const short = await makeOtherKey({ date: new Date(NOW - 60_000), keyExpirationTime: 3600 })
    const signed = await signText(short, STATEMENT, NOW - 1000)
    expect(await verifyText(short.toPublic(), STATEMENT, signed, NOW + 7_200_000)).toBe(true)
  })
})

describe('a statement that its reader must not believe', () => {
  it('is another text, by a word, a line or a space', async () => {
    const others = [
      STATEMENT.replace('sign in', 'sign out'),
      STATEMENT.replace('ecoute-sud', 'ecoute-nord'),
      `${STATEMENT}\naction: erase`,
      STATEMENT.split('\n').slice(1).join('\n'),
      STATEMENT.toUpperCase(),
      '',
    ]
    const verdicts = await Promise.all(others.map((text) => verdict(text, signature)))
    expect(verdicts).toEqual(others.map(() => false))
  })

  it('is signed by someone else, or by someone else as well', async () => {
    expect(await verdict(STATEMENT, signature, NOW, bob)).toBe(false)
    const both = await signedAs(await createMessage({ text: STATEMENT }), [alice.key, bob.key])
    expect(await verdict(STATEMENT, both)).toBe(false)
  })

  it('is signed in the future, or with a key that had not been made yet', async () => {
    expect(await verdict(STATEMENT, await signText(alice.key, STATEMENT, NOW + 3_600_000))).toBe(false)
    expect(await verdict(STATEMENT, signature, NOW - 86_400_000)).toBe(false)
  })

  it('is dated after its key expired', async () => {
    const endless = await makeOtherKey({ date: new Date(NOW - 60_000) })
    const after = await signText(endless, STATEMENT, NOW + 7_000_000)
    const { publicKey } = await reformatKey({
      privateKey: endless,
      userIDs: [{ name: 'Autre' }],
      keyExpirationTime: 3600,
      date: new Date(NOW - 30_000),
      format: 'object',
    })
    expect(await verifyText(publicKey, STATEMENT, after, NOW + 7_200_000)).toBe(false)
  })

  it('carries no signature, half a signature, or something else', async () => {
    const attempts = ['', 'signed, Alice', signature.slice(0, 150), alice.armored.certificate, STATEMENT]
    const verdicts = await Promise.all(attempts.map((attempt) => verdict(STATEMENT, attempt)))
    expect(verdicts).toEqual(attempts.map(() => false))
  })

  it('carries a signature with one bit changed', async () => {
    const read = await readSignature({ armoredSignature: signature })
    const raw = read.write() as Uint8Array
    const tampered = await Promise.all(
      [-1, -20, -40, -64].map(async (fromEnd) => {
        const copy = new Uint8Array(raw)
        const at = copy.length + fromEnd
        copy[at] = (copy[at] ?? 0) ^ 1
        return verdict(STATEMENT, (await readSignature({ binarySignature: copy })).armor())
      }),
    )
    expect(tampered).toEqual([false, false, false, false])
  })

  it('was signed as another kind of thing: a certification of a key is not a statement', async () => {
    const certification = alice.certificate.users[0]?.selfCertifications[0]
    if (!certification) throw new Error('a key certifies itself')
    const raw = certification.write()
    const header =
      raw.length < 192
        ? [0xc2, raw.length]
        : [0xc2, ((raw.length - 192) >> 8) + 192, (raw.length - 192) & 255]
    const read = await readSignature({ binarySignature: Uint8Array.of(...header, ...raw) })
    expect(await verdict(STATEMENT, read.armor())).toBe(false)
  })
})
