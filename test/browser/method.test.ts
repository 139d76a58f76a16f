// The method page: legible to all, whole without a script, and true of what was published, before the first release as after several.
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { expect, test } from 'vitest'
import { ADDRESSES } from '../../src/i18n/addresses.ts'
import { releaseText } from '../../src/observatory/release-text.ts'
import { expectAccessible } from '../support/accessible.ts'
import type { Phone } from '../support/browser.ts'
import { makeRelease, sha256Of, storeReleases, type MadeRelease } from '../support/published-releases.ts'
import { queryFile } from '../support/servers/node-process.ts'
import { demonstration, setStage, withPhone } from '../support/stage.ts'
import { fitsInWidth } from './report-visit.ts'

setStage()

const NARROW = { viewport: { width: 320, height: 640 } }

/** The same, counted by other code. */
function byOtherCode(made: MadeRelease): MadeRelease {
  const release = { ...made.release, codeSha256: 'b'.repeat(64) }
  const text = releaseText(release)
  return { ...made, release, text, sha256: sha256Of(text) }
}

const PUBLISHED = [
  makeRelease('when-year', 'france-quarter', '2024-Q4', { synthetic: true }),
  makeRelease('where', 'france-year', '2024', { synthetic: true }),
  makeRelease('platform', 'platform-year', '2024', { synthetic: true, held: true }),
  byOtherCode(makeRelease('when-year', 'region-quarter', '2025-Q1', { note: 'Checked, <b>twice</b>.' })),
]

/** A visit to a site that has published this. */
async function visit(
  options: BrowserContextOptions,
  path: string,
  made: readonly MadeRelease[],
  look: (phone: Phone) => Promise<void>,
): Promise<void> {
  const file = join(demonstration.dataDir, 'statistics.db')
  await storeReleases({ queryStatistics: (sql, values) => queryFile(file, sql, values) }, made)
  await withPhone({ ...NARROW, ...options }, async (phone) => {
    await phone.page.goto(`${demonstration.origin}${path}`)
    await look(phone)
  })
}

test.each([
  [ADDRESSES.method.fr, 'light'],
  [ADDRESSES.method.en, 'dark'],
] as const)('%s in %s is read by everyone, with what was published', async (path, colorScheme) => {
  await visit({ colorScheme }, path, PUBLISHED, async ({ page, sent }) => {
    await page.locator('[data-changes] li').first().waitFor()
    await expectAccessible(page)
    expect(await fitsInWidth(page)).toBe(true)
    expect(await page.locator('[data-synthetic] [data-filling]').isVisible()).toBe(true)

    const [latest, first] = await page.locator('[data-years] details').all()
    expect(await latest?.locator('summary').innerText()).toBe('2025')
    await first?.locator('summary').click()
    expect(await first?.locator('tbody tr').count()).toBe(2)
    expect(await first?.locator('[data-text="most"]').innerText()).toMatch(/^1[.,]3$/u)
    expect(await first?.locator('[data-waiting]:visible').count()).toBe(1)

    const changes = await page.locator('[data-changes] li').allInnerTexts()
    expect(changes).toHaveLength(4)
    expect(changes.join(' ')).toContain('bbbbbbbbbbbb')
    expect(changes.join(' ')).toContain('Checked, <b>twice</b>.')
    expect(sent.filter(({ method }) => method !== 'GET')).toEqual([])
  })
})

test('while a demonstration fills it says so, and when the list cannot be read it says that', async () => {
  await visit({}, ADDRESSES.method.fr, [], async ({ context, page }) => {
    const isTold = async (standing: string): Promise<void> => {
      for (const part of ['ledger', 'changes'])
        await page.locator(`[data-part="${part}"] [data-one="${standing}"]:visible`).waitFor()
      expect(await page.locator('[data-part] [data-one]:visible').count()).toBe(2)
      expect(await page.locator('[data-synthetic]').isVisible()).toBe(false)
    }
    await isTold('filling')
    await context.route('**/api/releases', (route) => route.abort())
    await page.reload()
    await isTold('unreachable')
  })
})

test('without a script the page is whole, and says where the list is', async () => {
  await visit({ javaScriptEnabled: false }, ADDRESSES.method.en, [], async ({ page }) => {
    expect(await page.locator('main h2').count()).toBe(11)
    expect(await page.locator('[data-part] [data-one="without-script"]:visible').count()).toBe(2)
    expect(await page.locator('a[href="/api/releases"]').isVisible()).toBe(true)
    expect(await fitsInWidth(page)).toBe(true)
  })
})
