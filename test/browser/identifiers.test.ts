// What points to the attackers: each row says how it was understood, never stands in the way, and is gone with the page.
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '../support/accessible.ts'
import { demonstration, page, phone, phoneForEachTest, setStage } from '../support/stage.ts'
import { openedBy } from '../support/opened-envelopes.ts'
import {
  begin,
  chooseAssociations,
  everythingOnPage,
  fitsInWidth,
  goOn,
  LISTENERS,
  next,
  note,
  send,
  step,
} from './report-visit.ts'

const WORKER = '**/w/identify.js'

setStage()
phoneForEachTest()

async function toIdentifiers(): Promise<void> {
  await begin(page, demonstration.origin)
  await goOn(page, 'identifiers')
}

const row = (place: number) => page.locator('[data-identifier]').nth(place - 1)
const value = (place: number) => row(place).locator('[name="identifierValue"]')
/** One of the things that may be said of a row. */
const said = (place: number, what: string) => row(place).locator(`[role="status"] [data-one="${what}"]`)
const leaveField = () => page.keyboard.press('Tab')
/** What a screen reader says of the field besides its name. */
const description = (place: number) =>
  page.evaluate<string>(`(() => {
    const field = document.querySelectorAll('[name="identifierValue"]')[${place - 1}]
    const words = document.querySelectorAll('#' + field.getAttribute('aria-describedby') + ' > :not([hidden])')
    return [...words].map((each) => each.textContent.trim()).join(' ')
  })()`)
const focused = (selector: string) =>
  page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)

const UNDERSTOOD = [
  ['phone', '06 12 34 56 78', '+33612345678', 'tel'],
  ['email', 'Toto@Exemple.FR', 'Toto@exemple.fr', 'email'],
  ['payee', 'fr14 2004 1010 0505 0001 3m02 606', 'FR1420041010050500013M02606', 'text'],
  ['plate', 'ab 123 cd', 'AB-123-CD', 'text'],
  ['profile-link', 'instagram.com/Toto?igsh=abc', 'https://instagram.com/Toto', 'url'],
  ['pseudonym', '@Toto', 'Toto', 'text'],
] as const

test('each row says how what was written in it is understood', async () => {
  await toIdentifiers()
  for (const [at, [type, written, normal, keyboard]] of UNDERSTOOD.entries()) {
    const place = at + 1
    await note(page, type, written)
    expect(await value(place).getAttribute('inputmode')).toBe(keyboard)
    await leaveField()
    await said(place, 'noted').waitFor()
    expect(await said(place, 'noted').locator('strong').textContent()).toBe(normal)
    expect(await description(place)).toContain(normal)
    expect(await value(place).inputValue()).toBe(written)
  }
  expect(phone.complaints).toEqual([])
})

test('the platform is asked for a pseudonym or a link, and for nothing else', async () => {
  await toIdentifiers()
  await page.locator('[data-add-identifier]').click()
  const platform = row(1).locator('[name="identifierPlatform"]')
  const shown: string[] = []
  for (const type of ['pseudonym', 'phone', 'email', 'payee', 'plate', 'profile-link']) {
    await row(1).locator('select').selectOption(type)
    if (await platform.isVisible()) shown.push(type)
  }
  expect(shown).toEqual(['pseudonym', 'profile-link'])
})

test('a number that is too short is said once its field is left, is linked to it, and can be kept as it is', async () => {
  await toIdentifiers()
  await note(page, 'phone', '06 12')
  expect(await said(1, 'phone').isVisible()).toBe(false)
  await leaveField()
  await said(1, 'phone').waitFor()
  expect(await description(1)).toBe((await said(1, 'phone').textContent())?.trim())
  await row(1).locator('[data-keep-identifier]').click()
  await said(1, 'kept').waitFor()
  expect(await said(1, 'phone').isVisible()).toBe(false)
  expect(await row(1).locator('[data-keep-identifier]').isVisible()).toBe(false)
  expect(await focused('[name="identifierValue"]')).toBe(true)
  expect(await value(1).inputValue()).toBe('06 12')
})

test('a number put right is noted at once; one put wrong again waits until its field is left', async () => {
  await toIdentifiers()
  await note(page, 'phone', '06 12')
  await leaveField()
  await said(1, 'phone').waitFor()
  await value(1).fill('06 12 34 56 78')
  await said(1, 'noted').waitFor()
  expect(await said(1, 'phone').isVisible()).toBe(false)
  await value(1).fill('06')
  expect(await row(1).locator('[role="status"]').innerText()).toBe('')
})

test('what is not recognised holds nobody back', async () => {
  await toIdentifiers()
  await note(page, 'payee', 'FR75 0000 0000 0000 0000 0000 000')
  // Straight from the field to the button: it must not slip away from under the finger.
  await next(page)
  await step(page, 'files').waitFor()
  await page.goBack()
  await said(1, 'payee').waitFor()
  expect(await value(1).inputValue()).toBe('FR75 0000 0000 0000 0000 0000 000')
})

test('a platform without its pseudonym is said not to be kept', async () => {
  await toIdentifiers()
  await page.locator('[data-add-identifier]').click()
  await row(1).locator('[name="identifierPlatform"]').fill('Coco')
  await leaveField()
  await said(1, 'missing').waitFor()
  expect(await description(1)).not.toBe('')
  await value(1).fill('toto')
  await said(1, 'noted').waitFor()
})

test('rows are named by their place, and taking one away leaves the others as they were', async () => {
  await toIdentifiers()
  for (const each of ['un', 'deux', 'trois']) await note(page, 'pseudonym', each)
  await page.getByRole('button', { name: 'Retirer l’élément 2' }).click()
  expect(await page.locator('[data-identifier]').count()).toBe(2)
  expect([await value(1).inputValue(), await value(2).inputValue()]).toEqual(['un', 'trois'])
  expect(await page.getByRole('group', { name: 'Élément 2' }).locator('input').last().inputValue()).toBe(
    'trois',
  )
  expect(await focused('[data-add-identifier]')).toBe(true)
})

test('after twelve rows none can be added, until one is taken away', async () => {
  await toIdentifiers()
  const add = page.locator('[data-add-identifier]')
  for (let made = 0; made < 12; made++) await add.click()
  expect(await add.isVisible()).toBe(false)
  expect(await page.locator('[data-identifiers-full]').isVisible()).toBe(true)
  await row(12).locator('[data-remove-identifier]').click()
  expect(await add.isVisible()).toBe(true)
  expect(await page.locator('[data-identifiers-full]').isVisible()).toBe(false)
})

test('keyboard alone adds a row, fills it, keeps it and takes it away', async () => {
  await toIdentifiers()
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 15; presses++) {
      if (await focused(selector)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`the keyboard does not reach ${selector}`)
  }
  await tabTo('[data-add-identifier]')
  await page.keyboard.press('Enter')
  expect(await page.evaluate<string>('document.activeElement.name')).toBe('identifierType')
  await page.keyboard.press('N')
  expect(await row(1).locator('select').inputValue()).toBe('phone')
  await tabTo('[name="identifierValue"]')
  await page.keyboard.type('0612')
  await page.keyboard.press('Enter')
  await said(1, 'phone').waitFor()
  expect(await step(page, 'identifiers').isVisible()).toBe(true)
  await tabTo('[data-keep-identifier]')
  await page.keyboard.press('Enter')
  await said(1, 'kept').waitFor()
  await tabTo('[data-remove-identifier]')
  await page.keyboard.press('Enter')
  expect(await page.locator('[data-identifier]').count()).toBe(0)
})

test('the Worker comes when the step is shown, not before', async () => {
  const asked = () => phone.sent.filter(({ url }) => url.endsWith('/w/identify.js')).length
  await begin(page, demonstration.origin)
  await goOn(page, 'trust')
  expect(asked()).toBe(0)
  await next(page)
  await expect.poll(asked).toBe(1)
  await note(page, 'phone', '06 12 34 56 78')
  await leaveField()
  await said(1, 'noted').waitFor()
  expect(asked()).toBe(1)
})

describe('what reaches the association', () => {
  const ARRIVES = [
    { type: 'pseudonym', platform: 'Coco', value: 'Toto', recognised: true },
    { type: 'phone', value: '+33612345678', recognised: true },
    { type: 'plate', value: '1-ABC-234', recognised: false },
  ]

  const write = async (): Promise<void> => {
    await toIdentifiers()
    await note(page, 'pseudonym', '@Toto', 'Coco')
    await note(page, 'phone', '06.12.34.56.78')
    await note(page, 'plate', '1-abc-234')
    await note(page, 'email', '   ')
    await leaveField()
  }

  const readOver = async (): Promise<string> => {
    await goOn(page, 'choose')
    await chooseAssociations(page, LISTENERS)
    await goOn(page, 'review')
    return page.locator('[data-letter]').innerText()
  }

  const sendAndOpen = async () => {
    await send(page)
    await step(page, 'receipt').waitFor()
    return (await openedBy(demonstration, LISTENERS)).map(({ identifiers }) => identifiers)
  }

  test('is the normal form, and the letter to read over shows that', async () => {
    await write()
    await said(3, 'plate').waitFor()
    const letter = await readOver()
    for (const line of [
      '\u2068Pseudonyme\u2069 · \u2068Coco\u2069 · \u2068Toto\u2069',
      '+33612345678',
      '1-ABC-234',
    ])
      expect(letter).toContain(line)
    expect(await sendAndOpen()).toContainEqual(ARRIVES)
  })

  test('keeps its own direction to itself in the letter to read over', async () => {
    // Whoever understands it would take the marks away; without that, it is as it was written.
    await phone.context.route(WORKER, (route) => route.abort())
    await toIdentifiers()
    await note(page, 'pseudonym', 'abc\u202e\u2067\u2069\u2069def', 'שלום')
    const letter = await readOver()
    const isolated = ['Pseudonyme', 'שלום', 'abc\u202edef'].map((part) => `\u2068${part}\u2069`)
    expect(letter).toContain(isolated.join(' · '))
  })

  test.each(['cannot be fetched', 'breaks'])('is as it was written when the Worker %s', async (trouble) => {
    await phone.context.route(WORKER, (route) =>
      trouble === 'breaks'
        ? route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("old phone")' })
        : route.abort(),
    )
    await write()
    await readOver()
    expect(await sendAndOpen()).toContainEqual([
      { type: 'pseudonym', platform: 'Coco', value: '@Toto', recognised: false },
      { type: 'phone', value: '06.12.34.56.78', recognised: false },
      { type: 'plate', value: '1-abc-234', recognised: false },
    ])
  })
})

test('when the page goes away, no row, no word and no Worker is left', async () => {
  await toIdentifiers()
  await note(page, 'pseudonym', 'à effacer', 'effaçable')
  await leaveField()
  await said(1, 'noted').waitFor()
  await page.evaluate('dispatchEvent(new PageTransitionEvent("pagehide"))')
  expect(await page.locator('[data-identifier]').count()).toBe(0)
  expect(await everythingOnPage(page)).not.toMatch(/à effacer|effaçable/)
  await expect.poll(() => page.workers().length).toBe(0)
})

test('by day and by night, on a narrow screen with large text, all of it can be read', async () => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 568 })
  await toIdentifiers()
  await note(page, 'phone', '06 12')
  await note(page, 'profile-link', `instagram.com/${'a'.repeat(90)}`)
  await note(page, 'plate', 'AA-123-AA')
  await leaveField()
  await said(1, 'phone').waitFor()
  await said(2, 'noted').waitFor()
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, 'colours')
  await page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
  expect(await fitsInWidth(page)).toBe(true)
  const heights = await page.evaluate<number[]>(
    `[...document.querySelectorAll('[data-step=identifiers] button, [data-identifier] input, [data-identifier] select')]
      .map((each) => each.getBoundingClientRect().height).filter((height) => height > 0)`,
  )
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(48)
})
