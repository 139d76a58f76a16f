// A victim at the report page, as a test plays them: goes from step to step, answers, chooses, reads over.
import type { Page } from 'playwright-core'
import type { Phone } from '../support/browser.ts'

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

/** The steps after the first, in order. */
export const STEPS = [
  'urgent',
  'you',
  'needs',
  'contact-began',
  'where-when',
  'happened',
  'words',
  'contact',
  'choose',
  'review',
] as const

/** Onward, leaving everything empty, until this step is on screen. */
export async function goOn(page: Page, name: (typeof STEPS)[number]): Promise<void> {
  for (const passed of STEPS) {
    if (await step(page, name).isVisible()) return
    if (await step(page, passed).isVisible()) await next(page)
  }
  await step(page, name).waitFor()
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

/** Everything the page holds of what was typed, in fields and in text. */
export const everythingOnPage = (page: Page): Promise<string> =>
  page.evaluate<string>(`[
    document.documentElement.textContent,
    ...[...document.querySelectorAll('input:not([type=radio], [type=checkbox]), textarea')].map((field) => field.value),
    JSON.stringify(history.state),
    location.href,
  ].join('\\n')`)
