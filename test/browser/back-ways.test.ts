// What someone may do with their code: take an agreement back, change the code, erase everything; and what is said when it stops midway.
import type { Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '../support/accessible.ts'
import { demonstration, page, phone, phoneForEachTest, setStage } from '../support/stage.ts'
import {
  answer,
  BACK,
  card,
  comeBack,
  DRAFT,
  LAWYERS,
  LISTENERS,
  makeHolder,
  opens,
  putAside,
  sendReport,
  takeNewWords,
  threadAt,
  view,
  wordsShown,
} from './back-visit.ts'
import { goOn } from './report-visit.ts'

setStage()
phoneForEachTest()

const kindsAt = async (...asked: Parameters<typeof threadAt>): Promise<string[]> =>
  (await threadAt(...asked)).map(({ kind }) => kind).toSorted()

async function withdraw(association: string): Promise<void> {
  await card(page, association).locator('[data-withdraw] [data-ask]').click()
  await card(page, association).locator('[data-withdraw] [data-yes]').click()
}

const withdrawing = (association: string, outcome: string): Promise<void> =>
  card(page, association).locator(`[data-withdrawing] [data-one="${outcome}"]`).waitFor()

describe('someone who takes their agreement back', () => {
  test('has what nobody opened deleted, and the association told', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS, LAWYERS)
    await comeBack(page, holder.code.fr)
    await withdraw(LISTENERS)
    await withdrawing(LISTENERS, 'received')
    expect(await kindsAt(LISTENERS, holder)).toEqual(['withdrawal'])
    expect(await kindsAt(LAWYERS, holder)).toEqual(['report'])
    await comeBack(page, holder.code.fr)
    expect(await card(page, LISTENERS).innerText()).toContain('Vous avez retiré votre accord')
    expect(await card(page, LISTENERS).locator('textarea').isVisible()).toBe(false)
    expect(await card(page, LAWYERS).locator('textarea').isVisible()).toBe(true)
  })

  test('has what was opened left, since it was read already', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await opens(LISTENERS, holder)
    await comeBack(page, holder.code.fr)
    await withdraw(LISTENERS)
    await withdrawing(LISTENERS, 'received')
    expect(await kindsAt(LISTENERS, holder)).toEqual(['report', 'withdrawal'])
  })

  test('is told that the message did not leave, and sends it by trying again', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await comeBack(page, holder.code.fr)
    await page.route('**/api/submissions', (route) => route.abort(), { times: 1 })
    await withdraw(LISTENERS)
    await withdrawing(LISTENERS, 'half')
    await card(page, LISTENERS).locator('[data-withdraw] [data-yes]').click()
    await withdrawing(LISTENERS, 'received')
    expect(await kindsAt(LISTENERS, holder)).toEqual(['withdrawal'])
  })

  test('who then goes on with a story put aside is not offered that association again, and is told so', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await putAside(holder, 'pause', { ...DRAFT, step: 'path' })
    await comeBack(page, holder.code.fr)
    await withdraw(LISTENERS)
    await withdrawing(LISTENERS, 'received')
    await page.locator('[data-resume]').click()
    await page.locator('[data-resumed-withdrawn]').waitFor()
    await goOn(page, 'choose')
    await page.locator(`input[name="consent"][value="${LAWYERS}"]`).waitFor({ state: 'attached' })
    expect(await page.locator(`input[name="consent"][value="${LISTENERS}"]`).count()).toBe(0)
  })

  test('changes nothing by looking at what it does', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await comeBack(page, holder.code.fr)
    const before = phone.sent.length
    await card(page, LISTENERS).locator('[data-withdraw] [data-ask]').click()
    await page.keyboard.press('Tab')
    expect(await card(page, LISTENERS).locator('[data-withdraw] [data-no]:focus').count()).toBe(1)
    await page.keyboard.press('Enter')
    expect(await card(page, LISTENERS).locator('[data-withdraw] [data-ask]:focus').count()).toBe(1)
    expect(phone.sent.length).toBe(before)
  })
})

describe('someone who changes their code', () => {
  test('reads with the new words what the old ones read, and the old ones open nothing', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS, LAWYERS)
    await putAside(holder, 'half-year')
    await answer(holder, LISTENERS, 'Réponse d’avant.')
    await comeBack(page, holder.code.fr)
    const until = await page.locator('.draft [data-text="until"]').innerText()
    const words = await takeNewWords(page)
    await view(page, 'changed').waitFor()
    await expectAccessible(page)
    expect(await view(page, 'changed').locator('[data-untold]').isVisible()).toBe(false)
    await page.locator('[data-go-on]').click()
    await view(page, 'here').waitFor()
    expect(await page.locator('.draft [data-text="until"]').innerText()).toBe(until)
    for (const association of [LISTENERS, LAWYERS]) {
      expect(await kindsAt(association, holder)).toEqual(['new-code', 'report'])
      expect(await card(page, association).locator('[data-standing]').innerText()).toContain('Pas encore')
      expect(await card(page, association).innerText()).toContain('Un changement de code efface les messages')
      expect(await card(page, association).innerText()).not.toMatch(
        /Pas encore de réponse|Votre dernier message/,
      )
    }
    await comeBack(page, words)
    expect(await page.locator('[data-correspondences] [data-association]').count()).toBe(2)
    expect(await page.locator('.draft').count()).toBe(1)
    await comeBack(page, holder.code.fr)
    expect(await page.locator('[data-nothing]').isVisible()).toBe(true)
  })

  test('writes in the new thread, where the association finds how to answer the new code', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await comeBack(page, holder.code.fr)
    await takeNewWords(page)
    await view(page, 'changed').waitFor()
    await page.locator('[data-go-on]').click()
    await card(page, LISTENERS).locator('textarea').fill('Avec mes nouveaux mots.')
    await card(page, LISTENERS).locator('[data-write] button[type=submit]').click()
    await card(page, LISTENERS).locator('[data-write] [data-one="received"]').waitFor()
    const announced = (await threadAt(LISTENERS, holder)).find((each) => each.kind === 'new-code')
    expect(announced?.kind === 'new-code' && announced.next.reply.mailbox).not.toBe(holder.keys.mailbox)
    expect(await kindsAt(LISTENERS, holder)).toEqual(['new-code', 'report'])
  })

  test.each([
    ['nothing had changed', '**/api/mailbox-reads', 'before'],
    ['an association was being told', '**/api/submissions', 'midway'],
    ['envelopes were being tied to the new code', '**/api/token-changes', 'midway'],
    ['the old mailbox was being erased', '**/api/mailbox-erasures', 'midway'],
  ] as const)('when it stops while %s, is told truly and goes on from there', async (_, path, told) => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS, LAWYERS)
    await putAside(holder, 'month')
    await comeBack(page, holder.code.fr)
    const cut = (route: Route): Promise<void> => route.abort()
    await page.route(path, cut)
    const words = await takeNewWords(page)
    await view(page, 'change').locator(`[data-failed="${told}"]`).first().waitFor()
    await expectAccessible(page)
    await page.unroute(path, cut)
    await page.locator('[data-change-again]').click()
    await view(page, 'changed').waitFor()
    for (const association of [LISTENERS, LAWYERS])
      expect(await kindsAt(association, holder)).toEqual(['new-code', 'report'])
    await comeBack(page, words)
    expect(await page.locator('.draft').count()).toBe(1)
    expect(await page.locator('[data-correspondences] [data-association]').count()).toBe(2)
    await comeBack(page, holder.code.fr)
    expect(await page.locator('[data-nothing]').isVisible()).toBe(true)
  })

  test('when the page was closed midway, is asked for the new words by the old ones, and goes on with these alone', async () => {
    const [holder, other] = [await makeHolder(), await makeHolder()]
    await sendReport(holder, LISTENERS, LAWYERS)
    await putAside(holder, 'month')
    await comeBack(page, holder.code.fr)
    const cut = (route: Route): Promise<void> => route.abort()
    await page.route('**/api/token-changes', cut)
    const words = await takeNewWords(page)
    await view(page, 'change').locator('[data-failed="midway"]').first().waitFor()
    await page.unroute('**/api/token-changes', cut)

    await comeBack(page, holder.code.fr)
    await page.locator('[data-to-begun]').click()
    const change = view(page, 'change')
    await change.locator('#begun-code').waitFor()
    await expectAccessible(page)
    expect(await change.locator('[data-new-words]').isVisible()).toBe(false)
    await change.locator('#begun-code').fill(other.code.fr.join(' '))
    await change.locator('[data-code-open]').click()
    await change.locator('[data-not-those]').waitFor()
    expect(await kindsAt(LAWYERS, holder)).toEqual(['report'])

    await change.locator('#begun-code').fill(words.join(' '))
    await change.locator('[data-code-open]').click()
    await view(page, 'changed').waitFor()
    expect(await page.locator('#begun-code').count()).toBe(0)
    const announced = (await threadAt(LISTENERS, holder)).flatMap((each) =>
      each.kind === 'new-code' ? [JSON.stringify(each.next)] : [],
    )
    expect(new Set(announced).size).toBe(1)
    await comeBack(page, words)
    expect(await page.locator('.draft').count()).toBe(1)
    expect(await page.locator('[data-correspondences] [data-association]').count()).toBe(2)
    await comeBack(page, holder.code.fr)
    expect(await page.locator('[data-nothing]').isVisible()).toBe(true)
  })

  test('reads what came while it had stopped, before the old mailbox is erased', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await answer(holder, LISTENERS, 'Lue avant.')
    await comeBack(page, holder.code.fr)
    const cut = (route: Route): Promise<void> => route.abort()
    await page.route('**/api/token-changes', cut)
    await takeNewWords(page)
    await view(page, 'change').locator('[data-failed="midway"]').first().waitFor()
    await page.unroute('**/api/token-changes', cut)
    await answer(holder, LISTENERS, 'Arrivée pendant.')
    await page.locator('[data-change-again]').click()
    await view(page, 'changed').waitFor()
    await expectAccessible(page)
    const came = await page.locator('[data-came]').innerText()
    expect(came).toContain('Arrivée pendant.')
    expect(came).not.toContain('Lue avant.')
  })

  test('loses no word on screen to the phone’s Back, and changes nothing by it', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS)
    await comeBack(page, holder.code.fr)
    await page.locator('[data-to="change"]').click()
    await page.locator('[data-new-words]').click()
    await view(page, 'change').locator('[data-code-words] li').first().waitFor()
    await page.goBack()
    await view(page, 'here').waitFor()
    expect(await wordsShown(page)).toEqual([])
    await page.locator('[data-to="change"]').click()
    await page.locator('[data-new-words]').click()
    await view(page, 'change').locator('[data-code-words] li').first().waitFor()
    expect(await wordsShown(page)).toHaveLength(8)
    expect(await kindsAt(LISTENERS, holder)).toEqual(['report'])
  })

  test('still finds that an agreement was taken back', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS, LAWYERS)
    await comeBack(page, holder.code.fr)
    await withdraw(LISTENERS)
    await withdrawing(LISTENERS, 'received')
    await takeNewWords(page)
    await view(page, 'changed').waitFor()
    await page.locator('[data-go-on]').click()
    await view(page, 'here').waitFor()
    expect(await card(page, LISTENERS).innerText()).toContain('Vous avez retiré votre accord')
    expect(await kindsAt(LISTENERS, holder)).toEqual(['withdrawal'])
  })
})

describe('someone who erases everything', () => {
  async function eraseAll(): Promise<void> {
    await page.locator('[data-to="erase"]').click()
    await view(page, 'erase').locator('[data-ask]').click()
    await view(page, 'erase').locator('[data-yes]').click()
  }

  test('leaves nothing at any association, nor in the mailbox', async () => {
    const holder = await makeHolder()
    await sendReport(holder, LISTENERS, LAWYERS)
    await opens(LAWYERS, holder)
    await putAside(holder, 'year')
    await answer(holder, LISTENERS, 'Une réponse.')
    await comeBack(page, holder.code.fr)
    await eraseAll()
    await view(page, 'erased').waitFor()
    await expectAccessible(page)
    for (const association of [LISTENERS, LAWYERS]) expect(await threadAt(association, holder)).toEqual([])
    await comeBack(page, holder.code.fr)
    expect(await page.locator('[data-nothing]').isVisible()).toBe(true)
  })

  test('reads the same whether there was anything or not', async () => {
    const [full, unknown] = [await makeHolder(), await makeHolder()]
    await sendReport(full, LISTENERS)
    const ends: string[] = []
    for (const holder of [full, unknown]) {
      await comeBack(page, holder.code.fr)
      await eraseAll()
      await view(page, 'erased').waitFor()
      ends.push(await view(page, 'erased').innerText())
    }
    expect(ends[0]).toBe(ends[1])
  })

  test('is told when the site did not confirm, and may try again', async () => {
    const holder = await makeHolder()
    await putAside(holder, 'pause')
    await comeBack(page, holder.code.fr)
    await page.route('**/api/mailbox-erasures', (route) => route.abort(), { times: 1 })
    await eraseAll()
    await page.locator('[data-erase-failed]').waitFor()
    expect(await view(page, 'erased').isVisible()).toBe(false)
    await view(page, 'erase').locator('[data-yes]').click()
    await view(page, 'erased').waitFor()
    await comeBack(page, holder.code.fr)
    expect(await page.locator('[data-nothing]').isVisible()).toBe(true)
  })
})

test('a network that is down when the words are opened is not put down to the phone', async () => {
  const holder = await makeHolder()
  await page.goto(`${demonstration.origin}${BACK}`)
  await page.route('**/w/code.js', (route) => route.abort(), { times: 1 })
  await page.locator('#typed-code').fill(holder.code.fr.join(' '))
  await page.locator('[data-code-open]').click()
  await page.locator('[data-fault="unreachable"]').waitFor()
  expect(await page.locator('[data-fault="failed"]').isVisible()).toBe(false)
  expect(await page.locator('#typed-code').inputValue()).toBe(holder.code.fr.join(' '))
  await page.locator('[data-code-open]').click()
  await view(page, 'here').waitFor()
})

test('a network that is down is said kindly, and the same words are tried again by one touch', async () => {
  const holder = await makeHolder()
  await sendReport(holder, LISTENERS)
  await page.route('**/api/mailbox-challenge', (route) => route.abort(), { times: 1 })
  await page.goto(`${demonstration.origin}${BACK}`)
  await page.locator('#typed-code').fill(holder.code.fr.join(' '))
  await page.locator('[data-code-open]').click()
  await page.locator('[data-opening-fault] [data-one="unreachable"]').waitFor()
  await expectAccessible(page)
  await page.locator('[data-open-again]').click()
  await view(page, 'here').waitFor()
  expect(await card(page, LISTENERS).isVisible()).toBe(true)
})
