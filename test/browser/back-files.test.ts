// Files that one adds later, under eight words: to an answer, to nothing but themselves, over a line that is lost, or not after all. In
// Chromium, on an emulated phone, with the real server.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holdOf } from '../../src/crypto/links.ts'
import { PART_BYTES } from '../../src/protocol/limits.ts'
import type { FollowUp } from '../../src/protocol/thread.ts'
import { expectAccessible } from '../support/accessible.ts'
import type { Holder } from '../support/code-holders.ts'
import { page, phone, phoneForEachTest, setStage } from '../support/stage.ts'
import { answer, card, comeBack, LAWYERS, LISTENERS, makeHolder, sendReport, threadAt } from './back-visit.ts'
import {
  agreeTo,
  choose,
  chosen,
  cleanedHere,
  fetched,
  fixture,
  going,
  LISTENING,
  openFolder,
  pdf,
  storedIn,
  type Folder,
} from './files-visit.ts'
import { everythingOnPage, fitsInWidth } from './report-visit.ts'

setStage()
phoneForEachTest()

let folder: Folder
beforeEach(() => {
  folder = openFolder()
})
afterEach(() => folder.remove())

const box = (association: string) => card(page, association).locator('[data-write]')
const attach = (association: string) => box(association).locator('[data-attach]').click()
const send = () => box(LISTENERS).locator('button[type=submit]').click()
const told = (kind: string) => box(LISTENERS).locator(`[data-sending] [data-one="${kind}"]`)

async function asked(...associations: string[]): Promise<Holder> {
  const holder = await makeHolder()
  await sendReport(holder, ...associations)
  await answer(holder, LISTENERS, 'Auriez-vous une image ?', { asking: { for: 'files' } })
  await comeBack(page, holder.code.fr)
  return holder
}

const followUps = async (holder: Holder): Promise<FollowUp[]> =>
  (await threadAt(LISTENERS, holder)).filter((each) => each.kind === 'follow-up')

const refused = { status: 500, contentType: 'application/json', body: '{"error":"unexpected"}' }

describe('a file that is added to an answer', () => {
  test('arrives byte for byte over a line that is lost on the way, held under the code, and is counted here', async () => {
    await phone.context.addInitScript({ content: LISTENING })
    const holder = await asked(LISTENERS)
    const paper = pdf(4 * PART_BYTES)
    await attach(LISTENERS)
    await choose(page, folder.put('Camille.jpg', fixture('camera-3.jpg')), folder.put('plainte.pdf', paper))
    await agreeTo(page, 'plainte.pdf')
    await box(LISTENERS).locator('textarea').fill('Les voici.')
    let parts = 0
    await phone.context.route('**/api/parts/**', (route) => {
      parts++
      if (parts === 3) return route.abort()
      return parts === 5 ? route.fulfill(refused) : route.continue()
    })
    await send()
    await told('files').waitFor()
    expect(phone.sent.filter(({ url }) => url.endsWith('/api/submissions'))).toEqual([])
    await page.locator('[data-files-fault] [data-one="refused"]').waitFor()
    await send()
    await told('received').waitFor()

    const [message, ...others] = await followUps(holder)
    expect(others).toEqual([])
    expect(message?.text).toBe('Les voici.')
    expect(message?.attachments?.hold).toBe(await holdOf(holder.keys.links, LISTENERS, 1))
    const [clean, kept] = message?.attachments?.files ?? []
    if (!clean || !kept) throw new Error('a file is missing')
    const [copy] = await cleanedHere(page)
    expect((await fetched(clean)).equals(copy ?? Buffer.alloc(0))).toBe(true)
    expect((await fetched(kept)).equals(paper)).toBe(true)
    expect(phone.sent.filter(({ url, body }) => /Camille|plainte/.test(`${url}${body}`))).toEqual([])
    expect(await page.locator('[data-added-files]').isVisible()).toBe(false)
    expect(await page.locator('[data-tray-files] > li').count()).toBe(0)
    await comeBack(page, holder.code.fr)
    expect(await card(page, LISTENERS).innerText()).toContain('2 fichiers joints')
  })

  test('may go without a word, and takes the next number where another phone was faster', async () => {
    const holder = await asked(LISTENERS)
    const [first, second] = [pdf(1000), pdf(2000)]
    await attach(LISTENERS)
    await send()
    await box(LISTENERS).locator('[data-kind-word] [data-one="empty"]').waitFor()
    await choose(page, folder.put('un.pdf', first), folder.put('deux.pdf', second))
    await send()
    await box(LISTENERS).locator('[data-kind-word] [data-one="empty"]').waitFor()
    await agreeTo(page, 'deux.pdf')
    let posted = 0
    await page.route('**/api/submissions', (route) =>
      ++posted === 1
        ? route.fulfill({ status: 409, contentType: 'application/json', body: '{"error":"token-taken"}' })
        : route.fallback(),
    )
    await send()
    await told('received').waitFor()
    const [message] = await followUps(holder)
    expect(message?.text).toBe('')
    expect(message?.attachments?.hold).toBe(await holdOf(holder.keys.links, LISTENERS, 2))
    const [file] = message?.attachments?.files ?? []
    expect(file && (await fetched(file)).equals(second)).toBe(true)
  })

  test('stays behind when it is cancelled on its way, or when the words are to go without it', async () => {
    const holder = await asked(LISTENERS)
    const holdsBefore = await storedIn('part_holds')
    const small = pdf(1000)
    await attach(LISTENERS)
    await choose(page, folder.put('reste.pdf', pdf(6 * PART_BYTES)), folder.put('part.pdf', small))
    await agreeTo(page, 'reste.pdf')
    await agreeTo(page, 'part.pdf')
    let go = (): void => {}
    const gone = new Promise<void>((resolve) => (go = resolve))
    let parts = 0
    const third = new Promise<void>((resolve) => {
      void phone.context.route('**/api/parts/**', async (route) => {
        if (++parts === 3) {
          resolve()
          await gone
        }
        await route.continue().catch(() => {})
      })
    })
    await send()
    await third
    await going(page, 'reste.pdf').locator('button').click()
    go()
    await told('received').waitFor()
    expect(await storedIn('part_holds')).toBe(holdsBefore + 1)

    await attach(LISTENERS)
    await choose(page, folder.put('jamais.pdf', pdf(500)))
    await agreeTo(page, 'jamais.pdf')
    await box(LISTENERS).locator('textarea').fill('Sans rien.')
    await phone.context.unroute('**/api/parts/**')
    await phone.context.route('**/api/parts/**', (route) => route.fulfill(refused))
    await send()
    await told('files').waitFor()
    await page.locator('[data-without-files]').click()
    await told('received').waitFor()
    const sent = await followUps(holder)
    const names = sent.map(({ attachments }) => attachments?.files.map(({ name }) => name) ?? [])
    expect(names.toSorted((one, other) => one.length - other.length)).toEqual([[], ['piece-1.pdf']])
  })
})

describe('the tray', () => {
  test('serves one association at a time, stays when the page looks again, and is gone with the page', async () => {
    await asked(LISTENERS, LAWYERS)
    await attach(LISTENERS)
    await attach(LAWYERS)
    expect(await box(LAWYERS).locator('[data-tray]').isVisible()).toBe(true)
    expect(await box(LISTENERS).locator('[data-tray]').count()).toBe(0)
    await choose(page, folder.put('Camille.jpg', fixture('camera-5.jpg')))
    await page.locator('[data-tray-files] img').waitFor()
    await attach(LISTENERS)
    await box(LISTENERS).locator('[data-files-elsewhere]').waitFor()
    await page.setViewportSize({ width: 320, height: 640 })
    await expectAccessible(page)
    expect(await fitsInWidth(page)).toBe(true)
    await page.locator('[data-refresh]').click()
    await page.locator('[data-refreshed] [data-one="done"]').waitFor()
    expect(await chosen(page, 'Camille.jpg').isVisible()).toBe(true)
    expect(await box(LAWYERS).locator('[data-tray]').isVisible()).toBe(true)
    await page.evaluate(`dispatchEvent(new PageTransitionEvent('pagehide'))`)
    expect(await everythingOnPage(page)).not.toContain('Camille')
    expect(await page.locator('[data-tray-files] > li').count()).toBe(0)
    expect(phone.complaints).toEqual([])
  })

  test('goes with the agreement: nothing chosen for an association stays once it is taken back', async () => {
    await asked(LISTENERS)
    await attach(LISTENERS)
    await choose(page, folder.put('Camille.jpg', fixture('camera-5.jpg')))
    const withdrawing = card(page, LISTENERS).locator('[data-withdraw]')
    await withdrawing.locator('[data-ask]').click()
    await withdrawing.locator('[data-yes]').click()
    await withdrawing.locator('[data-withdrawing] [data-one="received"]').waitFor()
    expect(await everythingOnPage(page)).not.toContain('Camille')
    expect(await card(page, LISTENERS).innerText()).not.toContain('en joindre')
  })
})
