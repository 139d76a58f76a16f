// A return code in a person's hands: shown, asked back, typed with mistakes. On the page of the design system, with the real Worker.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../src/build/build-site.ts'
import { expectAccessible } from '../support/accessible.ts'
import { demonstration, setStage, withPhone } from '../support/stage.ts'
import { fitsInWidth } from './report-visit.ts'

setStage()

beforeAll(async () => {
  await demonstration.halt()
  const { directoryFile, siteDir: out } = demonstration
  const verdict = await buildSite({ directoryFile, out, at: Date.now(), development: true })
  expect(verdict.ok).toBe(true)
  await demonstration.start()
})

/** The design page, on a small phone. */
const visit = (go: (page: Page) => Promise<void>): Promise<void> =>
  withPhone({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' }, async ({ page }) => {
    await page.goto(`${demonstration.origin}/design`)
    await page.locator('[data-code-words] li').first().waitFor()
    await go(page)
  })

const shownWords = (page: Page): Promise<string[]> => page.locator('[data-code-words] li').allInnerTexts()

/** A code that holds, made on this phone. */
async function makeWords(page: Page): Promise<string[]> {
  await page.locator('[data-code-other]').click()
  await page.locator('[data-code-changed]').waitFor()
  return await shownWords(page)
}

const field = (page: Page) => page.locator('[data-typed-code] textarea')
const fault = (page: Page) => page.locator('[data-code-fault]')

async function type(page: Page, text: string): Promise<void> {
  await field(page).fill(text)
  await page.locator('[data-code-open]').click()
}

/** The fields of the two words that are asked, each with the word that is wanted there. */
async function asked(page: Page, words: readonly string[]) {
  await page.locator('[data-design-ask]').click()
  const inputs = await page.locator('[data-code-back] input').all()
  const labels = await page.locator('[data-code-back] label').allInnerTexts()
  return inputs.map((input, at) => ({ input, word: words[Number(labels[at]?.match(/\d/)?.[0]) - 1] ?? '' }))
}

describe('the words of a code', () => {
  test('are eight, each a line of a list that says its language, and stand in no attribute', async () => {
    await visit(async (page) => {
      expect(await shownWords(page)).toHaveLength(8)
      expect(await page.locator('[data-code-words]').getAttribute('lang')).toBe('en')
      const holding = await page.evaluate<number>(`[...document.querySelectorAll('*')]
        .flatMap((element) => [...element.attributes]).filter(({ value }) => value.includes('dolphin')).length`)
      expect(await shownWords(page)).toContain('dolphin')
      expect(holding).toBe(0)
    })
  })

  test('can be others, and this is said', async () => {
    await visit(async (page) => {
      const before = await shownWords(page)
      expect(await page.locator('[data-code-changed]').isVisible()).toBe(false)
      expect(await makeWords(page)).not.toEqual(before)
    })
  })

  test('leave the page with whoever leaves it, and so does all that was typed', async () => {
    await visit(async (page) => {
      await field(page).fill('abandon boat')
      const [first] = await asked(page, await shownWords(page))
      await first?.input.fill('boat')
      await page.evaluate(`dispatchEvent(new Event('pagehide'))`)
      expect(await shownWords(page)).toEqual([])
      expect(await field(page).inputValue()).toBe('')
      expect(await first?.input.inputValue()).toBe('')
    })
  })
})

describe('two words asked back', () => {
  test('are found again with four letters, and whoever is wrong may try again', async () => {
    await visit(async (page) => {
      const words = await shownWords(page)
      const [first, second] = await asked(page, words)
      await first?.input.fill(first.word.slice(0, 4).toUpperCase())
      await second?.input.fill('zzzz')
      await second?.input.press('Enter')
      const kindWord = page.locator('[data-code-wrong]')
      expect(await kindWord.isVisible()).toBe(true)
      expect(await first?.input.getAttribute('aria-invalid')).toBeNull()
      expect(await page.evaluate('document.activeElement.id')).toBe('code-back-second')
      await second?.input.fill(second.word)
      expect(await kindWord.isVisible()).toBe(false)
      await page.locator('[data-code-check]').click()
      expect(await page.locator('[data-code-back] label').allInnerTexts()).toEqual(['Word', 'Word'])
      expect(await second?.input.inputValue()).toBe('')
    })
  })
})

describe('words that are typed', () => {
  test('hold however they are written, and their first four letters are enough', async () => {
    await visit(async (page) => {
      const words = await makeWords(page)
      const written = words.map((word, at) => `${at + 1}. ${word.slice(0, 4).toUpperCase()}`).join(',\n')
      await page.locator('[data-code-other]').click()
      await expect.poll(() => shownWords(page)).not.toEqual(words)
      await type(page, written)
      await expect.poll(() => shownWords(page)).toEqual(words)
      expect(await fault(page).isVisible()).toBe(false)
      expect(await field(page).inputValue()).toBe(written)
    })
  })

  test('and are too few, are counted, and nothing is lost', async () => {
    await visit(async (page) => {
      await type(page, 'abandon, boat')
      await expect.poll(() => fault(page).innerText()).toContain(' 2.')
      expect(await field(page).inputValue()).toBe('abandon, boat')
      await type(page, ' ')
      expect(await page.locator('[data-fault="empty"]').isVisible()).toBe(true)
    })
  })

  test('and are in no list, are named, with near ones to touch', async () => {
    await visit(async (page) => {
      await type(page, 'abandon, baot; qqqqzz dolphin enough fabric garden hobby')
      await page.locator('[data-code-faults] li').first().waitFor()
      expect(await page.locator('[data-code-faults] li').count()).toBe(2)
      await expectAccessible(page)
      expect(await fitsInWidth(page)).toBe(true)
      await page.locator('[data-code-near] button', { hasText: 'boat' }).click()
      expect(await field(page).inputValue()).toBe('abandon, boat; qqqqzz dolphin enough fabric garden hobby')
      expect(await page.locator('[data-code-faults] li').allInnerTexts()).toEqual([
        expect.stringContaining('qqqqzz'),
      ])
      await field(page).press('End')
      await page.keyboard.type('s')
      expect(await fault(page).isVisible()).toBe(false)
    })
  })

  test('and changed places, are put back with one touch, and then they hold', async () => {
    await visit(async (page) => {
      const [first = '', second = '', ...rest] = await makeWords(page)
      await type(page, [second, first, ...rest].join(' '))
      await page.locator('[data-code-near] button', { hasText: `${first} ${second}` }).waitFor()
      expect(await fault(page).innerText()).toContain('only if it is what you noted')
      await page.locator('[data-code-near] button', { hasText: `${first} ${second}` }).click()
      expect(await field(page).inputValue()).toBe([first, second, ...rest].join(' '))
      expect(await page.locator('[data-code-chosen]').isVisible()).toBe(true)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('[data-code-chosen]').isVisible()).toBe(false)
      await expect.poll(() => page.locator('[data-code-open]').isEnabled()).toBe(true)
      expect(await fault(page).isVisible()).toBe(false)
    })
  })

  test('open with Enter once there are eight; before, Enter begins a line', async () => {
    await visit(async (page) => {
      const words = await makeWords(page)
      await field(page).focus()
      await page.keyboard.type(words.slice(0, 7).join(' '))
      await page.keyboard.press('Enter')
      expect(await field(page).inputValue()).toBe(`${words.slice(0, 7).join(' ')}\n`)
      expect(await fault(page).isVisible()).toBe(false)
      await page.locator('[data-code-other]').click()
      await expect.poll(() => shownWords(page)).not.toEqual(words)
      await field(page).focus()
      await page.keyboard.type(words[7] ?? '')
      await page.keyboard.press('Enter')
      await expect.poll(() => shownWords(page)).toEqual(words)
    })
  })

  test('are hidden from whoever looks over a shoulder, and can be shown again', async () => {
    await visit(async (page) => {
      const security = (): Promise<string> =>
        page.evaluate<string>(
          `getComputedStyle(document.querySelector('[data-typed-code] textarea')).webkitTextSecurity`,
        )
      await field(page).fill('abandon')
      const toggle = page.locator('[data-code-hide]')
      expect(await security()).toBe('none')
      await toggle.click()
      expect(await security()).toBe('disc')
      expect(await toggle.innerText()).toBe('Show the words')
      await toggle.click()
      expect(await security()).toBe('none')
      expect(await field(page).inputValue()).toBe('abandon')
    })
  })
})
