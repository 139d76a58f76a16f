// What an analyst does on the trends page: reads a number by keyboard and in its table, compares two years, takes pictures away. And
// what anyone is told while nothing is there.
import { readFile } from 'node:fs/promises'
import type { Page, Response } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Release } from '../../src/protocol/release.ts'
import { expectAccessible } from '../support/accessible.ts'
import { atFinestRungs, oneAWeek, serveReleases, threeYears } from '../support/invented-releases.ts'
import { expectReviewed } from '../support/reviewed-pictures.ts'
import { demonstration, setStage, withPhone } from '../support/stage.ts'
import { dataBytes, shownOf, TRENDS_WIRE_BYTES } from '../support/trends-weight.ts'
import { fitsInWidth } from './report-visit.ts'

setStage()

/** Everything of the three years is out, and nothing after it is due. */
const TODAY = new Date('2026-02-01T12:00:00Z')

/** In pixels, without its margins. */
const A4_HEIGHT = (265 / 25.4) * 96

const section = (page: Page, family: string) => page.locator(`[data-figure="${family}"]`)

async function arrive(page: Page, path: string): Promise<void> {
  await page.clock.setFixedTime(TODAY)
  await page.goto(`${demonstration.origin}${path}`)
}

async function taken(
  page: Page,
  family: string,
  kind: 'svg' | 'png',
): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await section(page, family).locator(`[data-save="${kind}"]`).first().click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

const fetchedBy = (page: Page): Response[] => {
  const fetched: Response[] = []
  page.on('response', (response) => void fetched.push(response))
  return fetched
}

/** All that a visit fetched was counted, with the numbers as the server compresses them. Forgets that visit. */
async function expectLight(fetched: Response[], releases: readonly Release[]): Promise<void> {
  const visit = fetched.splice(0)
  const [data, rest] = [true, false].map((isData) =>
    visit.filter((each) => each.url().includes('/api/') === isData),
  )
  const asked = (data ?? []).map((each) => new URL(each.url()).pathname)
  const shown = shownOf(releases, '2025').map(
    ({ family, window }) => `/api/releases/${family}/${window}.json`,
  )
  expect(asked.toSorted()).toEqual(['/api/releases', ...shown].toSorted())
  const sizes = await Promise.all((rest ?? []).map((each) => each.request().sizes()))
  const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes + (await dataBytes(releases, '2025'))).toBeLessThanOrEqual(TRENDS_WIRE_BYTES)
}

describe('an analyst', () => {
  test('reads the same number by keyboard, on the line below and in the table', async () => {
    await withPhone({ colorScheme: 'light' }, async ({ context, page }) => {
      await serveReleases(context, threeYears())
      await arrive(page, '/fr/tendances')
      const week = section(page, 'when-week')
      await week.locator('.point').first().waitFor()
      await page.locator('#other').focus()
      let steps = 0
      const isIn = (): Promise<boolean> =>
        page.evaluate(`document.activeElement.matches('[data-figure="when-week"] .point')`)
      while (!(await isIn()) && steps++ < 400) await page.keyboard.press('Tab')
      for (const key of [
        'Home',
        ...Array<string>(5).fill('ArrowDown'),
        ...Array<string>(3).fill('ArrowRight'),
      ])
        await page.keyboard.press(key)
      const said = await page.evaluate<string>(`document.activeElement.getAttribute('aria-label')`)
      const [, value, low, high] = /^Samedi, la nuit\s: environ (\d+), entre (\d+) et (\d+)$/.exec(said) ?? []
      expect(Number(value)).toBeGreaterThan(14)
      const shown = `≈ ${value} (${low}–${high})`
      expect(await week.locator('[data-value]').innerText()).toBe(`Samedi, la nuit\u00a0: ${shown}`)
      await week.locator('summary').first().click()
      const row = week.locator('tbody tr', { has: page.locator('th', { hasText: 'Samedi' }) })
      expect(await row.locator('td').nth(3).innerText()).toBe(shown)
      await page.keyboard.press('Shift+Tab')
      expect(await isIn()).toBe(true)
      await page.keyboard.press('End')
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toContain(
        'Non connu, non connu',
      )
      expect(await week.locator('.point[tabindex="0"]').count()).toBe(1)
      // On paper: every table laid open, no picture taller than a sheet, nothing to press.
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      expect(await row.locator('td').nth(3).isVisible()).toBe(true)
      const tables = page.locator('[data-figure] table')
      expect(await tables.filter({ visible: true }).count()).toBe(await tables.count())
      const [least, tallest] = await page.evaluate<[number, number]>(`(() => {
        const heights = [...document.querySelectorAll('.picture')].map((each) => each.getBoundingClientRect().height)
        return [Math.min(...heights), Math.max(...heights)]
      })()`)
      expect(least).toBeGreaterThan(0)
      expect(tallest).toBeLessThan(A4_HEIGHT)
      const controls = page.locator('main').locator('button, select, summary, [data-value], [data-files] a')
      expect(await controls.filter({ visible: true }).count()).toBe(0)
    })
  })

  test('can read every figure, by day and by night, in both languages', async () => {
    await withPhone(
      { colorScheme: 'light', viewport: { width: 320, height: 640 } },
      async ({ context, page }) => {
        const fetched = fetchedBy(page)
        for (const [path, releases] of [
          ['/fr/tendances', threeYears()],
          ['/en/trends', atFinestRungs()],
        ] as const) {
          await serveReleases(context, releases)
          await arrive(page, path)
          await section(page, 'act').locator('.point').first().waitFor()
          await section(page, 'platform').locator('.point').first().waitFor()
          await expectLight(fetched, releases)
          await page.evaluate(`document.querySelectorAll('details').forEach((each) => (each.open = true))`)
          await expectAccessible(page)
          await page.emulateMedia({ colorScheme: 'dark' })
          await expectAccessible(page, 'colours')
          await page.emulateMedia({ colorScheme: 'light' })
          expect(await fitsInWidth(page)).toBe(true)
        }
      },
    )
  })

  test('takes pictures away, which say that they were invented and look as they were reviewed', async () => {
    await withPhone({ colorScheme: 'dark' }, async ({ context, page }) => {
      await serveReleases(context, threeYears())
      await arrive(page, '/fr/tendances')
      // Where a picture is read by another program, without the page's own rules.
      const elsewhere = await context.newPage()
      for (const [family, file] of [
        ['when-week', 'when-week-weekday-year-2025'],
        ['how', 'how-channel-place-year-2025'],
        ['platform', 'platform-2023-2025'],
        ['act', 'act-2025'],
      ] as const) {
        await section(page, family).locator('.point').first().waitFor()
        const { name, bytes } = await taken(page, family, 'svg')
        expect(name).toBe(`balise-${file}-synthetic.svg`)
        const svg = bytes.toString('utf8')
        const [root, faults, foreign] = await elsewhere.evaluate<[string, number, number]>(`(() => {
          const parsed = new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml')
          const all = [...parsed.querySelectorAll('*')]
          const pointing = all.filter((each) => each.matches('[class], [style], [href], script, image'))
          return [parsed.documentElement.localName, parsed.querySelectorAll('parsererror').length, pointing.length]
        })()`)
        expect([root, faults, foreign]).toEqual(['svg', 0, 0])
        expect(svg).toContain('Données inventées')
        await expectReviewed(family, svg, demonstration.origin)
      }
      const { name, bytes } = await taken(page, 'how', 'png')
      expect(name).toBe('balise-how-channel-place-year-2025-synthetic.png')
      expect(bytes.subarray(1, 4).toString()).toBe('PNG')
      // Twice as many dots as units, for a sharp print.
      expect(bytes.readUInt32BE(16)).toBe(2 * 372)
      const links = await section(page, 'how')
        .locator('[data-files] a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
      expect(links).toEqual(['/api/releases/how/2025.csv', '/api/releases/how/2025.json'])
    })
  })

  test('compares two years by keyboard, beside each other and in words', async () => {
    await withPhone({}, async ({ context, page }) => {
      await serveReleases(context, threeYears())
      await arrive(page, '/en/trends')
      const week = section(page, 'when-week')
      await week.locator('.point').first().waitFor()
      await page.locator('#other').focus()
      await page.keyboard.press('ArrowDown')
      await week.locator('figure').nth(1).waitFor()
      expect(await week.locator('figcaption').allInnerTexts()).toEqual([
        'When in the week, by day and time of day, 2024 Invented data',
        'When in the week, by day and time of day, 2025 Invented data',
      ])
      expect(await week.locator('[data-reading]').innerText()).toContain('Between 2024 and 2025, a rise')
      await page.keyboard.press('ArrowDown')
      await expect
        .poll(() => week.locator('[data-reading]').innerText())
        .toContain('only their totals can be compared')
      expect(await page.locator('.total').count()).toBe(2)
    })
  })
})

describe('whoever comes', () => {
  test('with one report a week reads numbers of all of France, and no picture of noise', async () => {
    await withPhone({}, async ({ context, page }) => {
      await serveReleases(context, oneAWeek())
      await arrive(page, '/fr/tendances')
      await section(page, 'act').locator('table').waitFor({ state: 'attached' })
      expect(await page.locator('.total').innerText()).toMatch(/^≈ \d+ \(\d+–\d+\)\s+récits comptés en 2025$/)
      expect(await page.locator('[data-few]').isVisible()).toBe(true)
      expect(await section(page, 'when-week').locator('[data-reading]').innerText()).toContain(
        'aucun nombre n’est assez grand pour une image honnête',
      )
      expect(await section(page, 'when-week').locator('.point').count()).toBe(0)
    })
  })

  test('before anything is published is told so, and nothing is drawn', async () => {
    await withPhone({}, async ({ context, page }) => {
      await serveReleases(context, [])
      for (const [path, word] of [
        ['/fr/tendances', 'La démonstration se remplit'],
        ['/en/trends', 'The demonstration is filling'],
      ] as const) {
        await arrive(page, path)
        await page.locator('[data-one="beginning"]').waitFor()
        expect(await page.locator('main').innerText()).toContain(word)
        expect(await page.locator('main svg, main table, main select:visible').count()).toBe(0)
        await expectAccessible(page)
      }
      // The same page of a service that is no demonstration.
      await page.addInitScript(
        `new MutationObserver(() => document.querySelector('.demonstration')?.remove()).observe(document, { childList: true, subtree: true })`,
      )
      await arrive(page, '/fr/tendances')
      await page.locator('[data-one="empty"]').waitFor()
      expect(await page.locator('main').innerText()).toContain('Rien n’a encore été publié')
    })
  })

  test('while periods are still missing is told which, and sees them once they are there', async () => {
    await withPhone({}, async ({ context, page }) => {
      // The service began in the middle of 2023.
      const there = threeYears().filter(({ window }) => !['2023-Q1', '2023-Q2'].includes(window))
      const late = there.filter(({ window }) => window === '2025')
      const served = there.filter(({ window }) => window !== '2025')
      await serveReleases(context, served)
      await arrive(page, '/fr/tendances')
      const filling = page.locator('[data-filling]')
      await filling.waitFor()
      expect(await filling.innerText()).toMatch(/pas encore là\s: 2025\.$/)
      served.push(...late)
      await page.locator('[data-again]').click()
      await filling.waitFor({ state: 'hidden' })
      expect(await page.locator('#year option').allInnerTexts()).toContain('2025')
      await page.selectOption('#year', '2023')
      await expect.poll(() => page.locator('.total').innerText()).toContain('comptés en 2023')
      // Counted as one because nothing had appeared before, not because there are few.
      expect(await page.locator('[data-few]').isVisible()).toBe(false)
      expect(await page.locator('#other option').allInnerTexts()).toEqual(['Aucune autre année'])
      await page.selectOption('#year', '2024')
      expect(await page.locator('#other option').allInnerTexts()).toEqual(['Aucune autre année', '2025'])
      const platform = section(page, 'platform').locator('[data-reading]')
      await expect
        .poll(() => platform.innerText())
        .toContain('Au 3e trimestre 2023, le service a commencé. L’année 2023 n’est pas entière')
      expect(await platform.innerText()).not.toContain('Entre 2023 et 2024')
      // What is there and does not arrive is not said to be unpublished.
      await context.route('**/api/releases/how/2025.json', (route) => route.abort())
      await page.selectOption('#year', '2025')
      const how = section(page, 'how').locator('[data-reading]')
      await expect.poll(() => how.innerText()).toContain('n’ont pas pu être chargés')
    })
  })

  test('without JavaScript is told where the numbers are', async () => {
    await withPhone({ javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(`${demonstration.origin}/fr/tendances`)
      const way = page.locator('[data-without-script]')
      expect(await way.innerText()).toContain('JavaScript')
      const links = await way.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
      expect(links).toEqual(['/api/releases', '/api/releases/datapackage.json'])
      expect(await page.locator('select:visible, button:visible').count()).toBe(0)
    })
  })
})
