// Whoever looks at the map and at the quarters reads the same numbers by keyboard, by finger and in the table; the pictures are the ones
// that people looked at.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fr } from '../../src/i18n/fr.ts'
import type { Release } from '../../src/protocol/release.ts'
import { inventedRelease, serveReleases } from '../support/invented-releases.ts'
import { expectReviewed } from '../support/reviewed-pictures.ts'
import { demonstration, setStage, withPhone } from '../support/stage.ts'

setStage()

const quarters = (year: string, rung: string): Release[] =>
  [1, 2, 3, 4].map((each) =>
    inventedRelease({ family: 'when-year', rung, window: `${year}-Q${each}`, reports: 300 }),
  )

/** France alone in 2023, régions in 2024, départements in 2025. One quarter was not published. */
const RELEASES = [
  inventedRelease({ family: 'where', rung: 'france-year', window: '2023', reports: 520 }),
  inventedRelease({ family: 'where', rung: 'region-year', window: '2024', reports: 1040 }),
  inventedRelease({ family: 'where', rung: 'departement-year', window: '2025', reports: 2600 }),
  ...quarters('2024', 'france-quarter').filter(({ window }) => window !== '2024-Q2'),
  ...quarters('2025', 'region-quarter'),
]

const PLACES = '[data-figure="where"]'
const QUARTERS = '[data-figure="when-year"]'

/** `act` is given a page on which the map of a year is drawn. */
async function withMap(
  {
    path = '/fr/tendances',
    year = '2025',
    ...options
  }: { path?: string; year?: string; viewport?: { width: number; height: number } },
  act: (page: Page) => Promise<void>,
): Promise<void> {
  await withPhone(options, async ({ context, page }) => {
    await serveReleases(context, RELEASES)
    await page.goto(`${demonstration.origin}${path}`)
    await page.locator(`${PLACES} figure`).waitFor()
    if (year !== '2025') {
      await page.selectOption('#year', year)
      await page.locator(`${PLACES} figcaption`, { hasText: year }).waitFor()
    }
    await act(page)
  })
}

/** Head of each row → its last value. */
const tableIn = async (page: Page, figure: string): Promise<Map<string, string>> =>
  new Map(
    await page
      .locator(`${figure} figure`)
      .first()
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row): [string, string] => [
          row.querySelector('th')?.textContent ?? '',
          row.lastElementChild?.textContent ?? '',
        ]),
      ),
  )

const focused = (page: Page): Promise<string> =>
  page.evaluate(`document.activeElement.getAttribute('aria-label') ?? ''`)
const written = (page: Page, figure: string): Promise<string> =>
  page.locator(`${figure} [data-value]`).first().innerText()

test('Someone reads every place of the map with the arrows, région by région, and finds the same in the table', async () => {
  await withMap({}, async (page) => {
    const table = await tableIn(page, PLACES)
    expect(table.size).toBe(103)
    await page.locator(`${PLACES} .point`).first().focus()
    const read: string[] = []
    const heard: string[] = []
    for (let place = 0; place < table.size; place++) {
      const [line = '', name = ''] = await page.evaluate<string[]>(
        `[document.querySelector('${PLACES} [data-value]').innerText, document.activeElement.getAttribute('aria-label')]`,
      )
      read.push(line)
      heard.push(name)
      await page.keyboard.press('ArrowRight')
    }
    expect(read).toEqual([...table].map(([name, value]) => `${name}\u00a0: ${value}`))
    // Of eyes and of ears, one number: "≈ 23 (16–30)" is said "environ 23, entre 16 et 30".
    expect(heard.map((words) => words.match(/\d+/g))).toEqual(read.map((words) => words.match(/\d+/g)))
    expect(heard.slice(0, 2).map((words) => words.split('\u00a0:')[0])).toEqual(['Ain', 'Allier'])
    expect(heard.slice(-3).map((words) => words.split('\u00a0:')[0])).toEqual([
      'Mayotte',
      'Hors de France',
      'Non connu',
    ])
    expect(heard.some((words) => /environ \d+, entre \d+ et \d+$/.test(words))).toBe(true)
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowLeft')
    expect(await focused(page)).toBe(heard[0])
  })
})

test('A finger on Paris, enlarged, reads what the table says of Paris', async () => {
  await withMap({}, async (page) => {
    const ring = page.locator(`${PLACES} .picture rect.axis`)
    await ring.scrollIntoViewIfNeeded()
    const { x, y, width, height } = (await ring.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await page.mouse.click(x + width * 0.38, y + height * 0.42)
    expect(await written(page, PLACES)).toBe(`Paris\u00a0: ${(await tableIn(page, PLACES)).get('Paris')}`)
  })
})

test('France counted as one is one number, and régions are one place each', async () => {
  await withMap({ year: '2023' }, async (page) => {
    expect(await page.locator(`${PLACES} .point`).count()).toBe(1)
    expect(await page.locator(`${PLACES} [data-reading]`).innerText()).not.toContain('y vivent')
    const [[name, value] = []] = await tableIn(page, PLACES)
    await page.locator(`${PLACES} .point`).focus()
    expect(await written(page, PLACES)).toBe(`${name}\u00a0: ${value}`)
  })
  await withMap({ year: '2024', path: '/en/trends' }, async (page) => {
    expect(await page.locator(`${PLACES} .point`).count()).toBe(20)
    await page.locator(`${PLACES} .point[aria-label^="Bretagne"]`).focus()
    expect(await written(page, PLACES)).toBe(`Bretagne: ${(await tableIn(page, PLACES)).get('Bretagne')}`)
  })
})

test('Quarters are read along the year, and from région to région, as in their tables', async () => {
  await withMap({}, async (page) => {
    const regions = page.locator(`${QUARTERS} figure`).nth(1)
    await regions.locator('.point').first().focus()
    await page.keyboard.press('ArrowDown')
    for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight')
    const row = regions.locator('tbody tr').nth(1)
    expect(await regions.locator('[data-value]').innerText()).toBe(
      `Bourgogne-Franche-Comté, 4e trimestre 2025\u00a0: ${await row.locator('td').last().textContent()}`,
    )
    const france = await page.locator(`${QUARTERS} figure`).first().locator('tbody tr').allTextContents()
    expect(france.map((words) => words.slice(0, 4))).toEqual(['2024', '2025'])
    const missing = page.locator(
      `${QUARTERS} .point[aria-label="Toute la France, 2e trimestre 2024\u00a0: rien de publié"]`,
    )
    expect(await missing.count()).toBe(1)
    expect(france[0]).toContain('rien de publié')
  })
})

test('On a narrow phone the map fits, and says whose work it is drawn upon', async () => {
  await withMap({ viewport: { width: 320, height: 640 } }, async (page) => {
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    expect(await page.locator(PLACES).innerText()).toContain(fr.trends.figures.places.credit)
  })
})

/** The file that an analyst takes away, and its name. */
async function taken(page: Page, figure: string, plate: number): Promise<{ name: string; svg: string }> {
  const coming = page.waitForEvent('download')
  await page.locator(`${figure} figure`).nth(plate).locator('[data-save="svg"]').click()
  const download = await coming
  return { name: download.suggestedFilename(), svg: await readFile(await download.path(), 'utf8') }
}

test.each([
  ['map-of-france', '2023', PLACES, 0, 'where-france-year-2023'],
  ['map-of-regions', '2024', PLACES, 0, 'where-region-year-2024'],
  ['map-of-departements', '2025', PLACES, 0, 'where-departement-year-2025'],
  ['quarters-of-france', '2025', QUARTERS, 0, 'when-year-france-2024-Q1-2025-Q4'],
  ['quarters-of-regions', '2025', QUARTERS, 1, 'when-year-regions-2025-Q1-2025-Q4'],
] as const)('The picture is the one that was looked at: %s', async (name, year, figure, plate, file) => {
  await withMap({ year }, async (page) => {
    const picture = await taken(page, figure, plate)
    expect(picture.name).toBe(`balise-${file}-synthetic.svg`)
    expect(picture.svg).toContain('(95\u00a0%)')
    await expectReviewed(name, picture.svg, demonstration.origin)
  })
})
