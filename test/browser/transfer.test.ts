// A case goes from one association to another: its author says yes with their code, a member passes on what they choose, the other
// association reads it, and its author sees it there.
import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../support/accessible.ts'
import { openPhone, type Phone } from '../support/browser.ts'
import { memberOf } from '../support/demonstration.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { answer, card, comeBack, LAWYERS, LISTENERS, makeHolder, sendReport } from './back-visit.ts'
import { fitsInWidth } from './inbox-in-page.ts'
import { openInbox, readLetterWith, rowsOf, visitInbox } from './inbox-visit.ts'

const NOTE = 'Elle cherche une avocate, dès cette semaine.'
const MORE = 'Je me souviens de la plaque.'
const visits: Phone[] = []

setStage()
afterAll(async () => {
  const complaints = visits.flatMap((visit) => [...visit.complaints, ...visit.foreign])
  for (const visit of visits) await visit.close()
  expect(complaints).toEqual([])
})

const kept = async (visit: Promise<Phone>): Promise<Phone> => {
  visits.push(await visit)
  return visit
}
test('a report is passed on with its author’s yes, and without what was left out', async () => {
  const holder = await makeHolder()
  await sendReport(holder, LISTENERS)
  await answer(holder, LISTENERS, 'Une avocate pourrait vous aider.', {
    asking: { for: 'transfer', to: LAWYERS },
  })
  const phone = await kept(openPhone(browser, demonstration.origin))
  await comeBack(phone.page, holder.code.fr)
  const question = card(phone.page, LISTENERS).locator('[data-transfer]')
  await question.locator('input[value="yes"]').check()
  await question.locator('button[type=submit]').click()
  await question.waitFor({ state: 'detached' })
  expect(await card(phone.page, LAWYERS).count()).toBe(0)
  await card(phone.page, LISTENERS).locator('textarea').fill(MORE)
  await card(phone.page, LISTENERS).locator('[data-write] button[type=submit]').click()
  await card(phone.page, LISTENERS).locator('[data-write] [data-one="received"]').waitFor()

  const ours = await kept(visitInbox(browser, demonstration.origin))
  await openInbox(ours.page, memberOf(demonstration, LISTENERS))
  await readLetterWith(ours.page, 'Le récit.')
  const form = ours.page.locator('[data-part="transfer-form"]')
  await form.waitFor()
  expect(await form.locator('#transfer-to').inputValue()).toBe(LAWYERS)
  // The network goes while it leaves: what was chosen is still there.
  await form.locator('[value="narrative"]').uncheck()
  await form.locator('#transfer-note').fill(NOTE)
  await ours.page.route('**/api/submissions', (route) => route.abort(), { times: 1 })
  await form.locator('[data-part="transfer-submit"]').click()
  await expect
    .poll(() => form.locator('[data-part="transfer-fault"]').innerText())
    .toContain('Vos choix sont toujours là')
  expect(await form.locator('#transfer-note').inputValue()).toBe(NOTE)
  await expectAccessible(ours.page)
  await form.locator('[data-part="transfer-submit"]').click()
  const done = ours.page.locator('[data-part="transfer-said"]')
  await expect.poll(() => done.innerText()).toBe('Transmis. La personne le voit déjà avec son code.')
  expect(await ours.page.locator('[data-part="transfer-sent"]').innerText()).toContain('Transmis à')
  expect(await form.isVisible()).toBe(false)

  const theirs = await kept(visitInbox(browser, demonstration.origin))
  await openInbox(theirs.page, memberOf(demonstration, LAWYERS))
  await readLetterWith(theirs.page, NOTE)
  const came = theirs.page.locator('[data-part="transferred"]')
  expect(await came.innerText()).toContain(MORE)
  expect(await came.innerText()).toContain('Non transmis : Le récit en ses mots')
  expect(await came.locator('[data-part="transfer-unproven"]').isVisible()).toBe(false)
  expect(await theirs.page.locator('article.letter').innerText()).not.toContain('Le récit.')
  await theirs.page.locator('#answer-text').fill('Nous vous lisons.')
  await theirs.page.locator('[data-part="answer-submit"]').click()
  await theirs.page.locator('[data-part="answer-sent"]').waitFor()
  await expectAccessible(theirs.page)

  await comeBack(phone.page, holder.code.fr)
  expect(await card(phone.page, LAWYERS).innerText()).toContain('Nous vous lisons.')
  // What was passed on is the author's, to take back like anything they sent.
  expect(await card(phone.page, LAWYERS).locator('[data-withdraw] [data-ask]').isVisible()).toBe(true)
})

test('at a phone’s width nothing is cut, and whoever passed it on sees to whom, when they come back', async () => {
  const visit = await kept(
    visitInbox(browser, demonstration.origin, '/en/association', {
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    }),
  )
  await openInbox(visit.page, memberOf(demonstration, LISTENERS))
  expect(await rowsOf(visit.page).count()).toBeGreaterThan(0)
  await readLetterWith(visit.page, 'Le récit.')
  await expect
    .poll(() => visit.page.locator('[data-part="transfer-sent"]').innerText())
    .toContain('Passed on to')
  expect(await fitsInWidth(visit.page)).toBe(true)
  await expectAccessible(visit.page)
})
