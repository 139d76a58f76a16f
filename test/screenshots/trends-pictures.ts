// The trends page as it is at each rate of a demonstration: on a phone and at a desk, by day and by night. Nothing of it is a test.
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { WEEKLY_CHOICES, type Weekly } from '../../src/cli/weekly.ts'
import { ADDRESSES } from '../../src/i18n/addresses.ts'
import type { Locale } from '../../src/protocol/vocabulary.ts'
import { openPhone, type Phone } from '../support/browser.ts'
import { serveReleases } from '../support/invented-releases.ts'
import { releasesAtRate } from '../support/releases-at-rate.ts'

/** As if everything up to the autumn was out, and nothing after it was due. */
const TODAY = '2026-11-01'

const PLACES = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5 },
  desk: { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
} satisfies Record<string, BrowserContextOptions>

interface Reader {
  weekly: Weekly
  phone: BrowserContextOptions
  locale: Locale
  colorScheme: 'light' | 'dark'
}

/** At a rate, with everything drawn. */
export async function openTrends(
  browser: Browser,
  origin: string,
  { weekly, phone, locale, colorScheme }: Reader,
): Promise<Phone> {
  const reader = await openPhone(browser, origin, {
    ...phone,
    colorScheme,
    locale: locale === 'en' ? 'en-GB' : 'fr-FR',
  })
  const { context, page } = reader
  await serveReleases(context, releasesAtRate(weekly, TODAY))
  await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00Z`))
  await page.goto(`${origin}${ADDRESSES.trends[locale]}`)
  await page.locator('[data-figure="act"] tbody td').first().waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
  return reader
}

/** How many were taken. */
export async function takeTrendsPictures(
  browser: Browser,
  origin: string,
  locale: Locale,
  fileOf: (name: string) => string,
): Promise<number> {
  let taken = 0
  for (const weekly of WEEKLY_CHOICES)
    for (const [place, phone] of Object.entries(PLACES))
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, close } = await openTrends(browser, origin, { weekly, phone, locale, colorScheme })
        await page.screenshot({
          path: fileOf(`trends-${weekly}-a-week-${place}.${colorScheme}`),
          fullPage: true,
          animations: 'disabled',
        })
        taken++
        await close()
      }
  return taken
}
