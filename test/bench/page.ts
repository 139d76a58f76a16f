// `npm run bench`: how long a phone on a slow line waits for the report page, and what crosses the wire. Prints, judges nothing.
// Slow 4G is 562 ms of latency and 1.47 Mbit/s; the processor is slowed four times (the page's, not its Workers').
import { devices } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { startDemonstration } from '../support/demonstration.ts'

const ROUNDS = 5

const demonstration = await startDemonstration()
const browser = await launchBrowser('whole')

interface Visit {
  formMs: number
  requests: number
  wireBytes: number
}

async function visit(): Promise<Visit> {
  const context = await browser.newContext({ ...devices['Moto G4'], locale: 'fr-FR' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 562,
    downloadThroughput: (1.47 * 1e6) / 8,
    uploadThroughput: (0.7 * 1e6) / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  let wireBytes = 0
  let requests = 0
  context.on('requestfinished', async (request) => {
    const sizes = await request.sizes().catch(() => null)
    requests++
    wireBytes += sizes ? sizes.responseBodySize + sizes.responseHeadersSize : 0
  })
  const began = performance.now()
  await page.goto(`${demonstration.origin}/fr/ecrire`, { waitUntil: 'commit' })
  await page.locator('[data-next]:visible').first().waitFor()
  const formMs = performance.now() - began
  await context.close()
  return { formMs, requests, wireBytes }
}

const visits: Visit[] = []
for (let round = 0; round < ROUNDS; round++) visits.push(await visit())

const median = (of: (each: Visit) => number): number =>
  visits.map(of).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0

// The emulated line does not slow what a Worker fetches: its part is computed from its size.
const { headers } = await fetch(`${demonstration.origin}/w/seal.js`, { headers: { 'Accept-Encoding': 'br' } })
const workerBytes = Number(headers.get('content-length'))
const workerSeconds = 0.562 + workerBytes / (1.47e6 / 8)
const form = median((v) => v.formMs) / 1000

process.stdout.write(
  `report page on slow 4G, medians of ${ROUNDS}: form usable after ${form.toFixed(1)} s ` +
    `(${median((v) => v.requests)} requests, ${Math.round(median((v) => v.wireBytes) / 1000)} kB with headers); ` +
    `the sealing Worker, ${Math.round(workerBytes / 1000)} kB, about ${workerSeconds.toFixed(1)} s later\n`,
)
await browser.close()
await demonstration.stop()
