// What an author finds in their mailbox: answers that an association signed for them and nobody else, and what they wrote to themselves.
// Anyone may put something there, so all the rest is set apart or refused.
import * as v from 'valibot'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fromBase64, toBase64, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { threadOf } from '../../src/crypto/links.ts'
import { encryptTo, readCertificate } from '../../src/crypto/openpgp.ts'
import { readRecipients } from '../../src/crypto/packets.ts'
import { padText } from '../../src/crypto/padding.ts'
import { randomHex } from '../../src/crypto/random.ts'
import { dayOf } from '../../src/protocol/day.ts'
import { MAX_MESSAGE_CHARS, MAX_NARRATIVE_CHARS, SEALED_SIZES_BYTES } from '../../src/protocol/limits.ts'
import { Reply } from '../../src/protocol/shapes.ts'
import { openEnvelope } from '../../src/sealing/open-envelope.ts'
import { openMailboxMessage } from '../../src/sealing/open-mailbox.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { sealAnswer } from '../../src/sealing/seal-answer.ts'
import { sealDraft, sealOwnCopy } from '../../src/sealing/seal-own.ts'
import type { Recipient } from '../../src/sealing/seal-report.ts'
import { signContents } from '../../src/sealing/sign-contents.ts'
import { makeAuthor } from '../support/authors.ts'
import { makeHolder, makeOtherKey } from '../support/openpgp-keys.ts'

const TODAY = dayOf(Date.now())
const US = 'ecoute-sud'
const us = await makeHolder(US)
const others = await makeHolder('droits-nord')
const author = await makeAuthor()
const entryOf = (association: string, { certificate }: typeof us) => ({
  association,
  fingerprint: certificate.getFingerprint().toUpperCase(),
  certificate: toBase64(certificate.write()),
})
const ENTRIES = [entryOf(US, us), entryOf('droits-nord', others)]

const ANSWER = {
  kind: 'answer',
  version: 1,
  association: US,
  thread: await threadOf(author.links, US),
  message: randomHex(16),
  writtenOn: TODAY,
  text: 'Merci de votre confiance. Une avocate peut vous écouter.',
} as const

const bytesOf = (base64: string): Bytes => fromBase64(base64) ?? new Uint8Array()
const open = (sealed: Bytes, keys = author, entries: readonly Recipient[] = ENTRIES) =>
  openMailboxMessage(sealed, keys, entries)

/** Put in the mailbox by anyone who can write to it. */
async function slipIn(contents: unknown, keys = author) {
  const padded = padText(utf8(JSON.stringify(contents)))
  return encryptTo(await readCertificate(keys.certificate), padded ?? new Uint8Array())
}

async function answerTo(reply = replyOf(author), answer = ANSWER) {
  const sealed = await sealAnswer(us.key, answer, reply, us.certificate)
  if (!sealed.ok) throw new Error(sealed.reason)
  return { forAuthor: bytesOf(sealed.value.forAuthor), copy: bytesOf(sealed.value.copy) }
}

afterEach(() => {
  vi.useRealTimers()
})

describe('an answer by a key that its association gave up', () => {
  const fresh = makeHolder(US)
  const listed = async (until: string) => [
    { ...entryOf(US, await fresh), formerKeys: [{ certificate: toBase64(us.certificate.write()), until }] },
  ]
  it('answers lost when a key changes: is still its own, and says until when', async () => {
    const { forAuthor } = await answerTo()
    expect(await open(forAuthor, author, await listed(TODAY))).toMatchObject({
      trust: 'signed',
      until: TODAY,
    })
  })
  it('is not, where the directory never knew that key', async () => {
    const { forAuthor } = await answerTo()
    expect(await open(forAuthor, author, [entryOf(US, await fresh)])).toMatchObject({ trust: 'untrusted' })
  })
})

describe('how an author can be answered', () => {
  it('is a shape that the protocol knows, and holds nothing that reads', () => {
    const reply = v.parse(Reply, replyOf(author))
    const text = JSON.stringify(reply)
    for (const secret of [author.auth.secret, author.secretKey, author.links]) {
      expect(text).not.toContain(toBase64(secret))
    }
  })
})

describe('an answer of an association', () => {
  it('is read by its author, who sees whose it is, and by the association in its own copy', async () => {
    const { forAuthor, copy } = await answerTo()
    expect(await open(forAuthor)).toMatchObject({ kind: 'answer', trust: 'signed', contents: ANSWER })
    expect(await openEnvelope(copy, us.key, US)).toMatchObject({ ok: true, value: ANSWER })
  })

  it('is read on a phone whose clock is two years off', async () => {
    const { forAuthor } = await answerTo()
    for (const years of [-2, 2]) {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + years * 365 * 86_400_000 })
      expect(await open(forAuthor)).toMatchObject({ trust: 'signed' })
      vi.useRealTimers()
    }
  })

  it('weighs as much as any other, and is sealed to one key each', async () => {
    const { forAuthor, copy } = await answerTo()
    const long = await answerTo(replyOf(author), {
      ...ANSWER,
      text: '中'.repeat(MAX_MESSAGE_CHARS),
    } as typeof ANSWER)
    expect([forAuthor, copy, long.forAuthor].map(({ length }) => length)).toEqual([
      SEALED_SIZES_BYTES[0],
      SEALED_SIZES_BYTES[0],
      SEALED_SIZES_BYTES[1],
    ])
    expect(readRecipients(forAuthor)).toHaveLength(1)
    expect(readRecipients(forAuthor)).not.toEqual(readRecipients(copy))
  })

  it('is not sealed to what an envelope only claims to be a certificate', async () => {
    const rsa = await makeOtherKey({ type: 'rsa', rsaBits: 2048 })
    for (const certificate of ['!', 'AAAA', toBase64(rsa.toPublic().write()), toBase64(author.secretKey)]) {
      const sealed = await sealAnswer(us.key, ANSWER, { ...replyOf(author), certificate }, us.certificate)
      expect(sealed).toEqual({ ok: false, reason: 'not-a-certificate' })
    }
  })

  it('is refused whole when it cannot fit', async () => {
    const long = { ...ANSWER, text: 'x'.repeat(70_000) }
    expect(await sealAnswer(us.key, long, replyOf(author), us.certificate)).toEqual({
      ok: false,
      reason: 'too-long',
    })
  })
})

describe('an answer that is not believed', () => {
  it.each<[string, () => Promise<object>]>([
    ['signed by another association', async () => signContents(others.key, ANSWER)],
    [
      'of an association that the directory does not have',
      async () => signContents(us.key, { ...ANSWER, association: 'inconnue' }),
    ],
    [
      'in the name of another association',
      async () => signContents(us.key, { ...ANSWER, association: 'droits-nord' }),
    ],
    [
      'with other words than were signed',
      async () => ({ ...(await signContents(us.key, ANSWER)), text: 'Venez.' }),
    ],
    ['not signed', async () => ({ ...ANSWER, signature: '' })],
  ])('is one %s', async (_, contents) => {
    expect(await open(await slipIn(await contents()))).toMatchObject({ kind: 'answer', trust: 'untrusted' })
  })

  it('is a genuine one to somebody else, sealed again to this author', async () => {
    const somebody = await makeAuthor()
    const theirs = await signContents(us.key, { ...ANSWER, thread: await threadOf(somebody.links, US) })
    expect(await open(await slipIn(theirs, somebody), somebody)).toMatchObject({ trust: 'signed' })
    expect(await open(await slipIn(theirs))).toMatchObject({ trust: 'untrusted' })
  })
})

const COPY = {
  kind: 'copy',
  version: 1,
  what: 'follow-up',
  association: US,
  message: randomHex(16),
  writtenOn: TODAY,
  text: 'Il m’a réécrit.',
} as const
const DRAFT = {
  kind: 'draft',
  version: 1,
  writtenOn: TODAY,
  locale: 'fr',
  step: 'told',
  fields: [['narrative', 'J’avais rendez-vous à 22 h.'] as [string, string]],
  identifiers: [],
} as const
const draft = { ...DRAFT, fields: [...DRAFT.fields], identifiers: [] }

describe('what an author keeps for themselves', () => {
  it('is found again as it was: a copy, a story on pause', async () => {
    const copy = await sealOwnCopy(COPY, author.certificate, author.links)
    const kept = await sealDraft(draft, author.certificate, author.links)
    if (!copy.ok || !kept.ok) throw new Error('both fit')
    expect(await open(bytesOf(copy.value))).toMatchObject({ kind: 'copy', contents: COPY })
    const withFiles = await sealOwnCopy({ ...COPY, files: 2 }, author.certificate, author.links)
    if (!withFiles.ok) throw new Error('it fits')
    expect(await open(bytesOf(withFiles.value))).toMatchObject({ kind: 'copy', contents: { files: 2 } })
    expect(await open(bytesOf(kept.value))).toMatchObject({ kind: 'draft', contents: DRAFT })
  })

  it('is told when it is too long to be kept', async () => {
    const fields = Array.from({ length: 5 }, (): [string, string] => [
      'narrative',
      'x'.repeat(MAX_NARRATIVE_CHARS),
    ])
    expect(await sealDraft({ ...draft, fields }, author.certificate, author.links)).toEqual({
      ok: false,
      reason: 'too-long',
    })
  })

  it('cannot be slipped in by whoever may write to the mailbox', async () => {
    const somebody = await makeAuthor()
    const sealed = await sealDraft(draft, author.certificate, somebody.links)
    if (!sealed.ok) throw new Error(sealed.reason)
    expect(await open(bytesOf(sealed.value))).toBe('damaged')
    for (const contents of [draft, COPY]) {
      expect(await open(await slipIn({ ...contents, mac: 'f'.repeat(64) }))).toBe('damaged')
      expect(await open(await slipIn(contents))).toBe('damaged')
    }
  })

  it('cannot be changed by whoever has read it', async () => {
    const sealed = await sealOwnCopy(COPY, author.certificate, author.links)
    const opened = sealed.ok ? await open(bytesOf(sealed.value)) : 'damaged'
    if (opened === 'damaged' || opened.kind !== 'copy') throw new Error('a copy')
    const { mac, ...rest } = opened.contents
    expect(await open(await slipIn({ ...rest, mac }))).toMatchObject({ kind: 'copy' })
    const reordered = Object.fromEntries(Object.entries(rest).toReversed())
    for (const forged of [
      { ...rest, text: 'Autre.', mac },
      { mac, ...rest },
      { ...reordered, mac },
    ]) {
      expect(await open(await slipIn(forged))).toBe('damaged')
    }
  })
})

describe('a message is damaged', () => {
  it('when it is no message, or not of this protocol', async () => {
    for (const contents of [null, [], {}, 'bonjour', { ...draft, kind: 'other' }]) {
      expect(await open(await slipIn(contents))).toBe('damaged')
    }
    expect(await open(utf8('rien'))).toBe('damaged')
  })

  it('when it was sealed to another code', async () => {
    const { forAuthor } = await answerTo(replyOf(await makeAuthor()))
    expect(await open(forAuthor)).toBe('damaged')
  })

  it('when a bit of it was changed on the way', async () => {
    const { forAuthor } = await answerTo()
    forAuthor[3000] = (forAuthor[3000] ?? 0) ^ 1
    expect(await open(forAuthor)).toBe('damaged')
  })
})
