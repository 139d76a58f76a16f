// Whether the time a mailbox takes to answer tells if anything is in it: the server's own app, over its own HTTP server on loopback and
// a file, asked thousands of times.
import { hash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomBytes, randomKey } from '../../src/crypto/random.ts'
import { fillDecoys, keepMessage } from '../../src/db/envelopes/mailbox.ts'
import { openFileStore, type FileStore } from '../../src/db/file-store.ts'
import type { Store } from '../../src/db/store.ts'
import { MAILBOX_CELL_BYTES, MAILBOX_PAGE_CELLS, MAX_MAILBOX_CELLS } from '../../src/protocol/limits.ts'
import { createApp } from '../../src/server/app.ts'
import type { House } from '../../src/server/env.ts'
import { makeServer } from '../../src/server/node/http-server.ts'
import { newMemory } from '../../src/server/memory.ts'
import { mailboxProof, makeHolder, readBody, type Holder } from '../support/servers/mailbox-correspondence.ts'
import { toldApart, type ToldApart } from '../support/told-apart.ts'

/** Measured in rounds, until it is known on which side of the limit the area lies: chance alone decides nothing, and no more is asked than is needed. */
const PAIRS_OF_A_ROUND = 3000
const PAIRS_THAT_FIND_OUT = 1000
const ROUNDS = 6
/** Answers that come before the machine has settled are not counted. */
const WARMING_PAIRS = 300
/** Beyond this two kinds of mailbox could be told apart. */
const MOST = 0.55

const secret = randomBytes(32)
const full = makeHolder()
const unknown = makeHolder()
/** What a store of the test's own making knows of the request under way. */
let reading: Holder = full
let folder: string
let store: FileStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-timing-'))
  store = await openFileStore(join(folder, 'envelopes.db'), 'envelopes')
  // A disk's own moods hide more than they should: whoever listens may meet a server that has none.
  await store.read((database) => database.run(sql`pragma synchronous = off`))
  await fillDecoys(store)
  for (let message = 0; message < MAILBOX_PAGE_CELLS; message++) {
    await keepMessage(
      store,
      { claim: randomKey(), nonce: String(message), bodyMac: 'm', expiresAt: 4e9 },
      {
        mailbox: full.mailbox,
        message: randomKey(),
        cells: [{ id: randomKey(), bytes: randomBytes(MAILBOX_CELL_BYTES) }],
        receivedOn: '2026-11-23',
        keptUntil: '2027-02-21',
      },
      MAX_MAILBOX_CELLS,
    )
  }
  await store.checkpoint()
})

afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

/** The same answers, made without reading anything in place of what a mailbox lacks. */
const careless = (honest: Store): Store => ({
  ...honest,
  read: async () => {
    const rows = await honest.read((database) =>
      database.all(
        sql`select 0 as "isDecoy", message, cell, cells, received_on as "receivedOn", kept_until as "keptUntil", bytes from mailbox_cells where mailbox = ${reading.mailbox} limit 17`,
      ),
    )
    const blank = { isDecoy: 1, bytes: new ArrayBuffer(0) }
    return [...rows, ...Array.from({ length: MAILBOX_PAGE_CELLS + 1 - rows.length }, () => blank)] as never
  },
})

async function measure(envelopes: Store, pairsOfARound: number): Promise<ToldApart> {
  const house = {
    envelopes,
    secret,
    hash: (bytes) => hash('sha256', bytes, 'buffer'),
    inTurn: (work) => work(),
    proofBits: 0,
    memory: newMemory(),
    now: Date.now,
    log: (line) => expect.unreachable(line),
  } satisfies Partial<House>
  const app = createApp()
  const server = makeServer(getRequestListener((incoming) => app.fetch(incoming, house)))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times = new Map([full, unknown].map((holder) => [holder, [] as number[]]))
  let told: ToldApart | undefined
  for (let round = 0; round < ROUNDS && !isKnown(told); round++) {
    for (let pair = round === 0 ? -WARMING_PAIRS : 0; pair < pairsOfARound; pair++) {
      const heads = (randomBytes(1)[0] ?? 0) < 128
      for (const holder of heads ? [full, unknown] : [unknown, full]) {
        reading = holder
        const milliseconds = await timeOf(origin, agent, holder)
        if (pair >= 0) times.get(holder)?.push(milliseconds)
      }
    }
    told = toldApart(times.get(full) ?? [], times.get(unknown) ?? [])
  }
  agent.destroy()
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return told ?? expect.unreachable('nothing was measured')
}

const isKnown = (told: ToldApart | undefined): boolean =>
  told !== undefined && (told.upper <= MOST || told.lower > MOST)

/** From the first byte sent to the last one heard, in milliseconds. The proof and the signature are made before. */
function timeOf(origin: string, agent: Agent, holder: Holder): Promise<number> {
  const proof = mailboxProof({ secret })
  const body = readBody(holder, proof)
  const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length, Proof: proof }
  return new Promise((resolve, reject) => {
    const sentAt = performance.now()
    const asking = request(`${origin}/api/mailbox-reads`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - sentAt)
        else reject(new Error(`a read answered ${answer.statusCode}`))
      })
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

it('timing reveals a receipt: nobody can tell by the time it takes whether a mailbox is full or never was', async () => {
  const { auc, upper } = await measure(store, PAIRS_OF_A_ROUND)
  expect(upper, `area ${auc.toFixed(3)}`).toBeLessThanOrEqual(MOST)
})

it('a server that read nothing for an empty mailbox would be found out by the same measure', async () => {
  const { auc, lower } = await measure(careless(store), PAIRS_THAT_FIND_OUT)
  expect(lower, `area ${auc.toFixed(3)}`).toBeGreaterThan(MOST)
})
