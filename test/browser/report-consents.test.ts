// The consents asked apart: none is ticked beforehand, each is its own, and what was refused does not happen.
import { expect, test } from 'vitest'
import { demonstration, page, phone, phoneForEachTest, setStage } from '../support/stage.ts'
import { openedBy } from '../support/opened-envelopes.ts'
import {
  begin,
  chooseAssociations,
  doNothing,
  goBackTo,
  goOn,
  LAWYERS,
  LISTENERS,
  note,
  pick,
  send,
  step,
} from './report-visit.ts'

setStage()
phoneForEachTest()

const posted = () =>
  phone.sent.filter(({ method }) => method === 'POST').map(({ url }) => new URL(url).pathname)
const copy = async (association: string, words: string) =>
  (await openedBy(demonstration, association)).find(({ narrative }) => narrative === words)

/** To the consents asked apart, with these words, this pseudonym noted, and both associations agreed to. */
async function toApart(words: string, pseudonym: string): Promise<void> {
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill(words)
  await goOn(page, 'identifiers')
  if (pseudonym !== '') await note(page, 'pseudonym', pseudonym, 'Coco')
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS, LAWYERS)
  await goOn(page, 'apart')
}

test('comparing is allowed to one association and not to the other, and said again before sending', async () => {
  await toApart('comparez', 'max_13')
  expect(await page.locator('[name="series"]').count()).toBe(2)
  expect(await page.locator('[name="series"]:checked, [name="statistics"]:checked').count()).toBe(0)
  await pick(page, 'series', LAWYERS)
  await goOn(page, 'review')
  const readers = await page.locator('[data-readers] li').allInnerTexts()
  expect(readers.map((words) => words.includes('comparer'))).toEqual([false, true])
  await send(page)
  await step(page, 'receipt').waitFor()
  expect((await copy(LISTENERS, 'comparez'))?.consent.purposes).toEqual(['referral'])
  const compared = await copy(LAWYERS, 'comparez')
  expect(compared?.consent.purposes).toEqual(['referral', 'series'])
  expect(compared?.identifiers).toMatchObject([{ type: 'pseudonym', platform: 'Coco', value: 'max_13' }])
  expect(posted()).toEqual(['/api/submissions'])
  expect(await page.locator('[data-card-sent]').isVisible()).toBe(false)
})

test('with nothing noted, comparing is not asked', async () => {
  await toApart('rien à comparer', '')
  expect(await page.locator('[data-series]').isVisible()).toBe(false)
  expect(await page.locator('[data-no-series]').isVisible()).toBe(true)
})

test('what is erased afterwards is not compared, and an agreement that is taken back takes comparing with it', async () => {
  await toApart('plus rien', 'max_13')
  await pick(page, 'series', LISTENERS)
  await pick(page, 'series', LAWYERS)
  await goBackTo(page, 'choose')
  await page.locator(`input[name="consent"][value="${LAWYERS}"]`).uncheck()
  await chooseAssociations(page, LAWYERS)
  await goOn(page, 'apart')
  expect(await page.locator(`[name="series"][value="${LAWYERS}"]`).isChecked()).toBe(false)
  expect(await page.locator(`[name="series"][value="${LISTENERS}"]`).isChecked()).toBe(true)
  await goBackTo(page, 'identifiers')
  await page.locator('[data-remove-identifier]').click()
  await goOn(page, 'review')
  await send(page)
  await step(page, 'receipt').waitFor()
  expect((await copy(LISTENERS, 'plus rien'))?.consent.purposes).toEqual(['referral'])
})

test('with nobody agreed to, nothing is asked apart', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'review')
  await page.goBack()
  expect(await step(page, 'choose').isVisible()).toBe(true)
})

test('a card that cannot be counted harms nothing: the receipt stands and says so', async () => {
  await phone.context.route('**/api/cards', (route) => route.abort())
  await toApart('compté peut-être', '')
  await page.locator('[name="statistics"]').check()
  await goOn(page, 'review')
  await send(page)
  await step(page, 'receipt').waitFor()
  await page.locator('[data-card-sent] [data-one="failed"]').waitFor()
  expect(await page.locator('[data-receivers] li').count()).toBe(2)
  expect(await copy(LISTENERS, 'compté peut-être')).toBeDefined()
})

test('a card may have arrived: “nothing was sent” is not said', async () => {
  await phone.context.route('**/api/cards', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await begin(page, demonstration.origin)
  await goOn(page, 'count', 'count')
  await page.locator('[data-count-send]').click()
  await page.locator('[data-count-outcome] [data-one="unreachable"]').waitFor()
  await page.goBack()
  await page.locator('[data-path="nothing"]').click()
  await page.locator('[data-erase-all]').click()
  await step(page, 'perhaps').waitFor()
  expect(await page.locator('[data-perhaps-card]').isVisible()).toBe(true)
  expect(await page.locator('[data-perhaps-readers]').isVisible()).toBe(false)
  expect(await step(page, 'unsent').isVisible()).toBe(false)
})

test('“nothing” asks once more, erases, and sends nothing', async () => {
  await begin(page, demonstration.origin)
  await doNothing(page)
  expect(posted()).toEqual([])
})

/** The words of the card that the step shows. */
const cardOnScreen = () => step(page, 'apart').locator('[data-card-preview]').innerText()

test('an agreement to be counted is for the words that were read: changed since, it is asked again before anything leaves', async () => {
  await toApart('relu', '')
  await page.locator('[name="statistics"]').check()
  const read = await cardOnScreen()
  expect(await page.locator('[data-card-changed]').isVisible()).toBe(false)
  await goOn(page, 'review')
  await page.locator('[data-change]').first().waitFor()
  await goBackTo(page, 'where')
  await pick(page, 'place', 'car-park')
  await page.locator('[data-to-review]:visible').click()
  await page.locator('[data-card-changed]').waitFor()
  expect(await step(page, 'apart').isVisible()).toBe(true)
  expect(await cardOnScreen()).not.toBe(read)
  expect(await page.locator('[name="statistics"]').isChecked()).toBe(false)
  await goOn(page, 'review')
  expect(await page.locator('[data-statistics-said] [data-one="no"]').isVisible()).toBe(true)
  await send(page)
  await step(page, 'receipt').waitFor()
  expect(posted()).toEqual(['/api/submissions'])
})

test('an agreement to be counted stands while its words do, whatever else is changed', async () => {
  await toApart('avant', '')
  await page.locator('[name="statistics"]').check()
  await goBackTo(page, 'words')
  await page.locator('#narrative').fill('après')
  await goOn(page, 'review')
  expect(await page.locator('[data-statistics-said] [data-one="yes"]').isVisible()).toBe(true)
  await send(page)
  await page.locator('[data-card-sent] [data-one="received"]').waitFor()
  expect(posted()).toEqual(['/api/submissions', '/api/cards'])
})

test('once envelopes may have arrived, the ways on no longer say that nothing left', async () => {
  await phone.context.route('**/api/submissions', (route) => route.abort())
  await toApart('peut-être', '')
  await goOn(page, 'review')
  await send(page)
  await page.locator('[data-outcome] [data-one="unreachable"]').waitFor()
  await goBackTo(page, 'path')
  expect(await page.locator('[data-none-left]:visible').count()).toBe(0)
  expect(await page.locator('[data-perhaps-readers] li').count()).toBe(2)
  await page.locator('[data-path="keep"]').click()
  await step(page, 'keep').waitFor()
  expect(await page.locator('[data-none-left]:visible').count()).toBe(0)
  expect(await page.locator('[data-perhaps-readers] li').count()).toBe(2)
})
