// Back loses nothing; leaving loses everything. Keyboard alone is enough for both.
import { expect, test } from 'vitest'
import { demonstration, page, phone, phoneForEachTest, setStage } from '../support/stage.ts'
import { walk } from '../support/journey-walk.ts'
import {
  begin,
  everythingOnPage,
  fitsInWidth,
  goBackTo,
  goOn,
  LISTENERS,
  next,
  pick,
  step,
  storedEntries,
  TELLING,
  WRITE,
  writeTo,
} from './report-visit.ts'

const WEATHER = 'https://meteofrance.com/'

setStage({ part: 'whole' })
phoneForEachTest()

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
  for (const name of ['words', 'before-words', 'complaint', 'evidence', 'motive']) {
    await page.goBack()
    await step(page, name).waitFor()
    expect(await page.locator('[data-step]:visible').count()).toBe(1)
  }
  await goBackTo(page, 'needs')
  expect(await page.locator('input[name="needs"][value="legal"]').isChecked()).toBe(true)
  await page.goForward()
  await goOn(page, 'words')
  expect(await page.locator('#narrative').inputValue()).toBe('tout est là')
  expect(page.url()).toBe(`${demonstration.origin}${WRITE}`)
  expect(await page.evaluate<string>('JSON.stringify(history.state)')).toMatch(/^\{"step":\d+\}$/)
})

test('the link to the content stays at the step, and leaves nothing for Back to go through', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill('je suis là')
  await page.locator('a.skip').focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate<string>('document.activeElement?.id')).toBe('content')
  expect(page.url()).toBe(`${demonstration.origin}${WRITE}`)
  expect(await step(page, 'words').isVisible()).toBe(true)
  await step(page, 'words').locator('[data-back]').click()
  await step(page, 'before-words').waitFor()
  expect(await page.locator('#narrative').inputValue()).toBe('je suis là')
})

test('the browser’s Forward does not lead to a question that is no longer asked', async () => {
  const placeInHistory = () => page.evaluate<number>('history.state.step')
  await begin(page, demonstration.origin)
  await goOn(page, 'acts')
  const atActs = await placeInHistory()
  await pick(page, 'acts', 'theft')
  await next(page)
  expect(await step(page, 'money').isVisible()).toBe(true)
  await page.goBack()
  await step(page, 'acts').waitFor()
  await page.locator('input[name="acts"][value="theft"]').uncheck()
  await page.goForward()
  await expect.poll(placeInHistory).toBe(atActs)
  expect(await step(page, 'acts').isVisible()).toBe(true)
  expect(await step(page, 'money').isVisible()).toBe(false)
  await next(page)
  expect(await step(page, 'when').isVisible()).toBe(true)
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
  await expect.poll(() => page.workers().length).toBe(1)
  await page.evaluate('dispatchEvent(new PageTransitionEvent("pagehide"))')
  await expect.poll(() => page.workers().length).toBe(0)
  expect(await everythingOnPage(page)).not.toContain('à effacer')
  expect(await page.locator('input:checked').count()).toBe(0)
})

test('wiping leaves no name that was chosen, and no sign of what was read', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'about')
  await step(page, 'about').locator('details.why summary').first().click()
  await goOn(page, 'choose')
  await page.evaluate(`for (const list of document.querySelectorAll('[data-changed] ul')) {
    list.append(Object.assign(document.createElement('li'), { textContent: 'nom choisi' }))
    list.closest('[hidden]').hidden = false
    list.closest('[data-changed]').hidden = false
  }`)
  expect(await page.locator('[data-changed]').innerText()).toContain('nom choisi')
  await page.evaluate('dispatchEvent(new PageTransitionEvent("pagehide"))')
  expect(await everythingOnPage(page)).not.toContain('nom choisi')
  const signs = '[data-changed], [data-changed-list], [data-gone-list], [data-progress], [data-chapter-words]'
  expect(await page.locator(`:is(${signs}):not([hidden])`).count()).toBe(0)
  expect(await page.locator('h2[tabindex], details[open]').count()).toBe(0)
  expect(await page.locator('[data-progress] progress').getAttribute('value')).toBe('0')
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

const NARROW = [320, 360]

const SIZES = [100, 130, 200]

test('at 320 and 360 pixels, with text of each size, nothing sticks out and the way out stays on screen', async () => {
  const fits = async (name: string): Promise<void> => {
    for (const percent of SIZES) {
      await enlargeText(percent)
      for (const width of NARROW) {
        await page.setViewportSize({ width, height: 568 })
        expect([name, percent, width, await fitsInWidth(page)]).toEqual([name, percent, width, true])
        await page.evaluate('scrollTo(0, document.body.scrollHeight)')
        expect([name, percent, width, await wayOutIsWhole()]).toEqual([name, percent, width, true])
      }
    }
  }
  for (const path of ['/fr', '/en', '/fr/aide', '/en/help', '/fr/revenir', '/en/return']) {
    await page.goto(`${demonstration.origin}${path}`)
    await fits(path)
  }
  await page.goto(`${demonstration.origin}${WRITE}`)
  await page.locator('[data-next]:visible').waitFor()
  await fits('safe')
  // It is walked with the largest text.
  await walk(page, { way: 'send', answers: TELLING, at: fits })
})
