// When something goes wrong on the worst night: nothing leaves unsealed, nothing typed is lost, nothing is called received that is not.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareDemonstration } from '../../src/cli/demonstration.ts'
import { demonstration, page, phone, phoneForEachTest, setStage } from '../support/stage.ts'
import { openedBy } from '../support/opened-envelopes.ts'
import {
  begin,
  goBackTo,
  goOn,
  LAWYERS,
  LISTENERS,
  outcome,
  pick,
  send,
  step,
  writeTo,
} from './report-visit.ts'

const SEAL = '**/w/seal.js'
const SUBMISSIONS = '**/api/submissions'

setStage()
phoneForEachTest()

const posted = () => phone.sent.filter(({ method }) => method === 'POST')
const typed = () => page.locator('#narrative').inputValue()
const narratives = async (association: string) =>
  (await openedBy(demonstration, association)).map(({ narrative }) => narrative)

/** Serves the sealing Worker with other code before its own. */
const prepend = (code: string) =>
  phone.context.route(SEAL, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${code}\n${await response.text()}` })
  })

/** Has other code answer in the place of sealing. */
const sabotage = (code: string) =>
  prepend(`addEventListener('message', (event) => { event.stopImmediatePropagation(); ${code} });`)

test.each([
  ['throws', 'throw new Error("sealing broke")'],
  ['says that it failed', 'postMessage({ ...event.data, type: "failed", reason: "failed" })'],
  [
    'answers the words themselves',
    'postMessage({ ...event.data, type: "sealed", body: JSON.stringify(event.data), digest: "0".repeat(64) })',
  ],
])(
  'a script error posts plaintext: if the sealing Worker %s, no request leaves and the words are still there',
  async (_, code) => {
    await sabotage(code)
    await writeTo(page, demonstration.origin, 'mes mots', LISTENERS)
    await send(page)
    await outcome(page, 'not-sealed')
    expect(posted()).toEqual([])
    expect(await typed()).toBe('mes mots')
  },
)

test('a script error posts plaintext: if sealing never ends, no request leaves; going back and leaving it is safe', async () => {
  await sabotage('')
  await writeTo(page, demonstration.origin, 'mes mots', LISTENERS)
  await send(page)
  await page.locator('[data-sending] [data-one="sealing"]').waitFor()
  await goBackTo(page, 'choose')
  expect(posted()).toEqual([])
  expect(await typed()).toBe('mes mots')
})

test('if sealing stays silent, it is said after half a minute, and the Worker is fetched afresh', async () => {
  await page.clock.install()
  await sabotage('')
  await writeTo(page, demonstration.origin, 'après le silence', LISTENERS)
  await page.locator('[data-proof] [data-one="done"]').waitFor()
  await send(page)
  await page.locator('[data-sending] [data-one="sealing"]').waitFor()
  await page.clock.fastForward(31_000)
  await outcome(page, 'not-sealed')
  expect(posted()).toEqual([])
  await phone.context.unroute(SEAL)
  await page.locator('[data-again]').click()
  await step(page, 'receipt').waitFor()
  expect(await narratives(LISTENERS)).toContain('après le silence')
})

test('an association unticked while an earlier sealing was late receives nothing', async () => {
  await prepend(`let late
  addEventListener('message', (event) => {
    if (event.data.turn === 1 && event !== late) {
      late = new MessageEvent('message', { data: event.data })
      event.stopImmediatePropagation()
    } else if (event !== late) dispatchEvent(late)
  });`)
  await writeTo(page, demonstration.origin, 'pas aux juristes', LISTENERS, LAWYERS)
  await send(page)
  await page.locator('[data-sending] [data-one="sealing"]').waitFor()
  await goBackTo(page, 'choose')
  await page.locator(`input[name="consent"][value="${LAWYERS}"]`).uncheck()
  await goOn(page, 'review')
  await send(page)
  await step(page, 'receipt').waitFor()
  expect(await narratives(LISTENERS)).toContain('pas aux juristes')
  expect(await narratives(LAWYERS)).not.toContain('pas aux juristes')
})

test('a list that stays on its way is said after half a minute, and can be asked for again', async () => {
  await page.clock.install()
  await phone.context.route(SEAL, () => {})
  await begin(page, demonstration.origin)
  await goOn(page, 'choose')
  expect(await page.locator('[data-choose-waiting]').isVisible()).toBe(true)
  await page.clock.fastForward(31_000)
  await page.locator('[data-choose-retry]').waitFor()
  await phone.context.unroute(SEAL)
  await page.locator('[data-choose-retry]').click()
  await page.locator('[data-proposed] li').first().waitFor()
})

test.each([
  ['the challenge', '**/api/challenge', 31_000, 'unreachable'],
  ['the proving Worker', '**/w/prove.js', 31_000, 'not-proven'],
  ['the answer', SUBMISSIONS, 121_000, 'unreachable'],
])('if %s never comes, it is said in the end, and trying again works', async (_, path, ms, told) => {
  await page.clock.install()
  const stalled = new Promise<void>((resolve) => void phone.context.route(path, () => resolve()))
  await writeTo(page, demonstration.origin, `sans fin : ${path}`, LISTENERS)
  await send(page)
  await stalled
  await page.clock.fastForward(ms)
  await outcome(page, told)
  expect(await typed()).toBe(`sans fin : ${path}`)
  await phone.context.unroute(path)
  await page.locator('[data-again]').click()
  await step(page, 'receipt').waitFor()
  expect(await narratives(LISTENERS)).toContain(`sans fin : ${path}`)
})

test('a captive portal that answers the challenge with nothing stops nobody for good', async () => {
  await phone.context.route('**/api/challenge', (route) => route.fulfill({ status: 200, body: '' }))
  await writeTo(page, demonstration.origin, 'dans un hôtel', LISTENERS)
  await send(page)
  await outcome(page, 'unreachable')
  expect(phone.complaints).toEqual([])
  await phone.context.unroute('**/api/challenge')
  await page.locator('[data-again]').click()
  await step(page, 'receipt').waitFor()
  expect(await narratives(LISTENERS)).toContain('dans un hôtel')
})

test('a challenge harder than the protocol allows is not worked on', async () => {
  const challenge = `submission.31.1800000000.${'A'.repeat(22)}.${'A'.repeat(22)}`
  await phone.context.route('**/api/challenge', (route) =>
    route.fulfill({ json: { challenge, today: '2026-11-22' } }),
  )
  await writeTo(page, demonstration.origin, 'mes mots', LISTENERS)
  await send(page)
  await outcome(page, 'not-proven')
  expect(posted()).toEqual([])
})

test('if the sealing Worker does not arrive, writing goes on, and the list can be asked for again', async () => {
  await phone.context.route(SEAL, (route) => route.abort())
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill('sans réseau')
  await goOn(page, 'choose')
  await page.locator('[data-choose-retry]').waitFor()
  await phone.context.unroute(SEAL)
  await page.locator('[data-choose-retry]').click()
  await pick(page, 'consent', LISTENERS)
  await goOn(page, 'review')
  await send(page)
  await step(page, 'receipt').waitFor()
  expect(await narratives(LISTENERS)).toContain('sans réseau')
})

test('an answer that is not our digest gives no receipt', async () => {
  await phone.context.route(SUBMISSIONS, (route) =>
    route.fulfill({ status: 202, json: { accepted: 'f'.repeat(64) } }),
  )
  await writeTo(page, demonstration.origin, 'mes mots', LISTENERS)
  await send(page)
  await outcome(page, 'unconfirmed')
  expect(await step(page, 'receipt').isVisible()).toBe(false)
  expect(await typed()).toBe('mes mots')
})

test('offline, then back: the same envelopes are posted again, and kept once', async () => {
  await writeTo(page, demonstration.origin, 'hors réseau', LISTENERS)
  await page.locator('[data-proof] [data-one="done"]').waitFor()
  await phone.context.setOffline(true)
  await send(page)
  await outcome(page, 'unreachable')
  expect(await typed()).toBe('hors réseau')
  await phone.context.setOffline(false)
  await page.locator('[data-again]').click()
  await step(page, 'receipt').waitFor()
  const bodies = posted().map(({ body }) => body)
  expect(new Set(bodies).size).toBe(1)
  expect((await narratives(LISTENERS)).filter((words) => words === 'hors réseau')).toHaveLength(1)
})

test('an answer lost on the way back: trying again gives the receipt, and one copy is stored', async () => {
  let lost = false
  await phone.context.route(SUBMISSIONS, async (route) => {
    if (lost) return route.continue()
    lost = true
    await route.fetch()
    return route.abort()
  })
  await writeTo(page, demonstration.origin, 'réponse perdue', LISTENERS, LAWYERS)
  await send(page)
  await outcome(page, 'unreachable')
  await page.locator('[data-again]').click()
  await step(page, 'receipt').waitFor()
  for (const association of [LISTENERS, LAWYERS]) {
    expect((await narratives(association)).filter((words) => words === 'réponse perdue')).toHaveLength(1)
  }
})

test.each(['proof-expired', 'proof-spent'])('after %s a new proof is made without a word', async (code) => {
  let refused = false
  await phone.context.route(SUBMISSIONS, (route) => {
    if (refused) return route.continue()
    refused = true
    return route.fulfill({ status: 403, json: { error: code } })
  })
  await writeTo(page, demonstration.origin, code, LISTENERS)
  await send(page)
  await step(page, 'receipt').waitFor()
  expect(await narratives(LISTENERS)).toContain(code)
})

test('a directory grown too old is said plainly, with the help lines', async () => {
  await phone.context.route(SUBMISSIONS, (route) =>
    route.fulfill({ status: 503, json: { error: 'directory-expired' } }),
  )
  await writeTo(page, demonstration.origin, 'mes mots', LISTENERS)
  await send(page)
  await outcome(page, 'expired')
  expect(await page.locator('[data-expired-lines] a[href="tel:17"]').isVisible()).toBe(true)
  expect(await page.locator('[data-again]').isVisible()).toBe(false)
  expect(await typed()).toBe('mes mots')
})

test('answers lost when a key changes: changed while writing, the person is asked again, nothing is lost, and it arrives under the new key', async () => {
  await writeTo(page, demonstration.origin, 'clé changée', LISTENERS, LAWYERS)
  await page.locator('[data-proof] [data-one="done"]').waitFor()
  await rotateKeyOf(LISTENERS)
  await send(page)
  await page.locator('[data-changed]').waitFor()
  expect(await page.locator('[data-changed-list] li').allInnerTexts()).toEqual([
    'Écoute Lanterne (démonstration)',
  ])
  expect(await page.locator(`input[name="consent"][value="${LISTENERS}"]`).isChecked()).toBe(false)
  expect(await page.locator(`input[name="consent"][value="${LAWYERS}"]`).isChecked()).toBe(true)
  expect(await typed()).toBe('clé changée')
  await pick(page, 'consent', LISTENERS)
  await goOn(page, 'review')
  await send(page)
  await step(page, 'receipt').waitFor()
  for (const association of [LISTENERS, LAWYERS])
    expect(await narratives(association)).toContain('clé changée')
})

/** The site is rebuilt with a new key for one association, and served at the same address. */
async function rotateKeyOf(association: string): Promise<void> {
  const { dataDir, siteDir, directoryFile } = demonstration
  await demonstration.halt()
  await rm(join(dataDir, 'demonstration', `${association}.asc`))
  await rm(directoryFile)
  await rm(join(dataDir, 'envelopes.db'))
  await prepareDemonstration(dataDir, siteDir, Date.now() + 2000)
  await demonstration.start()
}
