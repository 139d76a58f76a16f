// `npm run bench`: an inbox of thousands of referrals, opened by a member in a real browser, beside GnuPG with the same envelopes on the
// same machine. It prints one line of JSON and judges nothing; with `--write` it also writes docs/performance.md.
import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { dayOf } from '../../src/protocol/day.ts'
import { bringKey, visitInbox } from '../browser/inbox-visit.ts'
import { storeSeeds } from '../browser/inbox-seeds.ts'
import { launchBrowser } from '../support/browser.ts'
import { memberOf, startDemonstration } from '../support/demonstration.ts'
import { unlockedKeyOf } from '../support/federation.ts'
import { recipientsOf } from '../support/post-report.ts'
import { measureGpg } from './gpg-rate.ts'
import { watchMemory } from './page-memory.ts'
import { performancePage, type InboxFigures } from './performance-page.ts'
import { sealReferrals } from './referrals.ts'

const counts = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const REFERRALS = Number(counts[0] ?? 5000)
const GPG_SAMPLE = 200
const ASSOCIATION = 'demo-jeunes'
const LIMIT_MS = 240_000
const PAGE = new URL('../../docs/performance.md', import.meta.url)

/** To run in the page: notes when the key is brought, when the first row is there, when all is open and listed. */
const NOTE_MOMENTS = `(() => {
  const moments = (globalThis.moments = {})
  document.querySelector('[data-part="submit"]').addEventListener('click', () => (moments.brought = performance.now()), true)
  const look = () => {
    const progress = document.querySelector('.workspace [data-part="progress"]')
    if (progress && !moments.unlocked) moments.unlocked = performance.now()
    if (document.querySelector('button.row')) moments.firstRow ??= performance.now()
    if (moments.firstRow && progress?.hidden) moments.done = performance.now()
    else requestAnimationFrame(look)
  }
  look()
})()`

interface Moments {
  brought: number
  unlocked: number
  firstRow: number
  done: number
}

async function momentsOf(page: Page): Promise<Moments> {
  for (const began = performance.now(); performance.now() - began < LIMIT_MS;) {
    const moments = await page.evaluate<Partial<Moments>>('moments')
    if (moments.done !== undefined) return moments as Moments
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('the inbox did not open in time')
}

/** From the last letter typed until the list shows the one case that is meant; milliseconds. */
async function searchTime(page: Page): Promise<number> {
  const began = performance.now()
  await page.locator('input[type="search"]').fill(`récit numéro ${REFERRALS}.`)
  await page.locator('button.row').nth(1).waitFor({ state: 'detached' })
  if ((await page.locator('button.row').count()) !== 1) throw new Error('the search found nothing')
  return performance.now() - began
}

const demonstration = await startDemonstration()
await demonstration.halt()
const recipient = (await recipientsOf(demonstration.directoryFile)).find(
  ({ association }) => association === ASSOCIATION,
)
if (!recipient) throw new Error(`the demonstration has no ${ASSOCIATION}`)
const seeds = await sealReferrals(REFERRALS, recipient, dayOf(Date.now()))
await storeSeeds(demonstration.dataDir, seeds)
await demonstration.start()

const member = memberOf(demonstration, ASSOCIATION)
const loadBefore = Math.round((loadavg()[0] ?? 0) * 10) / 10
const browser = await launchBrowser('whole')
const { page } = await visitInbox(browser, demonstration.origin)
const openers = new Set<string>()
page.on('worker', (worker) => {
  if (worker.url().endsWith('/w/opener.js')) openers.add(`${openers.size}`)
})
await page.evaluate(NOTE_MOMENTS)
const memoryPeak = await watchMemory(browser)
await bringKey(page, member)
const { brought, unlocked, firstRow, done } = await momentsOf(page)
const searchMs = await searchTime(page)
const memory = await memoryPeak()
const browserVersion = browser.version()
await browser.close()
await demonstration.stop()

const key = await unlockedKeyOf(member)
const gpg = measureGpg(
  key.armor(),
  seeds.slice(0, GPG_SAMPLE).map(({ sealed }) => sealed),
)
const workers = Math.max(1, openers.size)
const perSecond = REFERRALS / ((done - unlocked) / 1000)
const figures: InboxFigures = {
  bench: 'inbox',
  day: dayOf(Date.now()),
  processor: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
  browser: `Chromium ${browserVersion}`,
  loadBefore,
  referrals: REFERRALS,
  workers,
  firstRowMs: Math.round(firstRow - unlocked),
  firstRowFromKeyMs: Math.round(firstRow - brought),
  allSeconds: Math.round((done - unlocked) / 100) / 10,
  perSecond: Math.round(perSecond),
  perSecondEachWorker: Math.round(perSecond / workers),
  searchMs: Math.round(searchMs),
  ...memory,
  gpgSample: GPG_SAMPLE,
  gpgEachPerSecond: gpg.eachPerSecond,
  gpgTogetherPerSecond: gpg.togetherPerSecond,
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
if (process.argv.includes('--write')) await writeFile(PAGE, performancePage(figures))
