// The embedded file as a store: several writers, and what deletion leaves behind.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { utf8 } from '../../src/crypto/encoding.ts'
import { randomHex, randomKey } from '../../src/crypto/random.ts'
import { letGo, unopenedSince } from '../../src/db/envelopes/expired.ts'
import { keepSubmission } from '../../src/db/envelopes/keep-submission.ts'
import { eraseEnvelopes, moveEnvelopes } from '../../src/db/envelopes/own-envelopes.ts'
import type { StoreFailure } from '../../src/db/store.ts'
import { openFileStore } from '../../src/db/file-store.ts'
import { publishDue } from '../../src/observatory/publish-due.ts'
import { LILLE, MARSEILLE, putCards, sealCardTo } from '../support/observatory/cards.ts'
import { makeHolder } from '../support/openpgp-keys.ts'
import { queryFile } from '../support/servers/node-process.ts'

const run = promisify(execFile)
const burst = fileURLToPath(new URL('../support/servers/write-burst.ts', import.meta.url))

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-store-'))
  file = join(folder, 'envelopes.db')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function everyByteBelow(path: string): Promise<Buffer> {
  const names = await readdir(path)
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(path, name)))))
}

describe('the envelopes file', () => {
  it('takes four writers at once, and none of them meets a busy database', async () => {
    await (await openFileStore(file, 'envelopes')).close()
    const writers = await Promise.all(
      Array.from({ length: 4 }, () => run(process.execPath, [burst, file, '250'])),
    )
    expect(writers.map(({ stdout }) => JSON.parse(stdout) as unknown)).toEqual(
      Array.from({ length: 4 }, () => ({ kept: 250, failures: [] })),
    )
    expect(await queryFile(file, 'select count(*) as n from envelopes')).toMatchObject([{ n: 1000 }])
  })

  it('is rewritten and its log emptied while two others write, and none loses anything', async () => {
    const store = await openFileStore(file, 'envelopes')
    let writing = true
    const writers = Promise.all([1, 2].map(() => run(process.execPath, [burst, file, '60']))).finally(
      () => (writing = false),
    )
    let rewritten = 0
    // Where writers leave it no turn for seconds, it gives up, and its time comes again.
    const rewrite = async (): Promise<void> => {
      await store.vacuum()
      await store.checkpoint()
      rewritten++
    }
    while (writing) {
      await rewrite().catch((error: StoreFailure) => expect(error.code).toBe('SQLITE_BUSY'))
      await new Promise((resolve) => setImmediate(resolve))
    }
    const outputs = (await writers).map(({ stdout }) => JSON.parse(stdout) as unknown)
    expect(outputs).toEqual([1, 2].map(() => ({ kept: 60, failures: [] })))
    expect(rewritten).toBeGreaterThan(1)
    expect(await queryFile(file, 'select count(*) as n from envelopes')).toMatchObject([{ n: 120 }])
    expect(await queryFile(file, 'pragma integrity_check')).toMatchObject([{ integrity_check: 'ok' }])
    await store.close()
  })

  it('is brought to its schema once by four who open it anew at one moment', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => openFileStore(file, 'statistics')))
    await Promise.all(stores.map((store) => store.close()))
    const [journal] = await queryFile(
      file,
      'select count(*) as n, count(distinct hash) as different from __drizzle_migrations',
    )
    expect(journal?.['n']).toBe(journal?.['different'])
  })

  it('holds no byte of an envelope that was purged', async () => {
    const store = await openFileStore(file, 'envelopes')
    const [gone, stays] = ['octets-effaces-', 'octets-gardes-'].map((word) => utf8(word.repeat(300)))
    for (const [sealed, day] of [
      [gone, '2026-01-01'],
      [stays, '2026-11-01'],
    ] as const) {
      const spending = { claim: randomKey(), nonce: randomHex(16), bodyMac: 'm', expiresAt: 4e9 }
      const envelope = {
        id: randomKey(),
        association: 'ecoute-sud',
        keyFingerprint: 'F',
        sealed: sealed ?? new Uint8Array(),
        tokenHash: randomHex(32),
      }
      await keepSubmission(store, spending, [envelope], day)
    }
    expect((await everyByteBelow(folder)).includes('octets-effaces-')).toBe(true)

    expect(await letGo(store, unopenedSince('2026-06-01'), '2026-09-01', 100)).toMatchObject({ count: 1 })
    await store.checkpoint()
    const left = await everyByteBelow(folder)
    expect([left.includes('octets-effaces-'), left.includes('octets-gardes-')]).toEqual([false, true])
    await store.close()
  })

  it('holds no byte of an envelope that its author erased, and no hash, even of one that had expired', async () => {
    const store = await openFileStore(file, 'envelopes')
    const keep = async (word: string, day: string): Promise<string> => {
      const tokenHash = randomHex(32)
      const spending = { claim: randomKey(), nonce: randomHex(16), bodyMac: 'm', expiresAt: 4e9 }
      const sealed = utf8(word.repeat(300))
      const envelope = { id: randomKey(), association: 'ecoute-sud', keyFingerprint: 'F', sealed, tokenHash }
      await keepSubmission(store, spending, [envelope], day)
      return tokenHash
    }
    const [expired, erased, stays] = [
      await keep('octets-expires-', '2026-01-01'),
      await keep('octets-effaces-', '2026-11-01'),
      await keep('octets-gardes-', '2026-11-01'),
    ]
    await letGo(store, unopenedSince('2026-06-01'), '2026-11-01', 100)
    const changed = randomHex(32)
    await moveEnvelopes(store, [{ from: erased, to: changed }])
    const before = await everyByteBelow(folder)
    const sought = ['octets-expires-', 'octets-effaces-', expired, erased, changed]
    expect(sought.filter((each) => before.includes(each))).toEqual(sought)

    await eraseEnvelopes(store, [expired, changed], 'all')
    await store.checkpoint()
    await store.vacuum()
    await store.checkpoint()
    const left = await everyByteBelow(folder)
    expect(sought.filter((each) => left.includes(each))).toEqual([])
    expect([left.includes(stays), left.includes('octets-gardes-')]).toEqual([true, true])
    await store.close()
  })

  it('commits to disk before it says so, and lets others wait rather than fail', async () => {
    const store = await openFileStore(file, 'envelopes')
    const pragma = async (name: string) => {
      const rows = await store.read((database) =>
        database.all<Record<string, unknown>>(sql.raw(`PRAGMA ${name}`)),
      )
      return Object.values(rows[0] ?? {})[0]
    }
    expect({
      journal: await pragma('journal_mode'),
      synchronous: await pragma('synchronous'),
      secureDelete: await pragma('secure_delete'),
      busyTimeout: await pragma('busy_timeout'),
    }).toEqual({ journal: 'wal', synchronous: 2, secureDelete: 1, busyTimeout: 5000 })
    await store.close()
  })
})

describe('the statistics file', () => {
  it('holds no byte of a card that every family has counted', async () => {
    const store = await openFileStore(join(folder, 'statistics.db'), 'statistics')
    const { certificate, key } = await makeHolder('Observatoire')
    const [gone, stays] = await Promise.all([LILLE, MARSEILLE].map((card) => sealCardTo(certificate, card)))
    if (!gone || !stays) throw new Error('two cards were sealed')
    await putCards(store, '2025-Q4', [gone])
    await putCards(store, '2026-Q1', [stays])
    const holds = async (sealed: Uint8Array) =>
      (await everyByteBelow(folder)).includes(Buffer.from(sealed.subarray(100, 900)))
    expect([await holds(gone), await holds(stays)]).toEqual([true, true])

    const now = Date.parse('2026-01-15')
    await publishDue({
      store,
      keys: [key],
      synthetic: false,
      now,
      startedOn: '2025-10-01',
      log: () => undefined,
    })
    await store.checkpoint()
    expect([await holds(gone), await holds(stays)]).toEqual([false, true])
    await store.close()
  })
})
