// What the Worker of the page one comes back to makes of a code's keys: envelopes that the association believes, messages opened, and
// never an answer with a secret in it.
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { doThreadWork } from '../../src/client/return/thread-work.ts'
import { fromBase64, fromHex, toBase64, toHex, type Bytes } from '../../src/crypto/encoding.ts'
import { threadOf, tokenOf } from '../../src/crypto/links.ts'
import { readCertificate } from '../../src/crypto/openpgp.ts'
import { randomHex } from '../../src/crypto/random.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import { dayOf } from '../../src/protocol/day.ts'
import { Submission } from '../../src/protocol/submission.ts'
import { addressReport } from '../../src/sealing/address-report.ts'
import { openEnvelope } from '../../src/sealing/open-envelope.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { readThreads } from '../../src/sealing/thread.ts'
import { makeAuthor } from '../support/authors.ts'
import { consentsTo } from '../support/consents.ts'
import { makeHolder } from '../support/openpgp-keys.ts'

const US = 'ecoute-sud'
const TODAY = dayOf(Date.now())
const us = await makeHolder(US)
const fingerprint = us.certificate.getFingerprint().toUpperCase()
const ENTRIES = [{ association: US, fingerprint, certificate: toBase64(us.certificate.write()) }]
const author = await makeAuthor()
const token = await tokenOf(author.links, US, 1)
const common = {
  version: 1,
  thread: await threadOf(author.links, US),
  message: randomHex(16),
  writtenOn: TODAY,
  locale: 'fr',
  association: US,
} as const
const FOLLOW_UP = { kind: 'follow-up', ...common, text: 'Il m’a réécrit.' } as const

const seal = async (unsigned: Parameters<typeof doThreadWork>[0] & { type: 'seal' }) => {
  const sealed = await doThreadWork(unsigned, ENTRIES)
  if (sealed.type !== 'sealed') throw new Error(sealed.type)
  const [envelope, ...rest] = v.parse(Submission, JSON.parse(sealed.body)).envelopes
  if (!envelope || rest.length > 0) throw new Error('one envelope')
  return { ...sealed, envelope }
}

const openByUs = async (sealed: string) => {
  const opened = await openEnvelope(fromBase64(sealed) ?? new Uint8Array(), us.key, US)
  if (!opened.ok) throw new Error(opened.reason)
  return opened.value
}

describe('what an author sends next', () => {
  it('is believed by the association, and found again by its token', async () => {
    const { envelope } = await seal({ type: 'seal', keys: author, unsigned: FOLLOW_UP, token })
    expect(envelope).toMatchObject({ association: US, keyFingerprint: fingerprint })
    expect(envelope.tokenHash).toBe(sha256Hex(fromHex(token) ?? new Uint8Array()))
    const [consent] = consentsTo({ association: US, fingerprint })
    if (!consent) throw new Error('one consent')
    const code = { reply: replyOf(author), links: author.links }
    const report = { locale: 'fr', account: {}, narrative: '', identifiers: [] } as const
    const contents = [
      await addressReport({ ...report, identifiers: [] }, consent, TODAY, code),
      await openByUs(envelope.sealed),
    ]
    const items = contents.map((each, place) => ({ id: String(place), receivedOn: TODAY, contents: each }))
    const certificate = await readCertificate(us.certificate.write())
    const [thread] = await readThreads(items, { association: US, certificates: [certificate], entries: [] })
    expect(thread?.messages).toMatchObject([{ trust: 'trusted', contents: FOLLOW_UP }])
  })

  it('may be a withdrawal, or another code', async () => {
    const next = await makeAuthor()
    const named = { thread: await threadOf(next.links, US), reply: replyOf(next) }
    for (const unsigned of [
      { kind: 'withdrawal', ...common } as const,
      { kind: 'new-code', ...common, next: named } as const,
    ]) {
      const { envelope } = await seal({ type: 'seal', keys: author, unsigned, token })
      expect(await openByUs(envelope.sealed)).toMatchObject(unsigned)
    }
  })

  it('is not sealed to an association that the directory does not have', async () => {
    const unsigned = { ...FOLLOW_UP, association: 'inconnue' }
    expect(await doThreadWork({ type: 'seal', keys: author, unsigned, token }, ENTRIES)).toEqual({
      type: 'failed',
      reason: 'no-such-recipient',
    })
  })

  it('is refused when it cannot fit, and thrown out when its token is none', async () => {
    const long = { ...FOLLOW_UP, text: 'x'.repeat(70_000) }
    expect(await doThreadWork({ type: 'seal', keys: author, unsigned: long, token }, ENTRIES)).toEqual({
      type: 'failed',
      reason: 'too-long',
    })
    const work = { type: 'seal', keys: author, unsigned: FOLLOW_UP, token: 'ab' } as const
    await expect(doThreadWork(work, ENTRIES)).rejects.toThrow('no token')
  })
})

describe('what an author keeps', () => {
  const copy = {
    kind: 'copy',
    version: 1,
    what: 'follow-up',
    association: US,
    message: common.message,
    writtenOn: TODAY,
    text: FOLLOW_UP.text,
  } as const

  it('is opened again, each in its turn, and what cannot be opened does not stop the rest', async () => {
    const own = await doThreadWork({ type: 'seal-own', keys: author, own: copy }, ENTRIES)
    if (own.type !== 'sealed-own') throw new Error(own.type)
    const sealed = fromBase64(own.own) ?? new Uint8Array()
    const work = { type: 'open', keys: author, sealed: [sealed, new Uint8Array(9), sealed] } as const
    const opened = await doThreadWork(work, ENTRIES)
    expect(opened).toMatchObject({
      type: 'opened',
      opened: [{ kind: 'copy', contents: copy }, 'damaged', { kind: 'copy', contents: copy }],
    })
  })

  it('says which code they move to, to them alone; whoever has no secret of theirs cannot say it', async () => {
    const own = { kind: 'moving', version: 1, writtenOn: TODAY, certificate: 'ab'.repeat(32) } as const
    const open = async (links: Bytes) => {
      const made = await doThreadWork({ type: 'seal-own', keys: { ...author, links }, own }, ENTRIES)
      const sealed = (made.type === 'sealed-own' && fromBase64(made.own)) || new Uint8Array()
      return doThreadWork({ type: 'open', keys: author, sealed: [sealed] }, ENTRIES)
    }
    expect(await open(author.links)).toMatchObject({ opened: [{ kind: 'moving', contents: own }] })
    expect(await open((await makeAuthor()).links)).toMatchObject({ opened: ['damaged'] })
  })

  it('moves to another code by being sealed again with its keys', async () => {
    const next = await makeAuthor()
    const own = await doThreadWork({ type: 'seal-own', keys: next, own: copy }, ENTRIES)
    const sealed = own.type === 'sealed-own' ? fromBase64(own.own) : null
    const work = (keys: typeof next, bytes: Bytes) => ({ type: 'open', keys, sealed: [bytes] }) as const
    expect(await doThreadWork(work(next, sealed ?? new Uint8Array()), ENTRIES)).toMatchObject({
      opened: [{ kind: 'copy' }],
    })
    expect(await doThreadWork(work(author, sealed ?? new Uint8Array()), ENTRIES)).toMatchObject({
      opened: ['damaged'],
    })
  })
})

describe('what the Worker answers', () => {
  it('holds no secret of the code', async () => {
    const { certificate, secretKey, links } = author
    const answers = JSON.stringify([
      await doThreadWork({ type: 'seal', keys: author, unsigned: FOLLOW_UP, token }, ENTRIES),
      await doThreadWork(
        { type: 'open', keys: { certificate, secretKey, links }, sealed: [new Uint8Array(3)] },
        ENTRIES,
      ),
    ])
    for (const secret of [secretKey, links, fromHex(token) ?? new Uint8Array()]) {
      expect(answers).not.toContain(toBase64(secret))
      expect(answers).not.toContain(toHex(secret))
    }
  })
})
