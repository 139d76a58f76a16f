// An association with nobody who knows computers enrols: from an empty form to a team that reads its first report, by way of the
// federation, which adds it as it adds every other.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { expectAccessible } from '../support/accessible.ts'
import type { Phone } from '../support/browser.ts'
import { runBalise } from '../support/run-balise.ts'
import { postReport } from '../support/post-report.ts'
import { foundIn, sentinel } from '../support/sentinels.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { reportOf } from './inbox-seeds.ts'
import { readLetterWith, visitInbox } from './inbox-visit.ts'
import { backToReports, becomeSomeone, givePasskeys, noteSheets, typeWords } from './team-visit.ts'

const ID = 'accueil-est'
const officer = sentinel('dominique')
const told = sentinel('told')
const address = 'accueil@asso-est.example'

setStage({ named: true })

let visit: Phone
let folder = ''
afterAll(async () => {
  await visit?.close()
  await rm(folder, { recursive: true, force: true })
})

test('an association enrols in the browser, the federation adds it, and its officer reads what comes', async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-enrol-'))
  visit = await visitInbox(browser, demonstration.origin, '/fr/association')
  const { page } = visit
  await givePasskeys(page)
  await page.locator('[data-part="door"] a').click()
  await expectAccessible(page)
  await page.locator('#entry-name').fill('Accueil Est')
  await page.locator('#entry-id').fill('demo-ecoute')
  await page.locator('#entry-aboutFr').fill('Écoute et accompagne dans l’Est.')
  await page.locator('#entry-aboutEn').fill('Listens and accompanies in the East.')
  const next = page.locator('[data-part="entry"] button[type="submit"]')
  await next.click()
  await expect.poll(() => page.locator('#entry-fault').innerText()).toContain('déjà cet identifiant')
  expect(await page.locator('#entry-name').inputValue()).toBe('Accueil Est')
  await page.locator('#entry-id').fill(ID)
  await page.locator('input[name="scope"][value="legal"]').check()
  await page.locator('#entry-territory').fill('67 68')
  await page.locator('input[name="languages"][value="fr"]').check()
  await page.locator('#entry-days').fill('4')
  await page.locator('#entry-notice').fill('accueil')
  await next.click()
  await expect.poll(() => page.locator('#entry-fault').innerText()).toContain('Écrivez une adresse')
  expect(await page.locator('#entry-notice').inputValue()).toBe('accueil')
  await page.locator('#entry-notice').fill(address)
  await next.click()
  const words = await becomeSomeone(page, officer)
  const sheets = await noteSheets(page)
  await page.locator('[data-step="files"]').waitFor()
  await expectAccessible(page)
  const files: Record<string, string> = {}
  for (const part of ['founding', 'request']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`[data-part="save-${part}"]`).click(),
    ])
    files[part] = join(folder, `${part}.json`)
    await download.saveAs(files[part])
  }
  const { fingerprint } = JSON.parse(await readFile(files['request'] ?? '', 'utf8'))
  expect(
    (await page.locator('[data-step="files"] [data-text="fingerprint"]').innerText()).replaceAll(' ', ''),
  ).toBe(fingerprint)
  // What the federation receives does not say where notices go.
  expect(foundIn(await readFile(files['request'] ?? ''), [address])).toEqual([])
  // Neither file tells anyone who finds it what opens the key, nor the key.
  for (const file of Object.values(files)) {
    expect(foundIn(await readFile(file), [words, ...sheets, 'PRIVATE KEY'])).toEqual([])
  }
  expect(visit.sent.filter(({ url }) => new URL(url).pathname.startsWith('/api/'))).toEqual([])

  const { directoryFile, siteDir, passphrase, dataDir } = demonstration
  const added = await runBalise([
    'directory',
    'add',
    '--directory',
    directoryFile,
    '--request',
    files['request'] ?? '',
  ])
  expect(added).toMatchObject({ exit: 0, output: expect.stringContaining(`added ${ID} ${fingerprint}`) })
  for (const root of ['root-1.pem', 'root-2.pem']) {
    const key = join(dataDir, 'demonstration', root)
    expect(
      await runBalise(['directory', 'sign', '--directory', directoryFile, '--key', key], passphrase),
    ).toMatchObject({ exit: 0 })
  }
  await demonstration.halt()
  const { buildSite } = await import('../../src/build/build-site.ts')
  expect(await buildSite({ directoryFile, out: siteDir, at: Date.now() })).toMatchObject({ ok: true })
  await demonstration.start()
  await postReport(demonstration.origin, directoryFile, reportOf(told), [ID])

  await page.goto(`${demonstration.origin}/fr/association`)
  await page.locator('[data-part="just-listed"] summary').click()
  await typeWords(page, '[data-part="just-listed"]', words)
  await expect
    .poll(() => page.locator('[data-part="listed-fault"]').innerText())
    .toContain('Choisissez d’abord')
  await page.locator('#founding-file').setInputFiles(files['request'] ?? '')
  await page.locator('[data-part="just-listed"] [data-code-open]').click()
  await expect.poll(() => page.locator('[data-part="listed-fault"]').innerText()).toContain('pas un fichier')
  await page.locator('#founding-file').setInputFiles(files['founding'] ?? '')
  await page.locator('[data-part="listed-passkey"]').click()
  await expect
    .poll(() => page.locator('.team [data-part="said"]').innerText())
    .toContain('L’équipe est fondée')
  expect(await page.locator('[data-part="people"] .person').innerText()).toContain(officer)

  // The file gave the server the address of the daily notice; an officer takes it back, and that is on record.
  const notices = page.locator('[data-part="notices"]')
  await expect.poll(() => notices.locator('#notice-address').inputValue()).toBe(address)
  expect(await notices.innerText()).toContain('n’envoie pas encore d’avis')
  expect(demonstration.logs()).toContain('notices-off')
  await expectAccessible(page)
  await notices.locator('input[name="no-notice"]').check()
  await notices.locator('button[type="submit"]').click()
  await expect
    .poll(() => page.locator('.team [data-part="said"]').innerText())
    .toContain('Le serveur a oublié l’adresse')
  await page.locator('[data-part="journal-read"]').click()
  await expect
    .poll(() => page.locator('[data-part="journal-lines"]').innerText())
    .toContain('A changé l’avis du jour')
  await backToReports(page)
  await readLetterWith(page, told)
  const { complaints, foreign } = visit
  expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] })
  const sent = visit.sent.map(({ url, body }) => `${url} ${body}`).join('\n')
  expect(foundIn(sent, [officer, told, words, ...sheets])).toEqual([])
  const noted = visit.sent.filter(({ body }) => body?.includes(address))
  expect(noted.map(({ url }) => new URL(url).pathname)).toEqual(['/api/notices'])
})

test('a request that names another key than the one it holds enters no directory', async () => {
  const lying = JSON.parse(await readFile(join(folder, 'request.json'), 'utf8'))
  const path = join(folder, 'lying.json')
  await writeFile(path, JSON.stringify({ ...lying, fingerprint: 'A'.repeat(40) }))
  const refused = await runBalise([
    'directory',
    'add',
    '--directory',
    demonstration.directoryFile,
    '--request',
    path,
  ])
  expect(refused).toMatchObject({ exit: 1, errors: expect.stringContaining('fingerprint') })
})
