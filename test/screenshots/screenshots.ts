// `npm run screenshots [-- --en]`: pictures of the whole journey on a phone, light and dark, into the folder
// screenshots/. It walks the page as it stands, and fails when a step of the page was never come to. It judges nothing else.
// `npm run screenshots -- --trends`: the trends page at each rate of a demonstration. `-- --docs`: the pictures of the documents, into
// docs/pictures/.
import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { ADDRESSES } from '../../src/i18n/addresses.ts'
import { launchBrowser, openPhone } from '../support/browser.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { stepsOf, walk, type WalkOptions } from '../support/journey-walk.ts'
import { comeBackTo } from './come-back.ts'
import { takeDocumentPictures } from './document-pictures.ts'
import { tellTeamStory } from './team-story.ts'
import { takeTrendsPictures } from './trends-pictures.ts'
import { VISITS } from './visits.ts'

const FOLDER = fileURLToPath(new URL('../../screenshots', import.meta.url))
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 }
const MINUTES = 10
const READ_PAGES = [
  'home',
  'back',
  'help',
  'firstMinutes',
  'rights',
  'verify',
  'before',
  'device',
  'limits',
  'trends',
  'method',
] as const

const { values } = parseArgs({
  options: {
    en: { type: 'boolean', default: false },
    docs: { type: 'boolean', default: false },
    trends: { type: 'boolean', default: false },
  },
})
const locale = values.en ? 'en' : 'fr'
/** Each has no team until its pictures are taken. */
const ASSOCIATIONS = { light: 'demo-ecoute', dark: 'demo-droits' } as const

setTimeout(() => {
  process.stderr.write(`The pictures were not finished within ${MINUTES} minutes.\n`)
  process.exit(1)
}, MINUTES * 60_000).unref()

const browser = await launchBrowser()
const named = await startDemonstration({ named: true })
if (values.docs) {
  await takeDocumentPictures(browser, named)
  await browser.close()
  await named.stop()
  process.exit()
}
await rm(FOLDER, { recursive: true, force: true })
await mkdir(FOLDER, { recursive: true })
if (values.trends) {
  const taken = await takeTrendsPictures(browser, named.origin, locale, (name) => join(FOLDER, `${name}.png`))
  await browser.close()
  await named.stop()
  process.stdout.write(`${taken} pictures in ${FOLDER}\n`)
  process.exit()
}
const demonstration = await startDemonstration()

let pictures = 0
const seen = new Set<string>()
let unseen: string[] = []

for (const colorScheme of ['light', 'dark'] as const) {
  const options = { ...PHONE, colorScheme, locale: locale === 'en' ? 'en-GB' : 'fr-FR' }
  let number = 0
  const taken = new Set<string>()
  /** What looks exactly like an earlier picture is not kept twice. */
  const picture = async (page: Page, name: string): Promise<void> => {
    await page.mouse.move(0, 0)
    // What cannot be touched at once, so that nobody erases by mistake, is shown as it then stays.
    await page.locator('[data-erase-all]:visible:disabled').waitFor({ state: 'hidden' })
    await page.evaluate('scrollTo(0, 0)')
    const bytes = await page.screenshot({ fullPage: true, animations: 'disabled' })
    const look = createHash('sha256').update(bytes).digest('hex')
    if (taken.has(look)) return
    taken.add(look)
    number++
    pictures++
    await writeFile(join(FOLDER, `${String(number).padStart(3, '0')}-${name}.${colorScheme}.png`), bytes)
  }

  const reader = await openPhone(browser, demonstration.origin, options)
  for (const name of READ_PAGES) {
    await reader.page.goto(`${demonstration.origin}${ADDRESSES[name][locale]}`)
    await picture(reader.page, `page-${name.toLowerCase()}`)
  }
  await comeBackTo(reader.page, demonstration, locale, (name) => picture(reader.page, `back-${name}`))
  await reader.close()
  await tellTeamStory({
    browser,
    demonstration: named,
    association: ASSOCIATIONS[colorScheme],
    locale,
    options,
    picture: (page, name) => picture(page, `team-${name}`),
  })

  for (const { name: visit, prepare, ...way } of VISITS) {
    const writer = await openPhone(browser, demonstration.origin, options)
    await prepare?.(writer)
    await writer.page.goto(`${demonstration.origin}${ADDRESSES.write[locale]}`)
    await writer.page.locator('[data-next]:visible').first().waitFor()
    unseen = await stepsOf(writer.page)
    const at: WalkOptions['at'] = async (step, moment) => {
      seen.add(step)
      await picture(writer.page, moment === 'found' ? `${visit}-${step}` : `${visit}-${step}-${moment}`)
      if (moment === 'found' && (await unfold(writer.page, true))) {
        await picture(writer.page, `${visit}-${step}-unfolded`)
        await unfold(writer.page, false)
      }
    }
    await walk(writer.page, { ...way, at }).catch((error: unknown) => {
      process.stderr.write(
        `${visit} stopped: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}\n`,
      )
      process.exitCode = 1
    })
    await writer.close()
  }
}

/** Opens, or folds again, what a reader may open by a touch, but for what a question is for. False when there is nothing. */
async function unfold(page: Page, open: boolean): Promise<boolean> {
  const folds = page.locator('[data-step]:visible details:visible:not(.why)')
  await folds.evaluateAll((elements, value) => {
    for (const element of elements) element.toggleAttribute('open', value)
  }, open)
  return (await folds.count()) > 0
}

await browser.close()
await demonstration.stop()
await named.stop()
unseen = unseen.filter((step) => !seen.has(step))
if (unseen.length > 0) {
  process.stderr.write(`never come to: ${unseen.join(', ')}\n`)
  process.exitCode = 1
}
process.stdout.write(`${pictures} pictures in ${FOLDER}\n`)
