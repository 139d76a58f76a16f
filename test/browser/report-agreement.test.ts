// What someone agreed to is what happens, whatever moves meanwhile: no one else receives, no other terms are taken for theirs,
// and what is called received is what was.
import type { Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from '../support/accessible.ts'
import { demonstration, page, phone, phoneForEachTest, setStage } from '../support/stage.ts'
import { openedBy } from '../support/opened-envelopes.ts'
import {
  everythingOnPage,
  goBackTo,
  goOn,
  LAWYERS,
  LISTENERS,
  outcome,
  pick,
  send,
  step,
  WRITE,
  writeTo,
} from './report-visit.ts'

const SEAL = '**/w/seal.js'
const SUBMISSIONS = '**/api/submissions'
const LISTENERS_NAME = 'Écoute Lanterne (démonstration)'

setStage()
phoneForEachTest()

const posted = () => phone.sent.filter(({ method }) => method === 'POST')
const consentTo = (association: string) => page.locator(`input[name="consent"][value="${association}"]`)
const copies = async (association: string, words: string) =>
  (await openedBy(demonstration, association)).filter(({ narrative }) => narrative === words)

/** The server keeps what is posted, but its answer is on its way until `arrive` is called. */
async function holdAnswer() {
  let arrive = (): void => {}
  const gate = new Promise<void>((resolve) => (arrive = resolve))
  let kept = (): void => {}
  const keeping = new Promise<void>((resolve) => (kept = resolve))
  await phone.context.route(
    SUBMISSIONS,
    async (route) => {
      const response = await route.fetch()
      kept()
      await gate
      await route.fulfill({ response })
    },
    { times: 1 },
  )
  return { arrive, keeping }
}

/** The site as it is after a new build: one association has other terms. */
const withNewTerms = async (route: Route): Promise<void> => {
  const response = await route.fetch()
  const text = await response.text()
  expect(text).toContain(LISTENERS_NAME)
  await route.fulfill({ response, body: text.replaceAll(LISTENERS_NAME, 'Écoute sous d’autres termes') })
}

async function expectAskedAgain(): Promise<void> {
  await page.locator('[data-changed]').waitFor()
  expect(await page.locator('[data-changed-list] li').allInnerTexts()).toEqual([
    'Écoute sous d’autres termes',
  ])
  expect(await consentTo(LISTENERS).isChecked()).toBe(false)
}

test('gone back while the envelopes are on their way: it is said who received them, and nothing written since is lost', async () => {
  const { arrive, keeping } = await holdAnswer()
  await writeTo(page, demonstration.origin, 'premiers mots', LISTENERS)
  await send(page)
  await keeping
  await goBackTo(page, 'choose')
  await consentTo(LISTENERS).uncheck()
  await pick(page, 'consent', LAWYERS)
  await goBackTo(page, 'words')
  await page.locator('#narrative').fill('mots suivants')
  arrive()
  const notice = page.locator('[data-already-received]')
  await notice.waitFor()
  expect(await notice.locator('li').allInnerTexts()).toEqual([LISTENERS_NAME])
  expect(await step(page, 'words').isVisible()).toBe(true)
  expect(await page.locator('#narrative').inputValue()).toBe('mots suivants')

  await goOn(page, 'review')
  await send(page)
  await step(page, 'receipt').waitFor()
  expect(await notice.isVisible()).toBe(false)
  const receivers = await page.locator('[data-receivers] strong[data-text="name"]').allInnerTexts()
  expect(receivers).toHaveLength(2)
  expect(receivers[0]).toBe(LISTENERS_NAME)
  expect(await copies(LISTENERS, 'premiers mots')).toHaveLength(1)
  expect(await copies(LISTENERS, 'mots suivants')).toEqual([])
  expect(await copies(LAWYERS, 'premiers mots')).toEqual([])
  expect(await copies(LAWYERS, 'mots suivants')).toHaveLength(1)
})

test.each([
  ['nobody is ticked any more', 'finish'],
  ['nothing is to be done with it', 'nothing'],
])(
  'when %s while the envelopes are on their way, the page says that they may have arrived',
  async (_, way) => {
    const { arrive, keeping } = await holdAnswer()
    await writeTo(page, demonstration.origin, `peut-être parti : ${way}`, LISTENERS)
    await send(page)
    await keeping
    if (way === 'finish') {
      await goBackTo(page, 'choose')
      await consentTo(LISTENERS).uncheck()
      await goOn(page, 'review')
      await page.locator('[data-finish]').click()
    } else {
      await goBackTo(page, 'path')
      await page.locator(`[data-path="${way}"]`).click()
      await page.locator('[data-erase-all]').click()
    }
    await step(page, 'perhaps').waitFor()
    expect(await page.locator('[data-perhaps-sent] li').allInnerTexts()).toEqual([LISTENERS_NAME])
    expect(await step(page, 'unsent').isVisible()).toBe(false)
    expect(await everythingOnPage(page)).not.toContain('peut-être parti')
    await expectAccessible(page)
    arrive()
    await step(page, 'receipt').waitFor()
    expect(await page.locator('[data-perhaps-sent]').isVisible()).toBe(false)
    expect(await page.locator('[data-receivers] strong[data-text="name"]').allInnerTexts()).toEqual([
      LISTENERS_NAME,
    ])
  },
)

test('an answer that was lost is not taken for a refusal: the page says that the envelopes may have arrived', async () => {
  await phone.context.route(SUBMISSIONS, async (route) => {
    await route.fetch()
    await route.abort()
  })
  await writeTo(page, demonstration.origin, 'réponse perdue', LISTENERS)
  await send(page)
  await outcome(page, 'unreachable')
  await goBackTo(page, 'path')
  await page.locator('[data-path="nothing"]').click()
  await page.locator('[data-erase-all]').click()
  await step(page, 'perhaps').waitFor()
  expect(await page.locator('[data-perhaps-sent] li').allInnerTexts()).toEqual([LISTENERS_NAME])
})

test('a key changed and the new list did not arrive at first: trying again asks again before anything is sealed', async () => {
  await phone.context.route(
    SUBMISSIONS,
    (route) => route.fulfill({ status: 409, json: { error: 'key-changed' } }),
    { times: 1 },
  )
  await writeTo(page, demonstration.origin, 'aux anciens termes', LISTENERS)
  await phone.context.route(SEAL, (route) => route.abort())
  await send(page)
  await outcome(page, 'unreachable')
  await phone.context.unroute(SEAL)
  await phone.context.route(SEAL, withNewTerms)
  await page.locator('[data-again]').click()
  await expectAskedAgain()
  expect(posted()).toHaveLength(1)
  expect(await copies(LISTENERS, 'aux anciens termes')).toEqual([])
})

test('the sealing Worker broke and came back with other terms: they are asked before anything is sealed', async () => {
  await phone.context.route(
    SEAL,
    async (route) => {
      const response = await route.fetch()
      const broken = `addEventListener('message', (event) => {
        event.stopImmediatePropagation()
        throw new Error('sealing broke')
      });`
      await route.fulfill({ response, body: `${broken}\n${await response.text()}` })
    },
    { times: 1 },
  )
  await writeTo(page, demonstration.origin, 'avant la panne', LISTENERS)
  await send(page)
  await outcome(page, 'not-sealed')
  await phone.context.route(SEAL, withNewTerms)
  await page.locator('[data-again]').click()
  await expectAskedAgain()
  expect(posted()).toEqual([])
})

test('an agreement that fell after sealing takes what was sealed with it', async () => {
  await phone.context.route(
    SEAL,
    async (route) => {
      const response = await route.fetch()
      const breaksOnceSealed = `const answer = postMessage
        postMessage = (message) => {
          answer(message)
          if (message.type === 'sealed') setTimeout(() => { throw new Error('the Worker ended') })
        };`
      await route.fulfill({ response, body: `${breaksOnceSealed}\n${await response.text()}` })
    },
    { times: 1 },
  )
  await phone.context.route(SUBMISSIONS, (route) => route.abort(), { times: 1 })
  await writeTo(page, demonstration.origin, 'plus aux écoutants', LISTENERS, LAWYERS)
  await send(page)
  await outcome(page, 'unreachable')
  await phone.context.route(SEAL, withNewTerms)
  await goBackTo(page, 'choose')
  await expectAskedAgain()
  expect(await consentTo(LAWYERS).isChecked()).toBe(true)
  await goOn(page, 'review')
  await send(page)
  await step(page, 'receipt').waitFor()
  expect(await copies(LISTENERS, 'plus aux écoutants')).toEqual([])
  expect(await copies(LAWYERS, 'plus aux écoutants')).toHaveLength(1)
})

test('the consent records the version of the words on the page, even when the Worker is of another day', async () => {
  await phone.context.route(`**${WRITE}`, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      /data-consent-wording="[^"]+"/,
      'data-consent-wording="2025-01"',
    )
    await route.fulfill({ response, body })
  })
  await writeTo(page, demonstration.origin, 'mots lus hier', LISTENERS)
  await send(page)
  await step(page, 'receipt').waitFor()
  const [copy] = await copies(LISTENERS, 'mots lus hier')
  expect(copy?.consent.wordingVersion).toBe('2025-01')
})
