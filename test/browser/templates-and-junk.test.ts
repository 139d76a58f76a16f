// Members who sift what came, answer from templates and write them: what a rule set aside comes back for all, an answer is in the person's
// language, nothing typed is lost and nobody's words are overwritten.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBase64 } from '../../src/crypto/encoding.ts'
import { addDays, dayOf } from '../../src/protocol/day.ts'
import { openMailboxMessage } from '../../src/sealing/open-mailbox.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { expectAccessible } from '../support/accessible.ts'
import type { Phone } from '../support/browser.ts'
import { memberOf } from '../support/demonstration.ts'
import { recipientsOf } from '../support/post-report.ts'
import { bytesBelow, foundIn, sentinel } from '../support/sentinels.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { makeAuthor, type Author } from './inbox-authors.ts'
import { fitsInWidth } from './inbox-in-page.ts'
import { reportOf, seedOf, storeSeeds } from './inbox-seeds.ts'
import { backToList, openInbox, readLetterWith, rowsOf, visitInbox } from './inbox-visit.ts'

const ASSOCIATION = 'demo-ecoute'
const TOLD = 'They were waiting in the car park.'
const [ours, theirs] = ['ourtemplate', 'theirtemplate'].map(sentinel) as [string, string]
const SPREAD =
  'Il m’a donné rendez-vous près de la gare un soir de novembre, ils étaient trois derrière le muret, ' +
  'ils ont pris mon téléphone et mon portefeuille, puis ils sont partis en riant vers le parking du supermarché.'
const TYPED = 'Dear Sam,'

const visits: Phone[] = []
let one: Page
let other: Page
let author: Author

setStage()

const sitDown = async (): Promise<Page> => {
  const visit = await visitInbox(browser, demonstration.origin)
  visits.push(visit)
  await openInbox(visit.page, memberOf(demonstration, ASSOCIATION))
  return visit.page
}
const answerBox = (page: Page) => page.locator('#answer-text')
const insert = async (page: Page, use: 'answer' | 'decline', title: string): Promise<void> => {
  await page.locator(`#template-${use}`).selectOption({ label: title })
  await page.locator(`#template-${use}`).locator('..').locator('[data-part="template-insert"]').click()
}
const said = (page: Page) => page.locator('.answer [data-part="template-said"]')
const openTemplates = (page: Page) => page.locator('[data-part="open-templates"]').click()
const row = (page: Page, title: string) => page.locator('.team .person').filter({ hasText: title })
const change = async (page: Page, title: string, text: string): Promise<void> => {
  await row(page, title).locator('[data-part="template-change"]').click()
  await page.locator('#template-text-fr').fill(text)
  await page.locator('.template-form [type="submit"]').click()
}
const isKept = (page: Page) =>
  expect.poll(() => page.locator('[data-part="templates-said"]').innerText()).toContain('enregistré')

beforeAll(async () => {
  await demonstration.halt()
  const recipients = await recipientsOf(demonstration.directoryFile)
  const listeners = recipients.find(({ association }) => association === ASSOCIATION)
  if (!listeners) throw new Error(`the directory has no ${ASSOCIATION}`)
  author = await makeAuthor(listeners)
  const code = { reply: replyOf(author.keys), links: author.keys.links }
  const report = reportOf(TOLD, {
    locale: 'en',
    account: { needs: ['legal'] },
    about: { audiences: ['migrant'] },
  })
  const day = (ago: number) => addDays(dayOf(Date.now()), -ago)
  await storeSeeds(demonstration.dataDir, [
    await seedOf(report, listeners, day(1), { code }),
    await seedOf(reportOf('Test.'), listeners, day(2)),
    await seedOf(reportOf(SPREAD), listeners, day(5)),
    await seedOf(reportOf(SPREAD), listeners, day(4)),
    await seedOf(reportOf(SPREAD), listeners, day(3)),
    await seedOf(reportOf(SPREAD, { account: { needs: ['emergency'] } }), listeners, day(3)),
  ])
  await demonstration.start()
  one = await sitDown()
  other = await sitDown()
})
afterAll(async () => {
  for (const visit of visits) await visit.close()
})

test('what a rule set aside is counted, says why, and comes back for the whole team', async () => {
  const tally = (page: Page, view: string) => page.locator(`[data-text="in-${view}"]`).innerText()
  const byRule = (page: Page) => page.locator('[data-text="by-rule"]')
  // The first of those alike stays, and so does whoever asked to be safe.
  expect(await rowsOf(one).count()).toBe(3)
  expect([await tally(one, 'new'), await byRule(one).innerText()]).toEqual(['3', '3'])
  await one.locator('[data-part="see-by-rule"]').click()
  await expect.poll(() => rowsOf(one).filter({ hasText: 'De côté par une règle' }).count()).toBe(3)
  await expectAccessible(one)
  await rowsOf(one).filter({ hasText: 'Un essai' }).click()
  expect(await one.locator('[data-text="rule"]').innerText()).toBe(
    'Le texte dit que c’est un essai, et rien d’autre.',
  )
  await expectAccessible(one)
  await one.locator('[data-part="genuine"]').click()
  await one.locator('[data-part="by-rule-notice"]').waitFor({ state: 'hidden' })
  expect(await one.locator('#letter-title:focus').count()).toBe(1)
  await backToList(one)
  await expect.poll(() => tally(one, 'new')).toBe('4')

  await other.locator('[data-part="refresh"]').click()
  await expect.poll(() => tally(other, 'new')).toBe('4')
  await other.locator('[name="view"][value="aside"]').check()
  await expect.poll(() => rowsOf(other).count()).toBe(2)
  await rowsOf(other).first().click()
  await other.locator('[data-part="stay-aside"]').click()
  await other.locator('[data-part="by-rule-notice"]').waitFor({ state: 'hidden' })
  await other.locator('[data-part="case-work"] summary').click()
  expect(await other.locator('#case-aside').inputValue()).toBe('repeated')
  await backToList(other)
  await expect.poll(() => byRule(other).innerText()).toBe('1')
  expect(await rowsOf(other).count()).toBe(2)
  // Nobody was told anything, and nothing is confirmed by looking.
  const told = visits.flatMap(({ sent }) =>
    sent.filter(({ url }) => /acknowledgements|mailbox-messages/u.test(url)),
  )
  expect(told).toEqual([])
  for (const page of [one, other]) await page.locator('[name="view"][value="all"]').check()
})

test('a template goes into an answer in the person’s language, after what is typed, and out again', async () => {
  await readLetterWith(one, TOLD)
  await answerBox(one).fill(TYPED)
  await insert(one, 'answer', 'Nous avons lu votre récit')
  await expect.poll(() => said(one).innerText()).toContain('à la suite de votre texte')
  const filled = await answerBox(one).inputValue()
  expect(filled.startsWith(`${TYPED}\n\nHello,`)).toBe(true)
  expect(filled).toMatch(/This is Écoute.*within \d days?\./su)
  expect(filled).not.toMatch(/[{}]/u)
  await expectAccessible(one)
  await one.locator('.answer [data-part="template-undo"]').click()
  expect(await answerBox(one).inputValue()).toBe(TYPED)
  // Once a word was added, taking the template out would take that word too: it is offered no more.
  await insert(one, 'answer', 'Nous avons lu votre récit')
  await expect.poll(() => answerBox(one).inputValue()).toBe(filled)
  await answerBox(one).press('End')
  await answerBox(one).pressSequentially(' See you.')
  expect(await one.locator('.answer [data-part="template-undo"]').isVisible()).toBe(false)
  await one.locator('.decline summary').click()
  await insert(one, 'decline', 'Nous ne pouvons pas aider cette fois')
  await expect.poll(() => one.locator('#decline-words').inputValue()).toMatch(/Others may be able to: \S/u)
})

test('whoever writes a template while answering finds the letter, and what was typed, again', async () => {
  await openTemplates(one)
  await one.locator('#templates-title').waitFor()
  expect(await answerBox(one).isVisible()).toBe(false)
  await expectAccessible(one)
  await row(one, 'Terminer l’échange').locator('[data-part="template-change"]').click()
  await expectAccessible(one)
  await one.locator('#template-text-en').fill('')
  await one.locator('#template-title-fr').fill(ours)
  await one.locator('#template-text-fr').fill(`Ici {association}. ${ours}`)
  await one.locator('.template-form [type="submit"]').click()
  await isKept(one)
  await one.locator('[data-part="templates-back"]').click()
  expect(await answerBox(one).inputValue()).toContain(' See you.')
  await insert(one, 'answer', ours)
  await expect.poll(() => said(one).innerText()).toContain('Il est inséré en français')
  expect(await answerBox(one).inputValue()).toMatch(new RegExp(`See you\\.[^]*Ici Écoute[^]*${ours}$`, 'u'))
  await one.locator('[data-part="answer-submit"]').click()
  await one.locator('[data-part="answer-sent"]').waitFor()
  const post = visits[0]?.sent.find(({ url }) => url.endsWith('/api/mailbox-messages'))
  const { sealed } = JSON.parse(post?.body ?? '{}') as { sealed: string }
  const recipients = await recipientsOf(demonstration.directoryFile)
  const opened = await openMailboxMessage(fromBase64(sealed) ?? new Uint8Array(), author.keys, recipients)
  expect(JSON.stringify(opened)).toContain(ours)
})

test('two who change templates at once lose nothing; who changed the same one sees both', async () => {
  await openTemplates(one)
  await openTemplates(other)
  await row(other, ours).waitFor()
  await change(one, 'Demander des précisions', `${ours} d’abord`)
  await change(other, 'Demander des captures d’écran', theirs)
  await isKept(one)
  await isKept(other)
  for (const page of [one, other]) await row(page, ours).locator('[data-part="template-change"]').click()
  await one.locator('#template-text-fr').fill(`${ours} encore`)
  await other.locator('#template-text-fr').fill(`${theirs} autrement`)
  await one.locator('.template-form [type="submit"]').click()
  await isKept(one)
  await other.locator('.template-form [type="submit"]').click()
  const conflict = other.locator('[data-part="template-conflict"]')
  await conflict.waitFor()
  expect(await conflict.innerText()).toContain(`${ours} encore`)
  expect(await other.locator('#template-text-fr').inputValue()).toBe(`${theirs} autrement`)
  await expectAccessible(other)
  await conflict.locator('[data-part="template-insist"]').click()
  await isKept(other)
  await row(other, 'Demander des précisions').locator('[data-part="template-change"]').click()
  expect(await other.locator('#template-text-fr').inputValue()).toBe(`${ours} d’abord`)
})

test('a line that is lost loses nothing typed; what is removed can be put back', async () => {
  await other.route('**/api/templates', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await other.locator('#template-text-fr').fill(`${theirs} sans réseau`)
  await other.locator('.template-form [type="submit"]').click()
  await expect.poll(() => other.locator('[data-part="form-fault"]').innerText()).toContain('ne répond pas')
  await other.unroute('**/api/templates')
  // Back to the reports and to the templates again: what is being written is still there.
  await other.locator('[data-part="templates-back"]').click()
  await other.locator('#inbox-title').waitFor()
  await openTemplates(other)
  expect(await other.locator('#template-text-fr').inputValue()).toBe(`${theirs} sans réseau`)
  await other.locator('.template-form [type="submit"]').click()
  await isKept(other)
  await row(other, ours).locator('[data-part="template-remove"]').click()
  await row(other, ours).waitFor({ state: 'detached' })
  await other.locator('[data-part="put-back"]').click()
  await row(other, ours).waitFor()
  await other.setViewportSize({ width: 390, height: 844 })
  expect(await fitsInWidth(other)).toBe(true)
})

test('not one word of a template is in what was sent or stored', async () => {
  for (const { sent, complaints, foreign } of visits) {
    expect(foundIn(sent.map(({ url, body }) => `${url} ${body}`).join('\n'), [ours, theirs])).toEqual([])
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] })
  }
  for (const [file, bytes] of await bytesBelow(demonstration.dataDir)) {
    expect(foundIn(bytes, [ours, theirs]), file).toEqual([])
  }
})
