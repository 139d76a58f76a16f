// How the pages look to whoever needs them most: large text on a small screen, their own colours, no motion, paper. Quit is always there.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../src/build/build-site.ts'
import { loadPages } from '../../src/build/render-pages.ts'
import { tightenHtml } from '../../src/build/tighten-html.ts'
import { ADDRESSES } from '../../src/i18n/addresses.ts'
import { LANGUAGES } from '../../src/i18n/locales.ts'
import { parseDirectory } from '../../src/directory/verify-directory.ts'
import { readFile } from 'node:fs/promises'
import { expectAccessible } from '../support/accessible.ts'
import { openPhone } from '../support/browser.ts'
import { browser, demonstration, setStage, withPhone } from '../support/stage.ts'
import { walk } from '../support/journey-walk.ts'
import { fitsInWidth } from './report-visit.ts'

setStage()

beforeAll(async () => {
  await demonstration.halt()
  const { directoryFile, siteDir: out } = demonstration
  const verdict = await buildSite({ directoryFile, out, at: Date.now(), development: true })
  expect(verdict.ok).toBe(true)
  await demonstration.start()
})

const SMALL = { viewport: { width: 320, height: 640 } }
const { home, help, firstMinutes, rights, before, device, trends, write } = ADDRESSES
const READ = [home, help, firstMinutes, rights, before, device, trends].map(({ fr }) => fr)

const open = (page: Page, path: string): Promise<unknown> => page.goto(`${demonstration.origin}${path}`)

const twiceAsLarge = (page: Page): Promise<unknown> =>
  page.evaluate(`document.documentElement.style.setProperty('font-size', '200%')`)

/** Touching where Quit stands touches Quit, at the head of the page and at its end. */
async function expectQuitInReach(page: Page): Promise<void> {
  for (const place of ['0', 'document.documentElement.scrollHeight']) {
    const touched = await page.evaluate<boolean>(`(() => {
      scrollTo(0, ${place})
      const quit = document.querySelector('.top [data-quit]')
      const { x, y, width, height } = quit.getBoundingClientRect()
      const seen = y >= 0 && x >= 0 && y + height <= innerHeight && x + width <= innerWidth
      return seen && quit.contains(document.elementFromPoint(x + width / 2, y + height / 2))
    })()`)
    expect(touched).toBe(true)
  }
}

/** What is too small for a thumb: 48 px each way, or a whole line of it. Links within a sentence are the sentence's. */
const SMALL_TARGETS = `[...document.querySelectorAll(
  'button, select, summary, input:not([type=radio], [type=checkbox], [type=hidden]), label:has(input), a.line, a.button, a.button-quiet, .top a, .foot a',
)].filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 47.5)
  .map((element) => element.outerHTML.slice(0, 90))`

const expectLargeTargets = async (page: Page): Promise<void> =>
  expect(await page.evaluate<string[]>(SMALL_TARGETS)).toEqual([])

describe('with large text on a small screen', () => {
  test.each(READ)('%s fits, and Quit stays in reach', async (path) => {
    await withPhone(SMALL, async ({ page }) => {
      await open(page, path)
      await expectLargeTargets(page)
      await twiceAsLarge(page)
      expect(await fitsInWidth(page)).toBe(true)
      await expectQuitInReach(page)
    })
  })

  test('every step of the journey fits, its targets are large, and Quit stays in reach', async () => {
    await withPhone(SMALL, async ({ page }) => {
      await open(page, write.fr)
      await page.locator('[data-next]:visible').first().waitFor()
      await expectLargeTargets(page)
      const steps: string[] = []
      await walk(page, {
        way: 'send',
        answers: {
          role: ['victim'],
          ageBand: ['26-and-over'],
          acts: ['theft', 'filmed'],
          contactChannel: null,
        },
        at: async (step) => {
          steps.push(step)
          await page.evaluate(`document.documentElement.style.removeProperty('font-size')`)
          await expectLargeTargets(page)
          await twiceAsLarge(page)
          expect(await fitsInWidth(page), step).toBe(true)
          await expectQuitInReach(page)
        },
      })
      expect(steps.length).toBeGreaterThan(25)
      expect(steps.at(-1)).toBe('receipt')
    })
  })

  test('a field that is written in is not covered, nor does it cover Quit, above the keyboard', async () => {
    await withPhone(SMALL, async ({ page }) => {
      await open(page, write.fr)
      await page.locator('[data-next]:visible').first().waitFor()
      const written: string[] = []
      await walk(page, {
        way: 'nothing',
        sparing: true,
        at: async (step, moment) => {
          const field = page.locator(`[data-step="${step}"] textarea:visible`)
          if (moment !== 'found' || (await field.count()) === 0) return
          written.push(step)
          // What an on-screen keyboard leaves: the page asks browsers to give it that much and no more.
          await page.setViewportSize({ width: 320, height: 330 })
          await field.first().focus()
          await page.keyboard.type('a')
          const seen = await page.evaluate<boolean>(`(() => {
            const { y } = document.activeElement.getBoundingClientRect()
            return y < innerHeight && document.querySelector('.top').getBoundingClientRect().bottom < innerHeight / 2
          })()`)
          expect(seen).toBe(true)
          await expectQuitInReach(page)
          await page.setViewportSize(SMALL.viewport)
        },
      })
      expect(written).toContain('words')
    })
  })
})

describe.each(['light', 'dark'] as const)('the design system in %s colours', (colorScheme) => {
  test('shows every component, readable by everyone', async () => {
    await withPhone({ ...SMALL, colorScheme }, async ({ page }) => {
      await open(page, '/design')
      await expectAccessible(page)
      expect(await fitsInWidth(page)).toBe(true)
      await expectLargeTargets(page)
    })
  })
})

describe('for a reader who chose', () => {
  test('their own colours, what is chosen and the way out still have an edge', async () => {
    await withPhone({ ...SMALL, forcedColors: 'active' }, async ({ page }) => {
      await open(page, '/design')
      const style = (selector: string, name: string): Promise<string> =>
        page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).${name}`)
      const row = 'label:has([value="car-park"])'
      expect(await style(row, 'outlineStyle')).toBe('none')
      await page.locator('[value="car-park"]').check()
      expect(await style(row, 'outlineStyle')).toBe('solid')
      expect(await style(row, 'borderBlockStartStyle')).toBe('solid')
      for (const selector of ['.quit', '.card', '.notice'])
        expect(await style(selector, 'borderBlockStartStyle')).toBe('solid')
    })
  })

  test('less motion, nothing moves', async () => {
    await withPhone({ ...SMALL, reducedMotion: 'reduce' }, async ({ page }) => {
      await open(page, write.fr)
      const moving = `[...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element)
        return transitionDuration !== '0s' || animationName !== 'none'
      }).length`
      expect(await page.evaluate<number>(moving)).toBe(0)
    })
  })

  test('paper: what was folded is laid open, and nothing to touch is printed', async () => {
    await withPhone({ colorScheme: 'dark' }, async ({ page }) => {
      await open(page, device.fr)
      await page.emulateMedia({ media: 'print' })
      for (const selector of ['.top', '.foot', '.skip'])
        expect(await page.locator(selector).isVisible(), selector).toBe(false)
      const folded = page.locator('details:not([open]) > :not(summary)')
      for (const each of await folded.all()) expect(await each.isVisible()).toBe(true)
      const ink = await page.evaluate<string>('getComputedStyle(document.body).color')
      expect(ink).toBe('rgb(29, 40, 46)')
    })
  })
})

test('a page written with fewer bytes is the same document', async () => {
  const directory = parseDirectory(await readFile(demonstration.directoryFile))
  if (!directory.ok) throw new Error(directory.reason)
  const asset = { path: '/a', integrity: 'sha384-a' }
  const { page, close } = await openPhone(browser, demonstration.origin)
  for (const { paths, render } of await loadPages(true)) {
    for (const language of LANGUAGES) {
      const context = { ...language, paths, directory: directory.value, script: asset, style: asset }
      const long = `<!doctype html>${String(await render(context))}`
      const written = [long, tightenHtml(long)]
      const [one, other] = await page.evaluate<string[]>(
        `${JSON.stringify(written)}.map((html) =>
          new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML)`,
      )
      expect(other).toBe(one)
      expect(written[1]?.length).toBeLessThan(long.length)
    }
  }
  await close()
})
