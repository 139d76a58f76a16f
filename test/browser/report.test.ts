// A victim writes on a phone and chooses associations; each opens its own copy, and nothing else left the phone.
import { afterEach, expect, test } from 'vitest'
import { openPhone, type Phone } from '../support/browser.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { openedBy } from '../support/opened-envelopes.ts'
import {
  begin,
  chooseAssociations,
  everythingOnPage,
  goOn,
  LAWYERS,
  LISTENERS,
  next,
  pick,
  send,
  setClockOff,
  step,
  WRITE,
  writeTo,
  TWO_THOUSAND_WORDS,
  TWO_YEARS_MS,
} from './report-visit.ts'

let phone: Phone

setStage({ proofBits: 8 })

afterEach(() => phone.close())

test.each([
  ['right', 0],
  ['two years late', -TWO_YEARS_MS],
  ['two years ahead', TWO_YEARS_MS],
])(
  'with a clock %s, a long French account reaches two associations and each opens its own copy',
  async (_, byMs) => {
    phone = await openPhone(browser, demonstration.origin)
    const { page } = phone
    if (byMs !== 0) await setClockOff(phone, byMs)
    const marked = `${TWO_THOUSAND_WORDS}\nhorloge ${byMs}`
    await begin(page, demonstration.origin)
    await goOn(page, 'traces')
    await pick(page, 'channel', 'chat-without-account')
    await goOn(page, 'you')
    await pick(page, 'role', 'victim')
    await goOn(page, 'about')
    await pick(page, 'ageBand', '18-25')
    await goOn(page, 'needs')
    await pick(page, 'needs', 'legal')
    await goOn(page, 'territory')
    await page.locator('#departement').selectOption('44')
    await goOn(page, 'acts')
    await pick(page, 'acts', 'theft')
    await pick(page, 'acts', 'filmed')
    await goOn(page, 'when')
    await page.locator('#month').selectOption('05')
    await page.locator('#year').selectOption('2024')
    await goOn(page, 'words')
    await page.locator('#narrative').fill(marked)
    await goOn(page, 'began')
    await page.locator('#platform').selectOption('Coco')
    await goOn(page, 'contact')
    await pick(page, 'contactChannel', 'sms')
    await page.locator('#contactValue').fill('06 00 00 00 00')
    await goOn(page, 'choose')
    await chooseAssociations(page, LISTENERS, LAWYERS)
    await goOn(page, 'review')
    await send(page)
    await step(page, 'receipt').waitFor()

    expect(await step(page, 'receipt').locator('[data-receivers] li').count()).toBe(2)
    const today = new Date().toISOString().slice(0, 10)
    for (const association of [LISTENERS, LAWYERS]) {
      const copies = (await openedBy(demonstration, association)).filter(
        ({ narrative }) => narrative === marked,
      )
      expect(copies).toHaveLength(1)
      expect(copies[0]).toMatchObject({
        writtenOn: today,
        account: {
          role: 'victim',
          needs: ['legal'],
          departement: '44',
          channel: 'chat-without-account',
          platform: 'Coco',
          month: '2024-05-01',
          acts: ['theft', 'filmed'],
        },
        contact: { channel: 'sms', value: '06 00 00 00 00' },
        consent: { association, purposes: ['referral'] },
      })
    }
    expect(phone.complaints).toEqual([])
    expect(phone.foreign).toEqual([])
  },
)

test('an association’s session in the same browser does not travel with a report', async () => {
  phone = await openPhone(browser, demonstration.origin)
  const { page, context } = phone
  await context.addCookies([
    {
      name: '__Host-balise',
      value: 'session',
      url: demonstration.origin.replace('http:', 'https:'),
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
    },
  ])
  const cookies = new Map<string, Promise<string | null>>()
  page.on('request', (request) => cookies.set(new URL(request.url()).pathname, request.headerValue('cookie')))
  await writeTo(page, demonstration.origin, 'sans session', LISTENERS)
  await send(page)
  await step(page, 'receipt').waitFor()
  expect(await cookies.get(WRITE)).toBe('__Host-balise=session')
  expect(await cookies.get('/api/challenge')).toBe(null)
  expect(await cookies.get('/api/submissions')).toBe(null)
})

test('age and audiences steer the list on the phone and are in no envelope', async () => {
  phone = await openPhone(browser, demonstration.origin)
  const { page } = phone
  await begin(page, demonstration.origin)
  await goOn(page, 'about')
  await pick(page, 'ageBand', '15-17')
  await page.locator('details:has([name="audiences"]) > summary').click()
  await pick(page, 'audiences', 'trans')
  await goOn(page, 'words')
  await page.locator('#narrative').fill('à dix-sept ans')
  await goOn(page, 'choose')
  await page.locator('[data-proposed] li').first().waitFor()
  expect(await page.locator(`input[name="consent"][value="${LAWYERS}"]`).count()).toBe(0)
  expect(await step(page, 'choose').locator('a[href="tel:119"]').first().isVisible()).toBe(true)
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'review')
  await send(page)
  await step(page, 'receipt').waitFor()
  const [copy] = (await openedBy(demonstration, LISTENERS)).filter(
    ({ narrative }) => narrative === 'à dix-sept ans',
  )
  expect(JSON.stringify(copy)).not.toMatch(/15-17|trans"|audiences|ageBand/)
})

test('what someone said of themselves travels once they tick that it may', async () => {
  phone = await openPhone(browser, demonstration.origin)
  const { page } = phone
  await begin(page, demonstration.origin)
  await goOn(page, 'about')
  await pick(page, 'ageBand', '18-25')
  await page.locator('[name="shareAbout"]').check()
  await goOn(page, 'words')
  await page.locator('#narrative').fill('à vingt ans, dit exprès')
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'review')
  await send(page)
  await step(page, 'receipt').waitFor()
  const copies = await openedBy(demonstration, LISTENERS)
  const copy = copies.find(({ narrative }) => narrative === 'à vingt ans, dit exprès')
  expect(copy?.about).toEqual({ ageBand: '18-25' })
})

test('under 15, no association is proposed and the help lines remain', async () => {
  phone = await openPhone(browser, demonstration.origin)
  const { page } = phone
  await begin(page, demonstration.origin)
  await goOn(page, 'about')
  await pick(page, 'ageBand', 'under-15')
  expect(await step(page, 'about').locator('a[href="tel:3018"]').isVisible()).toBe(true)
  await goOn(page, 'choose')
  await page.locator('[data-none-for-you]').waitFor()
  expect(await page.locator('input[name="consent"]').count()).toBe(0)
  await goOn(page, 'review')
  expect(await page.locator('[data-send]').isVisible()).toBe(false)
  await page.locator('[data-finish]').click()
  await step(page, 'unsent').waitFor()
  expect(phone.sent.filter(({ url }) => url.includes('/api/'))).toEqual([])
})

test('choosing no one is a good end: nothing is sent, not even a challenge is asked for', async () => {
  phone = await openPhone(browser, demonstration.origin)
  const { page } = phone
  await writeTo(page, demonstration.origin, 'pour moi seulement')
  await page.locator('[data-finish]').click()
  await step(page, 'unsent').waitFor()
  expect(await everythingOnPage(page)).not.toContain('pour moi seulement')
  expect(phone.sent.filter(({ url }) => url.includes('/api/'))).toEqual([])
})

test('what sends stays where it is while the phone does its work beforehand', async () => {
  phone = await openPhone(browser, demonstration.origin)
  const { page } = phone
  await begin(page, demonstration.origin)
  await goOn(page, 'choose')
  await chooseAssociations(page, LAWYERS)
  await page.evaluate(WATCH_THE_BUTTON)
  await goOn(page, 'review')
  await page.locator('[data-proof] [data-one="done"]').waitFor()
  expect(await page.evaluate<number[]>('placesOf')).toHaveLength(1)
})

/** From when it is on screen: each place it takes, in pixels from the top of the page. */
const WATCH_THE_BUTTON = `{
  globalThis.placesOf = []
  const look = () => {
    const button = document.querySelector('[data-send]')
    const place = Math.round(button.getBoundingClientRect().y + scrollY)
    if (button.checkVisibility() && placesOf.at(-1) !== place) placesOf.push(place)
    requestAnimationFrame(look)
  }
  look()
}`

test('nothing is ticked beforehand, and what is read over can be changed line by line', async () => {
  phone = await openPhone(browser, demonstration.origin)
  const { page } = phone
  await begin(page, demonstration.origin)
  await goOn(page, 'choose')
  await page.locator('[data-proposed] li').first().waitFor()
  expect(await page.locator('input[name="consent"]:checked').count()).toBe(0)
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'review')
  await page.locator('[data-letter] summary').click()
  await page.getByRole('button', { name: 'Avec vos mots', exact: true }).click()
  await page.locator('#narrative').fill('une phrase ajoutée')
  await next(page)
  await step(page, 'review').waitFor()
  expect(await page.locator('[data-letter]').innerText()).toContain('une phrase ajoutée')
})
