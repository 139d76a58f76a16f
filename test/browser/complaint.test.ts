// The complaint, ready: the letter someone may print from their own answers. It stays on the phone, adds nothing unasked, and is alone
// on the paper.
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { expectAccessible } from '../support/accessible.ts'
import { openPhone, type Phone } from '../support/browser.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { foundIn, sentinel } from '../support/sentinels.ts'
import {
  begin,
  doNothing,
  everythingOnPage,
  fitsInWidth,
  goOn,
  note,
  pick,
  step,
  WRITE,
  type StepName,
} from './report-visit.ts'

const [told = '', pseudonym = '', platform = ''] = ['told', 'pseudonym', 'platform'].map(sentinel)

let phone: Phone

setStage()

afterEach(async () => {
  const { complaints, foreign } = phone
  await phone.close()
  expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] })
})

const paper = (page: Page) => page.locator('[data-paper]')
const add = (page: Page, what: string): Promise<void> => pick(page, 'letter', what)

/** Steps at which a question is answered, and how. */
type Answers = readonly (readonly [StepName, (page: Page) => Promise<unknown>])[]

const ambush: Answers = [
  ['about', (page) => pick(page, 'ageBand', '18-25')],
  ['needs', (page) => pick(page, 'needs', 'housing')],
  ['territory', (page) => page.locator('[name="departement"]').selectOption('59')],
  [
    'acts',
    async (page) => {
      await pick(page, 'acts', 'theft')
      await pick(page, 'acts', 'sequestration')
    },
  ],
  ['money', (page) => pick(page, 'losses', 'card-code')],
  [
    'when',
    async (page) => {
      await page.locator('#month').selectOption('10')
      await page.locator('#year').selectOption('2025')
      await page.locator('[name="weekday"]').selectOption('friday')
    },
  ],
  ['where', (page) => pick(page, 'place', 'car-park')],
  ['attackers', (page) => pick(page, 'attackerAges', 'minors')],
  ['motive', (page) => pick(page, 'bias', 'orientation')],
  [
    'complaint',
    async (page) => {
      await pick(page, 'complaint', 'none')
      await pick(page, 'barriers', 'residence')
    },
  ],
  ['words', (page) => page.locator('#narrative').fill(`${told}\nDeuxième ligne.`)],
  ['began', (page) => pick(page, 'lure', 'minor')],
  ['identifiers', (page) => note(page, 'pseudonym', pseudonym, platform)],
]

/** From a blank page to the letter. */
async function openLetter(answers: Answers, path = WRITE, options = {}): Promise<Page> {
  phone = await openPhone(browser, demonstration.origin, options)
  const { page } = phone
  await begin(page, demonstration.origin, path)
  for (const [name, answer] of answers) {
    await goOn(page, name)
    await answer(page)
  }
  await goOn(page, 'keep', 'keep')
  await step(page, 'keep').locator('[data-go-to="ready"]').click()
  await step(page, 'ready').waitFor()
  return page
}

/** What would be on the paper. */
async function printed(page: Page): Promise<{ text: string; sheets: number }> {
  await page.emulateMedia({ media: 'print' })
  const text = await page.locator('body').innerText()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  await page.emulateMedia({ media: null })
  return { text, sheets: pdf.match(/\/Type \/Page\b/g)?.length ?? 0 }
}

test('the letter says what was answered, and nothing more until it is ticked', async () => {
  const page = await openLetter(ambush)
  const letter = await paper(page).innerText()
  for (const words of [
    'Objet : plainte',
    'Les faits ont eu lieu en octobre 2025.',
    'C’était un vendredi.',
    'un parking',
    'un vol ; l’impossibilité de partir',
    'le code de la carte',
  ]) {
    expect(letter.replaceAll('\u00a0', ' ')).toContain(words)
  }
  expect(letter).not.toMatch(/Nord|sexuelle|132-77|Mon récit|désigner/)
  expect(foundIn(letter, [told, pseudonym, platform])).toEqual([])
  for (const what of ['departement', 'reason', 'identifiers', 'narrative']) await add(page, what)
  const whole = (await paper(page).innerText()).replaceAll('\u00a0', ' ')
  expect(whole).toContain('59 Nord')
  expect(whole).toContain('Je pense que la raison est : l’orientation sexuelle.')
  expect(whole).toContain('(article 132‑77 du code pénal)')
  expect(whole).toContain(`Pseudonyme (${platform}) : ${pseudonym}`)
  expect(whole).toContain(`${told}\nDeuxième ligne.`)
  expect(whole).not.toMatch(/mineur|18 ans|18 à 25|logement|séjour|undefined|null/i)
})

test('a private life is left out of the letter, which says so, until each part of it is ticked', async () => {
  const page = await openLetter([
    ['traces', (on) => pick(on, 'channel', 'gay-dating-app')],
    [
      'acts',
      async (on) => {
        for (const act of ['theft', 'outing-threat', 'filmed']) await pick(on, 'acts', act)
      },
    ],
    ['images', (on) => pick(on, 'footage', 'sent-to-relatives')],
    [
      'after',
      async (on) => {
        for (const harm of ['injuries', 'outed', 'housing']) await pick(on, 'harms', harm)
      },
    ],
    [
      'began',
      (on) =>
        on
          .locator('[name="platform"]')
          .selectOption('Grindr')
          .then(() => undefined),
    ],
    ['trust', (on) => pick(on, 'trust', 'photos')],
  ])
  const bare = await paper(page).innerText()
  expect(bare).toContain('un vol')
  expect(bare).toContain('des blessures')
  expect(bare).not.toMatch(/gay|grindr|photos|proches|révéler|chantage|logement|contact/i)
  expect(await page.locator('[data-add] legend').innerText()).toContain('Laissé hors de la lettre')
  expect(await page.locator('[data-add] label:visible').count()).toBe(2)
  await add(page, 'contact')
  const found = await paper(page).innerText()
  for (const words of ['appli de rencontre gay', 'Grindr', 'des photos']) expect(found).toContain(words)
  expect(found).not.toMatch(/proches|révéler|logement/)
  await add(page, 'private')
  const whole = await paper(page).innerText()
  for (const words of ['tout révéler', 'envoyées à des proches', 'des proches l’ont appris', 'un logement']) {
    expect(whole).toContain(words)
  }
})

test('whoever writes of someone who was killed is not asked whether that person accepts', async () => {
  const page = await openLetter([
    ['you', (on) => pick(on, 'role', 'relative')],
    ['acts', (on) => pick(on, 'acts', 'death')],
  ])
  const letter = await paper(page).innerText()
  expect(letter).toContain('Nom de cette personne')
  expect(letter).not.toContain('si elle accepte')
})

test('only the letter is printed', async () => {
  const page = await openLetter(ambush)
  await add(page, 'narrative')
  const { text, sheets } = await printed(page)
  expect(text.trim()).toMatch(/^Prénom et nom/)
  expect(text.trim()).toMatch(/Signature\u00a0:$/)
  expect(text).toContain(told)
  expect(sheets).toBe(1)
  await page.evaluate('window.print = () => { window.printedTimes = (window.printedTimes ?? 0) + 1 }')
  await page.locator('[data-print]').click()
  expect(await page.evaluate('window.printedTimes')).toBe(1)
})

test('someone who answered nothing has a letter to fill in by hand, with nothing to add', async () => {
  const page = await openLetter([])
  expect(await page.locator('[data-add]').isVisible()).toBe(false)
  const titles = await paper(page).locator('h4:visible').allInnerTexts()
  expect(titles).toEqual(['Date et lieu', 'Ce que je demande'])
})

test('a witness has a letter that reports the facts, and is told so', async () => {
  const page = await openLetter([['you', (on) => pick(on, 'role', 'witness')]])
  const { text } = await printed(page)
  expect(text).toContain('signalement de faits')
  expect(text).not.toContain('Je porte plainte')
  expect(text.replaceAll('\u00a0', ' ')).toContain('Nom de cette personne, si elle accepte :')
  expect(await step(page, 'ready').innerText()).toContain('Une plainte revient à la personne')
})

test('in English the letter is in French all the same, and the page says why', async () => {
  const page = await openLetter(ambush, '/en/write')
  await add(page, 'identifiers')
  await add(page, 'reason')
  const letter = (await paper(page).innerText()).replaceAll('\u00a0', ' ')
  for (const words of [
    'octobre 2025',
    'un vendredi',
    'un parking',
    'un vol',
    'l’orientation sexuelle',
    'Pseudonyme',
  ]) {
    expect(letter).toContain(words)
  }
  expect(letter).not.toMatch(/theft|car park|Friday|October/i)
  expect(await paper(page).getAttribute('lang')).toBe('fr')
  expect(await step(page, 'ready').innerText()).toContain('The letter is in French')
})

test('a change made after going back is in the letter, and what was taken back is not', async () => {
  const page = await openLetter(ambush)
  await add(page, 'narrative')
  await page.locator('[data-step="ready"] [data-back]').click()
  await step(page, 'keep').waitFor()
  await page.evaluate(`document.querySelector('#narrative').value = 'Autrement.'`)
  await step(page, 'keep').locator('[data-go-to="ready"]').click()
  const letter = await paper(page).innerText()
  expect(letter).toContain('Autrement.')
  expect(letter).not.toContain(told)
})

test('nothing of it leaves the phone, and nothing of it is left once all is erased', async () => {
  const page = await openLetter(ambush)
  for (const what of ['identifiers', 'narrative']) await add(page, what)
  await page.goBack()
  await page.goBack()
  await doNothing(page)
  expect(foundIn(await everythingOnPage(page), [told, pseudonym, platform])).toEqual([])
  const sent = phone.sent.map(({ url, body }) => `${url}\n${body}`).join('\n')
  expect(foundIn(sent, [told, pseudonym, platform])).toEqual([])
})

for (const [path, colorScheme] of [
  ['/fr/ecrire', 'light'],
  ['/en/write', 'dark'],
] as const) {
  test(`${path} in ${colorScheme} at 320 pixels: the letter can be read by everyone`, async () => {
    const page = await openLetter(ambush, path, { colorScheme, viewport: { width: 320, height: 640 } })
    await add(page, 'narrative')
    await expectAccessible(page)
    expect(await fitsInWidth(page)).toBe(true)
  })
}
