// The method page: legible to all, whole without a script, and true of what was published, before the first release as after several.
import type { BrowserContextOptions } from 'playwright-core'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { ADDRESSES } from '../../src/i18n/addresses.ts'
import { familyOf, type FamilyId } from '../../src/protocol/families.ts'
import { ReleaseList } from '../../src/protocol/release.ts'
import { dueOn } from '../../src/protocol/statistics-window.ts'
import { expectAccessible } from '../support/accessible.ts'
import type { Phone } from '../support/browser.ts'
import { demonstration, setStage, withPhone } from '../support/stage.ts'
import { fitsInWidth } from './report-visit.ts'

setStage()

const NARROW = { viewport: { width: 320, height: 640 } }

const listed = (family: FamilyId, window: string, rung: string, note: string | null = null) => ({
  family,
  window,
  rung,
  synthetic: true,
  publishedOn: dueOn(window),
  epsilon: familyOf(family).epsilon,
  sha256: '0'.repeat(64),
  note,
})

const PUBLISHED = [
  listed('when-year', '2024-Q4', 'france-quarter'),
  listed('where', '2024', 'france-year'),
  listed('when-year', '2025-Q1', 'region-quarter', 'Two waves, <b>checked</b>.'),
]
const HELD = [{ family: 'platform', window: '2024' }] as const

/** A visit to a site that has published this; `null`: it does not answer. */
const visit = (
  options: BrowserContextOptions,
  path: string,
  releases: typeof PUBLISHED | null,
  look: (phone: Phone) => Promise<void>,
): Promise<void> =>
  withPhone({ ...NARROW, ...options }, async (phone) => {
    const held = releases?.length ? HELD : []
    const list = releases && v.parse(ReleaseList, { format: 'balise-releases-1', releases, held })
    await phone.context.route('**/api/releases', (route) =>
      list ? route.fulfill({ json: list }) : route.abort(),
    )
    await phone.context.route('**/api/releases/**', (route) => {
      const counted = route.request().url().includes('2025') ? 'b' : 'a'
      return route.fulfill({ json: { codeSha256: counted.repeat(64) } })
    })
    await phone.page.goto(`${demonstration.origin}${path}`)
    await look(phone)
  })

test.each([
  [ADDRESSES.method.fr, 'light'],
  [ADDRESSES.method.en, 'dark'],
] as const)('%s in %s is read by everyone, with what was published', async (path, colorScheme) => {
  await visit({ colorScheme }, path, PUBLISHED, async ({ page, sent }) => {
    await page.locator('[data-changes] li').first().waitFor()
    await expectAccessible(page)
    expect(await fitsInWidth(page)).toBe(true)
    expect(await page.locator('[data-synthetic]').isVisible()).toBe(true)

    const [latest, first] = await page.locator('[data-years] details').all()
    expect(await latest?.locator('summary').innerText()).toBe('2025')
    await first?.locator('summary').click()
    expect(await first?.locator('tbody tr').count()).toBe(2)
    expect(await first?.locator('[data-text="most"]').innerText()).toMatch(/^1[.,]3$/u)
    expect(await first?.locator('[data-waiting]:visible').count()).toBe(1)

    const changes = await page.locator('[data-changes] li').allInnerTexts()
    expect(changes).toHaveLength(4)
    expect(changes.join(' ')).toContain('aaaaaaaaaaaa')
    expect(changes.join(' ')).toContain('Two waves, <b>checked</b>.')
    expect(sent.filter(({ method }) => method !== 'GET')).toEqual([])
  })
})

test('before anything is published it says so, and when the list cannot be read it says that', async () => {
  for (const [releases, standing] of [
    [[], 'nothing'],
    [null, 'unreachable'],
  ] as const) {
    await visit({}, ADDRESSES.method.fr, releases && [...releases], async ({ page }) => {
      for (const part of ['ledger', 'changes'])
        await page.locator(`[data-part="${part}"] [data-one="${standing}"]:visible`).waitFor()
      expect(await page.locator('[data-synthetic]').isVisible()).toBe(false)
      expect(await page.locator('[data-part] [data-one]:visible').count()).toBe(2)
    })
  }
})

test('without a script the page is whole, and says where the list is', async () => {
  await visit({ javaScriptEnabled: false }, ADDRESSES.method.en, [], async ({ page }) => {
    expect(await page.locator('main h2').count()).toBe(11)
    expect(await page.locator('[data-part] [data-one="without-script"]:visible').count()).toBe(2)
    expect(await page.locator('a[href="/api/releases"]').isVisible()).toBe(true)
    expect(await fitsInWidth(page)).toBe(true)
  })
})
