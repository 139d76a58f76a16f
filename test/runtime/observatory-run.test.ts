// The observatory as a process that is told to stop in the middle of its work, and started again.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readArmoredCertificate } from '../../src/crypto/openpgp.ts'
import { openOwnStatistics } from '../../src/db/statistics/statistics-file.ts'
import { dayOf } from '../../src/protocol/day.ts'
import { lastDueQuarter } from '../../src/protocol/statistics-window.ts'
import { makeFederation, type Federation } from '../support/federation.ts'
import { LILLE, putCards, sealCards } from '../support/observatory/cards.ts'
import { queryFile, runObservatory, type NodeProcess } from '../support/servers/node-process.ts'

/** A year whose every day has come, whenever this runs. */
const YEAR = String(Number(dayOf(Date.now()).slice(0, 4)) - 2)
const CARDS = 2000
/** Noise of ε = 1/2 goes that far once in 10^40. */
const NOISE = 200

let folder: string
let federation: Federation
let running: NodeProcess | null = null
const at = (path: string): string => join(folder, path)
const counted = (sql: string) =>
  queryFile(at('statistics/statistics.db'), sql).then(([row]) => Number(Object.values(row ?? {})[0]))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-run-'))
  federation = await makeFederation({ associations: [] })
  await mkdir(at('statistics'))
  await writeFile(at('directory.json'), federation.directoryBytes)
  await writeFile(at('directory.json.signatures'), federation.signatureBytes)
  await writeFile(at('secret.asc'), federation.observatory.secretKey, { mode: 0o600 })
  await writeFile(at('passphrase'), federation.observatory.passphrase, { mode: 0o600 })
})
afterEach(async () => {
  running?.child.kill('SIGKILL')
  await running?.ended
  await rm(folder, { recursive: true, force: true })
})

function observe(): NodeProcess {
  const options = ['--directory', at('directory.json'), '--key', at('secret.asc')]
  const more = [
    '--passphrase-file',
    at('passphrase'),
    '--started-on',
    `${YEAR}-02-03`,
    '--catch-up',
    lastDueQuarter(dayOf(Date.now())),
  ]
  return (running = runObservatory([...options, ...more], { STATISTICS_DIR: at('statistics') }))
}

describe('the observatory, told to stop while it counts', () => {
  it('is gone at once, and when it is started again every card is counted once', async () => {
    const certificate = await readArmoredCertificate(federation.observatory.certificate)
    if (!certificate) throw new Error('the observatory has a certificate')
    const store = await openOwnStatistics(at('statistics'))
    await putCards(store, `${YEAR}-Q2`, await sealCards(certificate, LILLE, CARDS))
    await store.close()

    const first = observe()
    await expect.poll(() => counted('select count(*) from batches'), { interval: 20 }).toBeGreaterThan(0)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(first.stderr()).not.toContain('failed')
    expect(await counted('select count(*) from ledger')).toBe(0)
    expect(await counted('select count(*) from cards')).toBe(CARDS)

    const again = observe()
    await expect.poll(() => counted('select count(*) from cards'), { timeout: 50_000 }).toBe(0)
    again.child.kill('SIGTERM')
    expect(await again.ended).toBe(0)
    const [release] = await queryFile(
      at('statistics/statistics.db'),
      "select body from releases where family = 'when-year' and window = ?",
      [`${YEAR}-Q2`],
    )
    const { rows } = JSON.parse(String(release?.['body'])) as { rows: number[][] }
    expect(Math.abs((rows[0]?.at(-1) ?? 0) - CARDS)).toBeLessThan(NOISE)
  })
})
