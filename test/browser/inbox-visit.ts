// One member's visit to the association's page, with everything that left the page and everything the browser complained of.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openPhone, type Phone } from '../support/browser.ts'
import { memberOf, type RunningDemonstration } from '../support/demonstration.ts'

const DESK: BrowserContextOptions = {
  viewport: { width: 1280, height: 900 },
  isMobile: false,
  hasTouch: false,
  deviceScaleFactor: 1,
}

/** At a desk unless the options say otherwise. */
export async function visitInbox(
  browser: Browser,
  origin: string,
  path = '/fr/association',
  options: BrowserContextOptions = {},
): Promise<Phone> {
  const visit = await openPhone(browser, origin, { ...DESK, ...options })
  await visit.page.goto(`${origin}${path}`)
  return visit
}

export interface Credentials {
  secretKey: string
  passphrase: string
}

/** Chooses the key as a file and types the passphrase; what follows is the test's. */
export async function bringKey(page: Page, { secretKey, passphrase }: Credentials): Promise<void> {
  const file = { name: 'cle.asc', mimeType: 'application/pgp-keys', buffer: Buffer.from(secretKey) }
  await page.locator('#key-file').setInputFiles(file)
  await page.locator('#passphrase').fill(passphrase)
  await page.locator('[data-part="submit"]').click()
}

/** Signs in and waits until the whole inbox is open. */
export async function openInbox(page: Page, credentials: Credentials): Promise<void> {
  await bringKey(page, credentials)
  await page.locator('[data-part="inbox"]').waitFor()
  await page.locator('[data-part="progress"]').waitFor({ state: 'hidden' })
}

export const rowsOf = (page: Page) => page.locator('button.row')

/** Opens the row at this place in the list and waits for its letter. */
export async function readRow(page: Page, index: number): Promise<string> {
  await rowsOf(page).nth(index).click()
  return page.locator('article.letter').innerText()
}

export async function backToList(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('article.letter').waitFor({ state: 'detached' })
}

/** The letter whose text holds these words; the list is left on the letter. */
export async function readLetterWith(page: Page, words: string): Promise<void> {
  const total = await rowsOf(page).count()
  for (let index = 0; index < total; index++) {
    if ((await readRow(page, index)).includes(words)) return
    await backToList(page)
  }
  throw new Error(`no letter holds “${words}”`)
}

/** Of one letter, as an association that is given to read it. */
export interface Reader {
  browser: Browser
  demonstration: RunningDemonstration
  association: string
}

/** A visit that is at the letter with these words. */
export async function visitLetter(
  { browser, demonstration, association }: Reader,
  words: string,
  path?: string,
  options?: BrowserContextOptions,
): Promise<Phone> {
  const visit = await visitInbox(browser, demonstration.origin, path, options)
  await openInbox(visit.page, memberOf(demonstration, association))
  await readLetterWith(visit.page, words)
  return visit
}
