// A member at the association's door: every way in, every kind refusal, and what is left after leaving.
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../support/accessible.ts'
import { makeKey } from '../../src/crypto/openpgp.ts'
import type { Phone } from '../support/browser.ts'
import { memberOf, type Member } from '../support/demonstration.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { postReport } from '../support/post-report.ts'
import { foundIn, sentinel } from '../support/sentinels.ts'
import { chosenFiles, isFocused, storedEntries } from './inbox-in-page.ts'
import { reportOf } from './inbox-seeds.ts'
import { bringKey, openInbox, rowsOf, visitInbox } from './inbox-visit.ts'

const ASSOCIATION = 'demo-ecoute'
const told = sentinel('told')
const number = sentinel('number')

let visit: Phone
let member: Member

const arrive = async (path?: string) => {
  visit = await visitInbox(browser, demonstration.origin, path)
  return visit.page
}
const fault = (page: Page) => page.locator('#fault')
const notice = (page: Page) => page.locator('[data-part="notice"]')
const paths = () => visit.sent.map(({ url }) => new URL(url).pathname)

setStage()

beforeAll(async () => {
  member = memberOf(demonstration, ASSOCIATION)
  const report = reportOf(told, { contact: { channel: 'phone', value: number } })
  await postReport(demonstration.origin, demonstration.directoryFile, report, [ASSOCIATION])
})

afterEach(async () => {
  const { complaints, foreign } = visit
  await visit.close()
  expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] })
})

test('a file that holds no secret key is named as such, and nothing is sent', async () => {
  const page = await arrive()
  await bringKey(page, { secretKey: member.certificate, passphrase: 'x' })
  await expect.poll(() => fault(page).innerText()).toContain('pas de clé secrète')
  await bringKey(page, { secretKey: '\u0000\u0001 une photo', passphrase: 'x' })
  await expect.poll(() => fault(page).innerText()).toContain('pas de clé secrète')
  expect(await page.locator('#key-file').getAttribute('aria-invalid')).toBe('true')
  expect(paths().filter((path) => path.startsWith('/api/'))).toEqual([])
})

test('no key at all is asked for kindly', async () => {
  const page = await arrive()
  await page.locator('[data-part="submit"]').click()
  await expect.poll(() => fault(page).innerText()).toContain('Choisissez le fichier de clé')
  expect(await isFocused(page, '#key-file')).toBe(true)
})

test('the key of an association that is not in the directory is named as such, whatever its passphrase', async () => {
  const { secretKey } = await makeKey('Ailleurs', 'autre phrase', Date.now() - 60_000)
  const page = await arrive()
  await bringKey(page, { secretKey, passphrase: 'une phrase fausse' })
  await expect.poll(() => fault(page).innerText()).toContain('d’aucune association')
  expect(paths().filter((path) => path.startsWith('/api/'))).toEqual([])
})

test('a wrong passphrase is said where it is typed, and the right one then opens the inbox', async () => {
  const page = await arrive()
  await bringKey(page, { ...member, passphrase: `${member.passphrase} ` })
  await expect.poll(() => fault(page).innerText()).toContain('n’ouvre pas la clé')
  const passphrase = page.locator('#passphrase')
  expect(await isFocused(page, '#passphrase')).toBe(true)
  await passphrase.fill(member.passphrase)
  await page.keyboard.press('Enter')
  await expect.poll(() => rowsOf(page).count()).toBe(1)
})

test('a key that was pasted opens the inbox too', async () => {
  const page = await arrive()
  await page.locator('[data-part="paste"] summary').click()
  await page.locator('#key-text').fill(`\n${member.secretKey}\n`)
  await page.locator('#passphrase').fill(member.passphrase)
  await page.locator('[data-part="submit"]').click()
  await expect.poll(() => rowsOf(page).count()).toBe(1)
})

test('a server that does not answer is told from one that refuses, and the clock is thought of', async () => {
  const page = await arrive()
  await page.route('**/api/sign-in-challenge', (route) => route.abort())
  await bringKey(page, member)
  await expect.poll(() => fault(page).innerText()).toContain('ne répond pas')
  await page.unroute('**/api/sign-in-challenge')
  const forged = `sign-in.0.2000000000.${'A'.repeat(22)}.${'A'.repeat(22)}`
  await page.route('**/api/sign-in-challenge', (route) => route.fulfill({ json: { challenge: forged } }))
  await bringKey(page, member)
  await expect.poll(() => fault(page).innerText()).toContain('la date et l’heure de cet appareil')
  await page.unroute('**/api/sign-in-challenge')
  await openInbox(page, member)
  expect(await rowsOf(page).count()).toBe(1)
})

test('words of a server’s choosing are not signed, and nothing is sent', async () => {
  const page = await arrive()
  const words = `sign-in.0.2000000000.${'A'.repeat(22)}.${'A'.repeat(22)}\naction: erase everything`
  await page.route('**/api/sign-in-challenge', (route) => route.fulfill({ json: { challenge: words } }))
  await bringKey(page, member)
  await expect.poll(() => fault(page).innerText()).toContain('Rien n’a été signé')
  expect(paths()).not.toContain('/api/session')
})

test('in English, every refusal is in English', async () => {
  const page = await arrive('/en/association')
  await bringKey(page, { ...member, passphrase: 'wrong' })
  await expect.poll(() => fault(page).innerText()).toContain('does not open the key')
  await openInbox(page, member)
  expect(await page.locator('h1:visible').innerText()).toBe('Reports received')
})

test('a session the server has forgotten leads back to the door with a kind word, and the key opens it again', async () => {
  const page = await arrive()
  await openInbox(page, member)
  await rowsOf(page).first().click()
  await page.context().clearCookies()
  await page.locator('[data-part="acknowledge"]').click()
  await expect.poll(() => notice(page).innerText()).toContain('Rien n’est perdu')
  expect(await page.locator('main').innerText()).not.toContain(told)
  await openInbox(page, member)
  expect(await rowsOf(page).count()).toBe(1)
})

test('after thirty minutes without a gesture the key is forgotten, and not before', async () => {
  visit = await visitInbox(browser, demonstration.origin, '/fr/aide')
  const { page } = visit
  await page.clock.install()
  await page.goto(`${demonstration.origin}/fr/association`)
  await openInbox(page, member)
  await page.clock.fastForward('20:00')
  await page.mouse.click(5, 5)
  await page.clock.fastForward('20:00')
  expect(await rowsOf(page).count()).toBe(1)
  await page.clock.fastForward('11:00')
  await expect.poll(() => notice(page).innerText()).toContain('sans activité')
  expect(await rowsOf(page).count()).toBe(0)
})

test('after signing out neither the page nor its Worker nor the browser holds anything', async () => {
  const page = await arrive()
  await openInbox(page, member)
  await rowsOf(page).first().click()
  await expect.poll(() => page.locator('article.letter').innerText()).toContain(told)
  expect(foundIn(await heapOf(page), [told, number])).toEqual([told, number])
  const [worker] = page.workers()
  if (!worker) throw new Error('the key is held by a Worker')
  let ended = false
  worker.on('close', () => (ended = true))
  const closed = page.waitForResponse((answer) => answer.request().method() === 'DELETE')
  await page.locator('[data-part="sign-out"]').click()
  await expect.poll(() => notice(page).innerText()).toContain('La session est fermée')
  await expect.poll(() => ended).toBe(true)
  expect((await closed).status()).toBe(204)

  expect(foundIn(await page.content(), [told, number, member.passphrase])).toEqual([])
  expect(await page.locator('#passphrase').inputValue()).toBe('')
  expect(await chosenFiles(page, '#key-file')).toBe(0)
  expect(await storedEntries(page)).toEqual([0, 0, 0, 0])
  expect(await page.context().cookies()).toEqual([])
  const answer = await page.context().request.get(`${demonstration.origin}/api/inbox`)
  expect(await answer.json()).toEqual({ error: 'sign-in-required' })
  await expectAccessible(page)
  expect(foundIn(await heapOf(page), [told, number, member.passphrase])).toEqual([])
})

/** Every string in the page's own memory, once what nobody refers to was collected. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot')
  const { strings } = JSON.parse(chunks.join('')) as { strings: string[] }
  return strings.join('\n')
}

test('without JavaScript the page says what it needs and offers no form', async () => {
  visit = await visitInbox(browser, demonstration.origin, '/fr/association', { javaScriptEnabled: false })
  const { page } = visit
  expect(await page.locator('main').innerText()).toContain('a besoin de JavaScript')
  expect(await page.locator('form:visible').count()).toBe(0)
})
