// What happens when room runs out: files are refused first, before anything is paid or held for them, and words are not.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { randomBytes as nodeRandomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { issueChallenge } from '../../src/crypto/challenge.ts'
import { utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { solveProof } from '../../src/crypto/proof-of-work.ts'
import { randomBytes, randomHex } from '../../src/crypto/random.ts'
import { sha256, sha256Hex } from '../../src/crypto/sha256.ts'
import { openFileStore, type FileStore } from '../../src/db/file-store.ts'
import { isStorageShort, storageUse } from '../../src/domain/storage.ts'
import { createApp } from '../../src/server/app.ts'
import type { House } from '../../src/server/env.ts'
import { freeBytesAt } from '../../src/server/node/free-bytes.ts'
import { bucketParts } from '../../src/server/parts/bucket-parts.ts'
import { rowParts } from '../../src/server/parts/row-parts.ts'
import { readStorageLimit } from '../../src/server/settings.ts'
import { tokenHashOf } from '../../src/sealing/token-hash.ts'
import { bareHouse } from '../support/servers/bare-house.ts'

/** `getRandomValues` gives at most 64 KiB. */
const noise = (length: number): Bytes => new Uint8Array(nodeRandomBytes(length))

describe('the rule', () => {
  const anyBytes = fc.nat(1e12)

  it('leaves the last fifth of the narrower bound to words', () => {
    expect(isStorageShort(storageUse(79, { limitBytes: 100, freeBytes: 1000 }))).toBe(false)
    expect(isStorageShort(storageUse(80, { limitBytes: 100, freeBytes: 1000 }))).toBe(true)
    expect(isStorageShort(storageUse(80, { limitBytes: 1000, freeBytes: 20 }))).toBe(true)
    expect(isStorageShort(storageUse(79, { limitBytes: 1000, freeBytes: 21 }))).toBe(false)
  })

  it('nothing bounds what has no bounds; less room is never ampler', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, anyBytes, (used, limitBytes, freeBytes) => {
        expect(isStorageShort(storageUse(used, { limitBytes: Infinity, freeBytes: Infinity }))).toBe(false)
        const isShort = isStorageShort(storageUse(used, { limitBytes, freeBytes }))
        const isShorter = isStorageShort(
          storageUse(used + 1, { limitBytes, freeBytes: Math.max(0, freeBytes - 1) }),
        )
        expect(!isShort || isShorter).toBe(true)
      }),
    )
  })

  it('a limit is a number with its unit, and a slip is never taken for none', () => {
    expect([
      readStorageLimit(undefined),
      readStorageLimit('500M'),
      readStorageLimit('20G'),
      readStorageLimit('1T'),
    ]).toEqual([Infinity, 5e8, 2e10, 1e12])
    for (const text of ['', '0G', '20', '20g', '1.5G', '-1G', ' 1G', 'none'])
      expect(readStorageLimit(text), text).toBeNull()
  })

  it('a disk says what it has left; a folder that is not there bounds nothing', async () => {
    expect(await freeBytesAt(tmpdir())).toBeLessThan(Infinity)
    expect(await freeBytesAt('/nowhere/at/all')).toBe(Infinity)
  })
})

describe('a server without room for files', () => {
  let folder: string
  let store: FileStore
  let said: string[]
  const NOON = Date.UTC(2026, 10, 24, 12)

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'balise-storage-'))
    store = await openFileStore(join(folder, 'envelopes.db'), 'envelopes')
    said = []
  })
  afterEach(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })

  const houseWith = (limitBytes: number, own: Partial<House> = {}): House =>
    bareHouse({
      envelopes: store,
      parts: rowParts(store),
      storage: { limitBytes, freeBytes: null },
      now: () => NOON,
      log: (line) => said.push(line),
      ...own,
    })
  const proofFor = ({ secret }: House): string =>
    solveProof(issueChallenge(secret, { purpose: 'upload', bits: 0, expiresAt: 4e9 }), sha256)
  const post = (house: House, path: string, body: object, headers: Record<string, string> = {}) =>
    createApp().request(
      path,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      },
      house,
    )
  const permitFor = async (house: House): Promise<string> => {
    const token = randomHex(32)
    const body = { version: 1, permitHash: await tokenHashOf(token) }
    expect((await post(house, '/api/upload-permits', body, { Proof: proofFor(house) })).status).toBe(202)
    return token
  }
  const put = (house: House, bytes: Bytes, permit: string) =>
    createApp().request(
      `/api/parts/${sha256Hex(bytes)}`,
      { method: 'PUT', headers: { 'Content-Type': 'application/octet-stream', Permit: permit }, body: bytes },
      house,
    )
  const errorOf = async (answer: Response): Promise<unknown> => [answer.status, await answer.json()]
  const SHORT = [507, { error: 'storage-short' }]

  it('says so before a phone works for a permit, and tells the operator once a day', async () => {
    const house = houseWith(1)
    const asked = await createApp().request('/api/upload-challenge', {}, house)
    expect(await errorOf(asked)).toEqual(SHORT)
    const body = { version: 1, permitHash: randomHex(32) }
    expect(await errorOf(await post(house, '/api/upload-permits', body, { Proof: proofFor(house) }))).toEqual(
      SHORT,
    )
    expect((await createApp().request('/api/challenge', {}, house)).status).toBe(200)
    expect(said).toEqual(['storage-short'])
  })

  it('keeps what it had taken: a part is read, held, and answered for when it comes again', async () => {
    const ample = houseWith(1e9)
    const permit = await permitFor(ample)
    const [kept, late] = [randomBytes(5000), randomBytes(5000)]
    expect((await put(ample, kept, permit)).status).toBe(200)
    const short = houseWith(1)
    expect(await errorOf(await put(short, late, permit))).toEqual(SHORT)
    expect((await put(short, kept, permit)).status).toBe(200)
    const holds = [{ part: sha256Hex(kept), hold: randomHex(32) }]
    expect((await post(short, '/api/part-holds', { version: 1, permit, holds })).status).toBeLessThan(300)
    const read = await createApp().request(`/api/parts/${sha256Hex(kept)}`, {}, short)
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(kept)
  })

  it('is not overrun between two looks: what comes is counted as it comes', async () => {
    const empty = await store.sizeInBytes()
    const house = houseWith((empty + 1_000_000) / 0.8)
    const permit = await permitFor(house)
    const statuses: number[] = []
    for (let part = 0; part < 8; part++) statuses.push((await put(house, noise(250_000), permit)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 507, 507, 507, 507])
  })

  it('counts a part once, however often it comes again', async () => {
    const empty = await store.sizeInBytes()
    const house = houseWith((empty + 1_000_000) / 0.8)
    const permit = await permitFor(house)
    const again = noise(250_000)
    for (let time = 0; time < 8; time++) expect((await put(house, again, permit)).status).toBe(200)
    expect((await put(house, noise(250_000), permit)).status).toBe(200)
  })

  it('takes none of the body of a part into account that it will refuse', async () => {
    let pulled = 0
    const body = new ReadableStream({
      pull(controller) {
        if (++pulled > 4) controller.close()
        else controller.enqueue(utf8('x'.repeat(1000)))
      },
    })
    const request = new Request(`http://balise.invalid/api/parts/${randomHex(32)}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/octet-stream', Permit: randomHex(32) },
      body,
      duplex: 'half',
    } as RequestInit)
    const answer = await createApp().request(request, {}, houseWith(1))
    expect([await errorOf(answer), pulled]).toEqual([SHORT, 5])
  })

  it('counts the bytes of a bucket as well', async () => {
    const held = new Map<string, Uint8Array>()
    const bucket = bucketParts({
      head: async (key) => held.get(key) ?? null,
      get: async () => null,
      put: async (key, bytes) => held.set(key, bytes),
      delete: async () => undefined,
    })
    const empty = await store.sizeInBytes()
    const ample = houseWith(1e9, { parts: bucket })
    expect((await put(ample, noise(200_000), await permitFor(ample))).status).toBe(200)
    const asked = await createApp().request(
      '/api/upload-challenge',
      {},
      houseWith((empty + 150_000) / 0.8, { parts: bucket }),
    )
    expect(await errorOf(asked)).toEqual(SHORT)
  })

  it('believes there is room when nobody can say', async () => {
    const broken = bareHouse({ storage: { limitBytes: 1, freeBytes: null }, proofBits: 0 })
    expect((await createApp().request('/api/upload-challenge', {}, broken)).status).toBe(200)
  })
})
