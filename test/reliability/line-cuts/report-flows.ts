// Someone who writes a report, in each way of ending it, at the real page. What they write and choose is put in as fast as the page takes it.
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { openedBy } from '../../support/opened-envelopes.ts'
import { firstSeen, within, type Flow, type House, type Journey, type Leg, type Trouble } from './journey.ts'
import { countCards, emptyStore, openOver, query } from './open-over.ts'

const LISTENERS = 'demo-ecoute'
const LAWYERS = 'demo-droits'
const PHOTOGRAPH = fileURLToPath(new URL('../../fixtures/files/camera-6.jpg', import.meta.url))

interface Manner {
  way: 'send' | 'keep' | 'count' | 'pause'
  withCode?: boolean
  withFile?: boolean
  counted?: boolean
  done: string
}

/** A file is chosen once; again only where the page says that it could not take it. */
export async function chooseOnce(page: Page, tray: string, path: string): Promise<void> {
  const field = page.locator(`${tray} input[type="file"]`)
  const refused = await firstSeen(page, [`${tray} [data-refusals]`])
  const asked = `document.querySelector(${JSON.stringify(tray)}).dataset.asked`
  if (!refused && (await within<string>(page, asked))) return
  await within(page, `void (${asked} = 'yes')`)
  await field.setInputFiles(path)
}

/** Runs in the page: does what is to be done on each step, and goes on as long as that leads somewhere. Says where a file is wanted. */
const HURRY = `({ words, way, withCode, withFile, counted, associations }) => {
  const seen = (mark) => [...document.querySelectorAll(mark)].find((each) => each.checkVisibility() && !each.disabled)
  const change = (field) => ['input', 'change'].forEach((type) => field.dispatchEvent(new Event(type, { bubbles: true })))
  const onScreen = () => [...document.querySelectorAll('[data-step]')].find((step) => step.checkVisibility())
  for (let turns = 0; turns < 80; turns++) {
    const step = onScreen()
    const name = step?.dataset.step
    const narrative = document.querySelector('#narrative')
    const trying = document.querySelector('[data-sending]')
    if (!name || seen('[data-without-script]')) return null
    if (name === 'words' && narrative.value === '') { narrative.value = words; change(narrative) }
    if (name === 'files' && seen('[data-looking]')) return null
    if (name === 'files' && withFile && !seen('[data-tray-files] > li')) return seen('[data-tray]') ? 'file' : null
    let mark = '[data-next], [data-to-review]'
    if (name === 'words' && way === 'pause') mark = '[data-pause] button'
    if (name === 'path') mark = '[data-path="' + way + '"]'
    if (name === 'choose') {
      const boxes = associations.map((each) => document.querySelector('input[name="consent"][value="' + each + '"]'))
      if (boxes.some((box) => !box)) return null
      for (const box of boxes) if (!box.checked) box.click()
    }
    if (name === 'apart' && counted) { const box = seen('[name="statistics"]'); if (box && !box.checked) box.click() }
    if (name === 'keep') { const term = seen('[name="keepFor"]'); if (!term) return null; if (!term.checked) term.click() }
    if (name === 'code' || name === 'pause') {
      if (seen('[data-put-again], [data-make]')) return null
      mark = name === 'code' && !withCode ? '[data-without]' : '[data-noted], [data-code-skip], [data-known-on]'
    }
    if (name === 'review') { if (seen('[data-outcome]') || seen('[data-nobody-known]')) return null; mark = '[data-send]' }
    if (name === 'count') { if (seen('[data-count-outcome]')) return null; mark = '[data-count-send]' }
    const button = seen(mark)
    button?.click()
    if (!button || (onScreen() === step && !['code', 'pause'].includes(name)) || ['review', 'count'].includes(name)) return null
  }
  return null
}`

const TROUBLES: readonly Trouble[] = [
  { said: '[data-choose-failed]', press: '[data-choose-retry]' },
  { said: '[data-nobody-known]', press: '[data-list-retry]' },
  { said: 'span[data-not-filled]', press: '[data-refill]' },
  { said: '[data-panel] [data-one="failed"]', press: '[data-make]' },
  ...(['unreachable', 'refused', 'too-long'] as const).map((kind) => ({
    said: `[data-panel] [data-one="${kind}"]`,
    press: '[data-put-again]',
  })),
  { said: '[data-outcome]', press: '[data-again]' },
  ...(['unreachable', 'refused', 'not-sealed', 'failed'] as const).map((kind) => ({
    said: `[data-count-outcome] [data-one="${kind}"]`,
    press: '[data-count-send]',
  })),
]

/** A page that did not come, or whose script did not: there is nothing to lose yet. */
export const opening = (origin: string, path: string, works: string): Leg => ({
  goOn: async (page) => {
    const wasThere = page.url().endsWith(path)
    if (wasThere) await page.reload({ timeout: 5000 }).catch(() => {})
    else await page.goto(`${origin}${path}`, { timeout: 5000 }).catch(() => {})
  },
  done: works,
})

async function report(house: House, manner: Manner): Promise<Journey> {
  await emptyStore(house)
  const { phone, line } = await openOver(house)
  const words = `Ils m’attendaient. ${randomUUID()}`
  const { way, withCode = way !== 'send', withFile = false, counted = false, done } = manner
  const given = JSON.stringify({
    words,
    way,
    withCode,
    withFile,
    counted,
    associations: [LISTENERS, LAWYERS],
  })
  let typed = false
  const goOn = async (page: Page): Promise<void> => {
    const wants = await within<string>(page, `(${HURRY})(${given})`)
    typed ||= (await written(page)) === words
    if (wants === 'file') await chooseOnce(page, '[data-tray]', PHOTOGRAPH)
  }
  return {
    phone,
    line,
    legs: [
      opening(house.demonstration.origin, '/fr/ecrire', '[data-step="safe"] [data-next]'),
      { goOn, done },
    ],
    troubles: TROUBLES,
    secrets: () => [words],
    missing: async (page) => (typed && (await written(page)) !== words ? 'what was written' : null),
    denies: ':is([data-outcome], [data-count-outcome]) [data-one="not-sealed"], [data-step="unsent"]',
    copies: (page) => copiesOf(page, house, words, manner),
    goal: 1,
  }
}

const written = (page: Page): Promise<string | null> =>
  within<string>(page, `document.querySelector('#narrative')?.value ?? ''`)

async function copiesOf(
  page: Page,
  house: House,
  words: string,
  { way, withFile, counted }: Manner,
): Promise<number[]> {
  if (way === 'count') return [await countCards(house)]
  if (way !== 'send') return [(await query(house, 'select distinct message from mailbox_cells')).length]
  const perhaps = await firstSeen(page, ['[data-card-sent] [data-one="failed"]'])
  const cards = counted ? await countCards(house) : 0
  const counts: number[] = counted && !(perhaps && cards === 0) ? [cards] : []
  for (const association of [LISTENERS, LAWYERS]) {
    const told = (await openedBy(house.demonstration, association)).filter(
      ({ narrative }) => narrative === words,
    )
    counts.push(told.length)
    if (withFile) counts.push(told.flatMap(({ attachments }) => attachments?.files ?? []).length)
  }
  return counts
}

const flow = (name: string, manner: Manner): Flow => ({ name, begin: (house) => report(house, manner) })
const RECEIPT = '[data-step="receipt"]'

export const REPORT: Flow = flow('a report', { way: 'send', done: RECEIPT })
export const REPORT_WITH_FILE: Flow = flow('a report with a file and a return code', {
  way: 'send',
  withCode: true,
  withFile: true,
  done: RECEIPT,
})
export const REPORT_COUNTED: Flow = flow('a report that may be counted', {
  way: 'send',
  counted: true,
  done: `${RECEIPT} [data-card-sent] :is([data-one="received"], [data-one="failed"])`,
})
export const COUNTED: Flow = flow('being counted only', { way: 'count', done: '[data-step="counted"]' })
export const KEPT: Flow = flow('a story kept for oneself', { way: 'keep', done: '[data-step="kept"]' })
export const PAUSED: Flow = flow('a story put on pause', { way: 'pause', done: '[data-step="paused"]' })
