// What a mailbox leaves in the server's files: searched byte by byte, before its first message and after its last.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openFileStore, type FileStore } from '../../src/db/file-store.ts'
import { sha256 } from '../../src/crypto/sha256.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { toBase64, toHex } from '../../src/crypto/encoding.ts'
import { createApp } from '../../src/server/app.ts'
import type { House } from '../../src/server/env.ts'
import { newMemory } from '../../src/server/memory.ts'
import { makeFederation, type Federation } from '../support/federation.ts'
import {
  erasureBody,
  mailboxProof,
  makeHolder,
  messageBody,
  readBody,
  sealedMessage,
  type Holder,
} from '../support/servers/mailbox-correspondence.ts'
import { bytesBelow } from '../support/sentinels.ts'

const secret = randomBytes(32)
const app = createApp()
let federation: Federation
let folder: string
let store: FileStore
const said: string[] = []

beforeEach(async () => {
  federation = await makeFederation({ associations: ['ecoute-sud'] })
  folder = await mkdtemp(join(tmpdir(), 'balise-traces-'))
  store = await openFileStore(join(folder, 'envelopes.db'), 'envelopes')
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function post(path: string, bodyFor: (proof: string) => string): Promise<number> {
  const house: Partial<House> = {
    envelopes: store,
    secret,
    hash: sha256,
    proofBits: 0,
    memory: newMemory(),
    now: Date.now,
    log: (line) => said.push(line),
  }
  const proof = mailboxProof({ secret })
  const headers = { 'Content-Type': 'application/json', Proof: proof }
  const answer = await app.request(
    `/api/mailbox-${path}`,
    { method: 'POST', headers, body: bodyFor(proof) },
    house,
  )
  return answer.status
}

const read = (holder: Holder) => post('reads', (proof) => readBody(holder, proof))

/** What would betray a mailbox, in every form it could have in a file: its name, its keys, and pieces of each message. */
function tracesOf({ mailbox, auth, write }: Holder, ...sealed: Uint8Array[]): Buffer[] {
  const keys = [auth, sha256(write), write]
  const pieces = sealed.flatMap((bytes) => [
    bytes.subarray(9, 40),
    bytes.subarray(2000, 2032),
    bytes.subarray(-32),
  ])
  return [...keys, ...pieces].flatMap((bytes) => [
    Buffer.from(mailbox),
    Buffer.from(bytes),
    Buffer.from(toHex(bytes)),
    Buffer.from(toBase64(bytes).slice(0, -4)),
  ])
}

async function found(traces: readonly Buffer[]): Promise<number> {
  const files = [...(await bytesBelow(folder)).values()]
  return traces.filter((trace) => files.some((file) => file.includes(trace))).length
}

it('before its first message a mailbox is nowhere, however often it was read or emptied', async () => {
  const holder = makeHolder()
  expect([await read(holder), await read(holder)]).toEqual([200, 200])
  expect(await post('erasures', (proof) => erasureBody(holder, proof, 'all'))).toBe(204)
  expect(await found(tracesOf(holder))).toBe(0)
  expect(said).toEqual([])
})

it('after its last message was erased, no byte of it remains', async () => {
  const holder = makeHolder()
  const sealed = [
    await sealedMessage({ origin: '', secret, federation }),
    await sealedMessage({ origin: '', secret, federation }, 65_536),
  ]
  for (const message of sealed) {
    expect(await post('messages', () => messageBody(holder, message))).toBe(202)
  }
  expect(await read(holder)).toBe(200)
  expect(await found(tracesOf(holder, ...sealed))).toBeGreaterThan(6)

  expect(await post('erasures', (proof) => erasureBody(holder, proof, 'all'))).toBe(204)
  await store.checkpoint()
  await store.vacuum()
  await store.checkpoint()
  expect(await found(tracesOf(holder, ...sealed))).toBe(0)
})
