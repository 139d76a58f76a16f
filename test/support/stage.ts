// What a test file of the browser layer plays on: the whole server and a browser, there from before its first test until after its
// last. A file that calls `setStage` reads `browser` and `demonstration` as they then are; so with `phone` and `page`.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchBrowser, openPhone, type Phone } from './browser.ts'
import { startDemonstration, type DemonstrationOptions, type RunningDemonstration } from './demonstration.ts'

export let browser: Browser
export let demonstration: RunningDemonstration
/** The phone of the test that runs, where a file gives each test its own. */
export let phone: Phone
export let page: Page

interface Stage extends DemonstrationOptions {
  /** Of the browser: see `launchBrowser`. */
  part?: 'engine' | 'whole'
}

/** Called once, before any hook of the file that needs what it starts. */
export function setStage({ part, ...options }: Stage = {}): void {
  beforeAll(async () => {
    browser = await launchBrowser(part)
    demonstration = await startDemonstration(options)
  })
  afterAll(async () => {
    await browser?.close()
    await demonstration?.stop()
  })
}

/** Each test has a phone on its first visit. */
export function phoneForEachTest(): void {
  beforeEach(async () => {
    phone = await openPhone(browser, demonstration.origin)
    page = phone.page
  })
  afterEach(() => phone.close())
}

/** A visit on a phone of its own, of which the browser complains nowhere and which asks nothing of anyone else. */
export async function withPhone(
  options: BrowserContextOptions,
  visit: (visitor: Phone) => Promise<void>,
): Promise<void> {
  const visitor = await openPhone(browser, demonstration.origin, options)
  try {
    await visit(visitor)
    const { complaints, foreign } = visitor
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] })
  } finally {
    await visitor.close()
  }
}
