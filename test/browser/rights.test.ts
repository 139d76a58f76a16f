// The rights card: each sentence with its source and its day, whole on one sheet, and useful without any script.
import type { BrowserContextOptions } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from '../support/accessible.ts'
import type { Phone } from '../support/browser.ts'
import { demonstration, setStage, withPhone } from '../support/stage.ts'
import { fitsInWidth } from './report-visit.ts'

const PATHS = ['/fr/droits', '/en/rights']

setStage()

const visit = (
  options: BrowserContextOptions,
  path: string,
  look: (phone: Phone) => Promise<void>,
): Promise<void> =>
  withPhone(options, async (phone) => {
    await phone.page.goto(`${demonstration.origin}${path}`)
    await look(phone)
  })

test.each(PATHS)('%s fits on one sheet of paper, whole', async (path) => {
  await visit({ javaScriptEnabled: false }, path, async ({ page }) => {
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  })
})

test.each(PATHS)('%s gives each sentence its source and the day it was written', async (path) => {
  await visit({ javaScriptEnabled: false }, path, async ({ page }) => {
    const statements = await page.locator('.statements li').all()
    expect(statements.length).toBeGreaterThan(20)
    for (const statement of statements) {
      const source = statement.locator('.source')
      expect(await source.innerText()).toMatch(/\p{L}.*\d/u)
      expect(await source.locator('time').getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
    const sheet = await page.locator('main').innerText()
    for (const article of [
      'article 15‑3',
      'article 10‑2',
      'article 132‑77',
      'article 132‑71‑1',
      'article 312‑1',
      'article 312‑10',
      'article 224‑1',
      'article 434‑1',
      'article 434‑3',
    ]) {
      expect(sheet).toContain(article)
    }
    for (const number of ['3039', '116006']) {
      expect(await page.locator(`a[href="tel:${number}"]`).count()).toBeGreaterThan(0)
    }
  })
})

test.each(PATHS)(
  '%s warns of the fake minor’s profile, and names a lawyer, before anything else',
  async (path) => {
    await visit({}, path, async ({ page }) => {
      const main = await page.locator('main').innerText()
      const first = await page.locator('main h2').first().innerText()
      expect(first).toMatch(/mineur|minor/)
      expect(main.search(/avocat|lawyer/)).toBeLessThan(main.indexOf('15‑3'))
      expect(await page.locator('[data-quit]').isVisible()).toBe(true)
    })
  },
)

test.each([
  ['/fr/droits', 'light'],
  ['/en/rights', 'dark'],
] as const)('%s in %s can be read by everyone at 320 pixels', async (path, colorScheme) => {
  await visit({ colorScheme, viewport: { width: 320, height: 640 } }, path, async ({ page }) => {
    await expectAccessible(page)
    expect(await fitsInWidth(page)).toBe(true)
  })
})
