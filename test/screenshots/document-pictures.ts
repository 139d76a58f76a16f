// The pictures of README.md and docs/: each door as it is today, and what an association's people come to. French pages, by day.
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { ADDRESSES } from '../../src/i18n/addresses.ts'
import { openPhone } from '../support/browser.ts'
import type { RunningDemonstration } from '../support/demonstration.ts'
import { tellTeamStory } from './team-story.ts'
import { openTrends } from './trends-pictures.ts'

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url))
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 1.5 }
const DESK = {
  viewport: { width: 900, height: 900 },
  deviceScaleFactor: 1,
  isMobile: false,
  hasTouch: false,
}

/** Of the team's story: the file, and what stands at its top; `height` in CSS pixels. */
const WANTED: Readonly<Record<string, { file: string; from: string; height: number }>> = {
  door: { file: 'door', from: '#door-title', height: 1040 },
  letter: { file: 'association', from: 'article.letter', height: 900 },
  case: { file: 'case', from: '[data-part="case-work"]', height: 1290 },
  'enrol-words': { file: 'enrolment', from: '#step-key', height: 900 },
  sheet: { file: 'sheet', from: '#step-sheets', height: 616 },
  invitation: { file: 'invitation', from: '[data-part="invitations"]', height: 606 },
  people: { file: 'team', from: '.team [data-part="back"]', height: 776 },
}
const MARGIN = 24

export async function takeDocumentPictures(
  browser: Browser,
  demonstration: RunningDemonstration,
): Promise<void> {
  const { origin } = demonstration
  const save = (name: string): string => `${FOLDER}/${name}.png`
  const picture = async (page: Page, name: string): Promise<void> => {
    const wanted = WANTED[name]
    if (!wanted) return
    await page.mouse.move(0, 0)
    await page.evaluate('scrollTo(0, 0)')
    const box = await page.locator(wanted.from).boundingBox()
    if (!box) throw new Error(`${wanted.from} is not shown`)
    const { width } = DESK.viewport
    await page.screenshot({
      path: save(wanted.file),
      fullPage: true,
      animations: 'disabled',
      clip: { x: 0, y: Math.max(0, box.y - MARGIN), width, height: wanted.height },
    })
  }
  const phone = await openPhone(browser, origin, PHONE)
  await phone.page.goto(`${origin}${ADDRESSES.write.fr}`)
  await phone.page.locator('[data-next]:visible').first().waitFor()
  await phone.page.screenshot({ path: save('victim'), animations: 'disabled' })
  await phone.close()
  const analyst = await openTrends(browser, origin, {
    weekly: 20,
    phone: PHONE,
    locale: 'fr',
    colorScheme: 'light',
  })
  await analyst.page.locator('[data-figure="where"]').scrollIntoViewIfNeeded()
  await analyst.page.screenshot({ path: save('analyst'), animations: 'disabled' })
  await analyst.close()
  await tellTeamStory({
    browser,
    demonstration,
    association: 'demo-ecoute',
    locale: 'fr',
    options: DESK,
    picture,
  })
}
