// An association has the files that came with a report: it sees them where they can do nothing, takes them as evidence, and is told the
// truth about those that are not there or not what they say.
import { readFile } from 'node:fs/promises'
import type { BrowserContextOptions, Download, Frame, Page } from 'playwright-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { holdSecretsOf } from '../../src/crypto/holds.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import { addDays, dayOf } from '../../src/protocol/day.ts'
import { expectAccessible } from '../support/accessible.ts'
import type { Phone } from '../support/browser.ts'
import { recipientsOf } from '../support/post-report.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { authorWith, makeAuthor } from './inbox-authors.ts'
import {
  EMPTY_VIDEO,
  HALF_IMAGE,
  HOSTILE_DRAWING,
  HOSTILE_PAGE,
  keepParts,
  PDF,
  photograph,
  sealFiles,
  seedWith,
  soundOf,
  type Sent,
} from './inbox-files-seeds.ts'
import { fitsInWidth, isFocused } from './inbox-in-page.ts'
import { storeSeeds } from './inbox-seeds.ts'
import { backToList, readLetterWith, visitLetter } from './inbox-visit.ts'

const LISTENERS = 'demo-ecoute'
const TOLD = 'Voici les photos et le message vocal.'
const HOSTILE = 'Regardez bien ces images.'
const FOLLOWED = 'J’ai encore ceci.'
const CONFIRMED = 'Gardez bien ceci.'
const WITHDRAWN = 'Je reprends mes images.'

let visit: Phone
/** What the browser says of attempts that a test made on purpose. */
let provoked: RegExp | null = null
let told: Sent
let hostile: Sent
let followed: Sent
let confirmed: Sent

const read = async (words: string, path?: string, options?: BrowserContextOptions): Promise<Page> => {
  visit = await visitLetter({ browser, demonstration, association: LISTENERS }, words, path, options)
  return visit.page
}

const line = (page: Page, name: string) =>
  page.locator('.file-line').filter({ has: page.locator('b', { hasText: name }) })
const showFile = (page: Page, name: string) => line(page, name).locator('[data-part="file-show"]').click()
const saveButton = (page: Page, name: string) => line(page, name).locator('[data-part="file-save"]')
const fault = (page: Page, name: string) => line(page, name).locator('[data-part="file-fault"]')
const announced = (page: Page) => page.locator('[data-part="announcement"]').textContent()

async function frameOf(page: Page, name: string): Promise<Frame> {
  const element = await line(page, name).locator('iframe').elementHandle()
  const frame = await element?.contentFrame()
  if (!frame) throw new Error(`${name} is not shown`)
  return frame
}

async function save(page: Page, name: string): Promise<{ name: string; sha256: string }> {
  const download = page.waitForEvent('download')
  await saveButton(page, name).click()
  const saved: Download = await download
  const bytes = await readFile(await saved.path())
  return { name: saved.suggestedFilename(), sha256: sha256Hex(new Uint8Array(bytes)) }
}

const fileOf = ({ attachments }: Sent, name: string) => {
  const found = attachments.files.find((each) => each.name === name)
  if (!found) throw new Error(`nobody sent ${name}`)
  return found
}

setStage()

beforeAll(async () => {
  const { directoryFile, dataDir, origin } = demonstration
  const recipients = await recipientsOf(directoryFile)
  const listeners = recipients.find(({ association }) => association === LISTENERS)
  if (!listeners) throw new Error(`the directory has no ${LISTENERS}`)
  const image = await photograph()
  told = await sealFiles([
    { kind: 'jpeg', bytes: image },
    { kind: 'jpeg', bytes: image, original: true },
    { kind: 'wav', bytes: soundOf(8) },
    { kind: 'pdf', bytes: PDF },
    { kind: 'png', bytes: image, lost: true },
  ])
  hostile = await sealFiles([
    { kind: 'jpeg', bytes: HOSTILE_PAGE },
    { kind: 'png', bytes: HOSTILE_DRAWING },
    { kind: 'jpeg', bytes: HALF_IMAGE },
    { kind: 'mp4', bytes: EMPTY_VIDEO },
    { kind: 'mp3', bytes: PDF },
  ])
  followed = await sealFiles([{ kind: 'jpeg', bytes: image }])
  confirmed = await sealFiles([{ kind: 'jpeg', bytes: image }])
  const forged = await sealFiles([{ kind: 'jpeg', bytes: image }])
  const taken = await sealFiles([{ kind: 'jpeg', bytes: image }])
  for (const sent of [told, hostile, followed, confirmed, forged, taken]) await keepParts(origin, sent)

  await demonstration.halt()
  const [teller, keeper, withdrawn, stranger] = [
    await makeAuthor(listeners),
    await makeAuthor(listeners),
    await makeAuthor(listeners),
    await makeAuthor(listeners),
  ]
  const forger = await authorWith({ ...stranger.keys, links: teller.keys.links }, listeners)
  const day = (ago: number) => addDays(dayOf(Date.now()), -ago)
  await storeSeeds(dataDir, [
    await seedWith(TOLD, told, listeners, day(6)),
    await seedWith(HOSTILE, hostile, listeners, day(5)),
    await teller.report('Le premier récit.', day(4)),
    await teller.followUp(FOLLOWED, day(3), { attachments: followed.attachments }),
    await forger.followUp('Ouvrez vite.', day(2), { attachments: forged.attachments }),
    await keeper.report('Un récit à garder.', day(4)),
    await keeper.followUp(CONFIRMED, day(3), { attachments: confirmed.attachments }),
    await withdrawn.report('Des images à venir.', day(4)),
    await withdrawn.followUp(WITHDRAWN, day(3), { attachments: taken.attachments }),
    await withdrawn.withdrawal(day(2)),
  ])
  await demonstration.start()
})

afterEach(async () => {
  await visit.close()
  const { foreign } = visit
  const complaints = visit.complaints.filter((each) => !provoked?.test(each))
  provoked = null
  expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] })
})

test('a clean copy is seen whole, in a frame, by whoever looks and by whoever listens', async () => {
  const page = await read(TOLD)
  expect(visit.sent.filter(({ url }) => url.includes('/api/parts/'))).toEqual([])
  expect(await line(page, 'piece-1.jpg').innerText()).toMatch(/Image JPEG, 6,\d\sko[^]*Copie nettoyée/)
  await showFile(page, 'piece-1.jpg')
  await expect.poll(() => announced(page)).toBe('Le fichier est affiché.')
  const frame = await frameOf(page, 'piece-1.jpg')
  const image = frame.locator('img')
  expect(await frame.evaluate('document.images[0].naturalWidth')).toBeGreaterThan(10)
  expect(await image.getAttribute('alt')).toBe('Image JPEG, piece-1.jpg')
  const box = await image.boundingBox()
  const around = await line(page, 'piece-1.jpg').locator('iframe').boundingBox()
  expect(box && around && box.x >= around.x && box.y + box.height <= around.y + around.height).toBe(true)
  const asked = visit.sent.filter(({ url }) => url.includes('/api/parts/'))
  expect(asked.map(({ url }) => url.split('/').at(-1))).toEqual(fileOf(told, 'piece-1.jpg').parts)
  expect(asked.every(({ headers }) => !('cookie' in headers))).toBe(true)
  await line(page, 'piece-1.jpg').locator('[data-part="file-show"]').click()
  expect(await line(page, 'piece-1.jpg').locator('iframe').count()).toBe(0)
})

test('the frame has no origin: it can neither ask the network for anything nor look into the page', async () => {
  const page = await read(TOLD)
  await showFile(page, 'piece-1.jpg')
  await expect.poll(() => announced(page)).toBe('Le fichier est affiché.')
  const frame = await frameOf(page, 'piece-1.jpg')
  expect(await frame.evaluate('self.origin')).toBe('null')
  const tried = await frame.evaluate<string[]>(`(async () => {
    const outcomes = []
    const attempts = [
      () => fetch('/api/health'),
      () => fetch('https://example.org'),
      () => parent.document.body.textContent,
      () => top.location.href,
      () => document.cookie,
      () => localStorage.length,
      () => indexedDB.open('x'),
      () => new Worker('/w/open.js'),
    ]
    for (const attempt of attempts) {
      try {
        await attempt()
        outcomes.push('reached')
      } catch {
        outcomes.push('stopped')
      }
    }
    return outcomes
  })()`)
  expect(tried).toEqual(tried.map(() => 'stopped'))
  expect(tried.length).toBe(8)
  await expect.poll(() => visit.complaints.some((each) => each.includes('connect-src'))).toBe(true)
  provoked = /Content Security Policy|connect-src|trusted/i
})

test('the frame believes no one but the page that holds it', async () => {
  const page = await read(TOLD)
  const sibling = await page.context().newPage()
  await sibling.goto(`${demonstration.origin}/piece`)
  await sibling.evaluate(
    `postMessage({ kind: 'jpeg', bytes: new Uint8Array(9), label: '', lang: 'fr' }, '*')`,
  )
  await sibling.waitForFunction('document.readyState === "complete"')
  expect(await sibling.locator('#content > *').count()).toBe(0)
})

test('an original is told from a clean copy, and its fingerprint is shown and is that of the download', async () => {
  const page = await read(TOLD)
  const original = line(page, 'piece-1-original.jpg')
  const { sha256 } = fileOf(told, 'piece-1-original.jpg')
  expect(await original.innerText()).toContain('Tel qu’il était sur le téléphone')
  expect(await original.locator('code').innerText()).toBe(sha256)
  expect(await line(page, 'piece-1.jpg').locator('code').isVisible()).toBe(false)
  expect(await save(page, 'piece-1-original.jpg')).toEqual({ name: 'piece-1-original.jpg', sha256 })
  expect(page.url()).toBe(`${demonstration.origin}/fr/association`)
})

test('a sound of several parts is played in the frame', async () => {
  const page = await read(TOLD)
  expect(fileOf(told, 'piece-2.wav').parts.length).toBeGreaterThan(2)
  await showFile(page, 'piece-2.wav')
  await expect.poll(() => announced(page)).toBe('Le fichier est affiché.')
  const frame = await frameOf(page, 'piece-2.wav')
  expect(await frame.evaluate('Math.round(document.querySelector("audio").duration)')).toBe(8)
  expect(await frame.locator('audio').getAttribute('aria-label')).toBe('Son WAV, piece-2.wav')
})

test('a PDF is never shown: it is downloaded, after a warning', async () => {
  const page = await read(TOLD)
  const pdf = line(page, 'piece-3.pdf')
  expect(await pdf.locator('[data-part="file-show"]').isVisible()).toBe(false)
  expect(await pdf.locator('[data-part="file-warning"]').innerText()).toContain('hors connexion')
  expect((await save(page, 'piece-3.pdf')).sha256).toBe(sha256Hex(PDF))
})

test('a part that came spoilt is asked for once more; one that stays so is never shown', async () => {
  const page = await read(TOLD)
  const [part] = fileOf(told, 'piece-1.jpg').parts
  let asked = 0
  let spoilt = 1
  await page.route(`**/api/parts/${part}`, (route) => {
    asked++
    return asked <= spoilt ? route.fulfill({ body: Buffer.alloc(300), status: 200 }) : route.continue()
  })
  await showFile(page, 'piece-1.jpg')
  await expect.poll(() => announced(page)).toBe('Le fichier est affiché.')
  expect(asked).toBe(2)

  await backToList(page)
  await readLetterWith(page, TOLD)
  ;[asked, spoilt] = [0, Infinity]
  await showFile(page, 'piece-1.jpg')
  await expect.poll(() => fault(page, 'piece-1.jpg').innerText()).toContain('autre chose que ce fichier')
  expect(asked).toBe(2)
  expect(await line(page, 'piece-1.jpg').locator('iframe').count()).toBe(0)
  expect(await isFocused(page, '[data-part="file-show"]')).toBe(true)
})

test('a file that the server no longer has is said to be gone', async () => {
  const page = await read(TOLD)
  await showFile(page, 'piece-4.png')
  await expect.poll(() => fault(page, 'piece-4.png').innerText()).toContain('n’a plus ce fichier')
})

test('a file under way can be stopped, and what is lost on the way is made up for', async () => {
  const page = await read(TOLD)
  await page.route('**/api/parts/*', () => {})
  await showFile(page, 'piece-2.wav')
  const stop = line(page, 'piece-2.wav').locator('[data-part="file-stop"]')
  await stop.click()
  await expect.poll(() => isFocused(page, '[data-part="file-show"]')).toBe(true)
  expect(await fault(page, 'piece-2.wav').innerText()).toBe('')
  await page.unroute('**/api/parts/*')

  const { parts } = fileOf(told, 'piece-2.wav')
  const [first, last] = [parts[0], parts.at(-1)]
  let firsts = 0
  await page.route(`**/api/parts/${last}`, (route) => route.abort())
  await page.route(`**/api/parts/${first}`, (route) => {
    firsts++
    return route.continue()
  })
  await showFile(page, 'piece-2.wav')
  await expect.poll(() => fault(page, 'piece-2.wav').innerText()).toContain('ne répond pas')
  await page.unroute(`**/api/parts/${last}`)
  await showFile(page, 'piece-2.wav')
  await expect.poll(() => announced(page)).toBe('Le fichier est affiché.')
  expect(firsts).toBe(1)
})

test('a page or a drawing that calls itself an image is never shown, and leaves under a name that opens nothing', async () => {
  const page = await read(HOSTILE)
  for (const [name, saved] of [
    ['piece-1.jpg', 'piece-1.bin'],
    ['piece-2.png', 'piece-2.bin'],
    ['piece-5.mp3', 'piece-5.bin'],
  ] as const) {
    await showFile(page, name)
    const warning = line(page, name).locator('[data-part="file-warning"]')
    await expect.poll(() => warning.innerText()).toContain('n’est pas ce qu’il dit être')
    expect(await line(page, name).locator('iframe').count()).toBe(0)
    expect(await saveButton(page, name).innerText()).toMatch(/^Télécharger quand même/)
    expect((await save(page, name)).name).toBe(saved)
  }
  expect(page.frames().length).toBe(1)
  expect(await page.evaluate('globalThis.caught')).toBeUndefined()
})

test('who downloads a disguised file at once is warned before it leaves', async () => {
  const page = await read(HOSTILE)
  await saveButton(page, 'piece-1.jpg').click()
  const warning = line(page, 'piece-1.jpg').locator('[data-part="file-warning"]')
  await expect.poll(() => warning.innerText()).toContain('n’est pas ce qu’il dit être')
  expect(await isFocused(page, '[data-part="file-save"]')).toBe(true)
  expect((await save(page, 'piece-1.jpg')).name).toBe('piece-1.bin')
})

test('what begins as an image or a video and is none is taken away again, and ran nothing', async () => {
  const page = await read(HOSTILE)
  for (const name of ['piece-3.jpg', 'piece-4.mp4']) {
    await showFile(page, name)
    const warning = line(page, name).locator('[data-part="file-warning"]')
    await expect.poll(() => warning.innerText()).toContain('ne sait pas montrer')
    expect(await line(page, name).locator('iframe').count()).toBe(0)
  }
  expect(await page.evaluate('globalThis.caught')).toBeUndefined()
})

test('files of a message whose author is proven open under it; those of a forged one do not open', async () => {
  const page = await read(FOLLOWED)
  await backToList(page)
  const facts = page.locator('button.row').filter({ hasText: 'Fichiers' }).locator('.row-facts')
  // What was forged is not counted.
  expect((await facts.allInnerTexts()).map((each) => each.replace(/\s/g, ' ')).toSorted()).toEqual([
    'Fichiers : 5',
    'Fichiers : 5',
    'Messages : 1 · Fichiers : 1',
    'Messages : 2 · Fichiers : 1',
    'Messages : 2 · Fichiers : 1',
  ])
  await readLetterWith(page, FOLLOWED)
  const [proven, forged] = [page.locator('.message').nth(0), page.locator('.message').nth(1)]
  expect(await page.locator('.file-line').count()).toBe(1)
  await proven.locator('[data-part="file-show"]').click()
  await expect.poll(() => announced(page)).toBe('Le fichier est affiché.')
  // Whatever the page says meanwhile, what someone looks at stays.
  await page.locator('#answer-text').fill('Merci.')
  await page.locator('[data-part="answer-submit"]').click()
  await expect.poll(() => isFocused(page, '[data-part="answer-sent"]')).toBe(true)
  // The page may have moved the frame since, which is then another one to whoever tests.
  const isSeen = async (): Promise<unknown> =>
    (await frameOf(page, 'piece-1.jpg')).evaluate('document.images[0]?.naturalWidth > 10').catch(() => false)
  await expect.poll(isSeen).toBe(true)
  await forged.locator('summary').click()
  expect(await forged.innerText()).toContain('rien ne prouve de qui ils viennent')
  expect(await forged.locator('.file-line').count()).toBe(0)
})

test('once someone withdrew, what they sent no longer opens', async () => {
  const page = await read(WITHDRAWN)
  expect(await page.locator('[data-part="files-closed"]').innerText()).toContain('retiré son consentement')
  expect(await page.locator('.file-line').count()).toBe(1)
  expect(await page.locator('[data-part="file-show"], [data-part="file-save"]').count()).toBe(0)
})

test('confirming receipt has the proven files kept, once; a failure is said, and made up for when asked', async () => {
  const page = await read(CONFIRMED)
  const { hold, files } = confirmed.attachments
  const secrets = await holdSecretsOf(
    hold,
    files.reduce((sum, file) => sum + file.parts.length, 0),
  )
  // Others may have been opened on the way to this one.
  const renewals = () =>
    visit.sent.filter(
      ({ url, body }) => url.endsWith('/api/part-holds/renewals') && body.includes(secrets[0] ?? '?'),
    )
  expect(renewals()).toEqual([])
  await page.route('**/api/part-holds/renewals', (route) => route.abort())
  await page.locator('[data-part="acknowledge"]').click()
  const owed = page.locator('[data-part="files-owed"]')
  await expect.poll(() => owed.isVisible()).toBe(true)
  expect(await owed.innerText()).toContain('finira par les effacer')
  await expectAccessible(page)
  await page.unroute('**/api/part-holds/renewals')
  await owed.locator('button').click()
  await expect.poll(() => owed.isVisible()).toBe(false)
  expect(await isFocused(page, '#letter-title')).toBe(true)
  const sent = renewals().map(({ body }) => JSON.parse(body) as unknown)
  expect(sent.at(-1)).toEqual({ version: 1, secrets })
  expect(renewals().every(({ headers }) => !('cookie' in headers))).toBe(true)

  await backToList(page)
  await readLetterWith(page, CONFIRMED)
  expect(renewals().length).toBe(sent.length)
})

for (const [path, colorScheme, width] of [
  ['/fr/association', 'light', 1280],
  ['/en/association', 'dark', 360],
] as const) {
  test(`files at ${path} in ${colorScheme} at ${width} pixels can be had from the keyboard, without a fault`, async () => {
    const page = await read(TOLD, path, { colorScheme, viewport: { width, height: 740 } })
    await expectAccessible(page)
    expect(await fitsInWidth(page)).toBe(true)
    const button = line(page, 'piece-1.jpg').locator('[data-part="file-show"]')
    await button.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => announced(page)).toMatch(/affiché|is shown/)
    expect(await isFocused(page, '[data-part="file-show"][aria-expanded="true"]')).toBe(true)
    expect(await button.innerText()).toMatch(/^(Masquer|Hide)\s+piece-1\.jpg$/)
    await expectAccessible(page)
    expect(await fitsInWidth(page)).toBe(true)
    const frame = await frameOf(page, 'piece-1.jpg')
    expect(await frame.locator('html').getAttribute('lang')).toBe(path.slice(1, 3))
    await page.keyboard.press('Enter')
    await expect.poll(() => line(page, 'piece-1.jpg').locator('iframe').count()).toBe(0)
    await showFile(page, 'piece-4.png')
    await expect.poll(() => fault(page, 'piece-4.png').innerText()).not.toBe('')
    await expectAccessible(page)
  })
}
