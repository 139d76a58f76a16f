// The pictures of an association's people: enrolling, the door, a letter, a team from its founding to its opening again from paper.
// It judges nothing.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { ADDRESSES } from '../../src/i18n/addresses.ts'
import type { Locale } from '../../src/protocol/vocabulary.ts'
import { reportOf } from '../browser/inbox-seeds.ts'
import { openInbox, rowsOf } from '../browser/inbox-visit.ts'
import {
  backToReports,
  becomeSomeone,
  givePasskeys,
  noteSheets,
  openTeam,
  openWith,
  typeWords,
  wordsShown,
} from '../browser/team-visit.ts'
import { openPhone, type Phone } from '../support/browser.ts'
import { memberOf, type RunningDemonstration } from '../support/demonstration.ts'
import { postReport } from '../support/post-report.ts'

export interface TeamStory {
  browser: Browser
  /** Under a name: passkeys are for names alone. */
  demonstration: RunningDemonstration
  /** One that has no team yet. */
  association: string
  locale: Locale
  options: BrowserContextOptions
  picture: (page: Page, name: string) => Promise<void>
}

const TOLD = `On s’écrivait depuis trois jours. Il m’a donné rendez-vous sur le parking de la gare.

Ils étaient quatre. Ils ont pris mon téléphone et ils ont filmé.`

export async function tellTeamStory(story: TeamStory): Promise<void> {
  const { browser, demonstration, association, locale, options, picture } = story
  const { origin, directoryFile } = demonstration
  const door = `${origin}${ADDRESSES.association[locale]}`
  const visits: Phone[] = []
  const arrive = async (): Promise<Page> => {
    const visit = await openPhone(browser, origin, options)
    visits.push(visit)
    await givePasskeys(visit.page)
    await visit.page.goto(door)
    await visit.page.locator('[data-part="ways"]').waitFor()
    return visit.page
  }
  const urgent = reportOf(TOLD, {
    account: { acts: ['theft', 'filmed', 'outing-threat'], needs: ['psychological', 'legal'] },
  })
  for (const report of [urgent, reportOf('J’ai pu partir à temps.')]) {
    await postReport(origin, directoryFile, report, [association])
  }

  const officer = await arrive()
  await openWith(officer, 'passkey')
  await picture(officer, 'door')
  await officer.goto(`${origin}${ADDRESSES.enrol[locale]}`)
  await enrol(officer, picture)

  await officer.goto(door)
  await openWith(officer, 'file')
  await openInbox(officer, memberOf(demonstration, association))
  await picture(officer, 'inbox')
  await rowsOf(officer)
    .filter({ has: officer.locator('[data-text="urgency"]:not(:empty)') })
    .first()
    .click()
  await officer.locator('article.letter').waitFor()
  await picture(officer, 'letter')
  await workOn(officer, picture)
  await officer.keyboard.press('Escape')
  await openTeam(officer)
  await picture(officer, 'none')
  await officer.locator('[data-part="found"]').click()
  await becomeSomeone(officer, 'Camille')
  const [sheet = ''] = await noteSheets(officer)
  await officer.locator('.team [data-part="said"]').waitFor()
  await officer.locator('[data-part="invite"]').click()
  const words = await wordsShown(officer)
  await picture(officer, 'invitation')

  const guest = await arrive()
  await guest.locator('[data-part="invited"] summary').click()
  await typeWords(guest, '[data-part="invited-words"]', words)
  await guest.locator('[data-part="invited-name"]').waitFor()
  await picture(guest, 'invited')
  await becomeSomeone(guest, 'Sacha')
  await guest.locator('[data-part="invited-done"]').waitFor()
  await picture(guest, 'invited-done')
  await backToReports(officer)
  await openTeam(officer)
  const accept = officer.locator('[data-part="accept"]')
  await accept.waitFor()
  await picture(officer, 'answered')
  await accept.click()
  await officer.locator('[data-part="people"] .person').nth(1).waitFor()
  await picture(officer, 'people')

  const row = officer.locator('[data-part="people"] .person').nth(1)
  await row.locator('[data-part="remove"]').click()
  await picture(officer, 'remove')
  await row.locator('[data-part="remove-confirm"]').click()
  await officer.locator('[data-part="request-save"]').waitFor()
  await picture(officer, 'request')

  const paper = await arrive()
  await paper.locator('[data-part="lost"] summary').click()
  await paper.locator('#lost-of').selectOption(association)
  await picture(paper, 'lost')
  await typeWords(paper, '[data-part="lost"]', sheet)
  await paper.locator('#recovery-title').waitFor()
  await paper.locator('#newcomer-name').waitFor()
  await picture(paper, 'recovery')
  for (const visit of visits) await visit.close()
}

/** A case with a word of each kind in its file. */
async function workOn(page: Page, picture: TeamStory['picture']): Promise<void> {
  await page.locator('[data-part="case-work"] summary').click()
  const keep = async (change: () => Promise<unknown>): Promise<void> => {
    await change()
    await page.locator('[data-part="case-saved"]:not(:empty)').waitFor()
  }
  await keep(() => page.locator('#case-state').selectOption('accepted'))
  for (const [what, text] of [
    ['tag', 'gare'],
    ['task', 'Appeler l’avocate de permanence'],
    ['note', 'Une collègue connaît ce parking.'],
  ] as const) {
    await page.locator(`#case-${what}`).fill(text)
    await keep(() => page.locator(`[data-part="add-${what}"] button`).click())
    await page.locator('[data-part="case-work"]').getByText(text).first().waitFor()
  }
  await picture(page, 'case')
}

/** From the empty form to the two files, which nobody is given. */
async function enrol(page: Page, picture: TeamStory['picture']): Promise<void> {
  await page.locator('#entry-name').fill('Accueil Est')
  await page.locator('#entry-id').fill('accueil-est')
  await page.locator('#entry-aboutFr').fill('Écoute et accompagne dans l’Est.')
  await page.locator('#entry-aboutEn').fill('Listens and accompanies in the East.')
  await page.locator('input[name="scope"][value="legal"]').check()
  await page.locator('#entry-territory').fill('67 68')
  await page.locator('input[name="languages"][value="fr"]').check()
  await page.locator('#entry-days').fill('4')
  await page.locator('#entry-notice').fill('accueil@asso.example')
  await picture(page, 'enrol-about')
  await page.locator('[data-part="entry"] button[type="submit"]').click()
  await page.locator('#newcomer-name').fill('Camille')
  await page.locator('[data-part="add-passkey"]:visible').click()
  await page.locator('[data-part="ways-made"] li').first().waitFor()
  await picture(page, 'enrol-key')
  await page.locator('[data-part="add-words"]:visible').click()
  await wordsShown(page)
  await picture(page, 'enrol-words')
  await page.locator('[data-part="words-noted"]').click()
  await page.locator('[data-part="ways-made"] li').nth(1).waitFor()
  await page.locator('.newcomer button[type="submit"]').click()
  await wordsShown(page)
  await picture(page, 'sheet')
  await noteSheets(page)
  await page.locator('[data-step="files"]').waitFor()
  await picture(page, 'enrol-files')
}
