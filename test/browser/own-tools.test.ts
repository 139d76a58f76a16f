// A member whose key never comes near a browser: they run the command that the page shows, paste what gpg prints, and find the envelopes as
// sealed as they are stored.
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { utf8 } from '../../src/crypto/encoding.ts'
import { readSecretKey, unlock } from '../../src/crypto/openpgp.ts'
import { liveTest } from '../interop/live-test.ts'
import { gpgUnattended, openBench, type Bench } from '../interop/tools.ts'
import { expectAccessible } from '../support/accessible.ts'
import type { Phone } from '../support/browser.ts'
import { memberOf, type Member } from '../support/demonstration.ts'
import { postReport } from '../support/post-report.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import { isFocused } from './inbox-in-page.ts'
import { reportOf } from './inbox-seeds.ts'
import { visitInbox } from './inbox-visit.ts'

const ASSOCIATION = 'demo-ecoute'
const TOLD = 'Ils étaient trois.'

let visit: Phone
let bench: Bench
let member: Member

setStage()

beforeAll(async () => {
  member = memberOf(demonstration, ASSOCIATION)
  await postReport(demonstration.origin, demonstration.directoryFile, reportOf(TOLD), [ASSOCIATION])
})
beforeEach(() => {
  bench = openBench()
})
afterEach(async () => {
  bench.close()
  const { complaints, foreign } = visit
  await visit.close()
  expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] })
})

/** As in a terminal: the very text that is shown. */
function run(command: string): string {
  const env = { ...process.env, GNUPGHOME: bench.folder, LC_ALL: 'C.UTF-8' }
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { env, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout
}

/** Without its passphrase: nobody is there to type it. */
async function openKeyOf({ secretKey, passphrase }: Member): Promise<string> {
  const locked = await readSecretKey(utf8(secretKey))
  const opened = locked && (await unlock(locked, passphrase))
  if (!opened?.ok) throw new Error('the key of a demonstration opens')
  return opened.value.armor()
}

const fault = (page: Page) => page.locator('#tools-fault')
const command = (page: Page) => page.locator('[data-text="tools-command"]')

async function paste(page: Page, signature: string): Promise<void> {
  await page.locator('#tools-signature').fill(signature)
  await page.locator('[data-part="own-tools"] button[type="submit"]').click()
}

liveTest(
  ['gpg'],
  'a signature made by the command that is shown opens a list of sealed envelopes',
  async () => {
    const unattended = gpgUnattended('')
    bench.must('gpg', [...unattended, '--import'], await openKeyOf(member))
    const listed = bench.must('gpg', ['--with-colons', '--list-secret-keys']).toString()
    const fingerprint = /^fpr:+([0-9A-F]{40}):/m.exec(listed)?.[1] ?? ''
    bench.must('gpg', [...unattended, '--quick-gen-key', 'Ailleurs', 'future-default', 'default', 'never'])
    visit = await visitInbox(browser, demonstration.origin)
    const { page } = visit
    await page.clock.install()
    await page.reload()
    await page.locator('input[name="how"][value="tools"]').check()
    const ask = page.locator('[data-part="tools-ask"]')

    await ask.click()
    await expect.poll(() => fault(page).innerText()).toContain('Choisissez d’abord')
    await page.locator('#tools-of').selectOption(ASSOCIATION)
    await ask.click()
    await expect.poll(() => command(page).innerText()).toContain('--local-user EMPREINTE!')
    expect(await isFocused(page, '[data-text="tools-command"]')).toBe(true)
    await page.locator('#tools-key').fill(fingerprint.replaceAll(/(.{4})/g, '$1 '))
    const first = await command(page).innerText()
    expect(first).toContain(`association: ${ASSOCIATION}`)
    await expectAccessible(page)

    await paste(page, 'gpg: signing failed')
    await expect.poll(() => fault(page).innerText()).toContain('pas une signature')
    expect(await page.locator('#tools-signature').inputValue()).toBe('gpg: signing failed')

    const late = run(first)
    await page.clock.fastForward('02:01')
    await paste(page, late)
    await expect.poll(() => fault(page).innerText()).toContain('plus de deux minutes')
    const second = await command(page).innerText()
    expect(second).not.toBe(first)

    await paste(page, run(second.replace(`${fingerprint}!`, 'Ailleurs')))
    await expect.poll(() => fault(page).innerText()).toContain('pas acceptée')
    expect(await page.locator('#tools-of').inputValue()).toBe(ASSOCIATION)

    const third = await command(page).innerText()
    await paste(page, `$ ${third}\n${run(third)}$ `)
    const row = page.locator('.sealed li')
    await expect.poll(() => row.count()).toBe(1)
    expect(await isFocused(page, '#sealed-title')).toBe(true)
    expect(await page.locator('[data-part="door"]').isVisible()).toBe(false)
    expect(await row.innerText()).toContain('Nouvelle')
    await expectAccessible(page)

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row.locator('[data-part="download"]').click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d-\d+\.pgp$/)
    const sealed = await readFile(await download.path())
    const opened = bench.must('gpg', [...unattended, '--decrypt', bench.file('sealed.pgp', sealed)])
    expect(JSON.parse(opened.toString())).toMatchObject({ narrative: TOLD })

    await row.locator('[data-part="acknowledge"]').click()
    await expect.poll(() => row.locator('[data-text="state"]').innerText()).toBe('Réception confirmée')
    await row.locator('summary').click()
    await row.locator('[data-part="decline-confirm"]').click()
    await expect.poll(() => row.locator('[data-text="state"]').innerText()).toBe('Déclinée')
    expect(await isFocused(page, '.sealed h2')).toBe(true)

    await page.locator('[data-part="sign-out"]').click()
    await expect
      .poll(() => page.locator('[data-part="notice"]').innerText())
      .toContain('La session est fermée')
    expect(await page.locator('.sealed').count()).toBe(0)
    expect(await page.locator('#tools-key').inputValue()).toBe('')
    expect(JSON.stringify(visit.sent)).not.toContain(fingerprint.slice(0, 16))
  },
)
