// A member takes away what they read: one case, a dossier, a list. It asks whether it is them, it is recorded first, and what strangers
// typed is text on every screen and in every file.
import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { Download, Page, Worker } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseArchive } from '../../src/client/export/case-archive.ts'
import { columnIn, COLUMNS } from '../../src/client/export/columns.ts'
import { CHOICES, filesOf } from '../../src/client/export/taken.ts'
import { fromUtf8, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import { MAX_NARRATIVE_CHARS } from '../../src/protocol/limits.ts'
import { addDays, dayOf } from '../../src/protocol/day.ts'
import type { Report } from '../../src/protocol/report.ts'
import { sealReport, type Recipient } from '../../src/sealing/seal-report.ts'
import { expectAccessible } from '../support/accessible.ts'
import type { Phone } from '../support/browser.ts'
import { consentsTo } from '../support/consents.ts'
import { memberOf } from '../support/demonstration.ts'
import { HOSTILE } from '../support/hostile-corpus.ts'
import { recipientsOf } from '../support/post-report.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { sayingKeys, takenWith, TAKER } from '../support/taken-case.ts'
import { makeAuthor } from './inbox-authors.ts'
import { HALF_IMAGE, keepParts, photograph, sealFiles, type Sent } from './inbox-files-seeds.ts'
import { elementsInside, fitsInWidth, isFocused } from './inbox-in-page.ts'
import { reportOf, seedIn, storeSeeds, type Seed } from './inbox-seeds.ts'
import { backToList, openInbox, readLetterWith, rowsOf, visitInbox } from './inbox-visit.ts'

const US = 'demo-ecoute'
const WITHDRAWN = 'Je reprends ce que j’ai dit.'
const typed = Object.values(HOSTILE)
const short = typed.filter((text) => text.length <= 120 && text.trim() !== '')
const hostile: Report = {
  locale: 'fr',
  account: { acts: ['theft'], needs: ['legal'], platform: HOSTILE['formula'] ?? '' },
  about: { ageBand: '18-25' },
  narrative: typed.join('\n'),
  identifiers: short
    .slice(0, 12)
    .map((value) => ({ type: 'profile-link', platform: value, value, recognised: false })),
  contact: {
    channel: 'phone',
    value: HOSTILE['override'] ?? '',
    say: typed.join(' ').slice(0, 500),
    hours: HOSTILE['script'] ?? '',
    askFor: HOSTILE['link'] ?? '',
  },
}
const longest = reportOf('x'.repeat(MAX_NARRATIVE_CHARS))

let visit: Phone
let page: Page
let sent: Sent
let image: Bytes

setStage()

async function seed(report: Report, recipient: Recipient, on: string, files?: Sent): Promise<Seed> {
  const given = consentsTo(recipient).map((each) =>
    files ? { ...each, attachments: files.attachments } : each,
  )
  const sealed = await sealReport(report, given, [recipient], on)
  if (!sealed.ok) throw new Error(sealed.reason)
  return seedIn(sealed.value, on)
}

beforeAll(async () => {
  const { directoryFile, dataDir, origin } = demonstration
  const us = (await recipientsOf(directoryFile)).find(({ association }) => association === US)
  if (!us) throw new Error(`the directory has no ${US}`)
  image = await photograph()
  sent = await sealFiles([
    { kind: 'jpeg', bytes: image },
    { kind: 'jpeg', bytes: utf8('tel quel'), original: true },
    { kind: 'jpeg', bytes: HALF_IMAGE },
    { kind: 'mp3', bytes: utf8('not a sound'), lost: true },
  ])
  await keepParts(origin, sent)
  await demonstration.halt()
  const day = (ago: number): string => addDays(dayOf(Date.now()), -ago)
  const withdrawn = await makeAuthor(us)
  await storeSeeds(dataDir, [
    await seed(hostile, us, day(2), sent),
    await seed(longest, us, day(3)),
    await withdrawn.report(WITHDRAWN, day(5)),
    await withdrawn.withdrawal(day(4)),
  ])
  await demonstration.start()

  visit = await visitInbox(browser, origin, '/fr/leave')
  page = visit.page
  // A key Worker whose clock a test may move: five minutes are long.
  await page.route('**/w/open.js', async (route) => {
    const answer = await route.fetch()
    const clock =
      'const told = Date.now.bind(Date); let late = 0; Date.now = () => told() + late; self.beLate = (by) => { late = by };'
    await route.fulfill({ response: answer, body: `${clock}\n${await answer.text()}` })
  })
  page.on('dialog', (dialog) => {
    visit.complaints.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(`${origin}/fr/association`)
  await openInbox(page, memberOf(demonstration, US))
})
afterAll(() => visit.close())

const keyWorker = (): Worker => {
  const worker = page.workers().find((each) => each.url().endsWith('/w/open.js'))
  if (!worker) throw new Error('the key Worker is gone')
  return worker
}
const saved = async (act: () => Promise<unknown>): Promise<{ name: string; bytes: Bytes }> => {
  const [file] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) }
}
const part = (name: string) => page.locator(`[data-part="${name}"]`)
const openExport = () => part('export').locator('summary').click()
const tick = (name: string, within = 'export-choices') =>
  page.locator(`[data-part="${within}"] input[value="${name}"]`)
const json = (files: Record<string, Uint8Array>, path: string) =>
  JSON.parse(fromUtf8(files[path] ?? new Uint8Array()))

test('decrypted text rendered as markup: what a stranger typed is text on every screen, and what a member copies of it too', async () => {
  await readLetterWith(page, 'HYPERLINK')
  expect(await part('narrative').textContent()).toBe(hostile.narrative)
  await part('case-work').locator('summary').click()
  const isKept = () => expect.poll(() => part('case-saved').innerText()).toBe('C’est enregistré.')
  await page.locator('#case-note').fill(hostile.narrative.slice(0, 4000))
  await part('add-note').locator('button').click()
  await isKept()
  for (const text of [HOSTILE['drawing'] ?? '', HOSTILE['override'] ?? '', HOSTILE['formula'] ?? '']) {
    const tag = text.slice(0, 40).trim()
    await page.locator('#case-tag').fill(tag)
    await part('add-tag').locator('button').click()
    await expect.poll(() => part('tags').textContent()).toContain(tag)
    await isKept()
  }
  await page.locator('#case-task').fill(HOSTILE['script'] ?? '')
  await part('add-task').locator('button').click()
  await isKept()
  const within =
    '.stranger, [data-text="tag"], [data-text="task"], [data-text="work-now"], [data-part="identifiers"] dd'
  expect(new Set(await elementsInside(page, within))).toEqual(new Set(['BDI']))
  expect(await fitsInWidth(page)).toBe(true)
})

test('nothing is taken before it is shown who asks, nor when the record cannot have it', async () => {
  await openExport()
  const downloads: string[] = []
  const hear = (download: Download): unknown => downloads.push(download.suggestedFilename())
  page.on('download', hear)
  await keyWorker().evaluate('beLate(6 * 60 * 1000)')
  await part('export-archive').click()
  await page.locator('#confirm-title').waitFor()
  await expectAccessible(page)
  await part('confirm-cancel').click()
  await expect.poll(() => part('export-fault').innerText()).toBe('Rien n’est sorti.')
  expect(await isFocused(page, '[data-part="export-archive"]')).toBe(true)

  await part('export-dossier').click()
  const { secretKey, passphrase } = memberOf(demonstration, US)
  await page
    .locator('#confirm-key')
    .setInputFiles({ name: 'cle.asc', mimeType: 'application/pgp-keys', buffer: Buffer.from(secretKey) })
  await page.locator('#confirm-passphrase').fill('ce n’est pas elle')
  await part('confirm-file').locator('button').click()
  await expect.poll(() => part('confirm-fault').innerText()).toContain('Réessayez')
  await page.locator('#confirm-passphrase').fill(passphrase)
  await keyWorker().evaluate('beLate(0)')
  await page.route('**/api/records', (route) => route.abort())
  await part('confirm-file').locator('button').click()
  await expect.poll(() => part('export-fault').innerText()).toContain('rien n’est sorti')
  await page.unroute('**/api/records')
  expect(await part('paper').count()).toBe(0)
  page.off('download', hear)
  expect(downloads).toEqual([])
})

test('an archive has the report, the files that came and what is missing, and nothing that was not ticked', async () => {
  const file = await saved(() => part('export-archive').click())
  expect(file.name).toMatch(/^balise-demo-ecoute-\d+\.zip$/)
  await expect
    .poll(() => part('export-said').innerText())
    .toBe('L’archive est enregistrée. Fichiers qui n’y sont pas : 1')
  const files = unzipSync(file.bytes)
  const manifest = json(files, 'manifeste.json')
  expect(Object.keys(files).filter((path) => path.startsWith('fichiers/'))).toEqual([
    'fichiers/piece-1.jpg',
    'fichiers/piece-2.jpg',
  ])
  expect(sha256Hex(files['fichiers/piece-1.jpg'] ?? new Uint8Array())).toBe(sha256Hex(image))
  expect(manifest.missing).toMatchObject([{ name: 'piece-3.mp3', reason: 'gone' }])
  expect(manifest.leftOut).toEqual(['originals', 'contact', 'work'])
  expect(manifest.exportedOn).toBe(dayOf(Date.now()))
  for (const each of manifest.files) expect(sha256Hex(files[each.path] ?? new Uint8Array())).toBe(each.sha256)
  const told = json(files, 'recit.json')
  expect(told).toMatchObject({
    narrative: hostile.narrative,
    account: hostile.account,
    identifiers: hostile.identifiers,
  })
  const whole = Buffer.from(file.bytes).toString('latin1')
  const secrets = [
    sent.attachments.hold,
    ...sent.attachments.files.flatMap(({ sessionKey, parts }) => [sessionKey, ...parts]),
  ]
  for (const secret of secrets) expect(whole).not.toContain(secret)
  expect('contact' in told).toBe(false)
})

test('the file of a dossier runs nothing and asks for nothing, wherever it is opened', async () => {
  const files = unzipSync((await saved(() => part('export-archive').click())).bytes)
  const opened = await visit.context.newPage()
  await opened.route('http://dossier.invalid/', (route) =>
    route.fulfill({ contentType: 'text/html', body: Buffer.from(files['recit.html'] ?? new Uint8Array()) }),
  )
  const before = visit.foreign.length
  await opened.goto('http://dossier.invalid/')
  expect(await opened.locator('.theirs').first().isVisible()).toBe(true)
  expect(await opened.evaluate('globalThis.caught')).toBeUndefined()
  expect(
    await opened.evaluate('document.querySelectorAll("script, img, svg, a, iframe, form, link").length'),
  ).toBe(0)
  expect(visit.foreign.splice(before)).toEqual(['http://dossier.invalid/'])
  await opened.close()
})

test('a dossier is read over, printed alone, saved, and left without losing the letter', async () => {
  await tick('contact').check()
  await part('export-dossier').focus()
  await page.keyboard.press('Enter')
  await part('paper').locator('h1').waitFor()
  expect(await isFocused(page, '[data-part="paper"] h1')).toBe(true)
  const text = await part('paper').innerText()
  for (const said of [
    'Personne n’a vérifié',
    'Ce qui s’est passé',
    'Besoins',
    'photo[U+202E]gpj.exe',
    'Joindre la personne',
    'piece-3.mp3',
  ]) {
    expect(text).toContain(said)
  }
  expect(new Set(await elementsInside(page, '.paper .theirs'))).toEqual(new Set(['BDI']))
  await expectAccessible(page)
  expect(await fitsInWidth(page)).toBe(true)

  await page.evaluate('globalThis.print = () => { globalThis.printed = true }')
  await part('dossier-print').click()
  expect(await page.evaluate('globalThis.printed')).toBe(true)
  await page.emulateMedia({ media: 'print' })
  expect(
    await page
      .locator('.member, .dossier button, .reading-bar, .narrative')
      .filter({ visible: true })
      .count(),
  ).toBe(0)
  expect(await part('paper').isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
  const file = await saved(() => part('dossier-save').click())
  expect(file.name).toMatch(/^balise-demo-ecoute-\d+\.html$/)
  expect(fromUtf8(file.bytes)).toContain('&lt;script&gt;globalThis.caught = true')

  await page.keyboard.press('Escape')
  await part('paper').waitFor({ state: 'detached' })
  expect(await isFocused(page, '[data-part="export-dossier"]')).toBe(true)
  expect(await part('narrative').isVisible()).toBe(true)
  expect(await page.evaluate('document.adoptedStyleSheets.length')).toBe(0)
})

test('a case whose author took their consent back does not leave', async () => {
  await backToList(page)
  await readLetterWith(page, WITHDRAWN)
  await openExport()
  expect(await part('export-staying').innerText()).toContain('a retiré son consentement')
  expect(await part('export-form').isVisible()).toBe(false)
  await backToList(page)
})

test('a table has the listed cases and the chosen columns, and no cell that is a formula', async () => {
  const table = part('table-export')
  await table.locator('summary').click()
  await expectAccessible(page)
  const ticked = await page.evaluate<string[]>(
    `[...document.querySelectorAll('[data-part="table-columns"] input:checked')].map((box) => box.value)`,
  )
  for (const column of ['narrative', 'contact', 'identifiers']) expect(ticked).not.toContain(column)
  for (const name of COLUMNS) await tick(name, 'table-columns').uncheck()
  await table.locator('button').click()
  await expect.poll(() => part('table-fault').innerText()).toBe('Cochez au moins une colonne.')
  for (const name of ['case', 'tags', 'platform', 'narrative']) await tick(name, 'table-columns').check()
  const file = await saved(() => table.locator('button').click())
  expect(file.name).toMatch(/^balise-demo-ecoute-\d{4}-\d\d-\d\d\.csv$/)
  expect(await part('table-said').innerText()).toBe(
    'Le tableau est enregistré. Dossiers : 2. Laissés de côté, sans récit ou sans permission : 1',
  )
  const text = fromUtf8(file.bytes)
  expect(text.startsWith('\uFEFF"Dossier";"Mots-clés";"Site ou application";"Récit"\r\n"n° ')).toBe(true)
  expect(text).toContain(`"'=HYPERLINK(""https`)
  expect(text).not.toContain(WITHDRAWN)
  expect(text.match(/\r\n/g)).toHaveLength(3)

  await page.locator('#find-words').fill('hyperlink')
  await expect.poll(() => rowsOf(page).count()).toBe(1)
  const found = await saved(() => table.locator('button').click())
  expect(fromUtf8(found.bytes).match(/\r\n/g)).toHaveLength(2)
})

test('the record has a line for each export, and none for what did not leave', async () => {
  await part('open-team').click()
  await part('journal-read').click()
  await expect.poll(() => part('journal-verdict').innerText()).toContain('Le journal est entier')
  const lines = await part('journal-lines').locator('> *').allInnerTexts()
  const exported = lines.filter((line) => line.includes('A exporté'))
  expect(exported.map((line) => /dossier \d/.test(line))).toEqual([false, false, true, true, true])
})

test('every word an export may say is in the page', async () => {
  const saying = sayingKeys()
  const taken = takenWith('x')
  const files = filesOf(taken)
  const missing = [
    'gone',
    'altered-part',
    'damaged',
    'unreachable',
    'unexpected',
    'broken',
    'too-much',
  ] as const
  const [file] = files.flatMap((each) => each.files)
  for (const reason of missing) {
    const brought = {
      entries: [],
      missing: [{ name: file?.name ?? '', bytes: 1, sha256: '', reason }],
      disguised: ['piece-2.jpg'],
    }
    await caseArchive(taken, TAKER, files, brought, saying)
  }
  for (const column of COLUMNS) columnIn(column, saying)
  for (const choice of CHOICES) saying.word(`export-choice.${choice}`)
  const inPage = new Set(
    await page.evaluate<string[]>(
      `[...document.querySelector('[data-template="words"]').content.querySelectorAll('[data-word]')].map((each) => each.dataset.word)`,
    ),
  )
  expect([...saying.asked].filter((key) => !inPage.has(key))).toEqual([])
})

test('all of it ran nothing, and asked nothing of anyone else', async () => {
  expect(await page.evaluate('globalThis.caught')).toBeUndefined()
  expect({ complaints: visit.complaints, foreign: visit.foreign }).toEqual({ complaints: [], foreign: [] })
})
