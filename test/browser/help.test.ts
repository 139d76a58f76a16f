// The help page as people meet it: whole without any script, shortened by what they look for with it, and keeping nothing of that.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { dial, SERVICES } from '../../src/help/services.ts'
import { MESSAGES } from '../../src/i18n/messages.ts'
import { expectAccessible } from '../support/accessible.ts'
import { demonstration, setStage, withPhone } from '../support/stage.ts'
import { fitsInWidth, storedEntries } from './report-visit.ts'

setStage()

const PATHS = { fr: '/fr/aide', en: '/en/help' } as const

/** The page with its fields ready. */
async function open(page: Page, path: string = PATHS.fr): Promise<void> {
  await page.goto(`${demonstration.origin}${path}`)
  await page.locator('[data-filters]:visible').waitFor()
}

const shown = (page: Page): Promise<string[]> =>
  page
    .locator('[data-service]:visible')
    .evaluateAll((rows) =>
      rows.map((row) => (row as unknown as { dataset: { service: string } }).dataset.service),
    )

const countShown = (page: Page): Promise<string> =>
  page
    .locator('[data-count]')
    .innerText()
    .then((text) => text.replaceAll(/\s+/g, ' ').trim())

const choose = (page: Page, field: string, value: string): Promise<string[]> =>
  page.locator(`#${field}`).selectOption(value)

const ALL = SERVICES.map(({ id }) => id).toSorted()

describe('without JavaScript', () => {
  test.each(Object.values(PATHS))(
    '%s has every row, every number, and no field that does nothing',
    async (path) => {
      await withPhone({ javaScriptEnabled: false }, async ({ page }) => {
        await page.goto(`${demonstration.origin}${path}`)
        expect((await shown(page)).toSorted()).toEqual(ALL)
        for (const { phone, phoneAbroad, sms, site } of SERVICES) {
          for (const number of [phone, phoneAbroad])
            if (number) expect(await page.locator(`a[href="tel:${dial(number)}"]:visible`).count()).toBe(1)
          if (sms) expect(await page.locator(`a[href^="sms:${sms}?body="]:visible`).count()).toBe(1)
          if (site) expect(await page.locator(`a[href="https://${site}/"]:visible`).count()).toBe(1)
        }
        expect(await page.locator('select:visible, button:visible, input:visible').count()).toBe(0)
      })
    },
  )

  test('each group is one touch away', async () => {
    await withPhone({ javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(`${demonstration.origin}${PATHS.fr}`)
      for (const link of await page.locator('.groups a').all()) {
        const target = (await link.getAttribute('href')) ?? ''
        expect(await page.locator(`section${target} h2`).count()).toBe(1)
      }
    })
  })

  test('each row says when it was written down and from where', async () => {
    await withPhone({ javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(`${demonstration.origin}${PATHS.fr}`)
      for (const { id, source } of SERVICES) {
        const text = await page.locator(`[data-service="${id}"] .service-age`).innerText()
        expect(text).toMatch(/^Fiche du \d/)
        expect(text).toContain(new URL(source).host)
      }
    })
  })
})

describe('with JavaScript', () => {
  test('each field shortens the list, and the count is said', async () => {
    await withPhone({}, async ({ page }) => {
      await open(page)
      expect((await shown(page)).toSorted()).toEqual(ALL)
      expect(await countShown(page)).toBe(`${SERVICES.length} services`)

      await choose(page, 'need', 'housing')
      const housed = await shown(page)
      expect(housed).toContain('le-refuge')
      expect(housed).toContain('france-victimes')
      expect(housed).not.toContain('pharos')
      expect(await countShown(page)).toBe(`${housed.length} services`)
      expect(await page.locator('[data-count]').locator('xpath=ancestor::*[@role="status"]').count()).toBe(1)

      await choose(page, 'need', '')
      await choose(page, 'departement', '16')
      const charente = await shown(page)
      expect(charente).toContain('adheos')
      expect(charente).not.toContain('centre-paris')

      await choose(page, 'departement', '')
      await choose(page, 'audience', 'trans')
      const trans = await shown(page)
      expect(trans).toContain('acceptess-t')
      expect(trans).not.toContain('contact')
    })
  })

  test('together they shorten it more; a group left empty goes, with the link to it', async () => {
    await withPhone({}, async ({ page }) => {
      await open(page)
      await choose(page, 'need', 'legal')
      const legal = await shown(page)
      await choose(page, 'departement', '15')
      const inCantal = await shown(page)
      expect(inCantal.length).toBeLessThan(legal.length)
      expect(legal).toEqual(expect.arrayContaining(inCantal))
      expect(await page.locator('#near').isVisible()).toBe(false)
      expect(await page.locator('[data-to-group="near"]').isVisible()).toBe(false)
      expect(await page.locator('#danger').isVisible()).toBe(true)
    })
  })

  test('when nothing is made exactly for that, it says so kindly and leaves those who receive everyone', async () => {
    await withPhone({}, async ({ page }) => {
      await open(page)
      expect(await page.locator('[data-nearest]').isVisible()).toBe(false)
      await choose(page, 'need', 'peers')
      await choose(page, 'departement', 'elsewhere')
      expect(await page.locator('[data-nearest]').isVisible()).toBe(true)
      expect(await shown(page)).toEqual(['eu-112', 'france-victimes', 'sos-homophobie'])
    })
  })

  test('one touch shows everything again; the address never changes, and nothing is kept or sent', async () => {
    await withPhone({}, async ({ page, sent }) => {
      await open(page)
      expect(await page.locator('[data-show-all]').isVisible()).toBe(false)
      const requests = sent.length
      await choose(page, 'need', 'bank')
      await choose(page, 'audience', 'hiv')
      await page.locator('[data-show-all]').click()
      expect((await shown(page)).toSorted()).toEqual(ALL)
      expect(await page.locator('#need').inputValue()).toBe('')
      expect(page.url()).toBe(`${demonstration.origin}${PATHS.fr}`)
      expect(await storedEntries(page)).toEqual([0, 0, 0, 0, 0, 0])
      expect(sent.length).toBe(requests)
    })
  })

  test('with the keyboard alone', async () => {
    await withPhone({}, async ({ page }) => {
      await open(page)
      await page.locator('#need').focus()
      await page.keyboard.press('Tab')
      await page.keyboard.type('15')
      expect(await page.locator('#departement').inputValue()).toBe('15')
      expect(await shown(page)).not.toContain('centre-paris')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect((await shown(page)).toSorted()).toEqual(ALL)
      expect(await page.locator('#need').evaluate((field) => field.matches(':focus'))).toBe(true)
    })
  })

  test.each([
    ['the day it was written down', 0, false],
    ['eleven months later', 334, false],
    ['thirteen months later', 396, true],
  ])('a row is said to be old, or not: %s', async (_, days, old) => {
    await withPhone({}, async ({ page }) => {
      const [row] = SERVICES
      const now = Date.parse(row?.recordedOn ?? '') + days * 86_400_000
      await page.clock.setFixedTime(now)
      await open(page)
      expect(await page.locator(`[data-service="${row?.id}"] [data-old]`).isVisible()).toBe(old)
    })
  })

  test('Escape three times leads to the page that clears, even from a field', async () => {
    await withPhone({}, async ({ context, page }) => {
      let cleared = 0
      await context.route('**/fr/sortie', async (route) => {
        cleared += 1
        await route.fulfill({ contentType: 'text/html', body: '<title>out</title>' })
      })
      await open(page)
      await choose(page, 'audience', 'trans')
      for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape')
      await page.waitForURL('**/fr/sortie')
      expect(cleared).toBe(1)
    })
  })
})

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each(['fr', 'en'] as const)('it can be read by everyone, at 320 px, in %s', async (locale) => {
    await withPhone({ colorScheme, viewport: { width: 320, height: 640 } }, async ({ page }) => {
      await open(page, PATHS[locale])
      await expectAccessible(page)
      expect(await fitsInWidth(page)).toBe(true)
      await choose(page, 'need', 'peers')
      expect(await page.locator('[data-nearest]').innerText()).toBe(MESSAGES[locale].help.filters.nearest)
      await expectAccessible(page)
      expect(await fitsInWidth(page)).toBe(true)
    })
  })

  test('every control is large enough for a thumb', async () => {
    await withPhone({ colorScheme, viewport: { width: 320, height: 640 } }, async ({ page }) => {
      await open(page)
      const heights = await page
        .locator('main a:visible, main select:visible, main button:visible')
        .evaluateAll((controls) => controls.map((control) => control.getBoundingClientRect().height))
      expect(heights.length).toBeGreaterThan(SERVICES.length)
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(48)
    })
  })
})
