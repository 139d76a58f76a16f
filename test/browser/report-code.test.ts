// Taking a code on the way: the words asked back, a story put on pause on any step and found again on another phone, the words of
// the code kept out of what others read.
import { expect, test } from 'vitest'
import { expectAccessible } from '../support/accessible.ts'
import { openPhone } from '../support/browser.ts'
import { stepOnScreen } from '../support/journey-walk.ts'
import { openedBy } from '../support/opened-envelopes.ts'
import { browser, demonstration, page, phone, phoneForEachTest, setStage } from '../support/stage.ts'
import { comeBack } from './back-visit.ts'
import {
  begin,
  chooseAssociations,
  doNothing,
  everythingOnPage,
  fitsInWidth,
  goBackTo,
  goOn,
  LAWYERS,
  LISTENERS,
  next,
  note,
  outcome,
  pick,
  send,
  step,
  takeCode,
  takeWay,
} from './report-visit.ts'

setStage()
phoneForEachTest()

const told = (words: string): Promise<{ reply: unknown; thread: string; narrative: string }[]> =>
  openedBy(demonstration, LISTENERS).then((copies) => copies.filter(({ narrative }) => narrative === words))

const posted = (): string[] =>
  phone.sent.filter(({ method }) => method === 'POST').map(({ url }) => new URL(url).pathname)

/** The two words that are asked back, as they are asked: their places from 1. */
const asked = async (): Promise<number[]> =>
  (await page.locator('[data-code-back] label').allInnerTexts()).map((label) =>
    Number(/\d+/.exec(label)?.[0]),
  )

test('two of the words are asked back; a wrong one is told kindly, four letters without accents are enough', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS, LAWYERS)
  // The page names months, and a code may hold one of them.
  const bare = await everythingOnPage(page)
  await goOn(page, 'code')
  const words = page.locator('[data-code-words] li')
  await words.nth(7).waitFor()
  await expectAccessible(page)
  const code = await words.allInnerTexts()
  expect(code).toHaveLength(8)
  expect(await page.locator('[data-code-words]').getAttribute('lang')).toBe('fr')
  await page.locator('[data-noted]').click()
  await page.locator('[data-code-again]').click()
  await page.locator('[data-code-words]:focus').waitFor()
  await page.locator('[data-noted]').click()
  const places = await asked()
  const fields = page.locator('[data-code-back] input')
  await fields.nth(0).fill('chien')
  await fields.nth(1).fill('chien')
  await page.locator('[data-code-check]').click()
  await page.locator('[data-code-wrong]').waitFor()
  expect(await stepOnScreen(page)).toBe('code')
  for (const [at, place] of places.entries()) {
    const word = code[place - 1] ?? ''
    await fields.nth(at).fill(word.normalize('NFD').replaceAll(/\p{M}/gu, '').slice(0, 4).toUpperCase())
  }
  await page.locator('[data-code-check]').click()
  await step(page, 'review').waitFor()
  await send(page)
  await step(page, 'receipt').waitFor()
  expect(await page.locator('[data-with-code]').isVisible()).toBe(true)
  expect(await page.locator('[data-no-answer]').isVisible()).toBe(false)
  const left = await everythingOnPage(page)
  const timesIn = (html: string, word: string): number => html.split(`>${word}<`).length
  expect(code.filter((word) => timesIn(left, word) > timesIn(bare, word))).toEqual([])
  for (const { url, body } of phone.sent)
    expect(code.filter((word) => url.includes(word) || body?.includes(word))).toEqual([])
  expect(phone.complaints).toEqual([])
})

test('a code joins nothing that is sent: two associations share neither thread nor anything but the way to answer', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill('avec un code')
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS, LAWYERS)
  await goOn(page, 'code')
  await takeCode(page)
  await step(page, 'review').waitFor()
  await send(page)
  await step(page, 'receipt').waitFor()
  const [one] = await told('avec un code')
  const [other] = (await openedBy(demonstration, LAWYERS)).filter(
    ({ narrative }) => narrative === 'avec un code',
  )
  expect(one?.reply).toMatchObject({ mailbox: expect.stringMatching(/^[a-z2-7]{26}$/) })
  expect(other?.reply).toEqual(one?.reply)
  expect(other?.thread).not.toBe(one?.thread)
})

test('going on without a code is said plainly, and leaves no way to answer', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill('sans code')
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'review')
  expect(await page.locator('[data-no-contact]').isVisible()).toBe(true)
  await send(page)
  await step(page, 'receipt').waitFor()
  expect(await page.locator('[data-with-code]').isVisible()).toBe(false)
  expect(await told('sans code')).toMatchObject([{ reply: null }])
})

test('a code that was taken can be left again on the way, and taken again', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'code')
  const code = await takeCode(page)
  await step(page, 'review').waitFor()
  expect(await page.locator('[data-no-contact]').isVisible()).toBe(false)
  await page.goBack()
  await page.locator('[data-see]').click()
  expect(await page.locator('[data-code-words] li').allInnerTexts()).toEqual(code)
  await page.locator('[data-without]').click()
  await step(page, 'review').waitFor()
  expect(await page.locator('[data-no-contact]').isVisible()).toBe(true)
})

test.each(['acts', 'words', 'identifiers', 'contact', 'choose'] as const)(
  'paused at “%s” on a phone that is then lost, everything is there again on another, and is sent from there',
  async (where) => {
    const words = `Il faisait nuit, près de l’étang (${where}).`
    await begin(page, demonstration.origin)
    await goOn(page, 'acts')
    await pick(page, 'acts', 'theft')
    await pick(page, 'acts', 'threats')
    await goOn(page, 'words')
    await page.locator('#narrative').fill(words)
    await goOn(page, 'identifiers')
    await note(page, 'pseudonym', 'ombre_59', 'Tchat')
    if (where === 'choose') {
      await goOn(page, 'choose')
      await chooseAssociations(page, LISTENERS)
    } else if (where === 'contact') await goOn(page, 'contact')
    else await goBackTo(page, where)
    await page.locator('[data-pause] button').click()
    await step(page, 'pause').waitFor()
    const code = await takeCode(page)
    await step(page, 'paused').waitFor()
    expect(await everythingOnPage(page)).not.toContain(words)
    expect(posted()).toEqual(['/api/mailbox-messages'])
    await phone.close()

    const other = await openPhone(browser, demonstration.origin, { viewport: { width: 320, height: 640 } })
    try {
      await comeBack(other.page, code)
      await other.page.locator('[data-resume]').first().click()
      await other.page.locator('[data-resumed]').waitFor()
      expect(await stepOnScreen(other.page)).toBe(where === 'choose' ? 'path' : where)
      expect(await fitsInWidth(other.page)).toBe(true)
      expect(await other.page.locator('input[name="consent"]:checked').count()).toBe(0)
      await goOn(other.page, 'path')
      await takeWay(other.page, 'send')
      await chooseAssociations(other.page, LISTENERS)
      await goOn(other.page, 'code')
      await other.page.locator('[data-known-on]').click()
      await step(other.page, 'review').waitFor()
      await send(other.page)
      await step(other.page, 'receipt').waitFor()
      const copies = (await openedBy(demonstration, LISTENERS)).filter(({ narrative }) => narrative === words)
      expect(copies).toMatchObject([
        {
          account: { acts: ['threats', 'theft'] },
          identifiers: [{ type: 'pseudonym', platform: 'Tchat', value: 'ombre_59' }],
        },
      ])
      await expect
        .poll(() => other.sent.filter(({ url }) => url.endsWith('/api/mailbox-erasures')).length)
        .toBe(1)
      expect(other.complaints).toEqual([])
      await comeBack(other.page, code)
      expect(await other.page.locator('[data-resume]:visible').count()).toBe(0)
    } finally {
      await other.close()
    }
  },
)

test('put on pause again, the story is there once, as it last was', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill('premier jet')
  await page.locator('[data-pause] button').click()
  const code = await takeCode(page)
  await step(page, 'paused').waitFor()
  for (const words of ['deuxième jet', 'troisième jet']) {
    await comeBack(page, code)
    await page.locator('[data-resume]').first().click()
    await page.locator('[data-resumed]').waitFor()
    await page.locator('#narrative').fill(words)
    await page.locator('[data-pause] button').click()
    await page.locator('[data-known-on]').click()
    await step(page, 'paused').waitFor()
  }
  await comeBack(page, code)
  expect(await page.locator('[data-resume]:visible').count()).toBe(1)
  await page.locator('[data-resume]').first().click()
  await page.locator('[data-resumed]').waitFor()
  expect(await page.locator('#narrative').inputValue()).toBe('troisième jet')
})

test('an older text that could not be erased is not said to be gone, and can be erased later', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill('avec son nom')
  await page.locator('[data-pause] button').click()
  const code = await takeCode(page)
  await step(page, 'paused').waitFor()
  expect(await page.locator('[data-older-stays]:visible').count()).toBe(0)
  await comeBack(page, code)
  await page.locator('[data-resume]').first().click()
  await page.locator('[data-resumed]').waitFor()
  await page.route('**/api/mailbox-erasures', (route) => route.abort())
  await page.locator('#narrative').fill('sans nom')
  await page.locator('[data-pause] button').click()
  await page.locator('[data-known-on]').click()
  await step(page, 'paused').locator('[data-older-stays]').waitFor()
  await comeBack(page, code)
  expect(await page.locator('[data-resume]:visible').count()).toBe(2)
  await page.locator('[data-resume]').first().click()
  await page.locator('[data-resumed]').waitFor()
  await doNothing(page)
  await step(page, 'unsent').locator('[data-older-stays]').waitFor()
  expect(await page.locator('[data-nothing-stays]:visible').count()).toBe(0)
  await page.unroute('**/api/mailbox-erasures')
})

test('a story that came back can be left as it was, step by step, or wholly', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill('plus envie')
  await page.locator('[data-pause] button').click()
  const code = await takeCode(page)
  await step(page, 'paused').waitFor()
  expect(await step(page, 'paused').locator('[data-kept-until]').innerText()).toMatch(
    /^\d{1,2}(er)? \p{L}+ \d{4}$/u,
  )
  await comeBack(page, code)
  await page.locator('[data-resume]').first().click()
  await page.locator('[data-resumed]').waitFor()
  await page.goBack()
  await step(page, 'before-words').waitFor()
  expect(await page.locator('[data-resumed]').isVisible()).toBe(false)
  await page.goBack()
  await step(page, 'complaint').waitFor()
  await doNothing(page)
  await expect
    .poll(() => phone.sent.filter(({ url }) => url.endsWith('/api/mailbox-erasures')).length)
    .toBe(1)
  await comeBack(page, code)
  expect(await page.locator('[data-resume]:visible').count()).toBe(0)
})

test('report contains its own code: the words of the code are kept out of what is written, wherever they were written, and nothing leaves', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'code')
  const code = await takeCode(page)
  await step(page, 'review').waitFor()
  await goBackTo(page, 'contact')
  await pick(page, 'contactChannel', 'email')
  await page.locator('#contactValue').fill('a@exemple.fr')
  await page.locator('#contactSay').fill(`retiens : ${code.join(', ').toUpperCase()}`)
  await next(page)
  await page.locator('[data-caught]').waitFor()
  await expectAccessible(page)
  expect(await stepOnScreen(page)).toBe('contact')
  await page.locator('[data-caught-link]').click()
  expect(await page.evaluate('document.activeElement?.id')).toBe('contactSay')
  await page.locator('#contactSay').fill('rien de plus')
  expect(await page.locator('[data-caught]').isVisible()).toBe(false)
  await page.locator('[data-to-review]:visible').click()
  await step(page, 'review').waitFor()
  expect(posted()).toEqual([])
})

test('when the network is gone, nothing is lost by a pause, and it works once it is back', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill('dans le tunnel')
  await page.locator('[data-pause] button').click()
  await page.locator('[data-code-words] li').nth(7).waitFor()
  await phone.context.route('**/api/mailbox-*', (route) => route.abort())
  await page.locator('[data-noted]').click()
  await page.locator('[data-code-skip]').click()
  await page.locator('[data-panel] [data-one="unreachable"]').waitFor()
  await expectAccessible(page)
  expect(await page.locator('#narrative').inputValue()).toBe('dans le tunnel')
  await phone.context.unroute('**/api/mailbox-*')
  await page.locator('[data-put-again]:visible').click()
  await step(page, 'paused').waitFor()
})

test('where WebAssembly is off the same words open the same story, after a longer wait that is shown', async () => {
  await phone.context.route('**/w/code.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `delete globalThis.WebAssembly;\n${await response.text()}` })
  })
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill('sans WebAssembly')
  await page.locator('[data-pause] button').click()
  const code = await takeCode(page)
  await page.locator('[data-panel] [data-one="deriving"] progress').waitFor({ state: 'attached' })
  await step(page, 'paused').waitFor()
  await phone.context.unroute('**/w/code.js')
  await comeBack(page, code)
  await page.locator('[data-resume]').first().click()
  await page.locator('[data-resumed]').waitFor()
  expect(await page.locator('#narrative').inputValue()).toBe('sans WebAssembly')
})

test('what the page brings in later can be missing: it is said, and fetched again', async () => {
  await phone.context.route('**/fr/ecrire/suite', (route) => route.abort())
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill('sans réseau')
  await page.locator('[data-pause] button').click()
  await step(page, 'pause').locator('[data-refill]').waitFor()
  await expectAccessible(page)
  await phone.context.unroute('**/fr/ecrire/suite')
  await step(page, 'pause').locator('[data-refill]').click()
  await takeCode(page)
  await step(page, 'paused').waitFor()
})

test('what was changed after an answer was lost arrives too, beside what had arrived', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill('premiers mots')
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS, LAWYERS)
  await goOn(page, 'code')
  const code = await takeCode(page)
  await step(page, 'review').waitFor()
  let lost = 0
  await phone.context.route('**/api/submissions', async (route) => {
    if (lost++ > 0) return route.fallback()
    await route.fetch()
    return route.abort()
  })
  await send(page)
  await outcome(page, 'unreachable')
  await goBackTo(page, 'words')
  await page.locator('#narrative').fill('mots changés')
  await page.locator('[data-to-review]:visible').click()
  await step(page, 'review').waitFor()
  await send(page)
  await step(page, 'receipt').waitFor()
  for (const words of ['premiers mots', 'mots changés']) expect(await told(words)).toHaveLength(1)
  await comeBack(page, code)
  expect(await page.locator('[data-correspondences] [data-association]').count()).toBe(2)
})
