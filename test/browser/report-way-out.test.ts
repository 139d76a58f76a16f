// Back loses nothing; leaving loses everything. Keyboard alone is enough for both.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser, openPhone, type Phone } from '../support/browser.ts'
import { startDemonstration, type RunningDemonstration } from '../support/demonstration.ts'
import { openedBy } from '../support/opened-envelopes.ts'
import {
  begin,
  chooseAssociations,
  everythingOnPage,
  fitsInWidth,
  goOn,
  LISTENERS,
  next,
  pick,
  step,
  STEPS,
  storedEntries,
  WRITE,
  writeTo,
} from './report-visit.ts'

const WEATHER = 'https://meteofrance.com/'

let browser: Browser
let demonstration: RunningDemonstration
let phone: Phone
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  demonstration = await startDemonstration()
})

afterAll(async () => {
  await browser?.close()
  await demonstration?.stop()
})

beforeEach(async () => {
  phone = await openPhone(browser, demonstration.origin)
  page = phone.page
})

afterEach(() => phone.close())

/** Lets the phone reach an empty page in place of the weather site. */
const weatherAnswers = () =>
  phone.context.route(`${WEATHER}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Météo</title>' }),
  )

test('the phone’s Back is the step before, and everything typed is still there', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'needs')
  await pick(page, 'needs', 'legal')
  await goOn(page, 'words')
  await page.locator('#narrative').fill('tout est là')
  await next(page)
  for (const name of ['words', 'happened', 'where-when', 'contact-began', 'needs']) {
    await page.goBack()
    await step(page, name).waitFor()
    expect(await page.locator('[data-step]:visible').count()).toBe(1)
  }
  expect(await page.locator('input[name="needs"][value="legal"]').isChecked()).toBe(true)
  await page.goForward()
  await goOn(page, 'words')
  expect(await page.locator('#narrative').inputValue()).toBe('tout est là')
  expect(page.url()).toBe(`${demonstration.origin}${WRITE}`)
  expect(await page.evaluate<string>('JSON.stringify(history.state)')).toMatch(/^\{"step":\d+\}$/)
})

test('the link to the content stays at the step, and Back too', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill('je suis là')
  await page.locator('a.skip').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**#content')
  expect(await step(page, 'words').isVisible()).toBe(true)
  await page.goBack()
  await page.waitForURL(`**${WRITE}`)
  expect(await step(page, 'words').isVisible()).toBe(true)
  expect(await page.locator('#narrative').inputValue()).toBe('je suis là')
})

test.each(['one touch', 'Escape three times'])(
  '%s leaves for the weather, and Back shows empty fields',
  async (way) => {
    await weatherAnswers()
    await writeTo(page, demonstration.origin, 'à effacer', LISTENERS)
    if (way === 'one touch') await page.locator('header [data-quit]').click()
    else for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
    await page.waitForURL(`${WEATHER}**`)
    expect(phone.sent.map(({ url }) => url)).toContain(`${demonstration.origin}/fr/sortie`)
    await page.goBack()
    await page.locator('[data-next]:visible').waitFor()
    expect(await page.locator('#narrative').inputValue()).toBe('')
    expect(await everythingOnPage(page)).not.toContain('à effacer')
    expect(await storedEntries(page)).toEqual([0, 0, 0, 0, 0, 0])
    expect(phone.sent.filter(({ method }) => method === 'POST')).toEqual([])
  },
)

test('two touches of Escape leave everything in place', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill('je reste')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift')
  await page.keyboard.press('Escape')
  expect(await page.locator('#narrative').inputValue()).toBe('je reste')
})

test('wiping empties every field and stops the Workers before the page is left', async () => {
  await writeTo(page, demonstration.origin, 'à effacer', LISTENERS)
  await page.locator('[data-proof] [data-one="done"]').waitFor()
  expect(page.workers()).toHaveLength(1)
  await page.evaluate('dispatchEvent(new PageTransitionEvent("pagehide"))')
  await expect.poll(() => page.workers().length).toBe(0)
  expect(await everythingOnPage(page)).not.toContain('à effacer')
  expect(await page.locator('input:checked').count()).toBe(0)
})

/** Whether the way out can be touched, and lies inside the screen, edge to edge. */
const wayOutIsWhole = (): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const quit = document.querySelector('header [data-quit]')
    const { left, right, top, bottom, width, height } = quit.getBoundingClientRect()
    const within = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
    return within && quit.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })()`)

const enlargeText = (percent: number): Promise<void> =>
  page.evaluate<void>(`document.documentElement.style.setProperty('font-size', '${percent}%')`)

describe.each([320, 360])('at %i pixels', (width) => {
  test.each([100, 130, 200])(
    'with text at %i percent, nothing sticks out and the way out stays on screen',
    async (percent) => {
      await page.setViewportSize({ width, height: 568 })
      for (const path of ['/fr', '/en', '/fr/aide', '/en/help']) {
        await page.goto(`${demonstration.origin}${path}`)
        await enlargeText(percent)
        expect([path, await fitsInWidth(page), await wayOutIsWhole()]).toEqual([path, true, true])
      }
      await page.goto(`${demonstration.origin}${WRITE}`)
      await page.locator('[data-next]:visible').waitFor()
      await enlargeText(percent)
      for (const name of ['safe', ...STEPS] as const) {
        if (name === 'urgent') await next(page)
        else if (name !== 'safe') await goOn(page, name)
        if (name === 'you') await pick(page, 'ageBand', '15-17')
        if (name === 'choose') await page.locator('[data-proposed] li').first().waitFor()
        if (name === 'choose') await chooseAssociations(page, LISTENERS)
        expect([name, await fitsInWidth(page)]).toEqual([name, true])
        await page.evaluate('scrollTo(0, document.body.scrollHeight)')
        expect([name, await wayOutIsWhole()]).toEqual([name, true])
      }
    },
  )
})

test('keyboard alone writes, chooses and sends; Enter in a field never does', async () => {
  await page.goto(`${demonstration.origin}${WRITE}`)
  await page.locator('[data-next]:visible').waitFor()
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return
    }
    throw new Error(`the keyboard does not reach ${selector}`)
  }
  const onward = async (name: string): Promise<void> => {
    await tabTo('[data-next], [data-to-review]')
    await page.keyboard.press('Enter')
    await step(page, name).waitFor()
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe(`title-${name}`)
  }
  for (const name of ['urgent', 'you', 'needs', 'contact-began']) await onward(name)
  await tabTo('#platform')
  await page.keyboard.press('A')
  expect(await page.locator('#platform').inputValue()).toBe('other')
  await tabTo('#platformName')
  await page.keyboard.type('clavier seul')
  await page.keyboard.press('Enter')
  expect(await step(page, 'contact-began').isVisible()).toBe(true)
  for (const name of ['where-when', 'happened', 'words', 'contact', 'choose']) await onward(name)
  await page.locator('[data-proposed] li').first().waitFor()
  await tabTo(`input[name="consent"][value="${LISTENERS}"]`)
  await page.keyboard.press('Space')
  await onward('review')
  await page.locator('[data-proof] [data-one="done"]').waitFor()
  await tabTo('[data-send]')
  await page.keyboard.press('Enter')
  await step(page, 'receipt').waitFor()
  const platforms = (await openedBy(demonstration, LISTENERS)).map(({ account }) => account.platform)
  expect(platforms).toContain('clavier seul')
})

test('a missing half is said kindly, and leads to its field', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'where-when')
  await page.locator('#year').selectOption('2025')
  await next(page)
  await page.locator('[data-problems] a').click()
  expect(await page.evaluate<string>('document.activeElement?.id')).toBe('month')
  await page.locator('#month').selectOption('02')
  expect(await page.locator('[data-problems]').isVisible()).toBe(false)
  await next(page)
  expect(await step(page, 'happened').isVisible()).toBe(true)
})

test('“I don’t know” stands alone among several answers', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'happened')
  await pick(page, 'acts', 'theft')
  await pick(page, 'acts', 'threats')
  await pick(page, 'acts', 'unknown')
  const ticked = () =>
    page.evaluate<string[]>(
      `[...document.querySelectorAll('input[name="acts"]:checked')].map(({ value }) => value)`,
    )
  expect(await ticked()).toEqual(['unknown'])
  await pick(page, 'acts', 'not-said')
  expect(await ticked()).toEqual(['not-said'])
  await pick(page, 'acts', 'theft')
  expect(await ticked()).toEqual(['theft'])
})

test('a month that has not come is a hint, never a wall', async () => {
  await page.clock.setFixedTime(new Date('2026-11-15'))
  await begin(page, demonstration.origin)
  await goOn(page, 'where-when')
  await page.locator('#year').selectOption('2026')
  await page.locator('#month').selectOption('11')
  expect(await page.locator('[data-month-ahead]').isVisible()).toBe(false)
  await page.locator('#month').selectOption('12')
  expect(await page.locator('[data-month-ahead]').isVisible()).toBe(true)
  await next(page)
  expect(await step(page, 'happened').isVisible()).toBe(true)
})

test('a paste that does not fit says that its end was not kept', async () => {
  await phone.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.evaluate(
    'navigator.clipboard.writeText("é".repeat(document.querySelector("#narrative").maxLength + 1))',
  )
  await page.locator('#narrative').focus()
  await page.keyboard.press('Control+V')
  await page.locator('[data-cut="narrative"]').waitFor()
  await page.keyboard.press('Backspace')
  expect(await page.locator('[data-cut="narrative"]').isVisible()).toBe(false)
})

test('under 15, with no association to receive them, a child is told at once, and told it is not their fault', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'you')
  await pick(page, 'ageBand', '15-17')
  expect(await page.locator('[data-step="you"] [data-under-15]').isVisible()).toBe(false)
  await pick(page, 'ageBand', 'under-15')
  expect(await page.locator('[data-step="you"] [data-under-15]').innerText()).toContain('119')
  await goOn(page, 'review')
  await page.locator('[data-nobody-can]').waitFor()
  expect(await page.locator('[data-nobody-chosen]').isVisible()).toBe(false)
  expect(await page.locator('[data-step="review"] a[href="tel:119"]').isVisible()).toBe(true)
})

test.each([true, false])(
  'the receipt promises an answer only to whom can be answered (%s)',
  async (contact) => {
    await begin(page, demonstration.origin)
    await goOn(page, 'contact')
    if (contact) {
      await pick(page, 'contactChannel', 'email')
      await page.locator('#contactValue').fill('a@exemple.invalid')
    }
    await goOn(page, 'choose')
    await chooseAssociations(page, LISTENERS)
    await goOn(page, 'review')
    await page.locator('[data-send]').click()
    await step(page, 'receipt').waitFor()
    expect(await page.locator('[data-receivers] [data-answers]').isVisible()).toBe(contact)
    expect(await page.locator('[data-no-answer]').isVisible()).toBe(!contact)
  },
)
