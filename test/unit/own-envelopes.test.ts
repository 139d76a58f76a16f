// Finding one's own envelopes again with what a code derives: against a server that keeps what ours does, in memory.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  eraseEnvelopes,
  findEnvelopes,
  moveEnvelopes,
  nextNumber,
} from '../../src/client/return/own-envelopes.ts'
import { fromHex } from '../../src/crypto/encoding.ts'
import { tokenOf } from '../../src/crypto/links.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import type { Erasure, StatusQuestion, TokenChange } from '../../src/protocol/envelope-status.ts'
import { MAX_THREAD_ENVELOPES, STATUS_TOKENS } from '../../src/protocol/limits.ts'
import { ENVELOPE_STATUSES, type EnvelopeStatus } from '../../src/protocol/status-letters.ts'

const LINKS = randomBytes(32)
const FEW = ['ecoute', 'droits', 'accueil']
const MANY = Array.from({ length: 64 }, (_, place) => `association-${place}`)

interface Sent {
  path: string
  body: StatusQuestion | Erasure | TokenChange
  credentials: RequestInit['credentials']
}

/** Status by token hash, as a server has it. */
let held: Map<string, EnvelopeStatus>
let sent: Sent[]
/** What the server answers from this request on, counted from 0; null for as it should. */
let broken: { from: number; answer: () => Response } | null

const hashOf = (token: string): string => sha256Hex(fromHex(token) ?? new Uint8Array())

async function keep(
  association: string,
  number: number,
  status: EnvelopeStatus = 'waiting',
  links = LINKS,
): Promise<void> {
  held.set(hashOf(await tokenOf(links, association, number)), status)
}

function answer(path: string, body: Sent['body']): Response {
  const hashes = body.tokens.map(hashOf)
  if ('only' in body) {
    for (const hash of hashes) if (body.only === 'all' || held.get(hash) === 'waiting') held.delete(hash)
  } else if ('newHashes' in body) {
    for (const [place, hash] of hashes.entries()) {
      const status = held.get(hash)
      const next = body.newHashes[place] ?? ''
      if (!status || held.has(next)) continue
      held.delete(hash)
      held.set(next, status)
    }
  }
  if (path !== '/api/envelope-status') return new Response(null, { status: 204 })
  return Response.json({
    statuses: hashes.map((hash) => ENVELOPE_STATUSES[held.get(hash) ?? 'none']).join(''),
  })
}

beforeEach(() => {
  held = new Map()
  sent = []
  broken = null
  vi.stubGlobal('fetch', async (path: string, { body, credentials }: RequestInit) => {
    const parsed = JSON.parse(String(body)) as Sent['body']
    if (broken && sent.length >= broken.from) return broken.answer()
    sent.push({ path, body: parsed, credentials })
    return answer(path, parsed)
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const found = async (associations: readonly string[], links = LINKS) => {
  const result = await findEnvelopes(links, associations)
  return result.ok ? Object.fromEntries(result.value) : result.reason
}
const all = (which: Record<string, number[]>) =>
  new Map(Object.entries(which).map(([each, numbers]) => [each, numbers.map((number) => ({ number }))]))

describe('someone who comes back with a code', () => {
  it('finds every envelope of theirs and where it stands, for each association that holds one', async () => {
    await keep('droits', 0, 'opened')
    await keep('droits', 1)
    await keep('accueil', 0, 'expired')
    await keep('ecoute', 0, 'waiting', randomBytes(32))
    expect(await found(FEW)).toEqual({
      droits: [
        { number: 0, status: 'opened' },
        { number: 1, status: 'waiting' },
      ],
      accueil: [{ number: 0, status: 'expired' }],
    })
  })

  it('finds nothing under a code that was never used, in one request that looks like any other', async () => {
    expect(await found(FEW)).toEqual({})
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body.tokens).toHaveLength(STATUS_TOKENS)
  })

  it('finds a thread of the longest kind whole, however many associations there are', async () => {
    for (let number = 0; number < MAX_THREAD_ENVELOPES; number++) await keep('association-63', number)
    await keep('association-2', 0)
    const envelopes = await found(MANY)
    expect(envelopes).toMatchObject({ 'association-2': [{ number: 0 }] })
    expect(Object(envelopes)['association-63']).toHaveLength(MAX_THREAD_ENVELOPES)
  })

  it('finds what followed a report that was taken back before anyone opened it', async () => {
    await keep('association-40', 1, 'opened')
    await keep('droits', 2)
    expect(await found(MANY)).toEqual({ 'association-40': [{ number: 1, status: 'opened' }] })
    expect(await found(FEW)).toEqual({ droits: [{ number: 2, status: 'waiting' }] })
  })

  it('finds every number of every association when nothing may be left behind, whatever is gone before it', async () => {
    for (const number of [4, 40]) await keep('association-40', number, 'opened')
    await keep('association-3', 63)
    expect(await found(MANY)).toEqual({})
    const whole = await findEnvelopes(LINKS, MANY, 'all')
    expect(whole.ok && Object.fromEntries(whole.value)).toEqual({
      'association-3': [{ number: 63, status: 'waiting' }],
      'association-40': [4, 40].map((number) => ({ number, status: 'opened' })),
    })
    for (const { body } of sent) expect(body.tokens).toHaveLength(STATUS_TOKENS)
  })

  it('names no association, sends no cookie, and always asks for as many', async () => {
    await keep('droits', 0)
    await found(FEW)
    await eraseEnvelopes(LINKS, all({ droits: [0] }), 'all')
    await moveEnvelopes(LINKS, randomBytes(32), all({ droits: [0] }))
    expect(sent.map(({ path }) => path)).toEqual([
      '/api/envelope-status',
      '/api/envelope-status',
      '/api/erasures',
      '/api/token-changes',
    ])
    for (const { body, credentials } of sent) {
      expect(credentials).toBe('omit')
      expect(new Set(body.tokens).size).toBe(STATUS_TOKENS)
      expect(body.tokens.join('')).toMatch(/^[0-9a-f]{4096}$/)
      expect(JSON.stringify(body)).not.toMatch(/ecoute|droits|accueil/)
    }
    const lengths = sent
      .filter(({ path }) => path === '/api/envelope-status')
      .map(({ body }) => JSON.stringify(body).length)
    expect(new Set(lengths).size).toBe(1)
  })

  it('cannot be told from the padding: another look sends other random tokens', async () => {
    await found(FEW)
    await found(FEW)
    const [first, second] = sent.map(({ body }) => body.tokens)
    const again = (first ?? []).filter((token) => second?.includes(token))
    expect(again).toHaveLength(63)
    expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(65)
  })

  it.each([
    ['the network is gone', () => Response.error(), 'unreachable'],
    [
      'the store is away',
      () => Response.json({ error: 'storage-unavailable' }, { status: 503 }),
      'storage-unavailable',
    ],
    ['the answer is too short', () => Response.json({ statuses: 'nw' }), 'unexpected'],
    ['the answer is of other letters', () => Response.json({ statuses: 'z'.repeat(64) }), 'unexpected'],
    ['the answer is something else', () => Response.json(['n'.repeat(64)]), 'unexpected'],
  ])('hears that %s, at the first request or later', async (_what, given, fault) => {
    await keep('droits', 0)
    for (const from of [0, 1]) {
      sent = []
      broken = { from, answer: given }
      expect(await found(FEW)).toBe(fault)
    }
  })
})

describe('the next envelope to an association', () => {
  it.each([
    [undefined, 0],
    [[], 0],
    [[{ number: 0 }], 1],
    [[{ number: 3 }, { number: 1 }], 4],
    [[{ number: MAX_THREAD_ENVELOPES - 1 }], null],
  ])('comes after the last: %j has %s next', (envelopes, next) => {
    expect(nextNumber(envelopes)).toBe(next)
  })
})

describe('someone who erases', () => {
  it('leaves nothing of what they name, and another’s', async () => {
    await keep('droits', 0, 'opened')
    await keep('droits', 1)
    await keep('ecoute', 0)
    await keep('ecoute', 0, 'waiting', new Uint8Array(32))
    expect(await eraseEnvelopes(LINKS, all({ droits: [0, 1] }), 'all')).toEqual({ ok: true, value: null })
    expect(await found(FEW)).toEqual({ ecoute: [{ number: 0, status: 'waiting' }] })
    expect(await found(FEW, new Uint8Array(32))).toMatchObject({ ecoute: [{ number: 0 }] })
  })

  it('may take back only what nobody opened', async () => {
    await keep('droits', 0, 'opened')
    await keep('droits', 1)
    await eraseEnvelopes(LINKS, all({ droits: [0, 1] }), 'unopened')
    expect(await found(FEW)).toEqual({ droits: [{ number: 0, status: 'opened' }] })
  })

  it('is not shown to have had nothing: a request leaves in any case', async () => {
    await eraseEnvelopes(LINKS, new Map(), 'all')
    expect(sent.map(({ path }) => path)).toEqual(['/api/erasures'])
  })

  it('of more than one request can go on after a fault', async () => {
    const numbers = Array.from({ length: 50 }, (_, number) => number)
    for (const number of numbers) {
      await keep('droits', number)
      await keep('ecoute', number)
    }
    const which = all({ droits: numbers, ecoute: numbers })
    broken = { from: 1, answer: () => Response.error() }
    expect(await eraseEnvelopes(LINKS, which, 'all')).toEqual({ ok: false, reason: 'unreachable' })
    expect(held.size).toBe(100 - STATUS_TOKENS)
    broken = null
    expect(await eraseEnvelopes(LINKS, which, 'all')).toEqual({ ok: true, value: null })
    expect(held.size).toBe(0)
  })
})

describe('someone who changes codes', () => {
  it('finds under the new one what was there, and under the old one nothing', async () => {
    await keep('droits', 0, 'opened')
    await keep('droits', 1)
    await keep('ecoute', 0, 'expired')
    const before = await findEnvelopes(LINKS, FEW)
    if (!before.ok) throw new Error(before.reason)
    const next = randomBytes(32)
    expect(await moveEnvelopes(LINKS, next, before.value)).toEqual({ ok: true, value: null })
    expect(await found(FEW)).toEqual({})
    expect(await found(FEW, next)).toEqual(Object.fromEntries(before.value))
  })

  it('may be interrupted, and does the rest when asked again', async () => {
    const numbers = Array.from({ length: 40 }, (_, number) => number)
    for (const number of numbers) {
      await keep('droits', number)
      await keep('ecoute', number)
    }
    const which = all({ droits: numbers, ecoute: numbers })
    const next = randomBytes(32)
    broken = { from: 1, answer: () => Response.error() }
    expect(await moveEnvelopes(LINKS, next, which)).toEqual({ ok: false, reason: 'unreachable' })
    broken = null
    await moveEnvelopes(LINKS, next, which)
    const envelopes = await findEnvelopes(next, FEW)
    expect(envelopes.ok && [...envelopes.value.values()].map(({ length }) => length)).toEqual([40, 40])
    expect(await found(FEW)).toEqual({})
  })
})
