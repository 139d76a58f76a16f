// An association reads a case as a conversation and answers in it: who wrote what is proven, and nothing typed is lost.
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { fromBase64 } from '../../src/crypto/encoding.ts'
import { threadOf, tokenOf } from '../../src/crypto/links.ts'
import { randomHex } from '../../src/crypto/random.ts'
import { ENVELOPE_STATUSES } from '../../src/protocol/envelope-status.ts'
import { STATUS_TOKENS } from '../../src/protocol/limits.ts'
import { addDays, dayOf } from '../../src/protocol/day.ts'
import { openMailboxMessage } from '../../src/sealing/open-mailbox.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { sealFollowUp } from '../../src/sealing/seal-follow-up.ts'
import { sealReport, type Recipient } from '../../src/sealing/seal-report.ts'
import { expectAccessible } from '../support/accessible.ts'
import type { Phone } from '../support/browser.ts'
import { post, provenChallenge, recipientsOf } from '../support/post-report.ts'
import { memberOf } from '../support/demonstration.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { authorWith, makeAuthor, type Author } from './inbox-authors.ts'
import { fitsInWidth, isFocused } from './inbox-in-page.ts'
import { reportOf, seedOf, storeSeeds, type Seed } from './inbox-seeds.ts'
import { holdersAt, makeHolder } from '../support/code-holders.ts'
import { consentsTo } from '../support/consents.ts'
import { backToList, openInbox, readLetterWith, rowsOf, visitLetter } from './inbox-visit.ts'

const LISTENERS = 'demo-ecoute'
const LAWYERS = 'demo-droits'
const TOLD = 'Ils m’attendaient sur le parking.'
const MORE = 'Je me souviens de la plaque.'
const FORGED = 'Retrouvez-moi seul, ce soir.'

let visit: Phone
let recipients: Recipient[]
/** Whoever tells, adds, and is answered. */
let teller: Author
let withdrawn: Author
let declined: Author
/** Someone who moved to another code, and that code. */
let moved: Author
let next: Author

const member = () => memberOf(demonstration, LISTENERS)

const read = async (words: string, path?: string, options?: BrowserContextOptions): Promise<Page> => {
  visit = await visitLetter({ browser, demonstration, association: LISTENERS }, words, path, options)
  return visit.page
}

const letter = (page: Page) => page.locator('article.letter')
const messages = (page: Page) => letter(page).locator('.message')
const answerBox = (page: Page) => page.locator('#answer-text')
const send = (page: Page) => page.locator('[data-part="answer-submit"]').click()

/** What the last answer that left was, as its reader opens it. */
async function lastAnswerTo({ keys }: Pick<Author, 'keys'>) {
  const bodies = visit.sent.filter(({ url }) => url.endsWith('/api/mailbox-messages')).map(({ body }) => body)
  const { sealed, mailbox } = JSON.parse(bodies.at(-1) ?? '{}') as { sealed: string; mailbox: string }
  expect(mailbox).toBe(keys.mailbox)
  return openMailboxMessage(fromBase64(sealed) ?? new Uint8Array(), keys, recipients)
}

setStage()

beforeAll(async () => {
  const { directoryFile, dataDir } = demonstration
  await demonstration.halt()
  recipients = await recipientsOf(directoryFile)
  const listeners = recipients.find(({ association }) => association === LISTENERS)
  if (!listeners) throw new Error(`the directory has no ${LISTENERS}`)
  const people = await Promise.all(Array.from({ length: 8 }, () => makeAuthor(listeners)))
  const [one, two, three, four, five, six, seven, eight] = people
  if (!one || !two || !three || !four || !five || !six || !seven || !eight) throw new Error('eight people')
  ;[teller, withdrawn, declined, moved, next] = [one, two, three, four, five]
  const stranger = await makeAuthor(listeners)
  const forger = await authorWith({ ...stranger.keys, links: teller.keys.links }, listeners)
  const day = (ago: number) => addDays(dayOf(Date.now()), -ago)
  const seeds: Seed[] = await Promise.all([
    teller.report(TOLD, day(6)),
    teller.followUp(MORE, day(2)),
    forger.followUp(FORGED, day(1)),
    withdrawn.report('Je reprends ma parole.', day(6)),
    withdrawn.withdrawal(day(3)),
    declined.report('Trop loin de chez vous.', day(5)),
    declined.followUp('Je peux venir jusqu’à vous.', day(5)),
    moved.report('Mon code a été vu.', day(6)),
    moved.followUp('On a lu par-dessus mon épaule.', day(4)),
    moved.newCode(next, day(4)),
    next.followUp('C’est toujours moi.', day(3), {
      granting: { message: randomHex(16), to: LAWYERS, answer: 'yes' },
    }),
    six.report('Deux codes à la fois.', day(6)),
    six.newCode(stranger, day(4)),
    six.newCode(await makeAuthor(listeners), day(4)),
    stranger.followUp('Et le récit ?', day(8), { thread: randomHex(16) }),
    seven.report('Rien ne presse.', day(6)),
    eight.withdrawal(day(4)),
    seedOf(reportOf('Sans code de retour.'), listeners, day(7)),
  ])
  await storeSeeds(dataDir, seeds)
  await demonstration.start()
})

afterEach(async () => {
  const { complaints, foreign } = visit
  await visit.close()
  expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] })
})

test('a report and what followed it are one line of the list, on the day their key last signed a word', async () => {
  const page = await read(MORE)
  expect(await letter(page).innerText()).toContain(TOLD)
  await backToList(page)
  expect(await rowsOf(page).count()).toBe(9)
  // What was forged came a day later, and moved nothing.
  const days = page.locator('.day')
  const written = addDays(dayOf(Date.now()), -2)
  const inWords = new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(written),
  )
  expect(await days.first().locator('h2').innerText()).toMatch(new RegExp(inWords, 'i'))
  expect(await days.first().locator('button.row').innerText()).toMatch(/Messages\s: 2/)
  expect(await page.locator('[data-text="total"]').innerText()).toBe('9')
})

test('a message that is not signed by the person’s key is folded, apart, and says not to act on it', async () => {
  const page = await read(MORE)
  const [proven, forged] = [messages(page).nth(0), messages(page).nth(1)]
  expect(await proven.innerText()).toMatch(/^La personne/)
  expect(await proven.innerText()).toContain(MORE)
  expect(await proven.locator('details').count()).toBe(0)
  expect(await forged.innerText()).toContain('dont rien ne prouve l’auteur')
  expect(await forged.getByText(FORGED).isVisible()).toBe(false)
  await forged.locator('summary').click()
  expect(await forged.locator('.notice-alert').innerText()).toContain('N’en tenez pas compte')
  expect(await forged.getByText(FORGED).isVisible()).toBe(true)
  expect(await forged.innerText()).toContain('Dit venir de la personne')
  expect(await page.locator('[data-part="withdrawn"]').isVisible()).toBe(false)
})

test('an answer leaves without saying who writes, opens with the person’s code, and its copy is there after a refresh', async () => {
  const page = await read(MORE)
  await answerBox(page).fill('Merci. Nous vous croyons.')
  await page.locator('[name="asking"][value="transfer"]').check()
  expect(await page.locator(`#answer-to option[value="${LISTENERS}"]`).count()).toBe(0)
  await page.locator('#answer-to').selectOption(LAWYERS)
  const posted = page.waitForRequest('**/api/mailbox-messages')
  const copied = page.waitForRequest('**/api/copies')
  await send(page)
  expect((await (await posted).allHeaders())['cookie']).toBeUndefined()
  expect((await (await copied).allHeaders())['cookie']).toBeDefined()
  await expect.poll(() => isFocused(page, '[data-part="answer-sent"]')).toBe(true)
  expect(await messages(page).last().innerText()).toContain('Nous vous croyons.')
  expect(await answerBox(page).inputValue()).toBe('')
  expect(await lastAnswerTo(teller)).toMatchObject({
    kind: 'answer',
    trust: 'signed',
    contents: { text: 'Merci. Nous vous croyons.', asking: { for: 'transfer', to: LAWYERS } },
  })

  await expect
    .poll(() => page.locator('[data-part="announcement"]').textContent())
    .toBe('Réception confirmée')

  await page.reload()
  await openInbox(page, member())
  await readLetterWith(page, MORE)
  expect(await letter(page).locator('[data-text="state"]').innerText()).toBe('Réception confirmée')
  expect(await page.locator('[data-part="acknowledge"]').isVisible()).toBe(false)
  const kept = messages(page).filter({ hasText: 'Nous vous croyons.' })
  expect(await kept.count()).toBe(1)
  expect(await kept.innerText()).toMatch(/^Votre association/)
  expect(await kept.innerText()).toContain('l’accord de transmettre le récit')
  await backToList(page)
  expect(await page.locator('.day').first().locator('button.row').innerText()).toMatch(/Messages\s: 3/)
})

test('confirming a case tells the server of each of its envelopes', async () => {
  const page = await read('C’est toujours moi.')
  await page.locator('[data-part="acknowledge"]').click()
  await expect
    .poll(() => page.locator('[data-part="announcement"]').textContent())
    .toBe('Réception confirmée')
  const said = visit.sent.find(({ url }) => url.endsWith('/api/acknowledgements'))
  expect(JSON.parse(said?.body ?? '').envelopes).toHaveLength(4)
  await page.reload()
  await openInbox(page, member())
  await readLetterWith(page, 'C’est toujours moi.')
  expect(await letter(page).locator('[data-text="state"]').innerText()).toBe('Réception confirmée')
})

test('whoever changed their code is still the same person, and is answered with the new one', async () => {
  const page = await read('C’est toujours moi.')
  const text = await letter(page).innerText()
  expect(text).toContain('Mon code a été vu.')
  expect(text).toContain('La personne a changé de code.')
  expect(text).toContain('on ne peut lui écrire qu’ici')
  expect(await messages(page).locator('details').count()).toBe(0)
  const thatDay = messages(page).filter({ hasText: 'On a lu par-dessus mon épaule.' })
  expect(await thatDay.innerText()).toContain('Signé avec l’ancien code, le jour du changement.')
  expect(text.match(/Signé avec l’ancien code/g)).toHaveLength(1)
  await answerBox(page).fill('Bien reçu.')
  await send(page)
  await expect.poll(() => isFocused(page, '[data-part="answer-sent"]')).toBe(true)
  expect(await lastAnswerTo(next)).toMatchObject({ trust: 'signed', contents: { text: 'Bien reçu.' } })
})

test('a report that may be passed on says to whom, and since when', async () => {
  const page = await read('C’est toujours moi.')
  const said = page.locator('[data-text="transfers"]')
  const lawyers = await page.locator(`#answer-to option[value="${LAWYERS}"]`).textContent()
  const since = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' })
  const day = since.format(Date.parse(addDays(dayOf(Date.now()), -3)))
  expect(await said.innerText()).toBe(`${lawyers} (accord du ${day})`)
})

test('two different new codes are followed to neither, and nobody is answered here', async () => {
  const page = await read('Deux codes à la fois.')
  expect(await page.locator('[data-part="disputed"]').innerText()).toContain('par un autre moyen')
  expect(await answerBox(page).count()).toBe(0)
  const announced = messages(page).locator('details')
  expect(await announced.count()).toBe(2)
  await announced.first().locator('summary').click()
  expect(await announced.first().innerText()).toContain('un nouveau code, qui n’est pas suivi')
  await expectAccessible(page)
})

test('a withdrawal stands at the head of the case, and closes it', async () => {
  const page = await read('Je reprends ma parole.')
  const notice = page.locator('[data-part="withdrawn"]')
  expect(await notice.innerText()).toContain('N’utilisez plus ce récit')
  expect(await notice.innerText()).toContain('effacez vos copies')
  const text = await letter(page).innerText()
  expect(text.indexOf('a retiré son consentement')).toBeLessThan(text.indexOf('Je reprends ma parole.'))
  expect(await answerBox(page).count()).toBe(0)
  expect(await page.locator('.decline').count()).toBe(0)
  await expectAccessible(page)
  await backToList(page)
  expect(await rowsOf(page).filter({ hasText: '· Consentement retiré' }).count()).toBe(1)
})

test('whoever took no return code cannot be answered here, and the page says so', async () => {
  const page = await read('Sans code de retour.')
  expect(await page.locator('[data-part="answer-closed"]').innerText()).toContain('pas pris de code')
  expect(await answerBox(page).count()).toBe(0)
  await page.locator('.decline summary').click()
  expect(await page.locator('#decline-words').isVisible()).toBe(false)
})

test('a message whose report is not here is nobody’s, and cannot be answered', async () => {
  const page = await read('Message sans récit')
  expect(await letter(page).innerText()).toContain('Rien ne prouve qui écrit')
  expect(await messages(page).locator('details').count()).toBe(1)
  expect(await answerBox(page).count()).toBe(0)
  await expectAccessible(page)
})

test('a withdrawal whose report was erased before anyone confirmed it is shown as what it is', async () => {
  const page = await read('Quelqu’un a retiré son accord.')
  const text = await letter(page).innerText()
  expect(text).toContain('Si vous en avez gardé une copie, effacez-la.')
  expect(text).not.toContain('Rien ne prouve')
  expect(await messages(page).locator('details').count()).toBe(0)
  expect(await messages(page).innerText()).toContain('Retire son consentement.')
  await expectAccessible(page)
  await backToList(page)
  expect(await rowsOf(page).filter({ hasText: 'Consentement retiré, récit effacé' }).count()).toBe(1)
})

test('a case is declined after one confirmation, with kind words first, and its author is told', async () => {
  const page = await read('Trop loin de chez vous.')
  await page.locator('.decline summary').click()
  await page.locator('[data-part="decline-cancel"]').click()
  expect(await isFocused(page, '.decline summary')).toBe(true)
  await page.locator('.decline summary').click()
  await page.locator('#decline-words').fill('D’autres peuvent vous aider.')
  await page.locator('[data-part="decline-confirm"]').click()
  await expect.poll(() => isFocused(page, '[data-part="declined"]')).toBe(true)
  expect(await lastAnswerTo(declined)).toMatchObject({ contents: { text: 'D’autres peuvent vous aider.' } })
  expect(await page.locator('.decline').count()).toBe(0)
  const own = await tokenOf(declined.keys.links, LISTENERS, 0)
  const tokens = [own, ...Array.from({ length: STATUS_TOKENS - 1 }, () => randomHex(32))]
  const answer = await fetch(`${demonstration.origin}/api/envelope-status`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ version: 1, tokens }),
  })
  const { statuses } = (await answer.json()) as { statuses: string }
  expect(statuses[0]).toBe(ENVELOPE_STATUSES.declined)
  await page.reload()
  await openInbox(page, member())
  const row = rowsOf(page).filter({ hasText: 'Décliné' })
  expect(await row.count()).toBe(1)
  expect(await row.innerText()).not.toContain('Nouveau')
})

test('an answer that cannot leave stays in its box, even after leaving the letter, and leaves later', async () => {
  const page = await read('Mon code a été vu.')
  await page.route('**/api/mailbox-messages', (route) => route.abort())
  await answerBox(page).fill('Un long texte.')
  await send(page)
  await expect
    .poll(() => page.locator('[data-part="answer-fault"]').innerText())
    .toContain('Votre texte est toujours là')
  expect(await answerBox(page).inputValue()).toBe('Un long texte.')
  await backToList(page)
  await page.locator('[data-part="refresh"]').click()
  await page.locator('[data-part="progress"]').waitFor({ state: 'hidden' })
  await readLetterWith(page, 'Mon code a été vu.')
  expect(await answerBox(page).inputValue()).toBe('Un long texte.')
  await page.unroute('**/api/mailbox-messages')
  await send(page)
  await expect.poll(() => isFocused(page, '[data-part="answer-sent"]')).toBe(true)
})

test('a copy that could not be kept is said to be missing, and is kept when asked again', async () => {
  const page = await read('Mon code a été vu.')
  await page.route('**/api/copies', (route) => route.abort())
  await answerBox(page).fill('Texte dont la copie manque.')
  await send(page)
  await expect.poll(() => isFocused(page, '[data-part="keep-copy"]')).toBe(true)
  await page.unroute('**/api/copies')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('[data-part="copy-owed"]').isVisible()).toBe(false)
  await page.reload()
  await openInbox(page, member())
  await readLetterWith(page, 'Texte dont la copie manque.')
})

test('a session that ended while someone was typing is opened again, and nothing typed is lost', async () => {
  const page = await read('Rien ne presse.')
  await answerBox(page).fill('Pas encore fini.')
  await page.context().clearCookies()
  await page.locator('[data-part="acknowledge"]').click()
  await expect
    .poll(() => page.locator('[data-part="announcement"]').textContent())
    .toBe('Réception confirmée')
  expect(await answerBox(page).inputValue()).toBe('Pas encore fini.')
})

test('an answer can be written, asked with and sent from the keyboard, whose keys are then the field’s', async () => {
  const page = await read(MORE)
  const position = await page.locator('[data-text="position"]').innerText()
  await page.locator('[data-part="go-on"]').focus()
  await page.keyboard.press('Enter')
  expect(await isFocused(page, '#thread-title')).toBe(true)
  for (let presses = 0; presses < 6 && !(await isFocused(page, '#answer-text')); presses++) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('ab')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('c')
  expect(await answerBox(page).inputValue()).toBe('acb')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('[name="asking"][value="files"]').isChecked()).toBe(true)
  expect(await page.locator('#answer-files-hint').innerText()).toContain('joindre des fichiers à sa réponse')
  expect(await page.locator('[data-text="position"]').innerText()).toBe(position)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => isFocused(page, '[data-part="answer-sent"]')).toBe(true)
  expect(await lastAnswerTo(teller)).toMatchObject({ contents: { text: 'acb', asking: { for: 'files' } } })
})

for (const [path, colorScheme, width] of [
  ['/fr/association', 'light', 1280],
  ['/en/association', 'dark', 360],
] as const) {
  test(`a conversation at ${path} in ${colorScheme} at ${width} pixels has no accessibility fault`, async () => {
    const page = await read(MORE, path, { colorScheme, viewport: { width, height: 740 } })
    await messages(page).locator('summary').click()
    await page.locator('[name="asking"][value="transfer"]').check()
    await send(page)
    await expect.poll(() => page.locator('[data-part="answer-fault"]').innerText()).not.toBe('')
    expect(await isFocused(page, '#answer-to')).toBe(true)
    await answerBox(page).fill('a'.repeat(4001))
    expect(await page.locator('[data-part="answer-count"]').isVisible()).toBe(true)
    await page.locator('.decline summary').click()
    await expectAccessible(page)
    expect(await fitsInWidth(page)).toBe(true)
  })
}

/** The holder of the old code tells the listeners of the new one, now. */
async function announce(old: Pick<Author, 'keys'>, now: Pick<Author, 'keys'>): Promise<void> {
  const { origin } = demonstration
  const { proof, today } = await provenChallenge(origin)
  const listeners = recipients.find(({ association }) => association === LISTENERS)
  if (!listeners) throw new Error(`the directory has no ${LISTENERS}`)
  const sealed = await sealFollowUp(
    {
      kind: 'new-code',
      version: 1,
      thread: await threadOf(old.keys.links, LISTENERS),
      message: randomHex(16),
      writtenOn: today,
      locale: 'fr',
      association: LISTENERS,
      next: { thread: await threadOf(now.keys.links, LISTENERS), reply: replyOf(now.keys) },
    },
    old.keys.secretKey,
    listeners,
    randomHex(32),
  )
  if (!sealed.ok) throw new Error(sealed.reason)
  expect((await post(origin, sealed.value.body, proof)).status).toBe(202)
}

test('whoever changes their code while a member writes to them is answered with the new one', async () => {
  const [old, now] = [await makeHolder(), await makeHolder()]
  await holdersAt(() => demonstration).sendReport(old, LISTENERS)
  const page = await read('Le récit.')
  await answerBox(page).fill('Nous vous lisons.')
  await announce(old, now)
  await send(page)
  await expect.poll(() => isFocused(page, '[data-part="answer-sent"]')).toBe(true)
  expect(await lastAnswerTo(now)).toMatchObject({ trust: 'signed', contents: { text: 'Nous vous lisons.' } })
  expect(await letter(page).innerText()).toContain('La personne a changé de code.')
  expect(await letter(page).locator('[data-part="late"]').isVisible()).toBe(false)
})

test('a report written with a code that was replaced says so, and is answered with the new one', async () => {
  const [old, now] = [await makeHolder(), await makeHolder()]
  await holdersAt(() => demonstration).sendReport(old, LISTENERS)
  await announce(old, now)
  const { origin } = demonstration
  const { proof, today } = await provenChallenge(origin)
  const consents = consentsTo(...recipients.filter(({ association }) => association === LISTENERS))
  const code = { reply: replyOf(old.keys), links: old.keys.links, numbers: { [LISTENERS]: 1 } }
  const again = reportOf('Encore eux.')
  const sealed = await sealReport(again, consents, recipients, today, undefined, code)
  if (!sealed.ok) throw new Error(sealed.reason)
  expect((await post(origin, sealed.value.body, proof)).status).toBe(202)
  const page = await read('avec un code remplacé')
  await expectAccessible(page)
  await answerBox(page).fill('Est-ce vous ?')
  await send(page)
  await expect.poll(() => isFocused(page, '[data-part="answer-sent"]')).toBe(true)
  expect(await lastAnswerTo(now)).toMatchObject({ trust: 'signed', contents: { text: 'Est-ce vous ?' } })
})
