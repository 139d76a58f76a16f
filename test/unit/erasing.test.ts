// Leaving nothing behind: whoever erases, or takes an agreement back, has envelopes and the parts of their files go. Against a server that
// keeps what ours does, in memory.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { eraseEverything } from '../../src/client/return/erasing.ts'
import { eraseEnvelopes, findEnvelopes, moveEnvelopes } from '../../src/client/return/own-envelopes.ts'
import { MOST_PARTS, releaseFiles } from '../../src/client/return/own-files.ts'
import type { Visit } from '../../src/client/return/visit.ts'
import { Withdrawing } from '../../src/client/return/withdrawing.ts'
import { digestHex } from '../../src/crypto/digest.ts'
import { fromHex, toBase64, utf8 } from '../../src/crypto/encoding.ts'
import { holdSecretsOf } from '../../src/crypto/holds.ts'
import { holdOf, tokenOf } from '../../src/crypto/links.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import type { ReturnKeys } from '../../src/crypto/return-keys.ts'
import { sealedLength } from '../../src/crypto/seal-parts.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import type { Erasure, StatusQuestion } from '../../src/protocol/envelope-status.ts'
import {
  MAX_FILE_BYTES,
  MAX_FILES,
  MAX_FILES_BYTES,
  MAX_HOLDS,
  PART_BYTES,
  SEALED_SIZES_BYTES,
} from '../../src/protocol/limits.ts'
import type { HoldSecrets } from '../../src/protocol/parts.ts'
import { accept, decline } from '../../src/protocol/result.ts'
import { ENVELOPE_STATUSES, type EnvelopeStatus } from '../../src/protocol/status-letters.ts'
import { makeAuthor } from '../support/authors.ts'
import { makeOffer } from '../support/offer.ts'

const MANY = Array.from({ length: 20 }, (_, place) => `association-${place}`)

let keys: ReturnKeys
/** Status by token hash, and secrets by which parts are held, as a server has them. */
let envelopes: Map<string, EnvelopeStatus>
let holds: Set<string>
let released: string[][]
/** Addresses that answer nothing, so many times. */
let lost: Map<string, number>
let mailboxErased: boolean

const hashOf = (token: string): string => sha256Hex(fromHex(token) ?? new Uint8Array())

async function keep(association: string, number: number, status: EnvelopeStatus): Promise<void> {
  envelopes.set(hashOf(await tokenOf(keys.links, association, number)), status)
}

async function holdFiles(association: string, number: number, parts: number, links = keys.links) {
  for (const secret of await holdSecretsOf(await holdOf(links, association, number), parts)) holds.add(secret)
}

function answer(path: string, body: unknown): Response {
  if (path === '/api/part-holds/releases') {
    const { secrets } = body as HoldSecrets
    released.push(secrets)
    for (const secret of secrets) holds.delete(secret)
    return new Response(null, { status: 204 })
  }
  const hashes = (body as StatusQuestion).tokens.map(hashOf)
  if (path === '/api/envelope-status') {
    const statuses = hashes.map((hash) => ENVELOPE_STATUSES[envelopes.get(hash) ?? 'none']).join('')
    return Response.json({ statuses })
  }
  const { only } = body as Erasure
  for (const hash of hashes) if (only === 'all' || envelopes.get(hash) === 'waiting') envelopes.delete(hash)
  return new Response(null, { status: 204 })
}

beforeEach(async () => {
  keys = await makeAuthor()
  envelopes = new Map()
  holds = new Set()
  released = []
  lost = new Map()
  mailboxErased = false
  vi.stubGlobal('fetch', async (path: string, { body }: RequestInit) => {
    const left = lost.get(path) ?? 0
    if (left > 0) {
      lost.set(path, left - 1)
      throw new TypeError('failed to fetch')
    }
    return answer(path, JSON.parse(String(body)))
  })
})
afterEach(() => vi.unstubAllGlobals())

function visit(...associations: string[]): Visit {
  const offers = associations.map((association) => makeOffer(association))
  const sealed = toBase64(randomBytes(SEALED_SIZES_BYTES[0]))
  return {
    keys,
    means: {
      thread: {
        offers: async () => offers,
        restart: async () => offers,
        open: async () => [],
        seal: async ({ association }, _keys, tokenHash) => {
          const envelope = { association, keyFingerprint: 'A'.repeat(40), sealed, tokenHash }
          const body = JSON.stringify({ version: 1, envelopes: [envelope] })
          return accept({ body, digest: await digestHex(utf8(body)) })
        },
        sealOwn: async () => accept(sealed),
      },
      network: {
        find: findEnvelopes,
        releaseFiles,
        eraseEnvelopes,
        moveEnvelopes,
        read: async () => accept([]),
        write: async () => accept(null),
        erase: async (_keys, messages) => {
          mailboxErased = messages === 'all'
          return accept(null)
        },
        challenge: async () => accept({ challenge: 'c', today: '2026-03-02' }),
        solve: async () => 'proof',
        post: async (body) => accept({ accepted: await digestHex(utf8(body)) }),
      },
    },
  }
}

it('whoever erases everything leaves no part of a file, of what is there and of what was before it', async () => {
  await keep('ecoute', 2, 'opened')
  for (const number of [0, 1, 2, 3]) await holdFiles('ecoute', number, MOST_PARTS)
  await holdFiles('ecoute', 0, 1, (await makeAuthor()).links)
  expect(await eraseEverything(visit('ecoute', 'droits'))).toBe(true)
  expect(holds.size).toBe(1)
  expect([envelopes.size, mailboxErased]).toEqual([0, true])
})

it('whoever erases everything leaves no envelope, though many before it are gone and associations are many', async () => {
  for (const number of [4, 17, 63]) await keep('association-19', number, 'opened')
  await holdFiles('association-19', 63, 3)
  expect(await eraseEverything(visit(...MANY))).toBe(true)
  expect([envelopes.size, holds.size]).toEqual([0, 0])
})

it.each(['/api/part-holds/releases', '/api/erasures', '/api/envelope-status'])(
  'an erasure that stopped at %s is not said to be done, and asked again does all the rest',
  async (path) => {
    await keep('ecoute', 0, 'opened')
    await holdFiles('ecoute', 0, 2)
    lost.set(path, 1)
    expect(await eraseEverything(visit('ecoute'))).toBe(false)
    expect(mailboxErased).toBe(false)
    expect(await eraseEverything(visit('ecoute'))).toBe(true)
    expect([envelopes.size, holds.size, mailboxErased]).toEqual([0, 0, true])
  },
)

it('whoever takes an agreement back has the files of what nobody opened go, and those of what was opened stay', async () => {
  await keep('ecoute', 0, 'opened')
  await keep('ecoute', 1, 'waiting')
  await holdFiles('ecoute', 0, 2)
  const read = [...holds]
  await holdFiles('ecoute', 1, 4)
  expect(await new Withdrawing(visit('ecoute'), 'ecoute', 'fr').withdraw(() => {})).toMatchObject({
    kind: 'received',
  })
  expect([...holds]).toEqual(read)
})

it('an agreement whose files could not be let go of is not said to be taken back; tried again, they go', async () => {
  await keep('ecoute', 0, 'waiting')
  await holdFiles('ecoute', 0, 3)
  lost.set('/api/part-holds/releases', 1)
  const withdrawing = new Withdrawing(visit('ecoute'), 'ecoute', 'fr')
  expect(await withdrawing.withdraw(() => {})).toEqual({ kind: 'nothing' })
  expect(await withdrawing.withdraw(() => {})).toMatchObject({ kind: 'received' })
  expect(holds.size).toBe(0)
})

it('requests to let go of files have one size, name nothing, and one leaves in any case', async () => {
  await releaseFiles(keys.links, new Map())
  await releaseFiles(keys.links, new Map([['ecoute', [{ number: 0 }]]]))
  expect(released).toHaveLength(1 + Math.ceil(MOST_PARTS / MAX_HOLDS))
  for (const secrets of released)
    expect([secrets.length, new Set(secrets).size]).toEqual([MAX_HOLDS, MAX_HOLDS])
  expect(JSON.stringify(released)).not.toContain('ecoute')
  expect(await networkFault()).toEqual(decline('unreachable'))
})

async function networkFault() {
  lost.set('/api/part-holds/releases', 1)
  return releaseFiles(keys.links, new Map())
}

it.each([
  [
    'ten files and their originals',
    Array.from({ length: 2 * MAX_FILES }, () => MAX_FILES_BYTES / (2 * MAX_FILES)),
  ],
  ['two of the longest and the rest', [MAX_FILE_BYTES, MAX_FILE_BYTES, MAX_FILES_BYTES - 2 * MAX_FILE_BYTES]],
  ['many just over a part', [...Array.from({ length: 19 }, () => PART_BYTES + 1), MAX_FILE_BYTES]],
])('no envelope has more parts than are let go of: %s', (_what, files) => {
  const parts = files.map((bytes) => Math.ceil(sealedLength(Math.floor(bytes)) / PART_BYTES))
  expect(parts.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(MOST_PARTS)
})
