// Every page a victim may see: legible to all, in both languages, by day and by night, and useful without any script.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible, expectStepAccessible } from '../support/accessible.ts'
import { SERVICES, dial } from '../../src/help/services.ts'
import { openPhone } from '../support/browser.ts'
import { browser, demonstration, setStage, withPhone } from '../support/stage.ts'
import { stepsOf, walk } from '../support/journey-walk.ts'
import { fitsInWidth, storedEntries, TELLING } from './report-visit.ts'

setStage()

const NARROW = { viewport: { width: 320, height: 640 } }

/** By day with every rule, by night with those that other colours can change. */
async function expectAccessibleDayAndNight(page: Page, expectOn = expectAccessible): Promise<void> {
  await expectOn(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectOn(page, 'colours')
  await page.emulateMedia({ colorScheme: 'light' })
}

describe('by day and by night', () => {
  test.each(['/fr', '/en', '/fr/aide', '/en/help'])('%s can be read by everyone', async (path) => {
    await withPhone({ colorScheme: 'light', ...NARROW }, async ({ page }) => {
      await page.goto(`${demonstration.origin}${path}`)
      await expectAccessibleDayAndNight(page)
      expect(await fitsInWidth(page)).toBe(true)
      expect(await storedEntries(page)).toEqual([0, 0, 0, 0, 0, 0])
    })
  })

  test.each(['/', '/fr/sortie', '/en/leave'])('%s can be read before it leads on', async (path) => {
    await withPhone({ colorScheme: 'light' }, async ({ context, page }) => {
      await context.route('**/*.js', (route) => route.abort())
      await context.route('**/{sortie,leave}', async (route) => {
        const response = await route.fetch()
        const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '')
        await route.fulfill({ response, body })
      })
      await page.goto(`${demonstration.origin}${path}`)
      await expectAccessibleDayAndNight(page)
    })
  })
})

test.each(['/fr/ecrire', '/en/write'])(
  'every step of %s can be read by everyone, whichever way it ends; by night too, whose colours are those of both languages',
  async (path) => {
    await withPhone({ colorScheme: 'light', ...NARROW }, async ({ page }) => {
      const seen = new Set<string>()
      for (const way of ['send', 'count', 'keep', 'nothing', 'pause'] as const) {
        await page.goto(`${demonstration.origin}${path}`)
        await page.locator('[data-next]:visible').waitFor()
        // Every way begins with the same page.
        if (seen.size === 0) await expectAccessible(page)
        await walk(page, {
          way,
          // The first way is walked with every answer; the others are for the steps and endings that are theirs.
          ...(way === 'send'
            ? { answers: { ...TELLING, month: null } }
            : { sparing: true, answers: { keepFor: ['month'] } }),
          mended: { month: ['01'] },
          at: async (name, moment) => {
            const step = page.locator(`[data-step="${name}"]`)
            if (name === 'identifiers' && moment === 'found')
              await step.locator('[data-add-identifier]').click()
            // A step beside the way is only looked at.
            const willBeAnswered =
              way === 'send' &&
              moment === 'found' &&
              name !== 'ready' &&
              (await step.locator(':is(input, select, textarea):visible').count()) > 0
            const known = seen.has(`${name} ${moment}`) || (way !== 'send' && seen.has(`${name} answered`))
            if (known || willBeAnswered) return
            seen.add(`${name} ${moment}`)
            if (path === '/fr/ecrire') await expectAccessibleDayAndNight(page, expectStepAccessible)
            else await expectStepAccessible(page)
            expect([name, await fitsInWidth(page)]).toEqual([name, true])
          },
        })
      }
      const looked = new Set([...seen].map((each) => each.split(' ')[0]))
      const all = (await stepsOf(page)).filter((name) => name !== 'perhaps')
      expect(all.filter((name) => !looked.has(name))).toEqual([])
      expect(seen).toContain('when refused')
    })
  },
  300_000,
)

describe('without JavaScript', () => {
  test.each(['/fr/ecrire', '/en/write'])(
    '%s gives the numbers and an honest word, and no way to send',
    async (path) => {
      await withPhone({ javaScriptEnabled: false }, async ({ page }) => {
        await page.goto(`${demonstration.origin}${path}`)
        expect(await page.locator('a[href="tel:17"]').first().isVisible()).toBe(true)
        expect(await page.locator('a[href="tel:112"]').first().isVisible()).toBe(true)
        expect(await page.locator('a[href^="sms:114?body="]').first().isVisible()).toBe(true)
        await page.locator('[data-without-script]').waitFor()
        expect(await page.locator('button:visible').count()).toBe(0)
        expect(await page.locator('textarea:visible, input:visible, select:visible').count()).toBe(0)
      })
    },
  )

  test.each(['/fr/aide', '/en/help'])('%s still calls every number', async (path) => {
    await withPhone({ javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(`${demonstration.origin}${path}`)
      for (const { phone, sms } of SERVICES) {
        if (phone) expect(await page.locator(`a[href="tel:${dial(phone)}"]`).count()).toBeGreaterThan(0)
        if (sms) expect(await page.locator(`a[href^="sms:${sms}?body="]`).count()).toBe(1)
      }
    })
  })

  test('the way out is a plain link, and the clearing page goes on by itself', async () => {
    const phone = await openPhone(browser, demonstration.origin, { javaScriptEnabled: false })
    await phone.context.route('https://meteofrance.com/**', (route) => route.fulfill({ body: 'weather' }))
    await phone.page.goto(`${demonstration.origin}/fr`)
    await phone.page.locator('[data-quit]').click()
    await phone.page.waitForURL('https://meteofrance.com/')
    expect(await phone.page.content()).toContain('weather')
    await phone.close()
  })
})

test.each([
  ['fr-FR', '/fr'],
  ['en-GB', '/en'],
  ['de-DE', '/en'],
])('the bare address leads a reader in %s to %s, and keeps nothing', async (locale, path) => {
  await withPhone({ locale }, async ({ context, page }) => {
    await page.goto(demonstration.origin)
    await page.waitForURL(`${demonstration.origin}${path}`)
    expect(await context.cookies()).toEqual([])
  })
})

test('hours that are not sure are not shown, and every row says when it was checked', async () => {
  await withPhone({}, async ({ page }) => {
    await page.goto(`${demonstration.origin}/fr/aide`)
    const text = await page.locator('main').innerText()
    for (const { hours, hoursSure } of SERVICES) {
      if (hours && !hoursSure && !SERVICES.some((row) => row.hoursSure && row.hours?.fr === hours.fr)) {
        expect(text).not.toContain(hours.fr)
      }
    }
    expect(text.match(/Fiche du /g)).toHaveLength(SERVICES.length)
  })
})
