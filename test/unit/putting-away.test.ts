// A story put away over a line that is lost: tried again it is the same message, and what was changed meanwhile takes its place.
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { letGo, PuttingAway } from '../../src/client/more/put-away.ts'
import { fromBase64, toBase64, utf8 } from '../../src/crypto/encoding.ts'
import { messageBytes } from '../../src/crypto/message-key.ts'
import { keyFrom } from '../../src/crypto/random.ts'
import type { ReturnKeys } from '../../src/crypto/return-keys.ts'
import { sha256 } from '../../src/crypto/sha256.ts'
import { accept } from '../../src/protocol/result.ts'
import { makeAuthor } from '../support/authors.ts'

let keys: ReturnKeys
let putting: PuttingAway
/** What the mailbox holds, by its key: the real server draws it from the ciphertext too. */
let mailbox: Map<string, string>
/** How many answers to a message are still lost. */
let lost: number
let sealings: number
/** How many erasures come to nothing. */
let notErased: number
/** By whose key, each erasure that was done. */
let erasedIn: string[]

const means = {
  codes: { sign: async () => 'signature' },
  prover: { solve: async () => 'proof' },
}

const keyOf = (sealed: string): string =>
  String(keyFrom(sha256(messageBytes(keys.mailbox, fromBase64(sealed) ?? new Uint8Array()))))

beforeEach(async () => {
  keys = await makeAuthor()
  mailbox = new Map()
  lost = 0
  sealings = 0
  notErased = 0
  erasedIn = []
  putting = new PuttingAway({
    ...means,
    // Sealed twice, the same words are two ciphertexts.
    desk: {
      sealDraft: async ({ step }) => accept(toBase64(utf8(`${step} ${++sealings}`))),
    },
  })
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path === '/api/mailbox-challenge') return Response.json({ challenge: 'c', today: '2026-11-23' })
    const body = String(init.body)
    const asked = JSON.parse(body) as { auth: string; sealed?: string; messages?: string[] }
    if (asked.messages && notErased-- > 0) throw new TypeError('failed to fetch')
    if (asked.messages) erasedIn.push(asked.auth)
    for (const id of asked.messages ?? []) mailbox.delete(id)
    if (asked.sealed) mailbox.set(keyOf(asked.sealed), asked.sealed)
    if (asked.sealed && lost-- > 0) throw new TypeError('failed to fetch')
    return Response.json({ accepted: createHash('sha256').update(body).digest('hex') })
  })
})
afterEach(() => vi.unstubAllGlobals())

const put = (step: string, keep: 'pause' | 'month' = 'pause') =>
  putting.put(
    (writtenOn) => ({
      kind: 'draft',
      version: 1,
      writtenOn,
      locale: 'fr',
      step,
      fields: [],
      identifiers: [],
    }),
    keep,
    keys,
  )

/** The line tries twice by itself. */
const BOTH = 2

test('whose answer was lost is there once when it is tried again', async () => {
  lost = BOTH
  expect(await put('words')).toEqual({ ok: false, reason: 'unreachable' })
  expect(await put('words')).toEqual({ ok: true, value: { until: '2026-11-30', alone: true } })
  expect(mailbox.size).toBe(1)
  expect(sealings).toBe(1)
})

test.each([
  ['changed meanwhile', 'contact', 'pause'],
  ['to be kept for longer', 'words', 'month'],
] as const)('%s takes the place of what nobody was told of', async (_, step, keep) => {
  lost = BOTH
  await put('words')
  expect((await put(step, keep)).ok).toBe(true)
  expect([...mailbox.values()].map((sealed) => atob(sealed))).toEqual([`${step} 2`])
})

test('stays nowhere in the text that was changed since, though erasing it fails the first time', async () => {
  lost = BOTH
  await put('words')
  notErased = 1
  expect(await put('contact')).toMatchObject({ value: { alone: true } })
  expect([...mailbox.values()].map((sealed) => atob(sealed))).toEqual(['contact 2'])
})

test('says so where an older text could not be erased, and the next time erases it', async () => {
  lost = BOTH
  await put('words')
  notErased = Infinity
  expect(await put('contact')).toMatchObject({ ok: true, value: { alone: false } })
  expect(mailbox.size).toBe(2)
  notErased = 0
  expect(await put('consent')).toMatchObject({ ok: true, value: { alone: true } })
  expect([...mailbox.values()].map((sealed) => atob(sealed))).toEqual(['consent 3'])
})

test('may be in the mailbox of another code too: it is erased from there', async () => {
  lost = BOTH
  await put('words')
  const before = keys
  keys = await makeAuthor()
  expect(await put('words')).toMatchObject({ value: { alone: true } })
  expect([...mailbox.values()].map((sealed) => atob(sealed))).toEqual(['words 2'])
  expect(erasedIn).toEqual([toBase64(before.auth.public)])
})

test('that was taken up again takes the place of what it came from', async () => {
  await put('words')
  const [id = ''] = mailbox.keys()
  putting.wipe()
  putting.cameFrom(keys, id)
  expect(await put('contact')).toMatchObject({ value: { alone: true } })
  expect([...mailbox.values()].map((sealed) => atob(sealed))).toEqual(['contact 2'])
})

test('that is or may be there is named, so that it can be let go, until the page is wiped', async () => {
  lost = BOTH
  await put('words')
  expect(putting.left.map(({ id }) => id)).toEqual([...mailbox.keys()])
  const gone = await letGo(putting.left, means)
  expect([gone.length, mailbox.size]).toEqual([1, 0])
  putting.wipe()
  expect(putting.left).toEqual([])
})
