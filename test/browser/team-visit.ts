// What the people of a team do at their screens: open their key, make ways of opening it, note words.
import type { Page } from 'playwright-core'

/** A device that holds passkeys and gives their secrets, on this page's browser. */
export async function givePasskeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** The words that stand in the visible list, in order. */
export async function wordsShown(page: Page): Promise<string> {
  const list = page.locator('[data-code-words]:visible')
  await list.locator('li').nth(7).waitFor()
  return (await list.locator('li').allInnerTexts()).join(' ')
}

/** A name, a passkey and eight words; answers the words. What follows is the test's. */
export async function becomeSomeone(page: Page, name: string): Promise<string> {
  await page.locator('#newcomer-name').fill(name)
  await page.locator('[data-part="add-passkey"]:visible').click()
  await page.locator('[data-part="ways-made"] li').first().waitFor()
  await page.locator('[data-part="add-words"]:visible').click()
  const words = await wordsShown(page)
  await page.locator('[data-part="words-noted"]').click()
  await page.locator('[data-part="ways-made"] li').nth(1).waitFor()
  await page.locator('.newcomer button[type="submit"]').click()
  return words
}

/** Notes both sheets; answers their words. */
export async function noteSheets(page: Page): Promise<string[]> {
  const sheets: string[] = []
  for (const number of ['1', '2']) {
    await page.locator(`[data-text="sheet"]:text-is("${number}")`).waitFor()
    sheets.push(await wordsShown(page))
    await page.locator('[data-part="next-sheet"]').click()
  }
  return sheets
}

export async function openWith(page: Page, way: 'passkey' | 'words' | 'file'): Promise<void> {
  await page.locator(`input[name="how"][value="${way}"]`).check()
}

/** Types eight words where they are asked for within, and opens. */
export async function typeWords(page: Page, within: string, words: string): Promise<void> {
  await page.locator(`${within} textarea`).fill(words)
  await page.locator(`${within} [data-code-open]`).click()
}

export const openTeam = (page: Page): Promise<void> => page.locator('[data-part="open-team"]').click()

export const backToReports = async (page: Page): Promise<void> => {
  await page.locator('.team [data-part="back"]').click()
  await page.locator('[data-part="inbox"]').waitFor()
}
