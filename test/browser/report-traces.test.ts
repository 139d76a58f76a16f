// A word of its own in every field that takes words: none leaves the phone unsealed, and none is left on it or in its memory, whichever
// way it ends.
import { expect, test } from 'vitest'
import { demonstration, page, phone, phoneForEachTest, setStage } from '../support/stage.ts'
import { stepOnScreen } from '../support/journey-walk.ts'
import { heapOf } from '../support/heap.ts'
import { openedBy } from '../support/opened-envelopes.ts'
import { bytesBelow, foundIn, sentinel } from '../support/sentinels.ts'
import {
  begin,
  chooseAssociations,
  everythingOnPage,
  goOn,
  LISTENERS,
  next,
  note,
  pick,
  send,
  step,
  storedEntries,
  takeCode,
  takeWay,
} from './report-visit.ts'

const WEATHER = 'https://meteofrance.com/**'
const CONTACT = ['contactValue', 'contactHours', 'contactAskFor', 'contactSay']
const FIELDS = ['platformName', 'narrative', 'identifierPlatform', 'identifierValue', ...CONTACT]
const words = FIELDS.map(sentinel)

setStage({ part: 'whole' })
phoneForEachTest()

/** Names of the fields of the form that take words, and hold none. */
const emptyFields = (): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll(
    'form input[name]:not([type=radio], [type=checkbox], [type=hidden]), form textarea',
  )].filter(({ value }) => value === '').map(({ name }) => name)`)

/** To the ways on, with a word of its own in every field there is. */
async function tellEverything(): Promise<void> {
  await begin(page, demonstration.origin)
  await goOn(page, 'acts')
  await pick(page, 'acts', 'theft')
  await goOn(page, 'words')
  await page.locator('#narrative').fill(sentinel('narrative'))
  await goOn(page, 'began')
  await page.locator('#platform').selectOption('other')
  await page.locator('#platformName').fill(sentinel('platformName'))
  await goOn(page, 'identifiers')
  await note(page, 'pseudonym', sentinel('identifierValue'), sentinel('identifierPlatform'))
  await goOn(page, 'contact')
  await pick(page, 'contactChannel', 'phone')
  for (const name of CONTACT) await page.locator(`#${name}`).fill(sentinel(name))
  expect(await emptyFields()).toEqual([])
  await goOn(page, 'path')
}

/** Nothing in storage, cookies, fields, text or markup; and Back brings nothing again. */
async function expectNothingLeft(): Promise<void> {
  expect(foundIn(await everythingOnPage(page), words)).toEqual([])
  expect(await page.locator('form :checked:not(option)').count()).toBe(0)
  expect(await page.locator('input[type="hidden"]:not([value=""])').count()).toBe(0)
  expect(await storedEntries(page)).toEqual([0, 0, 0, 0, 0, 0])
  expect(await phone.context.cookies()).toEqual([])
}

/** Which of the words the page's memory still holds: in a variable, a closure, a listener, a timer, a detached element. */
const remembered = async (): Promise<string[]> => foundIn(await heapOf(page), words)

/** Not one word in any request, console line, log or stored byte. */
async function expectNothingLeftUnsealed(): Promise<void> {
  for (const { url, body, headers } of phone.sent) {
    expect(foundIn(`${url}\n${body}\n${JSON.stringify(headers)}`, words)).toEqual([])
  }
  expect(foundIn(phone.heard.join('\n'), words)).toEqual([])
  expect(foundIn(demonstration.logs(), words)).toEqual([])
  for (const bytes of (await bytesBelow(demonstration.dataDir)).values())
    expect(foundIn(bytes, words)).toEqual([])
}

test('sent: each word is in the association’s copy, and nowhere else', async () => {
  await tellEverything()
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'apart')
  await page.locator('[name="statistics"]').check()
  await goOn(page, 'review')
  expect(foundIn(await page.locator('[data-letter]').innerText(), words)).toEqual(words)
  await send(page)
  await page.locator('[data-card-sent] [data-one="received"]').waitFor()
  await expectNothingLeft()
  expect(await remembered()).toEqual([])
  await expectNothingLeftUnsealed()
  const [platform, narrative, identifierPlatform, identifierValue, value, hours, askFor, say] = words
  const copies = (await openedBy(demonstration, LISTENERS)).filter((copy) => copy.narrative === narrative)
  expect(copies).toMatchObject([
    {
      account: { platform },
      identifiers: [{ type: 'pseudonym', platform: identifierPlatform, value: identifierValue }],
      contact: { channel: 'phone', value, hours, askFor, say },
    },
  ])
})

test.each([
  ['counted', 'count', '[data-count-send]'],
  ['kept', 'keep', null],
  ['unsent', 'nothing', '[data-erase-all]'],
] as const)(
  'answers left on a shared device: %s, not one word leaves, and none is left, even after Back',
  async (ending, way, finish) => {
    await tellEverything()
    await takeWay(page, way)
    if (way === 'keep') {
      await step(page, 'keep').locator('[data-go-to="ready"]').click()
      await page.locator('[name="letter"][value="narrative"]').check()
      await page.locator('[name="letter"][value="identifiers"]').check()
      expect(await page.locator('[data-paper]').innerText()).toContain(sentinel('narrative'))
      await page.goBack()
    }
    if (finish) await page.locator(finish).click()
    else {
      await pick(page, 'keepFor', 'month')
      await next(page)
      await takeCode(page)
    }
    await step(page, ending).waitFor()
    await expectNothingLeft()
    expect(await remembered()).toEqual([])
    await expectNothingLeftUnsealed()
    await page.goBack()
    expect(await stepOnScreen(page)).toBe(ending)
    await expectNothingLeft()
  },
)

test.each(['review', 'ready', 'choose', 'count', 'identifiers'])(
  'answers left on a shared device: left in haste from “%s”, nothing is left, and Back shows empty fields',
  async (name) => {
    await phone.context.route(WEATHER, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Météo</title>' }),
    )
    await tellEverything()
    if (name === 'identifiers') await page.goBack()
    else await goOn(page, name === 'count' ? 'count' : 'choose', name === 'count' ? 'count' : 'send')
    if (name === 'review' || name === 'ready') {
      await chooseAssociations(page, LISTENERS)
      await goOn(page, 'review')
    }
    if (name === 'ready') await step(page, 'review').locator('[data-go-to="ready"]').click()
    await page.locator('header [data-quit]').click()
    await page.waitForURL(WEATHER)
    await page.goBack()
    await page.locator('[data-next]:visible').waitFor()
    await expectNothingLeft()
    await expectNothingLeftUnsealed()
    if (name === 'review') expect(await remembered()).toEqual([])
  },
)

test('answers left on a shared device: when the page goes away, everything is wiped first, and the page is not kept for later', async () => {
  await tellEverything()
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'review')
  await page.locator('[data-proof] [data-one="done"]').waitFor()
  // It would be found: what points to the attackers is kept in memory while it is written about.
  expect(await remembered()).toContain(sentinel('identifierValue'))
  await page.evaluate('dispatchEvent(new PageTransitionEvent("pagehide"))')
  await expect.poll(() => page.workers().length).toBe(0)
  await expectNothingLeft()
  expect(await remembered()).toEqual([])
  const cacheControl = await page.evaluate<string>(
    `fetch(location.href).then(({ headers }) => headers.get('cache-control'))`,
  )
  expect(cacheControl).toContain('no-store')
})
