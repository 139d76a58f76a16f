// Among many cases, a member finds the one they look for, sees why one should be read first, and what several reports share.
import { afterEach, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/protocol/day.ts'
import type { Identifier, Report } from '../../src/protocol/report.ts'
import type { Purpose } from '../../src/protocol/vocabulary.ts'
import { expectAccessible } from '../support/accessible.ts'
import type { Phone } from '../support/browser.ts'
import { memberOf } from '../support/demonstration.ts'
import { recipientsOf } from '../support/post-report.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { fitsInWidth, focusedText, isFocused, storedEntries } from './inbox-in-page.ts'
import { reportOf, seedOf, storeSeeds, type Seed } from './inbox-seeds.ts'
import { backToList, openInbox, readLetterWith, rowsOf, visitInbox } from './inbox-visit.ts'

const LISTENERS = 'demo-ecoute'
const YOUTH = 'demo-jeunes'
/** One more than the list shows at first. */
const MANY = 101

const NUMBER: Identifier = { type: 'phone', value: '+33600000001', recognised: true }
const PSEUDONYM: Identifier = {
  type: 'pseudonym',
  platform: 'Tchat',
  value: '<b>Ombre</b> 75',
  recognised: true,
}
const SAME_PSEUDONYM: Identifier = { ...PSEUDONYM, value: '<B>ombre</b>  75' }

let visit: Phone

setStage()

beforeAll(async () => {
  await demonstration.halt()
  const recipients = await recipientsOf(demonstration.directoryFile)
  const today = dayOf(Date.now())
  const sealed = (to: string, report: Report, daysAgo: number, purposes: Purpose[] = ['referral']) => {
    const recipient = recipients.find(({ association }) => association === to)
    if (!recipient) throw new Error('the directory holds the association')
    return seedOf(report, recipient, addDays(today, -daysAgo), { purposes })
  }
  const comparable: Purpose[] = ['referral', 'series']
  const seeds: Promise<Seed>[] = [
    sealed(
      LISTENERS,
      reportOf('Près de l’Hôtel bleu.', {
        account: { acts: ['rape'], needs: ['emergency', 'legal'], departement: '75' },
        about: { ageBand: '15-17' },
        identifiers: [NUMBER, PSEUDONYM],
      }),
      0,
      comparable,
    ),
    sealed(
      LISTENERS,
      reportOf('Le deuxième.', {
        account: { acts: ['outing-threat'] },
        identifiers: [NUMBER, SAME_PSEUDONYM],
      }),
      3,
      comparable,
    ),
    sealed(LISTENERS, reportOf('Sans accord.', { identifiers: [NUMBER] }), 4),
    ...Array.from({ length: MANY }, (_, index) => sealed(YOUTH, reportOf(`Récit ${index}`), index % 4)),
  ]
  await storeSeeds(demonstration.dataDir, await Promise.all(seeds))
  await demonstration.start()
})

afterEach(async () => {
  const { complaints, foreign } = visit
  await visit.close()
  expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] })
})

const enter = async (
  association: string,
  ...where: [path?: string, options?: Parameters<typeof visitInbox>[3]]
) => {
  visit = await visitInbox(browser, demonstration.origin, ...where)
  // The last that is fetched once all is open.
  const settled = visit.page.waitForResponse('**/api/templates')
  await openInbox(visit.page, memberOf(demonstration, association))
  await settled
  return visit.page
}

test('words and answers find a case from the keyboard, how many is said, and nothing of it leaves or stays', async () => {
  const page = await enter(LISTENERS)
  const before = visit.sent.length
  await page.locator('#find-words').focus()
  await page.keyboard.type('HOTEL bleu')
  await expect.poll(() => rowsOf(page).count()).toBe(1)
  expect(await page.locator('.found p').innerText()).toMatch(/Dossiers trouvés\s: 1 sur 3/)
  await expect
    .poll(() => page.locator('[data-part="announcement"]').textContent())
    .toMatch(/^Dossiers trouvés\s: 1$/)
  await page.keyboard.press('Enter')
  expect(await isFocused(page, 'button.row')).toBe(true)
  await page.locator('[data-part="clear"]').click()
  expect(await rowsOf(page).count()).toBe(3)
  expect(await isFocused(page, '#find-words')).toBe(true)

  await page.locator('[data-part="more-filters"] summary').click()
  for (const [name, code, found] of [
    ['need', 'legal', 1],
    ['departement', '75', 1],
    ['ageBand', '15-17', 1],
    ['urgency', 'any', 2],
  ] as const) {
    await page.locator(`#find-${name}`).selectOption(code)
    expect(await rowsOf(page).count()).toBe(found)
    await page.locator('[data-part="clear"]').click()
  }
  await page.locator('#find-to').fill(addDays(dayOf(Date.now()), -4))
  expect(await rowsOf(page).count()).toBe(1)
  await page.locator('#find-words').fill('introuvable')
  expect(await page.locator('[data-part="empty"]').innerText()).toBe('Aucun dossier ne correspond.')
  await page.locator('[data-part="clear"]').click()
  await page.locator('#find-order').selectOption('urgent')
  expect(await page.locator('.day h2').allInnerTexts()).toEqual([
    'Urgent',
    'À lire sans tarder',
    'Les autres dossiers',
  ])

  expect(visit.sent.slice(before)).toEqual([])
  expect(await storedEntries(page)).toEqual([0, 0, 0, 0])
  expect(page.url()).toBe(`${demonstration.origin}/fr/association`)
})

test('an urgent case says why on its line and in its letter, and leads to the reports that name the same number', async () => {
  const page = await enter(LISTENERS)
  const row = rowsOf(page).filter({ hasText: 'Un viol' })
  await expect
    .poll(() => row.locator('.row-urgency').innerText())
    .toMatch(/^Urgent · A demandé à être en sécurité · Prévention du VIH/)
  expect(await row.locator('.row-series').innerText()).toMatch(/Points communs avec d’autres récits\s: 1$/)
  await row.click()
  const letter = page.locator('article.letter')
  const [urgency, series] = ['urgency', 'series-section'].map((part) =>
    letter.locator(`[data-part="${part}"]`),
  )
  expect(await urgency?.locator('li').allInnerTexts()).toHaveLength(3)
  expect(await urgency?.locator('[data-part="clock"]').isVisible()).toBe(true)
  expect(await series?.innerText()).toMatch(/Le même numéro de téléphone \+33600000001/)
  expect(await series?.innerText()).toContain('<b>Ombre</b> 75 · Tchat')
  expect(await series?.innerText()).not.toContain('Sans accord')
  const others = letter.locator('[data-part="series-strong"] [data-part="go-to"]')
  expect(await others.count()).toBe(1)
  await expectAccessible(page, 'colours')

  await others.click()
  expect(await letter.locator('[data-part="narrative"]').innerText()).toBe('Le deuxième.')
  expect(await isFocused(page, '#letter-title')).toBe(true)
  expect(await others.innerText()).toContain('Un viol')
  await backToList(page)
  await readLetterWith(page, 'Sans accord.')
  expect(await series?.isVisible()).toBe(false)
})

test('a long list shows its first lines, then more from where one was', async () => {
  const page = await enter(YOUTH)
  expect(await page.locator('[data-part="inbox"] [data-text="found"]').innerText()).toBe(String(MANY))
  expect(await rowsOf(page).count()).toBe(MANY - 1)
  await rowsOf(page).last().focus()
  await page.keyboard.press('ArrowDown')
  expect(await rowsOf(page).count()).toBe(MANY)
  expect(await focusedText(page)).toBe((await rowsOf(page).last().textContent())?.trim())
  expect(await page.locator('[data-part="more-rows"]').isVisible()).toBe(false)
})

test('in English, dark, on the narrowest phone, everything fits and axe finds nothing', async () => {
  const page = await enter(LISTENERS, '/en/association', {
    colorScheme: 'dark',
    viewport: { width: 320, height: 740 },
  })
  await page.locator('[data-part="more-filters"] summary').click()
  // What has slid half under the head of the page is not too small.
  await page.evaluate('scrollTo(0, 0)')
  await expectAccessible(page)
  expect(await fitsInWidth(page)).toBe(true)
  await rowsOf(page).filter({ hasText: 'Urgent' }).click()
  await expectAccessible(page)
  expect(await fitsInWidth(page)).toBe(true)
})
