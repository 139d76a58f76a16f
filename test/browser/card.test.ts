// Someone who only wants to be counted: what they read before touching the button is what the observatory opens, and nothing else.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { beforeEach, expect, test } from 'vitest'
import { fromUtf8 } from '../../src/crypto/encoding.ts'
import { decryptWith } from '../../src/crypto/openpgp.ts'
import { fr } from '../../src/i18n/fr.ts'
import { Card } from '../../src/protocol/card.ts'
import { DEPARTEMENTS } from '../../src/protocol/departements.ts'
import { demonstration, page, phone, phoneForEachTest, setStage } from '../support/stage.ts'
import { unlockedKeyOf } from '../support/federation.ts'
import { bytesBelow, foundIn, sentinel } from '../support/sentinels.ts'
import { queryFile } from '../support/servers/node-process.ts'
import {
  begin,
  chooseAssociations,
  everythingOnPage,
  goBackTo,
  goOn,
  LISTENERS,
  pick,
  send,
  step,
  storedEntries,
  takeWay,
} from './report-visit.ts'

const CARDS = '**/api/cards'

setStage({ proofBits: 6 })
phoneForEachTest()

beforeEach(async () => {
  await queryFile(store('statistics'), 'delete from cards')
})

const store = (name: 'statistics' | 'envelopes') => join(demonstration.dataDir, `${name}.db`)

/** Every card of the store, opened with the demonstration's observatory key. */
async function openedCards(): Promise<Card[]> {
  const { dataDir, passphrase } = demonstration
  const secretKey = await readFile(join(dataDir, 'demonstration', 'observatory.asc'), 'utf8')
  const key = await unlockedKeyOf({ secretKey, passphrase })
  const rows = await queryFile(store('statistics'), 'select sealed from cards')
  return Promise.all(
    rows.map(async ({ sealed }) => {
      const opened = await decryptWith(key, new Uint8Array(sealed as ArrayBuffer))
      return v.parse(Card, JSON.parse(fromUtf8(opened ?? new Uint8Array())))
    }),
  )
}

/** What the person reads on the count step: a label, and the words that will be counted. */
const preview = async (): Promise<string[][]> => {
  const lines = step(page, 'count').locator('[data-card-preview] li')
  await lines.first().waitFor()
  return Promise.all(
    (await lines.all()).map(async (line) => [
      await line.locator('span').innerText(),
      await line.locator('strong').innerText(),
    ]),
  )
}

/** The same lines, made from an opened card and the catalogue alone. */
function linesOf(card: Card): string[][] {
  const { vocabulary, report } = fr
  const { fields } = vocabulary
  const words = (labels: Readonly<Record<string, string>>, code: string): string =>
    code === 'unknown' ? report.count.unknown : (labels[code] ?? `no words for ${code}`)
  const numbered = Object.fromEntries(
    Object.entries(DEPARTEMENTS).map(([code, name]) => [code, `${code} ${name}`]),
  )
  const [year = '', quarter] = card.quarter.split('-Q')
  return [
    [fields.departement, words({ ...numbered, ...vocabulary.departement }, card.departement)],
    [
      report.count.quarter,
      quarter ? `${report.count.quarters[Number(quarter) - 1]} ${year}` : report.count.unknown,
    ],
    [fields.weekday, words(vocabulary.weekday, card.weekday)],
    [fields.timeBand, words(vocabulary.timeBand, card.timeBand)],
    [fields.channel, words(vocabulary.channel, card.channel)],
    [fields.platform, words({ coco: 'Coco', other: report.count.otherPlatform }, card.platform)],
    [fields.lure, words(vocabulary.lure, card.lure)],
    [fields.place, words(vocabulary.place, card.place)],
    [fields.attackers, words(vocabulary.attackers, card.attackers)],
    [report.count.act, words(vocabulary.acts, card.act)],
    [fields.complaint, words(vocabulary.complaint, card.complaint)],
  ]
}

const posted = () => phone.sent.filter(({ method }) => method === 'POST')
const touchCount = () => page.locator('[data-count-send]').click()

test('reads exactly the words that the observatory opens, and no sentence of theirs leaves', async () => {
  const words = ['narrative', 'pseudonym'].map(sentinel)
  const [narrative = ''] = words
  await begin(page, demonstration.origin)
  await goOn(page, 'you')
  await pick(page, 'role', 'witness')
  await goOn(page, 'territory')
  await page.locator('#departement').selectOption('59')
  await goOn(page, 'acts')
  await pick(page, 'acts', 'insults')
  await pick(page, 'acts', 'sequestration')
  await pick(page, 'acts', 'theft')
  await goOn(page, 'when')
  await page.locator('#month').selectOption('05')
  await page.locator('#year').selectOption('2024')
  await page.locator('#weekday').selectOption('saturday')
  await pick(page, 'timeBand', 'not-said')
  await goOn(page, 'where')
  await pick(page, 'place', 'car-park')
  await goOn(page, 'complaint')
  await pick(page, 'complaint', 'considered')
  await goOn(page, 'words')
  await page.locator('#narrative').fill(narrative)
  await goOn(page, 'began')
  await page.locator('#platform').selectOption('Coco')
  await goOn(page, 'count', 'count')
  const read = await preview()
  expect(posted()).toEqual([])
  await touchCount()
  await step(page, 'counted').waitFor()

  const [card, ...others] = await openedCards()
  expect(others).toEqual([])
  expect(card).toMatchObject({
    departement: '59',
    quarter: '2024-Q2',
    weekday: 'saturday',
    timeBand: 'unknown',
    platform: 'coco',
    place: 'car-park',
    act: 'sequestration',
    complaint: 'none',
  })
  expect(read).toEqual(card && linesOf(card))

  expect(posted().map(({ url }) => new URL(url).pathname)).toEqual(['/api/cards'])
  for (const { url, body, headers } of phone.sent)
    expect(foundIn(`${url}\n${body}\n${JSON.stringify(headers)}`, words)).toEqual([])
  for (const bytes of (await bytesBelow(demonstration.dataDir)).values())
    expect(foundIn(bytes, words)).toEqual([])
  expect(await queryFile(store('envelopes'), 'select 1 from envelopes')).toEqual([])
  expect(foundIn(await everythingOnPage(page), words)).toEqual([])
  expect(await page.locator('[data-card-preview] li').count()).toBe(0)
  expect(await storedEntries(page)).toEqual([0, 0, 0, 0, 0, 0])
  expect(phone.complaints).toEqual([])
  expect(phone.foreign).toEqual([])
})

test('may be counted without having answered anything: every word is unknown', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'count', 'count')
  const read = await preview()
  expect(read.map(([, word]) => word)).toEqual(read.map(() => fr.report.count.unknown))
  await touchCount()
  await step(page, 'counted').waitFor()
  const [card] = await openedCards()
  expect(read).toEqual(card && linesOf(card))
})

test('who types the name of a platform is counted under another one, not under that name', async () => {
  const typed = sentinel('platform')
  await begin(page, demonstration.origin)
  await goOn(page, 'began')
  await page.locator('#platform').selectOption('other')
  await page.locator('#platformName').fill(typed)
  await goOn(page, 'count', 'count')
  const read = await preview()
  expect(foundIn(JSON.stringify(read), [typed])).toEqual([])
  await touchCount()
  await step(page, 'counted').waitFor()
  const [card] = await openedCards()
  expect(card?.platform).toBe('other')
  expect(read).toEqual(card && linesOf(card))
})

test('after a lost answer, trying again posts the same card, and it counts once', async () => {
  let lost = false
  await phone.context.route(CARDS, async (route) => {
    if (lost) return route.continue()
    lost = true
    await route.fetch()
    return route.abort()
  })
  await begin(page, demonstration.origin)
  await goOn(page, 'count', 'count')
  await touchCount()
  await page.locator('[data-count-outcome] [data-one="unreachable"]').waitFor()
  await touchCount()
  await step(page, 'counted').waitFor()
  expect(new Set(posted().map(({ body, headers }) => body + headers['proof'])).size).toBe(1)
  expect(await openedCards()).toHaveLength(1)
})

test('an answer that is not our digest is not called counted', async () => {
  await phone.context.route(CARDS, (route) =>
    route.fulfill({ status: 202, json: { accepted: 'f'.repeat(64) } }),
  )
  await begin(page, demonstration.origin)
  await goOn(page, 'count', 'count')
  await touchCount()
  await page.locator('[data-count-outcome] [data-one="failed"]').waitFor()
  expect(await step(page, 'counted').isVisible()).toBe(false)
})

test('an association’s session in the same browser does not travel with a card', async () => {
  await phone.context.addCookies([
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
  await begin(page, demonstration.origin)
  await goOn(page, 'count', 'count')
  await touchCount()
  await step(page, 'counted').waitFor()
  expect(await cookies.get('/api/card-challenge')).toBe(null)
  expect(await cookies.get('/api/cards')).toBe(null)
})

test.each(['proof-expired', 'wrong-recipient'])('after %s it is made again without a word', async (code) => {
  let refused = false
  await phone.context.route(CARDS, (route) => {
    if (refused) return route.continue()
    refused = true
    return route.fulfill({ status: 403, json: { error: code } })
  })
  await begin(page, demonstration.origin)
  await goOn(page, 'count', 'count')
  await touchCount()
  await step(page, 'counted').waitFor()
  expect(posted()).toHaveLength(2)
  expect(await openedCards()).toHaveLength(1)
})

test('when the directory has grown too old, that is said, and nothing is called counted', async () => {
  await phone.context.route('**/api/card-challenge', (route) =>
    route.fulfill({ status: 503, json: { error: 'directory-expired' } }),
  )
  await begin(page, demonstration.origin)
  await goOn(page, 'count', 'count')
  await touchCount()
  await page.locator('[data-count-outcome] [data-one="refused"]').waitFor()
  expect(await step(page, 'counted').isVisible()).toBe(false)
  expect(posted()).toEqual([])
})

/** Keeps a request waiting; `arrived` once it is asked, `go` lets it through. */
async function hold(path: string) {
  let go = (): void => {}
  const gone = new Promise<void>((resolve) => (go = resolve))
  const arrived = new Promise<void>((resolve) => {
    void phone.context.route(path, async (route) => {
      resolve()
      await gone
      await route.continue()
    })
  })
  return { arrived, go }
}

/** Has the first posting kept by the server, and its answer lost. */
async function loseFirstAnswer(): Promise<void> {
  let lost = false
  await phone.context.route(CARDS, async (route) => {
    if (lost) return route.continue()
    lost = true
    await route.fetch()
    return route.abort()
  })
}

const said = (name: string) => page.locator(`[data-count-outcome] [data-one="${name}"]`)
const noneLeft = () => page.locator('[data-none-left]:visible')

test('gone back before it left: nothing leaves, and what leaves later is what was read later', async () => {
  const challenge = await hold('**/api/card-challenge')
  await begin(page, demonstration.origin)
  await goOn(page, 'where')
  await pick(page, 'place', 'car-park')
  await goOn(page, 'count', 'count')
  await touchCount()
  await challenge.arrived
  expect(await page.locator('[data-count-send]').isDisabled()).toBe(true)
  await goBackTo(page, 'where')
  await pick(page, 'place', 'street')
  challenge.go()
  await goOn(page, 'count', 'count')
  expect(await page.locator('[data-count-send]').isEnabled()).toBe(true)
  expect(await page.locator('[data-count-outcome]').isVisible()).toBe(false)
  const read = await preview()
  expect(posted()).toEqual([])
  await touchCount()
  await step(page, 'counted').waitFor()
  const [card, ...others] = await openedCards()
  expect(others).toEqual([])
  expect(card?.place).toBe('street')
  expect(read).toEqual(card && linesOf(card))
})

test('given up before it left, then nothing: the page says that nothing was sent', async () => {
  const challenge = await hold('**/api/card-challenge')
  await begin(page, demonstration.origin)
  await goOn(page, 'count', 'count')
  await touchCount()
  await challenge.arrived
  await goBackTo(page, 'path')
  expect(await noneLeft().count()).toBe(1)
  await takeWay(page, 'nothing')
  await page.locator('[data-erase-all]').click()
  await step(page, 'unsent').waitFor()
  challenge.go()
  expect(await page.locator('[data-perhaps-sent]').isVisible()).toBe(false)
  expect(posted()).toEqual([])
})

test('a phone that could not seal it says that these words have not left', async () => {
  await phone.context.route('**/w/prove.js', (route) => route.abort())
  await begin(page, demonstration.origin)
  await goOn(page, 'count', 'count')
  await touchCount()
  await said('not-sealed').waitFor()
  await goBackTo(page, 'path')
  expect(await noneLeft().count()).toBe(1)
})

test('once it may have arrived, changed answers make no second card, and the page no longer says that nothing left', async () => {
  await loseFirstAnswer()
  await begin(page, demonstration.origin)
  await goOn(page, 'where')
  await pick(page, 'place', 'car-park')
  await goOn(page, 'began')
  await page.locator('#platform').selectOption('Coco')
  await goOn(page, 'count', 'count')
  const read = await preview()
  await touchCount()
  await said('unreachable').waitFor()
  expect(await page.locator('[data-card-change]').isVisible()).toBe(false)
  await goBackTo(page, 'path')
  expect(await noneLeft().count()).toBe(0)
  expect(await page.locator('[data-perhaps-card]').isVisible()).toBe(true)
  await takeWay(page, 'keep')
  await step(page, 'keep').waitFor()
  expect(await noneLeft().count()).toBe(0)
  await goBackTo(page, 'where')
  expect(await page.locator('[data-perhaps-sent]').isVisible()).toBe(false)
  await pick(page, 'place', 'street')
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'apart')
  expect(await step(page, 'apart').locator('[data-card-preview]').innerText()).toContain(
    fr.vocabulary.place['car-park'],
  )
  await page.locator('[name="statistics"]').check()
  await goOn(page, 'review')
  await send(page)
  await page.locator('[data-card-sent] [data-one="received"]').waitFor()
  const cards = posted().filter(({ url }) => url.endsWith('/api/cards'))
  expect(cards).toHaveLength(2)
  expect(new Set(cards.map(({ body, headers }) => body + headers['proof'])).size).toBe(1)
  const [card, ...others] = await openedCards()
  expect(others).toEqual([])
  expect(card && linesOf(card)).toEqual(read)
  expect(await page.locator('[data-perhaps-sent]').isVisible()).toBe(false)
})

test('gone back while it was on its way: it is said that it arrived, and it is not sent again', async () => {
  const answer = await hold(CARDS)
  await begin(page, demonstration.origin)
  await goOn(page, 'count', 'count')
  await touchCount()
  await answer.arrived
  await goBackTo(page, 'path')
  expect(await noneLeft().count()).toBe(0)
  expect(await page.locator('[data-perhaps-card]').isVisible()).toBe(true)
  await goBackTo(page, 'contact')
  answer.go()
  await page.locator('[data-already-counted]').waitFor()
  expect(await step(page, 'contact').isVisible()).toBe(true)
  await goOn(page, 'path')
  expect(await noneLeft().count()).toBe(0)
  expect(await page.locator('[data-perhaps-sent]').isVisible()).toBe(false)
  await takeWay(page, 'count')
  await touchCount()
  await step(page, 'counted').waitFor()
  expect(posted()).toHaveLength(1)
  expect(await page.locator('[data-already-counted]').isVisible()).toBe(false)
})

test('after a report, the card leaves without the sealing code being fetched again', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS)
  await goOn(page, 'apart')
  await page.locator('[name="statistics"]').check()
  await goOn(page, 'review')
  await send(page)
  await page.locator('[data-card-sent] [data-one="received"]').waitFor()
  expect(phone.sent.filter(({ url }) => url.endsWith('/w/seal.js'))).toHaveLength(1)
  expect(await openedCards()).toHaveLength(1)
})
