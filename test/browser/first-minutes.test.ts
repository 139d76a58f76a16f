// What helps at once, whether or not anything is ever sent: read without a script, on paper, at 320 px, by day and by night; and the
// clock of HIV prevention, which leaves nothing behind.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { dial, service } from '../../src/help/services.ts'
import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'
import { expectAccessible } from '../support/accessible.ts'
import { demonstration, setStage, withPhone } from '../support/stage.ts'

setStage()

const open = (page: Page, path: string) => page.goto(`${demonstration.origin}${path}`)

/** As read aloud: narrow spaces are spaces. */
const spoken = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replaceAll(/\s+/g, ' ')

const FIRST_MINUTES = [
  ['/fr/premiers-gestes', fr],
  ['/en/first-steps', en],
] as const

/** What a person in trouble must find, to the digit. */
const NUMBERS = ['police-17', 'eu-112', 'samu-15', 'pep', 'carte-bancaire', '3018', 'france-victimes', '3114']
const SITES = ['17cyber', 'pharos']

describe.each(FIRST_MINUTES)('%s', (path, m) => {
  test('says everything and calls every number without any script', async () => {
    await withPhone({ javaScriptEnabled: false }, async ({ page }) => {
      await open(page, path)
      for (const id of NUMBERS) {
        const line = page.locator(`main a[href="tel:${dial(service(id).phone ?? '')}"]`).first()
        expect([id, await line.isVisible()]).toEqual([id, true])
      }
      expect(await page.locator('main a[href^="sms:114?body="]').isVisible()).toBe(true)
      for (const id of SITES) {
        const site = page.locator(`main a[href="https://${service(id).site}/"]`)
        expect(await site.getAttribute('target')).toBe('_blank')
        expect(await site.getAttribute('rel')).toBe('noopener noreferrer')
      }
      const { danger, injury, hiv, traces, bank, phone, blackmail } = m.firstMinutes
      for (const advice of [
        danger,
        injury,
        hiv,
        traces,
        bank,
        phone,
        blackmail,
        ...Object.values(traces.kinds),
      ]) {
        for (const line of advice.lines) {
          expect([line, await page.getByText(line, { exact: true }).isVisible()]).toEqual([line, true])
        }
      }
    })
  })

  test('prints on one sheet, every number as text, without the site’s frame', async () => {
    await withPhone({ isMobile: false, javaScriptEnabled: false }, async ({ page }) => {
      await open(page, path)
      const sheet = await page.pdf({ preferCSSPageSize: true })
      expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
      await page.emulateMedia({ media: 'print' })
      for (const frame of ['.top', '.foot', '.skip', '.contents', '.print-hint']) {
        expect([frame, await page.locator(frame).isVisible()]).toEqual([frame, false])
      }
      const paper = await page.locator('main').innerText()
      for (const id of NUMBERS) expect(paper).toContain(service(id).phone)
      for (const id of SITES) expect(paper).toContain(service(id).site)
      expect(paper).toContain(m.report.safe.silentNumber)
    })
  })
})

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each(
    ['/fr', '/fr/premiers-gestes', '/fr/avant', '/fr/telephone', '/fr/limites'].concat([
      '/en',
      '/en/first-steps',
      '/en/before',
      '/en/phone',
      '/en/limits',
    ]),
  )('%s can be read by everyone, at 320 px', async (path) => {
    await withPhone({ colorScheme, viewport: { width: 320, height: 640 } }, async ({ page }) => {
      await open(page, path)
      await expectAccessible(page)
      expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    })
  })
})

describe.each([
  ['/fr/limites', fr],
  ['/en/limits', en],
] as const)('%s', (path, { limits }) => {
  test('says what may be seen and what helps, without a script, and on paper too', async () => {
    await withPhone({ isMobile: false, javaScriptEnabled: false }, async ({ page }) => {
      await open(page, path)
      expect(await page.title()).toBe(limits.title)
      const wholeOf = () => page.locator('main').innerText()
      const onScreen = await wholeOf()
      await page.emulateMedia({ media: 'print' })
      for (const read of [onScreen, await wholeOf()]) {
        for (const { title, seen, helps } of Object.values(limits.parts)) {
          expect([title, seen, ...helps].filter((words) => !read.includes(words))).toEqual([])
        }
      }
    })
  })
})

test('whoever wonders before writing finds what cannot be hidden: from the first page, the first step and every footer', async () => {
  await withPhone({ javaScriptEnabled: false }, async ({ page }) => {
    for (const [path, places] of [
      ['/fr', ['main', 'footer']],
      ['/fr/ecrire', ['[data-step="safe"]']],
      ['/fr/telephone', ['footer']],
    ] as const) {
      await open(page, path)
      for (const place of places) {
        const link = page.locator(`${place} a[href="/fr/limites"]`)
        expect([path, place, await link.isVisible()]).toEqual([path, place, true])
      }
    }
  })
})

const step = (page: Page, name: string) => page.locator(`[data-step="${name}"]`)

async function goOnTo(page: Page, name: 'urgent' | 'traces', path = '/fr/ecrire'): Promise<void> {
  await open(page, path)
  await step(page, 'safe').locator('[data-next]').click()
  await step(page, 'urgent').waitFor()
  if (name === 'traces') await step(page, 'urgent').locator('[data-next]').click()
  await step(page, name).waitFor()
}

describe('the clock of HIV prevention', () => {
  /** A Sunday, 22:30 in Paris. */
  const SUNDAY_EVENING = new Date('2026-11-22T21:30:00Z')
  const EVENING = { timezoneId: 'Europe/Paris' }

  async function openClock(page: Page, path?: string): Promise<void> {
    await page.clock.setFixedTime(SUNDAY_EVENING)
    await goOnTo(page, 'urgent', path)
    await step(page, 'urgent')
      .locator('details', { has: page.locator('[data-care-clock]') })
      .locator('summary')
      .click()
  }

  const answer = (page: Page, hours: string) => page.locator('[data-care-clock]').selectOption(hours)
  const words = (page: Page) => spoken(page, '[data-care-time]')

  test.each([
    ['/fr/ecrire', 'lundi 00 h', 'mardi 20 h'],
    ['/en/write', 'Monday 12 AM', 'Tuesday 8 PM'],
  ])('on %s, someone two hours after learns until when, by this phone’s clock', async (path, best, last) => {
    await withPhone(EVENING, async ({ page }) => {
      await openClock(page, path)
      expect(await words(page)).toBe('')
      await answer(page, '2')
      const said = await words(page)
      expect(said).toContain(best)
      expect(said).toContain(last)
      expect(said).toMatch(/\b2 .*\b46 /)
    })
  })

  test('past four hours the best time is no longer spoken of; past 48, care still is', async () => {
    await withPhone(EVENING, async ({ page }) => {
      const { best, late } = fr.report.urgent.clock
      await openClock(page)
      await answer(page, '4')
      expect(await words(page)).not.toContain(best[0])
      expect(await words(page)).toContain('mardi 18 h')
      await answer(page, '49')
      expect(await words(page)).toBe(late.replaceAll(/\s+/g, ' '))
    })
  })

  test('the answer is in no form data, and a reset leaves nothing of it', async () => {
    await withPhone(EVENING, async ({ page }) => {
      await openClock(page)
      await answer(page, '36')
      expect(await words(page)).not.toBe('')
      const form = 'document.querySelector("[data-report]")'
      expect(await page.evaluate<string[]>(`[...new FormData(${form}).values()]`)).not.toContain('36')
      await page.evaluate(`${form}.reset()`)
      expect(await page.locator('[data-care-clock]').inputValue()).toBe('')
      expect(await page.locator('[data-care]:visible').count()).toBe(0)
      const slots = await page.locator('[data-care-time] [data-text]').allTextContents()
      expect(slots.join('')).toBe('')
    })
  })
})

describe('the first steps', () => {
  test('everything that leads elsewhere opens apart, so that nothing written is lost', async () => {
    await withPhone({}, async ({ page }) => {
      await open(page, '/fr/ecrire')
      await step(page, 'safe').locator('[data-next]').waitFor()
      const first = page.locator('[data-step="safe"], [data-step="urgent"], [data-step="traces"]')
      const links = first
        .locator('a[href^="/"], a[href^="https:"]')
        .and(page.locator(':not([data-without-script] a)'))
      const opened = await links.evaluateAll((all) =>
        all.map((link) => [link.getAttribute('target'), link.getAttribute('rel')].join(' ')),
      )
      expect(opened.length).toBeGreaterThan(3)
      expect(new Set(opened)).toEqual(new Set(['_blank noopener noreferrer']))
    })
  })

  test('what one opens is legible to all, and recorded nowhere', async () => {
    await withPhone({}, async ({ page }) => {
      await goOnTo(page, 'urgent')
      const form = 'JSON.stringify([...new FormData(document.querySelector("[data-report]"))])'
      const untouched = await page.evaluate<string>(form)
      for (const summary of await step(page, 'urgent').locator('summary').all()) await summary.click()
      expect(await step(page, 'urgent').locator('details:not([open])').count()).toBe(0)
      await expectAccessible(page)
      expect(await page.evaluate<string>(form)).toBe(untouched)
    })
  })

  test('the channel named brings what to keep of it, and only that', async () => {
    await withPhone({}, async ({ page }) => {
      const { kinds, lines } = fr.firstMinutes.traces
      await goOnTo(page, 'traces')
      const traces = step(page, 'traces')
      const cards = traces.locator('[data-when]:visible')
      expect(await traces.getByText(lines[0]).isVisible()).toBe(true)
      expect(await cards.count()).toBe(0)
      for (const [channel, kind] of [
        ['general-dating-app', 'dating'],
        ['phone', 'phone'],
        ['other', 'forum'],
      ] as const) {
        await traces.locator(`input[name="channel"][value="${channel}"]`).check()
        expect(await cards.locator('h3').allTextContents()).toEqual([kinds[kind].title])
      }
      await expectAccessible(page)
      await traces.locator('input[name="channel"][value="unknown"]').check()
      expect(await cards.count()).toBe(0)
      expect(await traces.getByText(lines[0]).isVisible()).toBe(true)
    })
  })
})
