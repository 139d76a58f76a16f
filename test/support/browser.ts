// A browser for tests: the machine's Chromium, else the one from npm; an emulated phone, with everything that left it and
// everything the browser complained of. It reaches the origin under test and nothing else.
import { existsSync } from 'node:fs'
import {
  chromium,
  devices,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { lookOften } from './look-often.ts'

const WHOLE = ['/usr/bin/chromium', '/usr/bin/google-chrome']
/** The engine without the windows around it: the same pages for half the work. */
const ENGINE = ['/usr/bin/chromium-headless-shell', ...WHOLE]

/** Nothing here may weaken web security: the pages are tested under their own policy. */
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // No name and no address but the loopback's leads anywhere.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/**
 * What the whole browser does without: two pages of its own behind the address bar, opened for every phone, that cost more than ours. The
 * last list given is the one that counts, so Playwright's is said again.
 */
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]
const WHOLE_FLAGS = [...FLAGS, `--disable-features=${WITHOUT.join(',')}`]

/** The whole browser is for tests of what it does itself with a page: keep it, go back to it, store it. */
export async function launchBrowser(part: 'engine' | 'whole' = 'engine'): Promise<Browser> {
  const [places, args] = part === 'whole' ? [WHOLE, WHOLE_FLAGS] : [ENGINE, FLAGS]
  return chromium.launch({ executablePath: await findChromium(places), args })
}

async function findChromium(places: readonly string[]): Promise<string> {
  const named = process.env['CHROMIUM']
  if (named) return named
  const installed = places.find((path) => existsSync(path))
  if (installed) return installed
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

export interface Sent {
  method: string
  url: string
  body: string
  headers: Record<string, string>
}

export interface Phone {
  context: BrowserContext
  page: Page
  /** Every request of the page and its Workers, in order. */
  sent: Sent[]
  /** Addresses outside the origin that were asked for: no name leads anywhere. */
  foreign: string[]
  /** Console messages of every kind. */
  heard: string[]
  /** Policy violations, uncaught errors and console errors (but not the browser's own line on a refused request). */
  complaints: string[]
  close: () => Promise<void>
}

const REPORT_VIOLATIONS = `addEventListener('securitypolicyviolation', (event) =>
  reportViolation(event.violatedDirective + ' ' + event.blockedURI))`

/** A Pixel 7 in French, on its first visit. */
export async function openPhone(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Phone> {
  const context = await browser.newContext({ ...devices['Pixel 7'], locale: 'fr-FR', ...options })
  const sent: Sent[] = []
  const foreign: string[] = []
  const heard: string[] = []
  const complaints: string[] = []
  // Heard, not stopped on the way: whatever holds a browser's requests back changes how it sends them.
  context.on('request', (request) => {
    const url = request.url()
    if (/^(?:http|ws)/.test(url) && new URL(url).origin !== origin) foreign.push(url)
    sent.push({ method: request.method(), url, body: request.postData() ?? '', headers: request.headers() })
  })
  context.on('console', (message) => {
    heard.push(message.text())
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text())
    }
  })
  context.on('weberror', (error) => complaints.push(error.error().message))
  await context.exposeFunction('reportViolation', (violation: string) => complaints.push(violation))
  await context.addInitScript({ content: REPORT_VIOLATIONS })
  const page = await context.newPage()
  lookOften(page)
  return { context, page, sent, foreign, heard, complaints, close: () => context.close() }
}
