// The phone's line to a mailbox, against a server of the test's own making: each request has its own proof and signature, pages are
// followed to the end, and nothing counts as left unless our own digest comes back.
import { createHash, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  addressOf,
  eraseMailbox,
  readMailbox,
  writeMailbox,
  type LineMeans,
} from '../../src/client/return/mailbox-line.ts'
import { fromBase64Url, toBase64, toHex, utf8 } from '../../src/crypto/encoding.ts'
import { mailboxOf } from '../../src/crypto/mailbox-id.ts'
import { cursorAfter, splitIntoCells, writePage, type MailboxCell } from '../../src/crypto/mailbox-page.ts'
import { sha256 } from '../../src/crypto/sha256.ts'
import { MAILBOX_PAGE_CELLS, SEALED_SIZES_BYTES } from '../../src/protocol/limits.ts'
import { MailboxErasure, MailboxMessage, mailboxStatement, MailboxRead } from '../../src/protocol/mailbox.ts'

const someBytes = (length: number) => new Uint8Array(randomBytes(length))
const pair = generateKeyPairSync('ed25519')
const auth = fromBase64Url(pair.publicKey.export({ format: 'jwk' }).x ?? '') ?? new Uint8Array()
const write = someBytes(32)
const keys = { auth: { public: auth }, write, mailbox: mailboxOf(auth, sha256(write)) }

let challenges = 0
const means: LineMeans = {
  solve: async (challenge) => `${challenge}.solved`,
  sign: async (statement) => toBase64(new Uint8Array(sign(null, utf8(statement), pair.privateKey))),
}

interface Posted {
  path: string
  body: string
  proof: string
}
const posted: Posted[] = []
/** What the server answers to a post; the challenge is always given. */
let answer: (request: Posted) => Response | Promise<Response>

const refusal = (error: string, status = 403) => new Response(JSON.stringify({ error }), { status })
const unreachable = () => {
  throw new TypeError('failed to fetch')
}
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

beforeEach(() => {
  challenges = 0
  posted.length = 0
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    expect(init.credentials).toBe('omit')
    if (path === '/api/mailbox-challenge') {
      return new Response(JSON.stringify({ challenge: `challenge-${++challenges}`, today: '2026-11-23' }))
    }
    const request = { path, body: String(init.body), proof: new Headers(init.headers).get('Proof') ?? '' }
    posted.push(request)
    return answer(request)
  })
})
afterEach(() => vi.unstubAllGlobals())

/** Messages of one cell, as many as asked, and one of sixteen. */
const cells: MailboxCell[] = [1, 1, 1, 16].flatMap((count, message) => {
  const sealed = someBytes(SEALED_SIZES_BYTES[count === 1 ? 0 : 2])
  return splitIntoCells(sealed).map((bytes, cell) => ({
    message: message + 1,
    cell,
    cells: count,
    receivedOn: '2026-11-20',
    keptUntil: '2027-02-18',
    bytes,
  }))
})

/** An honest server's page for a read: it checks shape, proof and signature as the real one does. */
function honestPage({ body, proof }: Posted, held = cells): Response {
  const { after, signature, mailbox } = v.parse(MailboxRead, JSON.parse(body))
  const statement = mailboxStatement('read', mailbox, proof.replace('.solved', ''), after ?? 'start')
  if (!verify(null, utf8(statement), pair.publicKey, Buffer.from(signature, 'base64'))) {
    return refusal('not-yours')
  }
  const start = held.findIndex((cell) => cursorAfter(cell) === after) + 1
  const some = held.slice(start, start + MAILBOX_PAGE_CELLS)
  return new Response(writePage(some, start + MAILBOX_PAGE_CELLS < held.length, []))
}

describe('reading', () => {
  test('gives every message, though a page cuts one, each page under its own proof', async () => {
    answer = honestPage
    const read = await readMailbox(keys, means)
    if (!read.ok) throw new Error(read.reason)
    expect(read.value.map(({ id }) => id)).toEqual(['1', '2', '3', '4'])
    expect(read.value.map(({ sealed }) => sealed.length)).toEqual([4245, 4245, 4245, 65_691])
    expect(posted.map(({ proof }) => proof)).toEqual(['challenge-1.solved', 'challenge-2.solved'])
    expect(JSON.stringify(posted)).not.toContain(toBase64(write))
  })

  test('an empty mailbox is a mailbox without messages', async () => {
    answer = (request) => honestPage(request, [])
    expect(await readMailbox(keys, means)).toEqual({ ok: true, value: [] })
  })

  test('asks for another challenge when the proof came too late, not for ever', async () => {
    answer = (request) => (posted.length === 1 ? refusal('proof-expired') : honestPage(request, []))
    expect(await readMailbox(keys, means)).toEqual({ ok: true, value: [] })
    expect(challenges).toBe(2)
    answer = () => refusal('proof-spent', 409)
    expect(await readMailbox(keys, means)).toEqual({ ok: false, reason: 'proof-spent' })
    expect(challenges).toBe(5)
  })

  test.each<[string, () => Response]>([
    ['a captive portal', () => new Response('<html>')],
    ['a page that promises more and holds nothing', () => new Response(writePage([], true, []))],
    ['pages without an end', () => new Response(writePage(cells.slice(0, 1), true, []))],
  ])('%s is unreachable', async (_what, told) => {
    answer = told
    expect(await readMailbox(keys, means)).toEqual({ ok: false, reason: 'unreachable' })
    expect(posted.length).toBeLessThan(40)
  })

  test.each<[string, Partial<LineMeans>]>([
    ['solved', { solve: async () => null }],
    ['signed', { sign: async () => null }],
    ['solved, because the Worker is gone', { solve: () => Promise.reject(new Error('gone')) }],
  ])('posts nothing that could not be %s', async (_what, more) => {
    expect(await readMailbox(keys, { ...means, ...more })).toEqual({ ok: false, reason: 'no-proof' })
    expect(posted).toEqual([])
  })
})

describe('writing', () => {
  const sealed = toBase64(someBytes(SEALED_SIZES_BYTES[1]))
  const leave = () => writeMailbox(addressOf(keys), sealed, 'pause', means)
  const receipt = ({ body }: Posted) =>
    new Response(JSON.stringify({ accepted: digestOf(body) }), { status: 202 })

  test('is done when our own digest comes back', async () => {
    answer = receipt
    expect(await leave()).toEqual({ ok: true, value: null })
    const message = v.parse(MailboxMessage, JSON.parse(posted[0]?.body ?? ''))
    expect(message).toMatchObject({ version: 1, ...addressOf(keys), keep: 'pause', sealed })
  })

  test('of anything but a message is signed by the owner, for this challenge, keeping and content', async () => {
    answer = (request) => (posted.length === 1 ? refusal('proof-expired') : receipt(request))
    expect(await leave()).toEqual({ ok: true, value: null })
    expect(challenges).toBe(2)
    for (const { body, proof } of posted) {
      const { signature } = v.parse(MailboxMessage, JSON.parse(body))
      const challenge = proof.replace('.solved', '')
      const statement = mailboxStatement('write', keys.mailbox, challenge, `pause ${digestOf(sealed)}`)
      const holds = verify(null, utf8(statement), pair.publicKey, Buffer.from(signature ?? '', 'base64'))
      expect(holds).toBe(true)
    }
  })

  test('of a message is signed by nobody: whoever answers has no key', async () => {
    answer = receipt
    const { solve } = means
    expect(await writeMailbox(addressOf(keys), sealed, 'message', { solve })).toEqual({
      ok: true,
      value: null,
    })
    await writeMailbox(addressOf(keys), sealed, 'message', means)
    expect(posted.map(({ body }) => v.parse(MailboxMessage, JSON.parse(body)).signature)).toEqual([
      null,
      null,
    ])
  })

  test('of anything else leaves nothing when it cannot be signed', async () => {
    for (const sign of [async () => null, undefined]) {
      const without = { solve: means.solve, ...(sign ? { sign } : {}) }
      expect(await writeMailbox(addressOf(keys), sealed, 'year', without)).toMatchObject({
        reason: 'no-proof',
      })
    }
    expect(posted).toEqual([])
  })

  test('goes once more with the same bytes and proof when the answer is lost', async () => {
    answer = (request) => (posted.length === 1 ? unreachable() : receipt(request))
    expect(await leave()).toEqual({ ok: true, value: null })
    expect(posted[1]).toEqual(posted[0])
    expect(challenges).toBe(1)
  })

  test('is given up when the second answer is lost too', async () => {
    answer = unreachable
    expect(await leave()).toEqual({ ok: false, reason: 'unreachable' })
    expect(posted).toHaveLength(2)
  })

  test('is not confirmed by another digest', async () => {
    answer = () => new Response(JSON.stringify({ accepted: 'f'.repeat(64) }), { status: 202 })
    expect(await leave()).toEqual({ ok: false, reason: 'unconfirmed' })
  })

  test('says that the mailbox is full', async () => {
    answer = () => refusal('mailbox-full', 409)
    expect(await leave()).toEqual({ ok: false, reason: 'mailbox-full' })
    expect(posted).toHaveLength(1)
  })
})

describe('erasing', () => {
  const erased = () => new Response(null, { status: 204 })

  test('all takes one request, signed for it', async () => {
    answer = ({ body, proof }) => {
      const { messages, signature, mailbox, writeHash } = v.parse(MailboxErasure, JSON.parse(body))
      expect([messages, writeHash]).toEqual(['all', toHex(sha256(write))])
      const statement = mailboxStatement('erase', mailbox, proof.replace('.solved', ''), 'all')
      const holds = verify(null, utf8(statement), pair.publicKey, Buffer.from(signature, 'base64'))
      return holds ? erased() : refusal('not-yours')
    }
    expect(await eraseMailbox(keys, 'all', means)).toEqual({ ok: true, value: null })
    expect(posted).toHaveLength(1)
  })

  test('many goes in lots that the server takes', async () => {
    answer = erased
    const messages = Array.from({ length: 130 }, (_, n) => String(n + 1))
    expect(await eraseMailbox(keys, messages, means)).toEqual({ ok: true, value: null })
    const lots = posted.map(({ body }) => v.parse(MailboxErasure, JSON.parse(body)).messages)
    expect(lots.map(({ length }) => length)).toEqual([64, 64, 2])
    expect(lots.flat()).toEqual(messages)
  })

  test('nothing asks nothing', async () => {
    expect(await eraseMailbox(keys, [], means)).toEqual({ ok: true, value: null })
    expect(challenges).toBe(0)
  })
})
