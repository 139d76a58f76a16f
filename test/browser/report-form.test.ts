// The form is gentle: what lacks its other half is said, nothing is a wall, and nobody is promised what they will not get.
import { expect, test } from 'vitest'
import { demonstration, page, phone, phoneForEachTest, setStage } from '../support/stage.ts'
import { walk } from '../support/journey-walk.ts'
import { begin, chooseAssociations, goOn, LISTENERS, next, pick, step, TELLING } from './report-visit.ts'

setStage()
phoneForEachTest()

/** Whether a field says that it lacks something, in words that are on screen. */
const isMarked = (id: string): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const field = document.querySelector('#${id}')
    const words = (field.getAttribute('aria-describedby') ?? '').split(' ').map((each) => document.getElementById(each))
    return field.getAttribute('aria-invalid') === 'true'
      && words.some((each) => each?.classList.contains('missing') && each.checkVisibility() && each.textContent !== '')
  })()`)

test.each([
  [
    'when',
    () => page.locator('#year').selectOption('2025'),
    'month',
    () => page.locator('#month').selectOption('02'),
  ],
  [
    'when',
    () => page.locator('#month').selectOption('02'),
    'year',
    () => page.locator('#year').selectOption('2025'),
  ],
  [
    'contact',
    () => pick(page, 'contactChannel', 'sms'),
    'contactValue',
    () => page.locator('#contactValue').fill('06'),
  ],
] as const)(
  'in “%s”, a missing half is announced, linked to its field, and leads there',
  async (name, half, missing, otherHalf) => {
    await begin(page, demonstration.origin)
    await goOn(page, name)
    await half()
    expect(await isMarked(missing)).toBe(false)
    await next(page)
    expect(await page.locator('[data-problems][role="alert"]').isVisible()).toBe(true)
    expect(await isMarked(missing)).toBe(true)
    await page.locator('[data-problems] a').click()
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe(missing)
    await otherHalf()
    expect(await page.locator('[data-problems]').isVisible()).toBe(false)
    expect(await isMarked(missing)).toBe(false)
    await next(page)
    expect(await step(page, name).isVisible()).toBe(false)
  },
)

test('“I don’t know” stands alone among several answers', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'acts')
  await pick(page, 'acts', 'theft')
  await pick(page, 'acts', 'threats')
  await pick(page, 'acts', 'unknown')
  const ticked = () =>
    page.evaluate<string[]>(
      `[...document.querySelectorAll('input[name="acts"]:checked')].map(({ value }) => value)`,
    )
  expect(await ticked()).toEqual(['unknown'])
  await pick(page, 'acts', 'not-said')
  expect(await ticked()).toEqual(['not-said'])
  await pick(page, 'acts', 'theft')
  expect(await ticked()).toEqual(['theft'])
})

test('a month that has not come is a hint, never a wall', async () => {
  await page.clock.setFixedTime(new Date('2026-11-15'))
  await begin(page, demonstration.origin)
  await goOn(page, 'when')
  await page.locator('#year').selectOption('2026')
  await page.locator('#month').selectOption('11')
  expect(await page.locator('[data-month-ahead]').isVisible()).toBe(false)
  await page.locator('#month').selectOption('12')
  expect(await page.locator('[data-month-ahead]').isVisible()).toBe(true)
  await next(page)
  expect(await step(page, 'where').isVisible()).toBe(true)
})

test('a paste that does not fit says that its end was not kept', async () => {
  await phone.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.evaluate(
    'navigator.clipboard.writeText("é".repeat(document.querySelector("#narrative").maxLength + 1))',
  )
  await page.locator('#narrative').focus()
  await page.keyboard.press('Control+V')
  await page.locator('[data-cut="narrative"]').waitFor()
  await page.keyboard.press('Backspace')
  expect(await page.locator('[data-cut="narrative"]').isVisible()).toBe(false)
})

test('under 15, with no association to receive them, a child is told at once, and told it is not their fault', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'about')
  await pick(page, 'ageBand', '15-17')
  expect(await page.locator('[data-step="about"] [data-when="ageBand:under-15"]').isVisible()).toBe(false)
  await pick(page, 'ageBand', 'under-15')
  expect(await page.locator('[data-step="about"] [data-when="ageBand:under-15"]').innerText()).toContain(
    '119',
  )
  await goOn(page, 'review')
  await page.locator('[data-nobody-can]').waitFor()
  expect(await page.locator('[data-nobody-chosen]').isVisible()).toBe(false)
  expect(await page.locator('[data-step="review"] a[href="tel:119"]').isVisible()).toBe(true)
})

test.each([true, false])(
  'the receipt promises an answer only to whom can be answered (%s)',
  async (contact) => {
    await begin(page, demonstration.origin)
    await goOn(page, 'contact')
    if (contact) {
      await pick(page, 'contactChannel', 'email')
      await page.locator('#contactValue').fill('a@exemple.invalid')
    }
    await goOn(page, 'choose')
    await chooseAssociations(page, LISTENERS)
    await goOn(page, 'review')
    await page.locator('[data-send]').click()
    await step(page, 'receipt').waitFor()
    expect(await page.locator('[data-receivers] [data-answers]').isVisible()).toBe(contact)
    expect(await page.locator('[data-no-answer]').isVisible()).toBe(!contact)
  },
)

test('a way to answer that would not be sealed is not in the letter to read over', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'contact')
  await pick(page, 'contactChannel', 'email')
  await page.locator('#contactValue').fill('a@exemple.invalid')
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'review')
  const letter = page.locator('[data-letter]')
  expect(await letter.innerText()).toContain('Un e-mail')
  await letter.locator('.letter-part', { hasText: 'a@exemple.invalid' }).locator('[data-change]').click()
  await page.locator('#contactValue').fill(' ')
  await page.goBack()
  await step(page, 'review').waitFor()
  expect(await letter.innerText()).not.toContain('Un e-mail')
  expect(await page.locator('[data-no-contact]').isVisible()).toBe(true)
})

test('what was left empty is one fold after the letter, and each part of it can be answered from there', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'needs')
  await pick(page, 'needs', 'legal')
  await goOn(page, 'review')
  expect(await page.locator('[data-letter] .letter-part').count()).toBe(1)
  const fold = page.locator('[data-letter] > details')
  expect(await fold.count()).toBe(1)
  expect(await fold.getByRole('button').count()).toBe(0)
  await fold.locator('summary').click()
  await fold.getByRole('button', { name: 'Avec vos mots', exact: true }).click()
  expect(await step(page, 'words').isVisible()).toBe(true)
})

test('a list that could not be had is not taken for the choice of nobody, and can be asked for again', async () => {
  await phone.context.route('**/w/seal.js', (route) => route.abort())
  await begin(page, demonstration.origin)
  await goOn(page, 'review')
  await page.locator('[data-list-retry]').waitFor()
  expect(
    await page.locator('[data-nobody-chosen], [data-nobody-can]').filter({ visible: true }).count(),
  ).toBe(0)
  await phone.context.unroute('**/w/seal.js')
  await page.locator('[data-list-retry]').click()
  await page.locator('[data-proposed] li').first().waitFor()
})

test('skipping the account leads through what to know before writing', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'acts')
  await step(page, 'acts').locator('[data-skip]').click()
  expect(await step(page, 'before-words').isVisible()).toBe(true)
  await step(page, 'before-words').locator('[data-skip]').click()
  expect(await step(page, 'contact').isVisible()).toBe(true)
})

test('how far along never goes back, and is never whole before the last step', async () => {
  await begin(page, demonstration.origin)
  const bar = page.locator('[data-progress] progress')
  const position = `document.querySelector('[data-progress] progress').position`
  const shown: [step: string, part: number][] = []
  await walk(page, {
    way: 'send',
    answers: TELLING,
    at: async (name) => {
      if (!(await bar.isVisible())) return
      shown.push([name, await page.evaluate<number>(position)])
    },
  })
  const parts = shown.map(([, part]) => part)
  expect(parts.length).toBeGreaterThan(20)
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
  expect([...new Set(shown.filter(([, part]) => part === 1).map(([name]) => name))]).toEqual(['review'])
})
