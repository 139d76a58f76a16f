// Two members at one case: what both write is there, what both chose is shown, and nothing is lost when the line is.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../support/accessible.ts'
import type { Phone } from '../support/browser.ts'
import { memberOf } from '../support/demonstration.ts'
import { postReport } from '../support/post-report.ts'
import { bytesBelow, foundIn, sentinel } from '../support/sentinels.ts'
import { addDays, dayOf } from '../../src/protocol/day.ts'
import { OVER_DAYS } from '../../src/protocol/limits.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { reportOf } from './inbox-seeds.ts'
import { openInbox, readLetterWith, rowsOf, visitInbox } from './inbox-visit.ts'

const ASSOCIATION = 'demo-ecoute'
const [told, ours, theirs, keyword, chore] = ['told', 'ours', 'theirs', 'keyword', 'chore'].map(sentinel) as [
  string,
  string,
  string,
  string,
  string,
]

const visits: Phone[] = []
let one: Page
let other: Page

setStage()

async function sitDown(): Promise<Page> {
  const visit = await visitInbox(browser, demonstration.origin)
  visits.push(visit)
  await openInbox(visit.page, memberOf(demonstration, ASSOCIATION))
  await readLetterWith(visit.page, told)
  await visit.page.locator('[data-part="case-work"] summary').click()
  return visit.page
}
const write = async (page: Page, what: 'tag' | 'note' | 'task', text: string): Promise<void> => {
  await page.locator(`#case-${what}`).fill(text)
  await page.locator(`[data-part="add-${what}"] button`).click()
}
const saved = (page: Page) => page.locator('[data-part="case-saved"]')
const fault = (page: Page) => page.locator('[data-part="case-fault"]')
const leave = async (page: Page): Promise<void> => {
  await page.locator('[data-part="back"]').first().click()
  await page.locator('article.letter').waitFor({ state: 'detached' })
}
const isSaved = (page: Page) => expect.poll(() => saved(page).innerText()).toBe('C’est enregistré.')

beforeAll(async () => {
  await postReport(demonstration.origin, demonstration.directoryFile, reportOf(told), [ASSOCIATION])
  await postReport(demonstration.origin, demonstration.directoryFile, reportOf('Un autre récit.'), [
    ASSOCIATION,
  ])
  one = await sitDown()
  other = await sitDown()
})
afterAll(async () => {
  for (const visit of visits) await visit.close()
})

test('what two members write at the same time is there for both', async () => {
  await Promise.all([write(one, 'note', ours), write(other, 'note', theirs)])
  await isSaved(one)
  await isSaved(other)
  await write(one, 'tag', keyword)
  await isSaved(one)
  await write(other, 'task', chore)
  await isSaved(other)
  // Whoever looks away and comes back reads what the other wrote.
  await one.locator('#case-due').fill('2020-01-01')
  await write(one, 'task', 'En retard')
  const text = () => one.locator('[data-part="case-work"]').innerText()
  for (const word of [ours, theirs, keyword, chore, 'en retard']) await expect.poll(text).toContain(word)
  await expectAccessible(one)
})

test('whoever goes by keyboard stays where they were once it is kept', async () => {
  const focused = (selector: string) => one.locator(`${selector}:focus`).count()
  const late = one.locator('[data-part="tasks"] input[type="checkbox"]').last()
  await late.focus()
  await one.keyboard.press('Space')
  await isSaved(one)
  expect(await late.isChecked()).toBe(true)
  expect(await focused('[data-part="tasks"] input[type="checkbox"]')).toBe(1)

  await write(one, 'tag', 'un')
  await isSaved(one)
  await one.locator('[data-part="tags"] button').first().focus()
  await one.keyboard.press('Enter')
  await expect.poll(() => one.locator('[data-part="tags"] li').count()).toBe(1)
  await isSaved(one)
  expect(await focused('[data-part="tags"] button')).toBe(1)
  await one.keyboard.press('Enter')
  await expect.poll(() => one.locator('[data-part="tags"] li').count()).toBe(0)
  await isSaved(one)
  expect(await focused('#case-tag')).toBe(1)

  await write(one, 'tag', keyword)
  await isSaved(one)
})

test('a choice that someone made otherwise is shown, and taken only when it is insisted on', async () => {
  await one.locator('#case-state').selectOption('accepted')
  await isSaved(one)
  await other.locator('#case-state').selectOption('done')
  const conflict = other.locator('[data-part="case-conflict"]')
  await conflict.waitFor()
  expect(await conflict.innerText()).toContain('Terminé')
  expect(await other.locator('#case-state').inputValue()).toBe('accepted')
  await expectAccessible(other)
  await other.locator('[data-part="insist"]').click()
  await conflict.waitFor({ state: 'hidden' })
  expect(await other.locator('#case-state').inputValue()).toBe('done')
})

test('a case that is done says until when it is kept, and is kept as long again', async () => {
  const ending = other.locator('[data-part="ending"]')
  await ending.waitFor()
  const lastDay = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' })
  const day = Date.parse(addDays(dayOf(Date.now()), OVER_DAYS))
  expect(await ending.innerText()).toContain(`jusqu’au ${lastDay.format(day)}`)
  await other.route('**/api/acknowledgements', (route) => route.abort(), { times: 1 })
  await ending.locator('[data-part="keep-longer"]').click()
  await expect.poll(() => ending.innerText()).toContain('Le serveur n’a pas pu le noter')
  await ending.locator('[data-part="keep-longer"]').click()
  await expect.poll(() => ending.innerText()).toContain('C’est noté')
  await expectAccessible(other)
})

test('a note that someone wrote over meanwhile is not overwritten, and what was typed stays', async () => {
  const noteOf = (page: Page) => page.locator('[data-part="notes"] .person').filter({ hasText: ours })
  const words = (page: Page) => noteOf(page).locator('textarea')
  for (const page of [one, other]) {
    await noteOf(page).locator('[data-part="note-rewrite"]').click()
  }
  await words(one).fill(`${ours} d’abord`)
  await words(other).fill(`${ours} ensuite`)
  await noteOf(one).locator('button[type="submit"]').click()
  await isSaved(one)
  await noteOf(other).locator('button[type="submit"]').click()
  await expect.poll(() => fault(other).innerText()).toContain('rien n’est perdu')
  expect(await words(other).inputValue()).toBe(`${ours} ensuite`)
  expect(await noteOf(other).innerText()).toContain(`${ours} d’abord`)
})

test('a case that tells another again says so, and leads to it', async () => {
  await one.locator('#case-duplicate').selectOption({ index: 1 })
  await isSaved(one)
  await one.locator('[data-part="duplicate-go"] button').click()
  await expect.poll(() => one.locator('[data-part="narrative"]').innerText()).toBe('Un autre récit.')
  await one.goBack()
  await one.locator('article.letter').waitFor({ state: 'detached' })
  await readLetterWith(one, told)
  await one.locator('[data-part="case-work"] summary').click()
  await one.locator('#case-duplicate').selectOption('')
  await isSaved(one)
})

test('a line that is lost in the middle loses nothing, and what had arrived is not there twice', async () => {
  await one.route('**/api/cases', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    // It arrives; its answer does not.
    await route.fetch()
    await route.abort()
  })
  await write(one, 'note', 'Une seule fois')
  await expect.poll(() => fault(one).innerText()).toContain('ne répond pas')
  expect(await one.locator('#case-note').inputValue()).toBe('Une seule fois')
  await one.unroute('**/api/cases')
  await one.locator('[data-part="add-note"] button').click()
  await isSaved(one)
  const notes = one.locator('[data-part="notes"] .person').filter({ hasText: 'Une seule fois' })
  expect(await notes.count()).toBe(1)
})

test('the list finds a case by what the team wrote, by where it stands, and sets it aside', async () => {
  await leave(one)
  await one.locator('#find-words').fill(keyword)
  await expect.poll(() => rowsOf(one).count()).toBe(1)
  expect(await rowsOf(one).innerText()).toContain(`#${keyword}`)
  await one.locator('#find-words').fill('')
  await one.locator('input[name="view"][value="closed"]').check()
  await expect.poll(() => rowsOf(one).count()).toBe(1)
  await rowsOf(one).click()
  await one.locator('[data-part="case-work"] summary').click()
  await one.locator('#case-aside').selectOption('test')
  await isSaved(one)
  await leave(one)
  await one.locator('input[name="view"][value="all"]').check()
  await expect.poll(() => rowsOf(one).count()).toBe(1)
  expect(await rowsOf(one).innerText()).not.toContain(keyword)
  await one.locator('input[name="view"][value="aside"]').check()
  await expect.poll(() => rowsOf(one).count()).toBe(1)
})

test('the record of it is whole and can be taken away; a line that is taken out of the store is missed', async () => {
  await one.locator('[data-part="open-team"]').click()
  const read = one.locator('[data-part="journal-read"]')
  const verdict = one.locator('[data-part="journal-verdict"]')
  await read.click()
  await expect.poll(() => verdict.innerText()).toContain('Le journal est entier')
  const [download] = await Promise.all([
    one.waitForEvent('download'),
    one.locator('[data-part="journal-save"]').click(),
  ])
  const { lines } = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(lines.length).toBeGreaterThan(8)
  expect(lines.at(-1)).toMatchObject({ record: { action: 'exported' }, fault: null })
  await expectAccessible(one)
  const store = createClient({ url: `file:${join(demonstration.dataDir, 'envelopes.db')}` })
  await store.execute('delete from records where number = 2')
  store.close()
  await read.click()
  await expect.poll(() => verdict.innerText()).toContain('pas entier')
  expect(await one.locator('[data-part="journal-lines"]').innerText()).toContain('Des lignes manquent')
})

test('not one word of it is in what was sent or stored', async () => {
  const words = [ours, theirs, keyword, chore]
  for (const visit of visits) {
    expect(foundIn(visit.sent.map(({ url, body }) => `${url} ${body}`).join('\n'), words)).toEqual([])
    expect({ complaints: visit.complaints, foreign: visit.foreign }).toEqual({ complaints: [], foreign: [] })
  }
  const stored = await bytesBelow(demonstration.dataDir)
  expect([...stored].flatMap(([file, bytes]) => foundIn(bytes, words).map((word) => [file, word]))).toEqual(
    [],
  )
})
