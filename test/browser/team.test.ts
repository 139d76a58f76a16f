// A team from its founding to someone's leaving, in real browsers with passkeys: nobody's key leaves theirs, and whoever is removed can
// open nothing new.
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../support/accessible.ts'
import { openPhone, type Phone } from '../support/browser.ts'
import { memberOf } from '../support/demonstration.ts'
import { postReport } from '../support/post-report.ts'
import { bytesBelow, foundIn, sentinel } from '../support/sentinels.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { answer, card, comeBack, LAWYERS, makeHolder, sendReport } from './back-visit.ts'
import { reportOf } from './inbox-seeds.ts'
import { openInbox, readLetterWith, rowsOf, visitInbox } from './inbox-visit.ts'
import {
  backToReports,
  becomeSomeone,
  givePasskeys,
  noteSheets,
  openTeam,
  openWith,
  typeWords,
  wordsShown,
} from './team-visit.ts'

const ASSOCIATION = 'demo-ecoute'
const [told, noted, tagged, passedOn] = ['told', 'noted', 'tagged', 'passed'].map(sentinel) as [
  string,
  string,
  string,
  string,
]
const [officerName, memberName] = [sentinel('camille'), sentinel('sacha')]

const visits: Phone[] = []
const keep: {
  officer?: Page
  member?: Page
  officerWords?: string
  memberWords?: string
  sheets?: string[]
  invitation?: string
} = {}

setStage({ named: true })

async function arrive(path = '/fr/association'): Promise<Page> {
  const visit = await visitInbox(browser, demonstration.origin, path)
  visits.push(visit)
  await givePasskeys(visit.page)
  return visit.page
}

const kept = <Name extends keyof typeof keep>(name: Name): NonNullable<(typeof keep)[Name]> => {
  const value = keep[name]
  if (!value) throw new Error(`the story has no ${name} yet`)
  return value
}
const saidOf = (page: Page) => page.locator('.team [data-part="said"]')
const faultOf = (page: Page) => page.locator('#fault')
const people = (page: Page) => page.locator('[data-part="people"] .person')
const inboxIsOpen = async (page: Page): Promise<void> => {
  await page.locator('[data-part="inbox"]').waitFor()
  await page.locator('[data-part="progress"]').waitFor({ state: 'hidden' })
}

afterAll(async () => {
  for (const visit of visits) await visit.close()
})

test('whoever holds the association’s key founds the team, with a key of their own and two sheets on paper', async () => {
  await postReport(demonstration.origin, demonstration.directoryFile, reportOf(told), [ASSOCIATION])
  const page = await arrive()
  keep.officer = page
  await openInbox(page, memberOf(demonstration, ASSOCIATION))
  await openTeam(page)
  await expectAccessible(page)
  await page.locator('[data-part="found"]').click()
  await page.locator('.newcomer button[type="submit"]').click()
  await expect.poll(() => page.locator('[data-part="newcomer-fault"]').innerText()).toContain('un nom')
  keep.officerWords = await becomeSomeone(page, officerName)
  keep.sheets = await noteSheets(page)
  await expect.poll(() => saidOf(page).innerText()).toContain('L’équipe est fondée')
  expect(await people(page).count()).toBe(1)
  expect(await people(page).innerText()).toContain(officerName)
  await expectAccessible(page)
  await backToReports(page)
  await readLetterWith(page, told)
})

test('the association’s key then opens nothing by itself, and the person opens with a passkey or with words', async () => {
  const page = kept('officer')
  await page.keyboard.press('Escape')
  await page.locator('[data-part="sign-out"]').click()
  await openWith(page, 'file')
  const { secretKey, passphrase } = memberOf(demonstration, ASSOCIATION)
  await page
    .locator('#key-file')
    .setInputFiles({ name: 'cle.asc', mimeType: 'text/plain', buffer: Buffer.from(secretKey) })
  await page.locator('#passphrase').fill(passphrase)
  await page.locator('[data-part="submit"]').click()
  await expect.poll(() => faultOf(page).innerText()).toContain('sa clé seule n’ouvre plus')
  await openWith(page, 'words')
  await typeWords(page, '[data-part="words"]', kept('officerWords'))
  await inboxIsOpen(page)
  await page.locator('[data-part="sign-out"]').click()
  await openWith(page, 'passkey')
  await page.locator('[data-part="passkey"]').click()
  await inboxIsOpen(page)
  expect(await rowsOf(page).count()).toBe(1)
})

test('someone invited on another device makes a key there, is welcomed, and reads the same letter', async () => {
  const officer = kept('officer')
  await openTeam(officer)
  await officer.locator('[data-part="invite"]').click()
  const words = await wordsShown(officer)
  await expectAccessible(officer)

  const page = await arrive()
  keep.member = page
  await page.locator('[data-part="invited"] summary').click()
  await typeWords(page, '[data-part="invited-words"]', words)
  await expect.poll(() => page.locator('[data-part="invited-name"]').innerText()).toContain('Écoute')
  await expectAccessible(page)
  keep.memberWords = await becomeSomeone(page, memberName)
  await page.locator('[data-part="invited-done"]').waitFor()
  const fingerprint = await page.locator('[data-text="invited-fingerprint"]').innerText()
  // Until an officer says yes, there is nothing to open.
  await openWith(page, 'passkey')
  await page.locator('[data-part="passkey"]').click()
  await expect.poll(() => faultOf(page).innerText()).toContain('pas accepté la signature')

  await backToReports(officer)
  await openTeam(officer)
  const invitation = officer.locator('[data-part="invited"] .person')
  await expect.poll(() => invitation.innerText()).toContain(memberName)
  expect(await invitation.innerText()).toContain(fingerprint)
  await invitation.locator('[data-part="accept"]').click()
  await expect.poll(() => saidOf(officer).innerText()).toContain('peut ouvrir')
  expect(await people(officer).count()).toBe(2)

  await page.locator('[data-part="passkey"]').click()
  await inboxIsOpen(page)
  await readLetterWith(page, told)
})

test('a plain member invites and removes nobody', async () => {
  const page = kept('member')
  await page.keyboard.press('Escape')
  await openTeam(page)
  await expect.poll(() => people(page).count()).toBe(2)
  for (const part of ['invitations', 'own-sheets', 'person-actions']) {
    expect(await page.locator(`.team [data-part="${part}"]`).first().isVisible()).toBe(false)
  }
  await expect.poll(() => page.locator('[data-part="own-list"] li').count()).toBe(2)
  await backToReports(page)
})

test('two members work a case together, and one passes it on once its author agrees', async () => {
  const holder = await makeHolder()
  await sendReport(holder, ASSOCIATION)
  await answer(holder, ASSOCIATION, 'Une avocate pourrait vous aider.', {
    asking: { for: 'transfer', to: LAWYERS },
  })
  const phone = await openPhone(browser, demonstration.origin)
  visits.push(phone)
  await comeBack(phone.page, holder.code.fr)
  const question = card(phone.page, ASSOCIATION).locator('[data-transfer]')
  await question.locator('input[value="yes"]').check()
  await question.locator('button[type=submit]').click()
  await question.waitFor({ state: 'detached' })

  const [officer, member] = [kept('officer'), kept('member')]
  await backToReports(officer)
  for (const page of [officer, member]) {
    await page.locator('[data-part="refresh"]').click()
    await expect.poll(() => rowsOf(page).count()).toBe(2)
    await readLetterWith(page, 'Le récit.')
    await page.locator('[data-part="case-work"] summary').click()
  }
  await officer.locator('#case-note').fill(noted)
  await officer.locator('[data-part="add-note"] button').click()
  await expect.poll(() => officer.locator('[data-part="notes"]').innerText()).toContain(noted)
  await member.locator('#case-tag').fill(tagged)
  await member.locator('[data-part="add-tag"] button').click()
  await expect.poll(() => member.locator('[data-part="notes"]').innerText()).toContain(noted)
  await member.locator('#case-state').selectOption('accepted')
  await member.locator('#transfer-note').fill(passedOn)
  await member.locator('[data-part="transfer-submit"]').click()
  await expect.poll(() => member.locator('[data-part="transfer-said"]').innerText()).toContain('Transmis')
  await member.keyboard.press('Escape')
  await officer.locator('#case-state').selectOption('accepted')
  const sentTo = officer.locator('[data-part="transfer-sent"]')
  await expect.poll(() => sentTo.innerText()).toContain('Droits Boussole')
  expect(await officer.locator('[data-part="tags"]').innerText()).toContain(tagged)
  await officer.keyboard.press('Escape')
  await comeBack(phone.page, holder.code.fr)
  expect(await card(phone.page, ASSOCIATION).innerText()).toContain('s’occupe de votre récit')
  expect(await card(phone.page, LAWYERS).innerText()).toContain('Pas encore ouvert')
  await openTeam(officer)
})

test('whoever is removed is out at once, and opens nothing that comes after', async () => {
  const officer = kept('officer')
  const row = people(officer).filter({ hasText: memberName })
  await row.locator('[data-part="remove"]').click()
  await row.locator('[data-part="remove-confirm"]').click()
  await expect.poll(() => saidOf(officer).innerText()).toContain('n’a plus accès')
  expect(await people(officer).count()).toBe(1)
  const [download] = await Promise.all([
    officer.waitForEvent('download'),
    officer.locator('[data-part="request-save"]').click(),
  ])
  expect(download.suggestedFilename()).toBe('balise-demo-ecoute-key.json')
  await officer.locator('[data-part="journal-read"]').click()
  await expect
    .poll(() => officer.locator('[data-part="journal-verdict"]').innerText())
    .toContain('est entier')
  expect(await officer.locator('[data-part="journal-lines"]').innerText()).toContain('A changé l’équipe')
  await expectAccessible(officer)

  const page = kept('member')
  await page.locator('[data-part="refresh"]').click()
  await page.locator('[data-part="door"]').waitFor()
  await openWith(page, 'passkey')
  await page.locator('[data-part="passkey"]').click()
  await expect.poll(() => faultOf(page).innerText()).toContain('Rien ne s’ouvre ici')
})

test('a lost device and a lost officer: a sheet of paper opens the team again, and shows no report', async () => {
  const [first] = kept('sheets')
  const page = await arrive()
  await page.locator('[data-part="lost"] summary').click()
  await page.locator('#lost-of').selectOption(ASSOCIATION)
  await typeWords(page, '[data-part="lost"]', first ?? '')
  await page.locator('#recovery-title').waitFor()
  expect(await rowsOf(page).count()).toBe(0)
  expect(visits.at(-1)?.sent.map(({ url }) => new URL(url).pathname)).not.toContain('/api/inbox')
  await expectAccessible(page)
  await becomeSomeone(page, 'Une autre personne')
  await expect.poll(() => saidOf(page).innerText()).toContain('L’équipe est rouverte')
  const lost = people(page).filter({ hasText: officerName })
  await lost.locator('[data-part="remove"]').click()
  await lost.locator('[data-part="remove-confirm"]').click()
  await expect.poll(() => people(page).count()).toBe(1)
  await backToReports(page)
  await readLetterWith(page, told)
})

test('no name, no words and no key is in anything that was sent or stored', async () => {
  const secrets = [
    officerName,
    memberName,
    told,
    noted,
    tagged,
    passedOn,
    kept('officerWords'),
    kept('memberWords'),
    ...kept('sheets'),
    'PRIVATE KEY',
  ]
  for (const visit of visits) {
    const sent = visit.sent.map(({ url, body }) => `${url} ${body}`).join('\n')
    expect(foundIn(sent, secrets)).toEqual([])
    expect({ complaints: visit.complaints, foreign: visit.foreign }).toEqual({ complaints: [], foreign: [] })
  }
  const stored = await bytesBelow(demonstration.dataDir)
  const traces = [...stored].flatMap(([file, bytes]) =>
    foundIn(bytes, secrets.slice(0, -1)).map((secret) => [file, secret]),
  )
  expect(traces).toEqual([])
})
