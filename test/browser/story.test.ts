// One story from its first word to its last trace: told to two associations, answered, gone on with, taken back, moved to another code,
// erased. On a phone and on the desks of two associations, with the real server and nothing put in by hand.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fromBase64 } from '../../src/crypto/encoding.ts'
import type { Phone } from '../support/browser.ts'
import { holdersAt } from '../support/code-holders.ts'
import { bytesBelow } from '../support/sentinels.ts'
import { queryFile } from '../support/servers/node-process.ts'
import { memberOf } from '../support/demonstration.ts'
import { browser, demonstration, page, phone, phoneForEachTest, setStage } from '../support/stage.ts'
import { card, comeBack, LAWYERS, LISTENERS, takeNewWords, view } from './back-visit.ts'
import { backToList, openInbox, readLetterWith, visitInbox } from './inbox-visit.ts'
import { begin, chooseAssociations, goOn, send, step, takeCode } from './report-visit.ts'

const TOLD = 'Ils étaient deux, derrière la patinoire.'
const THIRD = 'demo-jeunes'

setStage()
phoneForEachTest()

let listeners: Phone
let lawyers: Phone
beforeEach(async () => {
  listeners = await visitInbox(browser, demonstration.origin)
  lawyers = await visitInbox(browser, demonstration.origin)
})
afterEach(async () => {
  await listeners.close()
  await lawyers.close()
})

async function signIn({ page: desk }: Phone, association: string): Promise<void> {
  await openInbox(desk, memberOf(demonstration, association))
  await readLetterWith(desk, TOLD)
}

/** What the server holds now of this case, read over. */
async function readAgain({ page: desk }: Phone): Promise<void> {
  await backToList(desk)
  await desk.locator('[data-part="refresh"]').click()
  await desk.locator('[data-part="progress"]').waitFor({ state: 'hidden' })
  await readLetterWith(desk, TOLD)
}

const letter = ({ page: desk }: Phone) => desk.locator('article.letter')

async function answer(from: Phone, text: string): Promise<void> {
  const copied = from.page.waitForResponse('**/api/copies')
  await from.page.locator('#answer-text').fill(text)
  await from.page.locator('[data-part="answer-submit"]').click()
  expect((await copied).status()).toBe(204)
  await letter(from).locator('.message').filter({ hasText: text }).waitFor()
}

async function refresh(visited: Page, awaited: string): Promise<void> {
  await visited.locator('[data-refresh]').click()
  await card(visited, LISTENERS).locator('.said').filter({ hasText: awaited }).waitFor()
}

async function write(visited: Page, text: string): Promise<void> {
  await card(visited, LISTENERS).locator('textarea').fill(text)
  await card(visited, LISTENERS).locator('[data-write] button[type=submit]').click()
  await card(visited, LISTENERS).locator('.said').filter({ hasText: text }).waitFor()
}

/** Every sealed thing that left these browsers for a mailbox or an inbox. */
const sealedBy = (...visits: Phone[]): Buffer[] =>
  visits
    .flatMap(({ sent }) => sent)
    .filter(({ method, url }) => method === 'POST' && /submissions|mailbox-messages/.test(url))
    .flatMap(({ body }) => {
      const { envelopes, sealed } = JSON.parse(body) as { envelopes?: { sealed: string }[]; sealed?: string }
      return [...(envelopes ?? []).map((each) => each.sealed), ...(sealed ? [sealed] : [])]
    })
    .map((sealed) => Buffer.from(fromBase64(sealed) ?? []))

/** How many of them are in the server's files: a piece near their beginning, which no page of a file cuts in every one. */
async function heldOf(sealed: readonly Buffer[]): Promise<number> {
  const files = [...(await bytesBelow(demonstration.dataDir))].filter(([name]) => /\.db/.test(name))
  const pieces = (bytes: Buffer) => [0, 1, 2, 3].map((at) => bytes.subarray(100 + at * 500, 124 + at * 500))
  return sealed.filter((bytes) =>
    pieces(bytes).some((piece) => files.some(([, held]) => held.includes(piece))),
  ).length
}

/** Rows by table of a store. */
async function rowsOf(store: 'envelopes' | 'statistics'): Promise<Record<string, number>> {
  const file = join(demonstration.dataDir, `${store}.db`)
  const tables = await queryFile(file, "select name from sqlite_master where type = 'table'")
  const names = tables.map(({ name }) => String(name)).filter((name) => !/^(sqlite_|__drizzle)/.test(name))
  const counts = names.map(
    async (name) =>
      [name, Number((await queryFile(file, `select count(*) n from ${name}`))[0]?.['n'])] as const,
  )
  return Object.fromEntries(await Promise.all(counts))
}

test('a story is told, answered, gone on with, taken back from one, moved to other words, and erased to its last byte', async () => {
  await begin(page, demonstration.origin)
  await goOn(page, 'words')
  await page.locator('#narrative').fill(TOLD)
  await goOn(page, 'choose')
  await chooseAssociations(page, LISTENERS, LAWYERS)
  await goOn(page, 'apart')
  await page.locator('[name="statistics"]').check()
  await goOn(page, 'code')
  const code = await takeCode(page)
  await step(page, 'review').waitFor()
  await send(page)
  await page.locator('[data-card-sent] [data-one="received"]').waitFor()

  await signIn(listeners, LISTENERS)
  await answer(listeners, 'Nous vous croyons.')
  await signIn(lawyers, LAWYERS)
  await lawyers.page.locator('[data-part="acknowledge"]').click()
  await answer(lawyers, 'Voici vos droits.')

  await comeBack(page, code)
  expect(await card(page, LISTENERS).innerText()).toContain('Nous vous croyons.')
  expect(await card(page, LAWYERS).innerText()).toContain('Voici vos droits.')

  for (const round of [1, 2, 3, 4, 5]) {
    await write(page, `Mot ${round} de la personne.`)
    await readAgain(listeners)
    await letter(listeners).getByText(`Mot ${round} de la personne.`).waitFor()
    await answer(listeners, `Mot ${round} de l’association.`)
    await refresh(page, `Mot ${round} de l’association.`)
  }
  expect(await letter(listeners).locator('.message').count()).toBe(11)
  expect(await card(page, LISTENERS).locator('.said').count()).toBe(11)
  expect(await letter(listeners).locator('.message details').count()).toBe(0)

  await listeners.page.locator('[name="asking"][value="transfer"]').check()
  await listeners.page.locator('#answer-to').selectOption(THIRD)
  await answer(listeners, 'D’autres peuvent vous aider.')
  await refresh(page, 'D’autres peuvent vous aider.')
  const question = card(page, LISTENERS).locator('[data-transfer]')
  await question.locator('input[value="yes"]').check()
  await question.locator('button[type=submit]').click()
  await question.waitFor({ state: 'detached' })
  await readAgain(listeners)
  const told = await letter(listeners).innerText()
  expect(told.indexOf('D’autres peuvent vous aider.')).toBeLessThan(
    told.indexOf('Oui, vous pouvez transmettre'),
  )
  expect(await listeners.page.locator('[data-text="transfers"]').innerText()).toContain('(accord du ')

  await card(page, LAWYERS).locator('[data-withdraw] [data-ask]').click()
  await card(page, LAWYERS).locator('[data-withdraw] [data-yes]').click()
  await card(page, LAWYERS).locator('[data-withdrawing] [data-one="received"]').waitFor()
  await readAgain(lawyers)
  expect(await lawyers.page.locator('[data-part="withdrawn"]').isVisible()).toBe(true)
  expect(await lawyers.page.locator('#answer-text').count()).toBe(0)
  expect(await listeners.page.locator('[data-part="withdrawn"]').isVisible()).toBe(false)

  const words = await takeNewWords(page)
  await view(page, 'changed').waitFor()
  await comeBack(page, code)
  expect(await page.locator('[data-nothing]').isVisible()).toBe(true)
  await readAgain(listeners)
  expect(await letter(listeners).innerText()).toContain('La personne a changé de code.')
  await answer(listeners, 'Nous vous suivons.')
  await comeBack(page, words)
  expect(await card(page, LISTENERS).innerText()).toContain('Nous vous suivons.')
  expect(await card(page, LAWYERS).innerText()).toContain('Vous avez retiré votre accord')
  await write(page, 'C’est encore moi.')
  await readAgain(listeners)
  await letter(listeners).getByText('C’est encore moi.').waitFor()

  const sealed = sealedBy(phone, listeners, lawyers)
  expect(sealed.length).toBeGreaterThan(20)
  expect(await heldOf(sealed)).toBeGreaterThan(10)
  await page.locator('[data-to="erase"]').click()
  await view(page, 'erase').locator('[data-ask]').click()
  await view(page, 'erase').locator('[data-yes]').click()
  await view(page, 'erased').waitFor()
  await comeBack(page, words)
  expect(await page.locator('[data-nothing]').isVisible()).toBe(true)

  await backToList(listeners.page)
  await listeners.page.locator('[data-part="refresh"]').click()
  await listeners.page.locator('[data-part="progress"]').waitFor({ state: 'hidden' })
  await readLetterWith(listeners.page, 'Nous vous suivons.')
  expect(await letter(listeners).innerText()).toContain('Votre réponse à un récit qui n’est plus là.')

  // Its files are rewritten when it starts, as they are each night.
  await demonstration.halt()
  await demonstration.start()
  expect(await heldOf(sealed)).toBe(0)
  const {
    envelopes,
    decoy_cells: _decoys,
    spent_proofs: _spent,
    sessions: _members,
    // What members did, sealed to themselves: a line names a case by a number that nothing answers to any more.
    records: _done,
    ...rest
  } = await rowsOf('envelopes')
  expect(Object.entries(rest).filter(([, rows]) => rows > 0)).toEqual([])
  expect(await rowsOf('statistics')).toMatchObject({ cards: 1 })
  // What an association wrote stays in its own inbox, sealed to itself; of what the person wrote nothing does.
  const { inboxOf } = holdersAt(() => demonstration)
  const left = [...(await inboxOf(LISTENERS)), ...(await inboxOf(LAWYERS))]
  expect(left.map(({ contents }) => contents.kind)).toEqual(Array.from({ length: 9 }, () => 'answer'))
  expect(envelopes).toBe(9)
  for (const { complaints, foreign } of [phone, listeners, lawyers])
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] })
})
