// What it takes to publish a quarter: `node test/bench/observatory.ts [count]` fills a file with that many cards (100,000 unless said
// otherwise), publishes what is due, and says how long a card took and how much memory was needed. Each is sealed by itself, as a phone
// does: one card counts once.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { QUESTIONS } from '../../src/protocol/questions.ts'
import { openFileStore } from '../../src/db/file-store.ts'
import { publishDue } from '../../src/observatory/publish-due.ts'
import { LILLE, putCards, sealCardTo } from '../support/observatory/cards.ts'
import { makeHolder } from '../support/openpgp-keys.ts'

const count = Number(process.argv[2] ?? 100_000)
const CHUNK = 500
const QUARTERS = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']

const folder = await mkdtemp(join(tmpdir(), 'balise-bench-'))
const store = await openFileStore(join(folder, 'statistics.db'), 'statistics')
const { certificate, key } = await makeHolder('Observatoire')
const { values: departements } = QUESTIONS.departement
const timed = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
  const start = performance.now()
  const before = process.cpuUsage()
  const value = await work()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${((1000 * seconds) / count).toFixed(3)} ms a card (of a processor: ${((user + system) / 1000 / count).toFixed(3)}), peak memory ${peak.toFixed(0)} MiB`,
  )
  return value
}

await timed(`${count} cards sealed and put in`, async () => {
  for (const [index, quarter] of QUARTERS.entries()) {
    const end = Math.floor((count * (index + 1)) / 4)
    for (let start = Math.floor((count * index) / 4); start < end; start += CHUNK) {
      const length = Math.min(CHUNK, end - start)
      const sealing = Array.from({ length }, (_, at) =>
        sealCardTo(certificate, { ...LILLE, departement: departements[(start + at) % departements.length] }),
      )
      await putCards(store, quarter, await Promise.all(sealing))
    }
  }
})
const published = await timed('a year and its four quarters published, cards deleted', () =>
  publishDue({
    store,
    keys: [key],
    synthetic: true,
    now: Date.parse('2027-01-15'),
    startedOn: '2026-01-01',
    catchUp: '2026',
    log: () => undefined,
  }),
)
if (!published.ok) throw new Error(published.reason)
console.log(`${published.value.length} releases; file ${Math.round((await store.sizeInBytes()) / 1e6)} MB`)
await store.close()
await rm(folder, { recursive: true })
