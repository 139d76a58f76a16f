// A victim writes on a phone and chooses associations; each opens its own copy, and nothing else left the phone.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser, openPhone, type Phone } from '../support/browser.ts'
import { startDemonstration, type RunningDemonstration } from '../support/demonstration.ts'
import { openedBy } from '../support/opened-envelopes.ts'
import { bytesBelow, foundIn, sentinel } from '../support/sentinels.ts'
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
  storedEntries,
  WRITE,
  writeTo,
  TWO_THOUSAND_WORDS,
  TWO_YEARS_MS,
} from './report-visit.ts'

let browser: Browser
let demonstration: RunningDemonstration
let phone: Phone

beforeAll(async () => {
  browser = await launchBrowser()
  demonstration = await startDemonstration({ proofBits: 8 })
})

afterAll(async () => {
  await browser?.close()
  await demonstration?.stop()
})

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
    await goOn(page, 'you')
    await pick(page, 'role', 'victim')
    await pick(page, 'ageBand', '18-25')
    await goOn(page, 'needs')
    await pick(page, 'needs', 'legal')
    await page.locator('#departement').selectOption('44')
    await goOn(page, 'contact-began')
    await pick(page, 'channel', 'chat-without-account')
    await page.locator('#platform').selectOption('Coco')
    await goOn(page, 'where-when')
    await page.locator('#month').selectOption('05')
    await page.locator('#year').selectOption('2024')
    await goOn(page, 'happened')
    await pick(page, 'acts', 'theft')
    await pick(page, 'acts', 'filmed')
    await goOn(page, 'words')
    await page.locator('#narrative').fill(marked)
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

test('a word placed in every field leaves the phone in no request, log or stored byte', async () => {
  phone = await openPhone(browser, demonstration.origin)
  const { page, context } = phone
  const words = ['platformName', 'narrative', 'contactValue', 'contactNote'].map(sentinel)
  const [platformName = '', narrative = '', contactValue = '', contactNote = ''] = words
  await begin(page, demonstration.origin)
  await goOn(page, 'contact-began')
  await page.locator('#platform').selectOption('other')
  await page.locator('#platformName').fill(platformName)
  await goOn(page, 'words')
  await page.locator('#narrative').fill(narrative)
  await goOn(page, 'contact')
  await pick(page, 'contactChannel', 'messaging')
  await page.locator('#contactValue').fill(contactValue)
  await page.locator('#contactNote').fill(contactNote)
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'review')
  expect(foundIn(await page.locator('[data-letter]').innerText(), words)).toEqual(words)
  await send(page)
  await step(page, 'receipt').waitFor()

  for (const { url, body, headers } of phone.sent) {
    expect(foundIn(`${url}\n${body}\n${JSON.stringify(headers)}`, words)).toEqual([])
  }
  expect(phone.sent.filter(({ method }) => method === 'POST')).toHaveLength(1)
  expect(foundIn(phone.heard.join('\n'), words)).toEqual([])
  expect(foundIn(demonstration.logs(), words)).toEqual([])
  for (const bytes of (await bytesBelow(demonstration.dataDir)).values())
    expect(foundIn(bytes, words)).toEqual([])
  expect(foundIn(await everythingOnPage(page), words)).toEqual([])
  expect(await storedEntries(page)).toEqual([0, 0, 0, 0, 0, 0])
  expect(await context.cookies()).toEqual([])
  const copies = (await openedBy(demonstration, LISTENERS)).filter((copy) => copy.narrative === narrative)
  expect(copies[0]).toMatchObject({
    account: { platform: platformName },
    contact: { channel: 'messaging', value: contactValue, note: contactNote },
  })
})

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
  await goOn(page, 'you')
  await pick(page, 'ageBand', '15-17')
  await page.locator('[data-step="you"] summary').click()
  await pick(page, 'audiences', 'trans')
  await goOn(page, 'words')
  await page.locator('#narrative').fill('à dix-sept ans')
  await goOn(page, 'choose')
  await page.locator('[data-proposed] li').first().waitFor()
  expect(await page.locator(`input[name="consent"][value="${LAWYERS}"]`).count()).toBe(0)
  expect(await step(page, 'choose').locator('a[href="tel:119"]').isVisible()).toBe(true)
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'review')
  await send(page)
  await step(page, 'receipt').waitFor()
  const [copy] = (await openedBy(demonstration, LISTENERS)).filter(
    ({ narrative }) => narrative === 'à dix-sept ans',
  )
  expect(JSON.stringify(copy)).not.toMatch(/15-17|trans"|audiences|ageBand/)
})

test('under 15, no association is proposed and the help lines remain', async () => {
  phone = await openPhone(browser, demonstration.origin)
  const { page } = phone
  await begin(page, demonstration.origin)
  await goOn(page, 'you')
  await pick(page, 'ageBand', 'under-15')
  expect(await step(page, 'you').locator('a[href="tel:3018"]').isVisible()).toBe(true)
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

test('nothing is ticked beforehand, and what is read over can be changed line by line', async () => {
  phone = await openPhone(browser, demonstration.origin)
  const { page } = phone
  await begin(page, demonstration.origin)
  await goOn(page, 'choose')
  await page.locator('[data-proposed] li').first().waitFor()
  expect(await page.locator('input[name="consent"]:checked').count()).toBe(0)
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'review')
  await page.locator('.letter-part', { hasText: 'Avec vos mots' }).locator('[data-change]').click()
  await page.locator('#narrative').fill('une phrase ajoutée')
  await next(page)
  await step(page, 'review').waitFor()
  expect(await page.locator('[data-letter]').innerText()).toContain('une phrase ajoutée')
})
