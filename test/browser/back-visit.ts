// The page that someone comes back to with a code, as a test plays them.
import type { Page } from 'playwright-core'
import { holdersAt } from '../support/code-holders.ts'
import { demonstration } from '../support/stage.ts'

export { DRAFT, makeHolder } from '../support/code-holders.ts'

export const BACK = '/fr/revenir'
export const LISTENERS = 'demo-ecoute'
export const LAWYERS = 'demo-droits'

export const { sendReport, answer, putAside, threadAt, opens } = holdersAt(() => demonstration)

export const view = (page: Page, name: string) => page.locator(`[data-view="${name}"]`)
export const card = (page: Page, association: string) =>
  page.locator(`[data-correspondences] [data-association="${association}"]`)

/** Types the words and waits until what they open is on screen. */
export async function comeBack(page: Page, words: readonly string[], path = BACK): Promise<void> {
  await page.goto(`${demonstration.origin}${path}`)
  await typeWords(page, words)
}

export async function typeWords(page: Page, words: readonly string[]): Promise<void> {
  await page.locator('#typed-code').fill(words.join(' '))
  await page.locator('[data-code-open]').click()
  await view(page, 'here').waitFor()
}

/** The eight words on screen. */
export const wordsShown = (page: Page): Promise<string[]> =>
  page.locator('[data-view="change"] [data-code-words] li').allInnerTexts()

/** From what a code opens to two of the new words asked back, which are answered; gives the new words. */
export async function takeNewWords(visited: Page): Promise<string[]> {
  await visited.locator('[data-to="change"]').click()
  await visited.locator('[data-new-words]').click()
  await visited.locator('[data-words-noted]').click()
  await visited.locator('[data-code-again]').click()
  const words = await wordsShown(visited)
  if (words.length !== 8) throw new Error('a code has eight words')
  await visited.locator('[data-words-noted]').click()
  for (const place of ['first', 'second']) {
    const asked = Number(await visited.locator(`[data-code-back] [data-text="${place}"]`).innerText())
    await visited.locator(`#code-back-${place}`).fill(words[asked - 1]?.slice(0, 4) ?? '')
  }
  await visited.locator('[data-code-check]').click()
  return words
}
