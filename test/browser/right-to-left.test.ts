// Every page in a language that runs from right to left and takes a third more room: nothing sticks out, the way out changes sides, and
// no word is left that was not in the catalogues.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../src/build/build-site.ts'
import { SERVICES } from '../../src/help/services.ts'
import { PLATFORMS } from '../../src/help/platforms.ts'
import { ADDRESSES } from '../../src/i18n/addresses.ts'
import { DEPARTEMENTS } from '../../src/protocol/departements.ts'
import { FAMILIES } from '../../src/protocol/families.ts'
import { expectAccessible, expectStepAccessible } from '../support/accessible.ts'
import { demonstration, setStage, withPhone } from '../support/stage.ts'
import { stepsOf, walk, type WalkOptions } from '../support/journey-walk.ts'
import { MARK, PSEUDO } from '../support/pseudo-locale.ts'
import { fitsInWidth } from './report-visit.ts'

/** Words that are data and not the site's: names, and what the directories say of each service and association. */
let data: string[]

setStage()

beforeAll(async () => {
  await demonstration.halt()
  const { directoryFile, siteDir: out } = demonstration
  const verdict = await buildSite({
    directoryFile,
    out,
    at: Date.now(),
    development: true,
    languages: [PSEUDO],
  })
  expect(verdict.ok).toBe(true)
  await demonstration.start()
  const directory: unknown = JSON.parse(await readFile(directoryFile, 'utf8'))
  data = leavesOf([SERVICES, PLATFORMS, DEPARTEMENTS, FAMILIES, directory]).toSorted(
    (a, b) => b.length - a.length,
  )
})

/** Each text, and the sentences it is made of: a list may show the first alone. */
const leavesOf = (value: unknown): string[] => {
  if (typeof value !== 'string')
    return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(leavesOf)
  return /\p{L}/u.test(value) ? [value, ...value.split(/\.(?: |$)/).filter((part) => part.includes(' '))] : []
}

const NARROW = [
  { width: 360, height: 740 },
  { width: 320, height: 640 },
] as const
/** They show both real languages at once, each under its own name. */
const OF_BOTH = ['/', '/404']
const PATHS = [...Object.values(ADDRESSES).map(({ fr }) => fr), ...OF_BOTH].filter(
  // The one that is brought in holds steps, which are looked at where they come in.
  (path) => path !== ADDRESSES.leave.fr && path !== '/404' && path !== ADDRESSES.more.fr,
)

async function fits(page: Page): Promise<void> {
  for (const size of NARROW) {
    await page.setViewportSize(size)
    expect(await fitsInWidth(page), `${size.width} px wide`).toBe(true)
  }
  await page.setViewportSize(NARROW[0])
}

/** Text of the page that is seen or read aloud, without what is said to be in another language. */
const WORDS = `(() => {
  const seen = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: element } = node
    if (element.closest('[lang]:not(html), script, textarea, code')) continue
    if (element.closest('option') ? element.closest('select').checkVisibility() : element.checkVisibility())
      seen.push(node.data)
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    if (element.checkVisibility() && !element.closest('[lang]:not(html)'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) seen.push(element.getAttribute(name) ?? '')
  return seen
})()`

/** A date as French writes it: made by the platform, not by a catalogue. */
const DATE = /\d{1,2}(?:er)? \p{L}+\.? \d{4}/gu
/** A site's name. */
const SITE = /\b[\w-]+(?:\.[\w-]+)+\b/g

function untranslated(text: string, typed: readonly string[]): boolean {
  if (text.includes(MARK)) return false
  const bare = text.replaceAll(DATE, '').replaceAll(SITE, '')
  const own = [...data, ...typed].reduce((rest, known) => rest.replaceAll(known, ''), bare)
  return /\p{L}{2}/u.test(own)
}

/** What was looked at before: most words of a page stay from one look to the next. */
const translated = new Set<string>()

async function expectTranslated(page: Page, typed: readonly string[] = []): Promise<void> {
  const words = (await page.evaluate<string[]>(WORDS)).map((text) => text.trim())
  expect(words.length).toBeGreaterThan(3)
  expect(words.filter((text) => !translated.has(text) && untranslated(text, typed))).toEqual([])
  for (const text of words) translated.add(text)
}

/** The inline end is the left side. */
async function expectMirrored(page: Page): Promise<void> {
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  const quit = page.locator('.top [data-quit]')
  if ((await quit.count()) === 0) return
  const [box, name] = [await quit.boundingBox(), await page.locator('.top .name').boundingBox()]
  expect(box && box.x + box.width / 2).toBeLessThan(NARROW[0].width / 2)
  expect(name && name.x + name.width / 2).toBeGreaterThan(NARROW[0].width / 2)
}

describe('from right to left', () => {
  test.each(PATHS)('%s turns round, fits a narrow screen and is all translated', async (path) => {
    await withPhone({ viewport: NARROW[0] }, async ({ context, page }) => {
      if (OF_BOTH.includes(path)) await context.route('**/*.js', (route) => route.abort())
      await page.goto(`${demonstration.origin}${path}`)
      await expectMirrored(page)
      await fits(page)
      await expectAccessible(page)
      if (!OF_BOTH.includes(path)) await expectTranslated(page)
    })
  })

  test('every step turns round, fits a narrow screen and is all translated, on each of the ways', async () => {
    const seen = new Set<string>()
    let steps: string[] = []
    for (const way of WAYS) {
      await withPhone({ viewport: NARROW[0] }, async ({ context, page }) => {
        if (way.otherwise) await context.route('**/api/submissions', (route) => route.abort())
        await page.goto(`${demonstration.origin}${ADDRESSES.write.fr}`)
        await page.locator('[data-next]:visible').first().waitFor()
        steps = await stepsOf(page)
        // Every way begins with the same page.
        if (seen.size === 0) await expectAccessible(page)
        await walk(page, {
          ...way,
          at: async (step, moment) => {
            await expectTranslated(page, TYPED)
            if (!seen.has(step)) await expectStepAccessible(page)
            if (!seen.has(`${step} ${moment}`)) {
              await expectMirrored(page)
              await fits(page)
            }
            seen.add(step).add(`${step} ${moment}`)
          },
        })
      })
    }
    expect(steps.length).toBeGreaterThan(25)
    expect(steps.filter((step) => !seen.has(step))).toEqual([])
  }, 400_000)
})

const TYPED = ['Lanterne', '06 12 34 56 78']
const WAYS: readonly Omit<WalkOptions, 'at'>[] = [
  {
    way: 'send',
    answers: {
      role: ['victim'],
      ageBand: ['26-and-over'],
      acts: ['theft', 'filmed'],
      platform: ['other'],
      contactChannel: ['phone'],
      contactValue: ['06 12 34 56 78'],
    },
  },
  { way: 'count', sparing: true, answers: { role: ['witness'], ageBand: ['15-17'] } },
  { way: 'keep', sparing: true, answers: { ageBand: ['under-15'], keepFor: ['month'] } },
  { way: 'pause', sparing: true },
  { way: 'nothing', sparing: true },
  { way: 'send', otherwise: 'nothing', sparing: true, answers: { consent: ['demo-ecoute'] } },
]
