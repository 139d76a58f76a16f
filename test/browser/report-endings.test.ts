// The four ways it ends, each a real path, whoever walks it: by touch, with a keyboard alone, on the smallest phone with text twice
// as large. Each ends calmly, and is wiped.
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { openPhone, type Phone } from '../support/browser.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { stepOnScreen } from '../support/journey-walk.ts'
import { openedBy } from '../support/opened-envelopes.ts'
import {
  begin,
  everythingOnPage,
  fitsInWidth,
  goOn,
  keepIt,
  LISTENERS,
  step,
  storedEntries,
  WRITE,
} from './report-visit.ts'

let phone: Phone

setStage()

afterEach(() => phone.close())

/** How someone acts on the page. */
interface Hand {
  options: BrowserContextOptions
  arrive: (page: Page) => Promise<void>
  press: (page: Page, selector: string) => Promise<void>
  write: (page: Page, selector: string, words: string) => Promise<void>
  look: (page: Page) => Promise<void>
}

const touch: Hand = {
  options: {},
  arrive: async () => {},
  press: (page, selector) => page.locator(`${selector}:visible`).first().tap(),
  write: (page, selector, words) => page.locator(selector).fill(words),
  look: async () => {},
}

const MOST_STOPS = 120

/** Only what Tab reaches is pressed, and a step is read from its heading. */
const keyboard: Hand = {
  ...touch,
  press: async (page, selector) => {
    await tabTo(page, selector)
    await page.keyboard.press(selector.startsWith('input') ? 'Space' : 'Enter')
  },
  write: async (page, selector, words) => {
    await tabTo(page, selector)
    await page.keyboard.type(words)
  },
  look: async (page) => {
    const read = `document.activeElement?.matches('h2') && document.activeElement.closest('[data-step]').dataset.step`
    expect(await page.evaluate<string>(read)).toBe(await stepOnScreen(page))
  },
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${selector}`)
}

const large: Hand = {
  ...touch,
  options: { viewport: { width: 320, height: 568 } },
  arrive: (page) => page.evaluate<void>(`document.documentElement.style.setProperty('font-size', '200%')`),
  look: async (page) => {
    expect([await stepOnScreen(page), await fitsInWidth(page)]).toEqual([await stepOnScreen(page), true])
  },
}

const ONWARD = '[data-next]'

/** Onward, step by step, until this one is on screen. */
async function walkTo(page: Page, hand: Hand, name: string): Promise<void> {
  for (let steps = 0; (await stepOnScreen(page)) !== name; steps++) {
    if (steps > 40) throw new Error(`${name} is not on the way`)
    const isCode = (await stepOnScreen(page)) === 'code'
    await hand.press(page, isCode ? '[data-without]' : ONWARD)
    await hand.look(page)
  }
}

const goStraight = (page: Page, _: Hand, name: 'words' | 'path'): Promise<void> => goOn(page, name)

const consentTo = (association: string): string => `input[name="consent"][value="${association}"]`

/** Each way on, from the step where it is chosen to its end. */
const WAYS: readonly [string, string, (page: Page, hand: Hand) => Promise<void>][] = [
  [
    'sending',
    'receipt',
    async (page, hand) => {
      await hand.press(page, '[data-path="send"]')
      await page.locator(consentTo(LISTENERS)).waitFor()
      await hand.look(page)
      await hand.press(page, consentTo(LISTENERS))
      await walkTo(page, hand, 'apart')
      await hand.press(page, 'input[name="statistics"]')
      await walkTo(page, hand, 'review')
      await page.locator('[data-proof] [data-one="done"]').waitFor()
      await hand.press(page, '[data-send]')
      await page.locator('[data-card-sent] [data-one="received"]').waitFor()
    },
  ],
  [
    'being counted',
    'counted',
    async (page, hand) => {
      await hand.press(page, '[data-path="count"]')
      await hand.look(page)
      await hand.press(page, '[data-count-send]')
    },
  ],
  [
    'keeping it',
    'kept',
    async (page, hand) => {
      await hand.press(page, '[data-path="keep"]')
      await page.locator('[name="keepFor"]').first().waitFor()
      await hand.look(page)
      await hand.press(page, 'input[name="keepFor"][value="month"]')
      await walkTo(page, hand, 'code')
      await page.locator('[data-code-words] li').nth(7).waitFor()
      await hand.look(page)
      await hand.press(page, '[data-noted]')
      await hand.press(page, '[data-code-skip]')
    },
  ],
  [
    'doing nothing',
    'unsent',
    async (page, hand) => {
      await hand.press(page, '[data-path="nothing"]')
      await page.locator('[data-erase-all]:enabled').waitFor()
      await hand.press(page, '[data-erase-all]')
    },
  ],
]

describe.each([
  ['by touch', touch],
  ['with a keyboard alone', keyboard],
  ['at 320 pixels with text at 200 percent', large],
])('%s', (name, hand) => {
  test.each(WAYS)('%s ends well, and leaves nothing on the phone', async (way, ending, finish) => {
    phone = await openPhone(browser, demonstration.origin, hand.options)
    const { page, context } = phone
    const words = `${way} ${name}`
    await page.goto(`${demonstration.origin}${WRITE}`)
    await page.locator(`${ONWARD}:visible`).waitFor()
    await hand.arrive(page)
    // Up to the ways on it is the same for all: whoever sends walks it step by step.
    const walkBefore = ending === 'receipt' ? walkTo : goStraight
    await walkBefore(page, hand, 'words')
    await hand.write(page, '#narrative', words)
    await walkBefore(page, hand, 'path')
    await finish(page, hand)
    await step(page, ending).waitFor()
    await hand.look(page)
    expect(await step(page, ending).locator('.lines a[href^="tel:"]').count()).toBe(5)
    expect(await step(page, ending).locator('[data-quit]').isVisible()).toBe(true)
    expect(await page.locator('[data-perhaps-sent]').isVisible()).toBe(false)
    expect(await everythingOnPage(page)).not.toContain(words)
    expect(await storedEntries(page)).toEqual([0, 0, 0, 0, 0, 0])
    expect(await context.cookies()).toEqual([])
    const posted = phone.sent
      .filter(({ method }) => method === 'POST')
      .map(({ url }) => new URL(url).pathname)
    expect(posted).toEqual(
      {
        receipt: ['/api/submissions', '/api/cards'],
        counted: ['/api/cards'],
        kept: ['/api/mailbox-messages'],
      }[ending] ?? [],
    )
    const narratives = (await openedBy(demonstration, LISTENERS)).map(({ narrative }) => narrative)
    expect(narratives.filter((each) => each === words)).toHaveLength(ending === 'receipt' ? 1 : 0)
    expect(phone.complaints).toEqual([])

    await page.goBack()
    expect(await stepOnScreen(page)).toBe(ending)
    expect(await everythingOnPage(page)).not.toContain(words)
  })
})

/** Someone at the ways on, who has written these words. How one comes there is shown above. */
async function atTheWays(words: string, options: BrowserContextOptions = {}): Promise<Page> {
  phone = await openPhone(browser, demonstration.origin, options)
  const { page } = phone
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill(words)
  await goOn(page, 'path')
  return page
}

test('one’s mind can be changed at the ways on: back from each of them, then another', async () => {
  const page = await atTheWays('toujours là')
  for (const [way, name] of [
    ['count', 'count'],
    ['keep', 'keep'],
    ['send', 'choose'],
  ] as const) {
    await touch.press(page, `[data-path="${way}"]`)
    await step(page, name).waitFor()
    await page.goBack()
    await step(page, 'path').waitFor()
  }
  await touch.press(page, '[data-path="nothing"]')
  expect(await page.locator('#narrative').inputValue()).toBe('toujours là')
  await touch.press(page, '[data-path="send"]')
  await page.locator(consentTo(LISTENERS)).check()
  await goOn(page, 'review')
  await page.goBack()
  await step(page, 'code').waitFor()
  await page.goBack()
  await step(page, 'apart').waitFor()
  await page.goBack()
  await page.goBack()
  await step(page, 'path').waitFor()
  await keepIt(page)
  const posted = phone.sent.filter(({ method }) => method === 'POST').map(({ url }) => new URL(url).pathname)
  expect(posted).toEqual(['/api/mailbox-messages'])
})

/** What the person waits for between the taps of a double tap. */
const BETWEEN_TAPS_MS = 120

describe.each([
  [360, 740],
  [320, 568],
])('at %i × %i, “do nothing with it” asks before it erases', (width, height) => {
  const toWays = (): Promise<Page> => atTheWays('pas effacé', { viewport: { width, height } })

  const expectAsked = async (page: Page): Promise<void> => {
    await page.locator('[data-erase-all]:enabled').waitFor()
    expect(await stepOnScreen(page)).toBe('path')
    expect(await page.locator('#narrative').inputValue()).toBe('pas effacé')
  }

  test.each([4, 2])('two taps at one point, 1/%i down the button, erase nothing', async (part) => {
    const page = await toWays()
    const button = page.locator('[data-path="nothing"]')
    await button.scrollIntoViewIfNeeded()
    const box = await button.boundingBox()
    if (!box) throw new Error('the way has no box')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / part]
    await page.touchscreen.tap(x, y)
    await page.evaluate(`new Promise((resolve) => setTimeout(resolve, ${BETWEEN_TAPS_MS}))`)
    await page.touchscreen.tap(x, y)
    await expectAsked(page)
  })

  test('a second tap wherever the button that erases has come up erases nothing', async () => {
    const page = await toWays()
    await page.locator('[data-path="nothing"]').tap()
    const box = await page.locator('[data-erase-all]').boundingBox()
    if (!box) throw new Error('the button that erases has no box')
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
    await expectAsked(page)
  })

  test('a key that is held erases nothing, and the question is what is read', async () => {
    const page = await toWays()
    await page.locator('[data-path="nothing"]').focus()
    for (let repeats = 0; repeats < 30; repeats++) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    expect(await page.evaluate(`document.activeElement?.matches('[data-erase] p')`)).toBe(true)
    await expectAsked(page)
    await page.locator('[data-erase-all]').focus()
    await page.keyboard.press('Enter')
    await step(page, 'unsent').waitFor()
  })

  test('a key still held when it comes to the button that erases does nothing there', async () => {
    const page = await toWays()
    await page.locator('[data-path="nothing"]').focus()
    await page.keyboard.down('Enter')
    await expectAsked(page)
    await page.locator('[data-erase-all]').focus()
    for (let repeats = 0; repeats < 5; repeats++) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await expectAsked(page)
  })
})
