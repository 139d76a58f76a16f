// How long a visit takes to see what comes on screen. Playwright looks again after 20, 50, 100 and 100 milliseconds, then each half
// second only: what comes in between is waited for in vain.
import type { Locator, Page } from 'playwright-core'
import { vi } from 'vitest'

type Waiting = Pick<Locator, 'waitFor'> & { looksOften?: boolean }

const LOOK_EVERY_MS = 20
/** Playwright's own. */
const PATIENCE_MS = 30_000

/** From here on, `waitFor` of every locator sees what is there within a frame or two. Whatever else it may say is Playwright's. */
export function lookOften(page: Page): void {
  const locators = Object.getPrototypeOf(page.locator(':root')) as Waiting
  if (locators.looksOften) return
  const { waitFor } = locators
  locators.looksOften = true
  locators.waitFor = async function (this: Locator, options = {}): Promise<void> {
    const { state = 'visible', timeout = PATIENCE_MS } = options
    if (state === 'visible') {
      const look = { interval: LOOK_EVERY_MS, timeout }
      const isSeen = await vi.waitUntil(() => this.isVisible(), look).catch(() => false)
      if (isSeen) return
    }
    await waitFor.call(this, options)
  }
}
