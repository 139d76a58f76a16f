// The two processes behind a demonstration's trends, as they are started for people: killed on their way and started again.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { observatoryFiles, readDemonstration } from '../../src/cli/demonstration.ts'
import { quartersToFill } from '../../src/cli/fill-trends.ts'
import { DEMONSTRATION_SEED, inventedCards } from '../../src/cli/invented-cards.ts'
import type { TrendsPlace } from '../../src/cli/trends-processes.ts'
import { readSecretKey, unlock } from '../../src/crypto/openpgp.ts'
import { openFileStore, type FileStore } from '../../src/db/file-store.ts'
import { readBatches, readCards } from '../../src/db/statistics/batches.ts'
import { readLedger, readReleases } from '../../src/db/statistics/releases.ts'
import { openCard } from '../../src/observatory/open-card.ts'
import { dayOf } from '../../src/protocol/day.ts'
import { PREPARED } from '../support/demonstration.ts'

const program = fileURLToPath(new URL('../../src/cli/fill-trends-process.ts', import.meta.url))

/** They give way to all else: on a busy machine that is long. */
const PATIENCE_MILLISECONDS = 90_000

let place: TrendsPlace
let store: FileStore
beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'balise-trends-'))
  await cp(join(process.env[PREPARED] ?? '', 'demonstration'), join(dataDir, 'demonstration'), {
    recursive: true,
  })
  place = { dataDir, weekly: 1, store: { file: join(dataDir, 'statistics.db') } }
  store = await openFileStore(join(dataDir, 'statistics.db'), 'statistics')
})
afterAll(async () => {
  await store.close()
  await rm(place.dataDir, { recursive: true, force: true })
})

interface Filling {
  child: ChildProcess
  said: () => string
  /** Once both processes have ended: the observatory speaks on the same line. */
  over: Promise<unknown>
}

function startFilling(): Filling {
  const child = fork(program, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const over = Promise.all([
    once(child, 'exit'),
    once(child.stderr as NonNullable<typeof child.stderr>, 'close'),
  ])
  child.send(place)
  return { child, said: () => said, over }
}

const settled = async (): Promise<number> => (await readBatches(store)).length

test(
  'killed on its way and started again, a demonstration has each invented report once, and nothing is left running',
  { timeout: 2 * PATIENCE_MILLISECONDS },
  async () => {
    const quarters = quartersToFill(dayOf(Date.now()))
    const first = startFilling()
    await expect.poll(settled, { interval: 20, timeout: PATIENCE_MILLISECONDS }).toBeGreaterThan(6)
    first.child.kill('SIGKILL')
    await first.over
    expect(await settled()).toBeLessThan(quarters.length)
    const last = startFilling()
    await last.over
    expect([last.child.exitCode, last.said().split('\n').length]).toEqual([0, 3])
    expect(last.said()).toMatch(/^trends: filling \d{4}-Q1 to .* 1 a week\ntrends: filled\n$/)

    const ledger = await readLedger(store)
    expect(ledger.filter(({ family }) => family === 'when-year').map(({ window }) => window)).toEqual(
      quarters,
    )
    expect((await readReleases(store)).map(({ family, window }) => [family, window])).toEqual(
      ledger.map(({ family, window }) => [family, window]),
    )

    // Those of years that are over are gone; those of this one are there once, as they were invented.
    const locked = await readSecretKey(await readFile(observatoryFiles(place.dataDir).secretKey))
    const { passphrase } = await readDemonstration(place.dataDir)
    const key = locked && (await unlock(locked, passphrase))
    if (!key?.ok) throw new Error('the demonstration has its own key')
    const counted = (await readBatches(store)).filter((batch) => batch.counted).length
    expect(counted % 4).toBe(0)
    for (const [index, quarter] of quarters.entries()) {
      const rows = await readCards(store, quarter, null, 500)
      const cards = await Promise.all(rows.map(({ sealed }) => openCard(sealed, [key.value])))
      const invented = index < counted ? [] : inventedCards({ seed: DEMONSTRATION_SEED, weekly: 1 }, quarter)
      expect(sorted(cards)).toEqual(sorted(invented))
    }
  },
)

const sorted = (cards: readonly unknown[]): string[] => cards.map((card) => JSON.stringify(card)).toSorted()
