// The app alone, without a network or a store: what happens when something breaks that should not.
import { describe, expect, it } from 'vitest'
import { issueChallenge } from '../../src/crypto/challenge.ts'
import { utf8 } from '../../src/crypto/encoding.ts'
import { solveProof } from '../../src/crypto/proof-of-work.ts'
import { sha256 } from '../../src/crypto/sha256.ts'
import { StoreFailure, type Store } from '../../src/db/store.ts'
import { createApp } from '../../src/server/app.ts'
import type { House, SiteAnswer } from '../../src/server/env.ts'
import { API, PAGE } from '../../src/server/headers.ts'
import { bareHouse } from '../support/servers/bare-house.ts'

const brokenStore: Store = {
  read: () => Promise.reject(new StoreFailure(new Error('near "SELECT secret": syntax error'))),
  write: () => Promise.reject(new StoreFailure(new Error('secret'))),
  close: () => Promise.resolve(),
}

function houseWith(changes: Partial<House>): { house: House; logged: string[] } {
  const logged: string[] = []
  const house = bareHouse({
    directory: {
      ...bareHouse({}).directory,
      expiresOn: '2026-12-31',
      intakeFor: () => Promise.reject(new Error('secret')),
    },
    envelopes: brokenStore,
    statistics: brokenStore,
    now: () => Date.UTC(2026, 10, 22),
    log: (line) => logged.push(line),
    ...changes,
  })
  return { house, logged }
}

const page = (text: string, brotli: boolean): SiteAnswer => ({
  type: 'text/html; charset=utf-8',
  headers: PAGE,
  plain: utf8(text),
  brotli: brotli ? utf8('compressed') : null,
})

const site: House['site'] = {
  find: (path) => (path === '/fr/ecrire' ? page('écrire', true) : path === '/p' ? page('p', false) : null),
  lost: page('perdu', false),
}

const askFor = async (path: string, headers: Record<string, string> = {}) =>
  createApp().request(path, { headers }, houseWith({ site }).house)

describe('when something breaks', () => {
  it('a store that fails is told by its code, to the sender and in the log, without its own words', async () => {
    const { house, logged } = houseWith({})
    const answer = await createApp().request('/api/health', {}, house)
    expect([answer.status, await answer.text()]).toEqual([503, '{"error":"storage-unavailable"}'])
    expect(answer.headers.get('Content-Security-Policy')).toBe(API['Content-Security-Policy'])
    expect(logged).toEqual(['storage-unavailable UNKNOWN'])
  })

  it('a bug is unexpected: nothing of it is said, and the headers are there', async () => {
    const { house, logged } = houseWith({
      now: () => {
        throw new TypeError('secret')
      },
    })
    const answer = await createApp().request('/api/challenge', {}, house)
    expect([answer.status, await answer.text()]).toEqual([500, '{"error":"unexpected"}'])
    expect(answer.headers.get('Cache-Control')).toBe('no-store, no-transform')
    expect(logged).toEqual(['unexpected'])
  })

  it('a database’s own code reaches the operator', () => {
    const cause = Object.assign(new Error('values: secret'), { code: 'SQLITE_FULL' })
    const failure = new StoreFailure(new Error('query failed', { cause }))
    expect([failure.code, failure.message, failure.cause]).toEqual([
      'SQLITE_FULL',
      'the store failed',
      undefined,
    ])
  })
})

describe('a sender who goes away in the middle', () => {
  const { house: honest } = houseWith({})
  const proof = solveProof(
    issueChallenge(honest.secret, { purpose: 'submission', bits: 0, expiresAt: 4e9 }),
    sha256,
  )

  it.each([
    ['a body that says its length', { Proof: proof, 'Content-Length': '999' }],
    ['one that does not', { Proof: proof }],
    ['one without a proof', {}],
  ])('is no fault of the house: nothing is logged (%s)', async (_what, headers) => {
    const { house, logged } = houseWith({})
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(utf8('{"version":'))
        controller.error(new Error('aborted'))
      },
    })
    const request = new Request('http://balise.invalid/api/submissions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
      duplex: 'half',
    } as RequestInit)
    const answer = await createApp().request(request, {}, house)
    expect(answer.status).toBeLessThan(500)
    expect(logged).toEqual([])
  })
})

describe('one proof shown on many connections at once', () => {
  const proofFor = ({ secret }: House): string =>
    solveProof(issueChallenge(secret, { purpose: 'submission', bits: 0, expiresAt: 4e9 }), sha256)

  /** Shows one proof each time, before a body that comes to its end when it is told to. */
  function showing(house: House) {
    const proof = proofFor(house)
    const controllers: ReadableStreamDefaultController[] = []
    const show = (): Promise<Response> => {
      const body = new ReadableStream({ start: (controller) => void controllers.push(controller) })
      const headers = { 'Content-Type': 'application/json', Proof: proof, 'Content-Length': '999' }
      const request = new Request('http://balise.invalid/api/submissions', {
        method: 'POST',
        headers,
        body,
        duplex: 'half',
      } as RequestInit)
      return Promise.resolve(createApp().request(request, {}, house))
    }
    return { controllers, show }
  }

  it('lets a few bodies be held, not hundreds; and is good again once they are let go', async () => {
    const { house } = houseWith({})
    const { controllers, show } = showing(house)
    const together = Array.from({ length: 100 }, show)
    for (const controller of controllers) controller.close()
    const answers = await Promise.all(together.map(async (answer) => (await answer).text()))
    const others = answers.filter((text) => text !== '{"error":"proof-spent"}')
    expect(others).toEqual(Array.from({ length: 8 }, () => '{"error":"invalid-json"}'))
    const later = show()
    controllers.at(-1)?.close()
    expect(await (await later).json()).toEqual({ error: 'invalid-json' })
    expect(house.memory.shown.size).toBe(0)
  })

  it('is good again two minutes after lines were cut that nobody was told of, and no such proof is remembered', async () => {
    let now = Date.UTC(2026, 10, 22)
    const { house } = houseWith({ now: () => now })
    const { controllers, show } = showing(house)
    const answerTo = async (): Promise<unknown> => {
      const answer = show()
      controllers.at(-1)?.close()
      return (await answer).json()
    }
    // As at the edge, where a request that is torn down comes to no end.
    const cut = Array.from({ length: 8 }, show)
    for (let other = 0; other < 20; other++) void showing(house).show()
    expect(house.memory.shown.size).toBe(21)
    now += 120_000
    expect(await answerTo()).toEqual({ error: 'proof-spent' })
    now += 1
    expect(await answerTo()).toEqual({ error: 'invalid-json' })
    expect(house.memory.shown.size).toBe(0)
    for (const controller of controllers.slice(0, 8)) controller.close()
    await Promise.all(cut)
    expect([await answerTo(), house.memory.shown.size]).toEqual([{ error: 'invalid-json' }, 0])
  })
})

describe('a made-up cookie', () => {
  it.each([
    ['GET', '/api/inbox', 401],
    ['DELETE', '/api/session', 204],
  ])('takes no time of the one writer: %s %s', async (method, path, status) => {
    const emptyStore: Store = {
      ...brokenStore,
      read: async () => [] as never,
    }
    const { house, logged } = houseWith({ envelopes: emptyStore })
    const headers = { Cookie: `__Host-balise=${'A'.repeat(43)}` }
    const answer = await createApp().request(path, { method, headers }, house)
    expect([answer.status, logged]).toEqual([status, []])
  })
})

describe('a page', () => {
  it.each([
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, br;q=0.5', 'br'],
    ['gzip, br;q=0', null],
    ['gzip', null],
    ['brx', null],
  ])('travels compressed to whoever can read that: Accept-Encoding %s', async (accepted, encoding) => {
    const answer = await askFor('/fr/ecrire', { 'Accept-Encoding': accepted })
    expect(answer.headers.get('Content-Encoding')).toBe(encoding)
    expect(answer.headers.get('Vary')).toBe('Accept-Encoding')
    expect(await answer.text()).toBe(encoding ? 'compressed' : 'écrire')
  })

  it('that has no compressed twin travels as it is', async () => {
    const answer = await askFor('/p', { 'Accept-Encoding': 'br' })
    expect([answer.headers.get('Content-Encoding'), await answer.text()]).toEqual([null, 'p'])
  })

  it('that does not exist is the lost page', async () => {
    const answer = await askFor('/nulle-part')
    expect([answer.status, await answer.text()]).toEqual([404, 'perdu'])
  })
})
