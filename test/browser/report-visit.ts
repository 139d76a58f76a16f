// A victim at the report page, as a test plays them: goes from step to step, answers, chooses, reads over.
import type { Page } from 'playwright-core'
import type { Phone } from '../support/browser.ts'
import { settled, stepOnScreen, type Answers } from '../support/journey-walk.ts'

export const TWO_YEARS_MS = 2 * 365 * 86_400_000

/** Two thousand words as people write them: accents, emoji, a right-to-left quotation, line breaks. */
export const TWO_THOUSAND_WORDS = [
  'Il m’a écrit « שלום, מה נשמע? مرحبا » puis plus rien… 💔🏳️‍🌈',
  ...Array.from(
    { length: 200 },
    (_, i) => `Ligne ${i} : à l’arrivée ils m’attendaient, déjà, derrière Noël.`,
  ),
].join('\n')

/** A clock that is wrong by this much, for the page and (prepended to their code) for its Workers. */
const wrongClock = (byMs: number): string => `{
  const Right = Date
  globalThis.Date = class extends Right {
    constructor(...given) { given.length > 0 ? super(...given) : super(Right.now() + ${byMs}) }
    static now() { return Right.now() + ${byMs} }
  }
}
`

/** Before the first page is opened. */
export async function setClockOff({ context }: Phone, byMs: number): Promise<void> {
  await context.addInitScript({ content: wrongClock(byMs) })
  await context.route('**/w/*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: wrongClock(byMs) + (await response.text()) })
  })
}

export const WRITE = '/fr/ecrire'
export const LISTENERS = 'demo-ecoute'
export const LAWYERS = 'demo-droits'

export const step = (page: Page, name: string) => page.locator(`[data-step="${name}"]`)

/** Waits until the form runs, and touches "I'll begin". */
export async function begin(page: Page, origin: string, path = WRITE): Promise<void> {
  await page.goto(`${origin}${path}`)
  await next(page)
}

export const next = (page: Page): Promise<void> =>
  page.locator('[data-next]:visible, [data-to-review]:visible').first().click()

export const pick = (page: Page, name: string, value: string): Promise<void> =>
  page.locator(`input[name="${name}"][value="${value}"]`).check()

/** The steps after the first, in order. Those that answers may take off the way are among them. */
export const STEPS = [
  'urgent',
  'traces',
  'you',
  'about',
  'needs',
  'territory',
  'acts',
  'money',
  'images',
  'when',
  'where',
  'attackers',
  'after',
  'motive',
  'evidence',
  'complaint',
  'before-words',
  'words',
  'began',
  'trust',
  'identifiers',
  'files',
  'contact',
  'path',
  'choose',
  'apart',
  'count',
  'keep',
  'code',
  'review',
] as const
export type StepName = (typeof STEPS)[number]

/** Where "skip the rest" leads. */
const AFTER_THE_ACCOUNT = STEPS.indexOf('contact')

/** The ways on that lead to another step; "nothing" erases. */
export type Way = 'send' | 'keep' | 'count'

export const takeWay = (page: Page, way: Way | 'nothing'): Promise<void> =>
  page.locator(`[data-path="${way}"]`).click()

/** Runs in the page: presses what leads on, as long as that is there and leads somewhere. True at the step that was wanted. */
const HURRY = `(wanted, way, afterTheAccount, steps) => {
  const onScreen = () => [...document.querySelectorAll('[data-step]')].find((step) => step.checkVisibility())
  for (;;) {
    const step = onScreen()
    const name = step?.dataset.step ?? ''
    if (name === wanted) return true
    const visible = (mark) => [...step.querySelectorAll(mark)].find((each) => each.checkVisibility())
    const skip = steps.indexOf(wanted) >= afterTheAccount ? visible('[data-skip]') : undefined
    const mark = name === 'path' ? '[data-path="' + way + '"]' : name === 'code' ? '[data-without]' : '[data-next], [data-to-review]'
    if (name === 'keep') step.querySelector('[name="keepFor"]')?.click()
    const button = skip ?? visible(mark)
    button?.click()
    // What comes in later is not there yet, or something is to be completed: a person would look.
    if (!button || onScreen() === step) return false
  }
}`

/**
 * Onward, leaving everything empty, until this step is on screen. Steps are left within the page, at once: that each can be left by
 * touch and by key is shown where that is the question.
 */
export async function goOn(page: Page, name: StepName, way: Way = 'send'): Promise<void> {
  const given = [name, way, AFTER_THE_ACCOUNT, STEPS].map((each) => JSON.stringify(each)).join(', ')
  const hurry = () => page.evaluate<boolean>(`(${HURRY})(${given})`)
  for (let waits = 0; !(await hurry()); waits++) {
    if (waits > STEPS.length) throw new Error(`${name} is not on the way`)
    const current = await stepOnScreen(page)
    await settled(step(page, current))
    if (current === 'path') await takeWay(page, way)
    else if (current === 'code') await page.locator('[data-without]').click()
    else if (current !== name) await next(page)
  }
}

/** The phone's Back, until this step is on screen. */
export async function goBackTo(page: Page, name: StepName): Promise<void> {
  for (let passed = 0; passed <= STEPS.length; passed++) {
    if ((await stepOnScreen(page)) === name) return
    await page.goBack()
  }
  throw new Error(`Back does not lead to ${name}`)
}

/** Takes the code that the step on screen gives, without being asked the words back. Its eight words, in the page's language. */
export async function takeCode(page: Page): Promise<string[]> {
  const words = page.locator('[data-code-words] li:visible')
  await words.nth(7).waitFor()
  const code = await words.allInnerTexts()
  await page.locator('[data-noted]').click()
  await page.locator('[data-code-skip]').click()
  return code
}

/** From the ways on: keeps it for oneself for a month, with a new code. */
export async function keepIt(page: Page): Promise<string[]> {
  await takeWay(page, 'keep')
  await pick(page, 'keepFor', 'month')
  await next(page)
  const code = await takeCode(page)
  await step(page, 'kept').waitFor()
  return code
}

/** Notes something that points to the attackers, in a new row of the step on screen. */
export async function note(page: Page, type: string, value: string, platform = ''): Promise<void> {
  await page.locator('[data-add-identifier]').click()
  const row = page.locator('[data-identifier]').last()
  await row.locator('[name="identifierType"]').selectOption(type)
  if (platform !== '') await row.locator('[name="identifierPlatform"]').fill(platform)
  await row.locator('[name="identifierValue"]').fill(value)
}

/** "Nothing" asks once more before it erases. */
export async function doNothing(page: Page): Promise<void> {
  await goOn(page, 'path')
  await takeWay(page, 'nothing')
  await page.locator('[data-erase-all]').click()
  await step(page, 'unsent').waitFor()
}

/** Answers that call for every question there is, for `walk`. */
export const TELLING: Answers = {
  role: ['victim'],
  ageBand: ['15-17'],
  acts: ['theft', 'filmed'],
  harms: ['injuries', 'accounts-taken'],
  complaint: ['none'],
  platform: ['other'],
  losses: ['card', 'phone'],
  contactChannel: ['phone'],
}

export async function chooseAssociations(page: Page, ...associations: string[]): Promise<void> {
  for (const association of associations) await pick(page, 'consent', association)
}

/** From a blank page to the review: a few words, and these associations. */
export async function writeTo(
  page: Page,
  origin: string,
  words: string,
  ...associations: string[]
): Promise<void> {
  await begin(page, origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill(words)
  await goOn(page, 'choose')
  await chooseAssociations(page, ...associations)
  await goOn(page, 'review')
}

export const send = (page: Page): Promise<void> => page.locator('[data-send]').click()

/** Waits for one of the messages about how sending went. */
export const outcome = (page: Page, name: string): Promise<void> =>
  page.locator(`[data-outcome] [data-one="${name}"]`).waitFor()

/** How many entries each of the browser's stores holds for this site. */
export const storedEntries = (page: Page): Promise<number[]> =>
  page.evaluate<number[]>(`(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
    document.cookie.length,
  ])()`)

/** Whether nothing sticks out sideways. */
export const fitsInWidth = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')

/** Everything the page holds of what was typed, in fields, in text and in attributes. */
export const everythingOnPage = (page: Page): Promise<string> =>
  page.evaluate<string>(`[
    document.documentElement.textContent,
    document.documentElement.outerHTML,
    ...[...document.querySelectorAll('input:not([type=radio], [type=checkbox]), textarea')].map((field) => field.value),
    JSON.stringify(history.state),
    location.href,
  ].join('\\n')`)
