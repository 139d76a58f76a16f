// The observatory in workerd, over a libSQL server that it reaches with a token of its own: by cron it publishes what a run over a file
// publishes. The app's credentials and its own open no more than is theirs.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startStore, startWorker, type Started, type StoreAddress } from '../../src/cli/edge-processes.ts'
import { freePort } from '../../src/cli/free-port.ts'
import { migrateStores } from '../../src/cli/migrate.ts'
import { readArmoredCertificate } from '../../src/crypto/openpgp.ts'
import { askStore } from '../../src/db/answers.ts'
import { openHranaStore } from '../../src/db/hrana-store.ts'
import { readLedger, readReleases } from '../../src/db/statistics/releases.ts'
import { cards } from '../../src/db/statistics/schema.ts'
import { openOwnStatistics } from '../../src/db/statistics/statistics-file.ts'
import type { Store } from '../../src/db/store.ts'
import { publishDue } from '../../src/observatory/publish-due.ts'
import { dayOf } from '../../src/protocol/day.ts'
import { lastDueQuarter } from '../../src/protocol/statistics-window.ts'
import type { Release } from '../../src/protocol/release.ts'
import { makeFederation, unlockedKeyOf, type Federation } from '../support/federation.ts'
import { LILLE, MARSEILLE, putCards, sealCardTo } from '../support/observatory/cards.ts'
import { bundleObservatory, OBSERVATORY_CONFIG } from '../support/servers/edge-process.ts'

/** A year whose every day has come, whenever this runs. */
const YEAR = String(Number(dayOf(Date.now()).slice(0, 4)) - 2)
const STARTED_ON = `${YEAR}-02-03`
const CATCH_UP = lastDueQuarter(dayOf(Date.now()))

let folder: string
let federation: Federation
let bundle: string
let [envelopes, statistics] = [{} as StoreAddress, {} as StoreAddress]
const running: Started<unknown>[] = []

async function started<Value>(starting: Promise<Started<Value>>): Promise<Value> {
  const process = await starting
  running.push(process)
  return await process.ready
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-edge-observatory-'))
  federation = await makeFederation({ associations: [] })
  ;[envelopes, statistics, bundle] = await Promise.all([
    started(startStore(join(folder, 'envelopes'))),
    started(startStore(join(folder, 'statistics'))),
    bundleObservatory(join(folder, 'bundle')),
  ])
  expect(await migrateStores({ envelopes, statistics })).toMatchObject({ ok: true })
})
afterAll(async () => {
  await Promise.all(running.map((each) => each.stop()))
  await rm(folder, { recursive: true, force: true })
})

/** Starts the worker with these secrets and variables; `night` is what cron does. */
async function observatoryWith(changed: Record<string, string> = {}) {
  let logs = ''
  let hear = (): void => undefined
  const origin = await started(
    startWorker({
      port: await freePort(),
      bundle,
      config: OBSERVATORY_CONFIG,
      stateDir: await mkdtemp(join(folder, 'worker-')),
      variables: {
        STATISTICS_URL: statistics.url,
        STATISTICS_TOKEN: statistics.tokenOf('observatory'),
        OBSERVATORY_KEY: federation.observatory.secretKey,
        OBSERVATORY_PASSPHRASE: federation.observatory.passphrase,
        OBSERVATORY_FINGERPRINT: federation.observatory.fingerprint,
        DEMONSTRATION: 'no',
        STARTED_ON,
        CATCH_UP,
        ...changed,
      },
      onOutput: (text) => {
        logs += text
        hear()
      },
    }),
  )
  const night = async (said: RegExp): Promise<string> => {
    const heard = new Promise<void>((resolve) => {
      hear = () => void (said.test(logs) && resolve())
      hear()
    })
    expect((await fetch(`${origin}/cdn-cgi/local/scheduled`)).ok).toBe(true)
    await heard
    return logs
  }
  return { origin, night }
}

/** Everything a release says but its noise. */
async function shapeOf(store: Store) {
  const releases = await readReleases(store)
  return releases.map(({ held, body }) => {
    const { rows, ...release } = JSON.parse(body) as Release
    return { held, ...release, rows: rows.map((row) => row.slice(0, -1)) }
  })
}

describe('the observatory at the edge', () => {
  it('publishes by cron what a run over a file does, lets the cards go, and answers nobody', async () => {
    const certificate = await readArmoredCertificate(federation.observatory.certificate)
    if (!certificate) throw new Error('the observatory has a certificate')
    const sealed = await Promise.all([LILLE, MARSEILLE, LILLE].map((card) => sealCardTo(certificate, card)))
    // What the app keeps, with the app's token; the observatory's is another.
    const asApp = openHranaStore(statistics)
    await putCards(asApp, `${YEAR}-Q2`, sealed)

    const { origin, night } = await observatoryWith()
    const logs = await night(new RegExp(`published act ${YEAR}`))
    const file = await openOwnStatistics(folder)
    await putCards(file, `${YEAR}-Q2`, sealed)
    const key = await unlockedKeyOf(federation.observatory)
    const means = {
      store: file,
      keys: [key],
      synthetic: false,
      now: Date.now(),
      startedOn: STARTED_ON,
      catchUp: CATCH_UP,
    }
    await publishDue({ ...means, log: () => undefined })

    expect(await shapeOf(asApp)).toEqual(await shapeOf(file))
    expect(await readLedger(asApp)).toEqual(await readLedger(file))
    expect(await asApp.read((database) => database.select().from(cards))).toEqual([])
    const said = stripVTControlCharacters(logs)
      .split('\n')
      .filter((line) => line.trim() !== '')
    expect(
      said.filter(
        (line) => !/^✘ \[ERROR\] published [a-z-]+ \d{4}(-Q[1-4])? [0-9a-f]{64}$/.test(line.trim()),
      ),
    ).toEqual([])

    for (const path of ['/', '/api/releases', '/api/cards', '/directory.json']) {
      const answer = await fetch(`${origin}${path}`)
      expect([answer.status, await answer.text()], path).toEqual([404, ''])
    }
    await Promise.all([asApp.close(), file.close()])
  })

  it('says a code and no more when its store refuses it', async () => {
    const { night } = await observatoryWith({ STATISTICS_TOKEN: 'jeton' })
    const logs = await night(/failed/)
    expect(logs).toContain('publish-failed')
    expect(logs).not.toMatch(/jeton|BEGIN/)
  })
})

describe('credentials', () => {
  const answers = (url: string, token: string | undefined): Promise<boolean> =>
    askStore(openHranaStore({ url, token })).then(
      () => true,
      () => false,
    )

  it('of the app and of the observatory are two, and neither opens the envelopes with those of statistics', async () => {
    const own = statistics.tokenOf('observatory')
    expect(own).not.toBe(statistics.token)
    expect(await answers(statistics.url, own)).toBe(true)
    expect(await answers(statistics.url, statistics.token)).toBe(true)
    expect(await answers(envelopes.url, envelopes.token)).toBe(true)
    expect(await answers(envelopes.url, own)).toBe(false)
    expect(await answers(envelopes.url, statistics.token)).toBe(false)
    expect(await answers(envelopes.url, undefined)).toBe(false)
    expect(await answers(statistics.url, envelopes.token)).toBe(false)
  })
})
