// A member reads: exactly their own envelopes, as text, whatever strangers wrote in them.
import { afterEach, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../support/accessible.ts'
import { addDays, dayOf } from '../../src/protocol/day.ts'
import type { Report } from '../../src/protocol/report.ts'
import { makeFederation, unlockedKeyOf } from '../support/federation.ts'
import { secretsOf } from '../support/openpgp-keys.ts'
import { memberOf } from '../support/demonstration.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'
import type { Phone } from '../support/browser.ts'
import { postReport, recipientsOf } from '../support/post-report.ts'
import { foundIn, sentinel } from '../support/sentinels.ts'
import { sealingEntries } from '../../src/directory/sealing-entries.ts'
import { verifyKeys } from '../../src/directory/verify-directory.ts'
import {
  digitsFromLeftToRight,
  elementsInside,
  fitsInWidth,
  focusedText,
  isFocused,
  hasCrossed,
  isolationOf,
  NOTE_CROSSINGS,
} from './inbox-in-page.ts'
import { compressedSeedOf, damagedCopy, reportOf, seedOf, storeSeeds } from './inbox-seeds.ts'
import {
  backToList,
  bringKey,
  openInbox,
  readLetterWith,
  readRow,
  rowsOf,
  visitInbox,
} from './inbox-visit.ts'

const LISTENERS = 'demo-ecoute'
const LAWYERS = 'demo-droits'
const YOUTH = 'demo-jeunes'
const OLD_DAYS = 90

const hostile = [
  '<script>document.body.textContent = "taken"</script>',
  '<img src="//elsewhere.invalid/x" onerror="alert(1)"><svg onload=alert(1)>',
  '<a href="javascript:alert(1)">lien</a> javascript:alert(1) https://elsewhere.invalid/?id=1',
  '{{constructor.constructor("alert(1)")()}} ${alert(1)} </textarea></template></article>',
  'photo\u202Egnp.exe\u202C \u2067abc\u2069 zéro\u200Blargeur \u0007\u0000\u001B[31m \uFEFF',
].join('\n')

const hostileReport: Report = reportOf(hostile, {
  account: { platform: '\u202E<b>tchat</b>' },
  identifiers: [
    {
      type: 'profile-link',
      platform: '<i>x</i>',
      value: 'javascript:alert(document.domain)',
      recognised: true,
    },
    { type: 'profile-link', value: 'https://elsewhere.invalid/<b>profil</b>', recognised: false },
  ],
  contact: {
    channel: 'phone',
    value: '\u202B06 12 34 56 78',
    hours: '<a href="//elsewhere.invalid">midi</a>',
    askFor: '\u202E<i>Camille</i>',
    say: '</p><h1>Appelez tout de suite</h1>',
  },
})

const wholeReport: Report = reportOf('Première ligne.\n\nDeuxième ligne, « citée » : اتركوه 🙂', {
  account: {
    role: 'witness',
    personKnows: 'no',
    channel: 'chat-without-account',
    platform: 'Un tchat de quartier',
    lure: 'not-said',
    trust: ['voice-call'],
    place: 'car-park',
    departement: '2A',
    month: '2026-10-01',
    weekday: 'friday',
    timeBand: 'night',
    attackers: 'more-than-3',
    attackerAges: 'unknown',
    means: ['knife'],
    acts: ['insults', 'forced-payment'],
    losses: ['card-code'],
    footage: ['posted-online'],
    harms: ['address-known'],
    incapacity: 'more-than-8-days',
    bias: ['hiv'],
    biasIndicators: ['similar-facts'],
    evidence: ['transfer-receipt'],
    complaint: 'refused-at-desk',
    barriers: ['residence'],
    needs: ['legal'],
  },
  about: { ageBand: '15-17', language: 'ar', audiences: ['migrant'] },
  identifiers: [
    { type: 'plate', value: 'AB-123-CD', recognised: true },
    { type: 'pseudonym', platform: 'Un tchat de quartier', value: 'ombre75', recognised: false },
  ],
  contact: {
    channel: 'sms',
    value: '06 12 34 56 78',
    hours: 'Entre midi et 14 h',
    voicemail: 'no',
    askFor: 'Camille',
    say: 'Dites que vous appelez pour le club.\nJamais le soir.',
  },
})

const comparableReport = reportOf('Comparer et joindre.', {
  identifiers: [{ type: 'phone', value: '+33612345678', recognised: true }],
  contact: { channel: 'email', value: 'camille@exemple.invalid' },
})

/** The most hidden characters a narrative can hold. */
const floodReport = reportOf('a\u202E\u200B'.repeat(5333))

const [narrativeWord = '', noteWord = '', valueWord = '', platformWord = ''] = [
  'narrative',
  'note',
  'value',
  'platform',
].map(sentinel)
const tracedReport = reportOf(narrativeWord, {
  account: { platform: platformWord },
  contact: { channel: 'sms', value: valueWord, say: noteWord },
})

let visit: Phone

const credentialsOf = (association: string) => memberOf(demonstration, association)

const arrive = async (path?: string, options?: Parameters<typeof visitInbox>[3]) => {
  visit = await visitInbox(browser, demonstration.origin, path, options)
  return visit.page
}

setStage()

beforeAll(async () => {
  const { origin, directoryFile, dataDir } = demonstration
  for (const [report, associations] of [
    [reportOf('Pour les deux.'), [LISTENERS, LAWYERS]],
    [reportOf('Pour le droit seulement.'), [LAWYERS]],
    [wholeReport, [LISTENERS]],
    [hostileReport, [LISTENERS]],
    [floodReport, [LISTENERS]],
    [tracedReport, [LAWYERS]],
  ] as const) {
    const { answer } = await postReport(origin, directoryFile, report, associations)
    if (answer.status !== 202) throw new Error(`a report was refused: ${await answer.text()}`)
  }

  await demonstration.halt()
  const recipients = await recipientsOf(directoryFile)
  const [listeners, youth] = [LISTENERS, YOUTH].map((id) => recipients.find((r) => r.association === id))
  const elsewhere = await makeFederation({ associations: [LISTENERS] })
  const keys = await verifyKeys(elsewhere.directory, Date.now())
  if (!keys.ok || !listeners || !youth) throw new Error('the directories hold their keys')
  const [oldKey] = sealingEntries(elsewhere.directory, keys.value)
  if (!oldKey) throw new Error('the other federation has a key')
  const day = addDays(dayOf(Date.now()), -1)
  const foreign = await seedOf(reportOf('Avant le changement de clé.'), oldKey, day)
  const damaged = damagedCopy(await seedOf(reportOf('Jamais lisible.'), listeners, addDays(day, -1)))
  const compressed = await compressedSeedOf(reportOf('Comprimé.'), listeners, addDays(day, -1))
  const misaddressed = await seedOf(
    reportOf('Détourné.'),
    { ...listeners, association: LAWYERS },
    addDays(day, -2),
  )
  const comparable = await seedOf(comparableReport, listeners, day, { purposes: ['referral', 'series'] })
  const many = await Promise.all(
    Array.from({ length: OLD_DAYS }, (_, index) =>
      seedOf(reportOf(`Récit ${index}`), youth, addDays(day, -Math.floor(index / 3))),
    ),
  )
  await storeSeeds(dataDir, [
    foreign,
    comparable,
    damaged,
    compressed,
    { ...misaddressed, association: LISTENERS },
    ...many,
  ])
  await demonstration.start()
})

afterEach(async () => {
  const { complaints, foreign } = visit
  await visit.close()
  expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] })
})

test('an association opens exactly the copies addressed to it', async () => {
  const page = await arrive()
  await openInbox(page, credentialsOf(LAWYERS))
  await expect.poll(() => rowsOf(page).count()).toBe(3)
  const letters: string[] = []
  for (const row of [0, 1, 2]) {
    letters.push(await readRow(page, row))
    await backToList(page)
  }
  expect(letters.filter((letter) => letter.includes(narrativeWord))).toHaveLength(1)
  expect(letters.filter((letter) => letter.includes('Pour les deux.'))).toHaveLength(1)
  expect(letters.filter((letter) => letter.includes('Pour le droit seulement.'))).toHaveLength(1)
})

test('a letter holds every answer in words, with the safety note before the number it protects', async () => {
  const page = await arrive()
  await openInbox(page, credentialsOf(LISTENERS))
  await readLetterWith(page, 'Première ligne.')
  const letter = await page.locator('article.letter').innerText()
  for (const words of [
    'J’en ai été témoin',
    'Un tchat sans compte',
    'Un tchat de quartier',
    'Je préfère ne pas le dire',
    'Un parking',
    'Corse-du-Sud (2A)',
    'octobre 2026',
    'Vendredi',
    'La nuit',
    'Plus de trois',
    'Je ne sais pas',
    'Des injures',
    'Un code de carte ou un virement forcé',
    'Des conseils juridiques',
    'La personne sait que quelqu’un écrit',
    'Un appel',
    'Un couteau, un cutter',
    'Le code de la carte',
    'Mises en ligne',
    'L’adresse est connue des agresseurs',
    'Plus de 8 jours',
    'Le VIH',
    'Des faits semblables, connus autour',
    'Un reçu de virement',
    'Refusée à l’accueil',
    'Les papiers, le séjour',
    'Ce que la personne dit d’elle',
    '15 à 17 ans',
    'Arabe',
    'Personne migrante',
    'AB-123-CD',
    'Forme reconnue.',
    'ombre75',
    'la forme n’a pas été reconnue',
    'La personne ne permet pas de comparer',
    'Un SMS',
    '06 12 34 56 78',
    'Lire ce récit et aider la personne qui l’a écrit',
  ]) {
    expect(letter).toContain(words)
  }
  for (const rule of ['Jamais le soir.', 'Entre midi et 14 h', 'Non, jamais.', 'Camille']) {
    expect(letter).toContain(rule)
    expect(letter.indexOf(rule)).toBeLessThan(letter.indexOf('06 12 34 56 78'))
  }
  expect(letter).not.toContain('n’a pas laissé de consigne')
  expect(await page.locator('[data-part="narrative"]').textContent()).toBe(wholeReport.narrative)
  expect(await page.locator('[data-part="narrative"]').innerText()).toContain('Première ligne.\n\nDeuxième')
})

test('what may be compared with other reports is said, and a way to be reached without rules asks for discretion', async () => {
  const page = await arrive()
  await openInbox(page, credentialsOf(LISTENERS))
  await readLetterWith(page, 'Comparer et joindre.')
  const letter = page.locator('article.letter')
  expect(await letter.innerText()).toContain('Comparer ce qui désigne les agresseurs avec d’autres récits')
  expect(await letter.locator('[data-part="series"]').isVisible()).toBe(true)
  expect(await letter.locator('[data-part="no-series"]').isVisible()).toBe(false)
  expect(await letter.locator('[data-part="no-rules"]').isVisible()).toBe(true)
  expect(
    await letter
      .locator('[data-part="hours-row"], [data-part="askFor-row"], [data-part="voicemail-row"]')
      .filter({ visible: true })
      .count(),
  ).toBe(0)
  expect(await letter.locator('[data-part="about-section"]').isVisible()).toBe(false)
})

test('one sealed to another key and ones that are damaged are told apart, each with what to do', async () => {
  const page = await arrive()
  await openInbox(page, credentialsOf(LISTENERS))
  const notMine = rowsOf(page).filter({ hasText: 'Scellée pour une autre clé' })
  const damaged = rowsOf(page).filter({ hasText: 'Enveloppe abîmée' })
  expect([await notMine.count(), await damaged.count()]).toEqual([1, 3])
  await notMine.click()
  await expect
    .poll(() => page.locator('h1:visible').innerText())
    .toBe('Cette enveloppe est scellée pour une autre clé')
  expect(await page.locator('article.letter li').count()).toBeGreaterThan(1)
  expect(await page.locator('[data-part="acknowledge"]').count()).toBe(0)
  await expectAccessible(page)
  await backToList(page)
  await damaged.first().click()
  await expect.poll(() => page.locator('h1:visible').innerText()).toBe('Cette enveloppe est abîmée')
  expect(await page.locator('main').innerText()).not.toMatch(/Détourné|Comprimé/)
})

test('decrypted text rendered as markup: a hostile narrative is shown as the text it is: no element, no link, no request, no turned label', async () => {
  const page = await arrive()
  await openInbox(page, credentialsOf(LISTENERS))
  await readLetterWith(page, 'onerror=')
  const before = visit.sent.length
  const letter = page.locator('article.letter')
  expect(await page.locator('[data-part="narrative"]').textContent()).toBe(hostile)
  const rules = ['say', 'hours', 'askFor'] as const
  for (const rule of rules) {
    expect(await page.locator(`[data-part="${rule}"]`).textContent()).toBe(hostileReport.contact?.[rule])
  }
  expect(
    await letter
      .locator(
        'a, img, svg, script, iframe, form:not(.case-work form, [data-part="transfer-form"]), b:not([data-text]), i',
      )
      .count(),
  ).toBe(0)
  expect(new Set(await elementsInside(page, '.stranger'))).toEqual(new Set(['BDI']))
  const isolation = await isolationOf(page, '.stranger, .stranger bdi')
  expect(isolation.filter((value) => value !== 'isolate' && value !== 'plaintext')).toEqual([])
  expect(await digitsFromLeftToRight(page, '[data-part="contact-value"]')).toBe('0612345678')
  expect(await page.locator('[data-codes="U+202E"]').count()).toBeGreaterThan(0)
  expect(visit.sent.slice(before)).toEqual([])
})

test('sixteen thousand characters that hide and turn text leave the page readable', async () => {
  const page = await arrive()
  await openInbox(page, credentialsOf(LISTENERS))
  await readLetterWith(page, 'a\u202E\u200Ba')
  expect(await page.locator('[data-part="narrative"]').textContent()).toBe(floodReport.narrative)
  expect(await fitsInWidth(page)).toBe(true)
})

test('a confirmed receipt is announced, and is still confirmed after the page was reloaded', async () => {
  const page = await arrive()
  await openInbox(page, credentialsOf(LISTENERS))
  await readLetterWith(page, 'Pour les deux.')
  await page.locator('[data-part="acknowledge"]').click()
  await expect
    .poll(() => page.locator('[data-part="announcement"]').textContent())
    .toBe('Réception confirmée')
  expect(await page.locator('article .state').innerText()).toBe('Réception confirmée')
  await backToList(page)
  expect(await rowsOf(page).filter({ hasText: 'Réception confirmée' }).count()).toBe(1)
  await page.reload()
  await openInbox(page, credentialsOf(LISTENERS))
  await rowsOf(page).filter({ hasText: 'Réception confirmée' }).click()
  expect(await page.locator('article.letter').innerText()).toContain('Pour les deux.')
  expect(await page.locator('[data-part="acknowledge"]').isVisible()).toBe(false)
})

test('several Workers open an inbox, and tell how far they are; no key crosses the page, and none outlives the session', async () => {
  const page = await arrive('/fr')
  await page.addInitScript({ content: NOTE_CROSSINGS })
  let letThrough = (): void => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route('**/api/inbox?**', async (route) => {
    await held
    await route.continue().catch(() => {})
  })
  await page.goto(`${demonstration.origin}/fr/association`)
  const member = credentialsOf(YOUTH)
  await bringKey(page, member)
  const openers = () => page.workers().filter((each) => each.url().endsWith('/w/opener.js'))
  const hex = (text: string): string => Buffer.from(text).toString('hex')
  await expect.poll(() => hasCrossed(page, hex('ready'))).toBe(true)
  expect(openers().length).toBeGreaterThan(0)
  const bar = page.locator('[data-part="progress"]')
  await expect.poll(() => bar.innerText()).toContain(`32 sur ${OLD_DAYS}`)
  const share = bar.locator('progress')
  expect([await share.getAttribute('value'), await share.getAttribute('max')]).toEqual([
    '32',
    String(OLD_DAYS),
  ])
  letThrough()
  await bar.waitFor({ state: 'hidden' })
  expect(await rowsOf(page).count()).toBe(OLD_DAYS)

  expect(await hasCrossed(page, hex('Récit 89'))).toBe(true)
  const secrets = secretsOf(await unlockedKeyOf(member))
  expect(secrets).toHaveLength(2)
  for (const secret of secrets) expect(await hasCrossed(page, secret)).toBe(false)
  await page.locator('[data-part="sign-out"]').click()
  await expect.poll(() => openers().length).toBe(0)
})

test('a long inbox arrives page by page, can be stopped and continued, and filters what is new', async () => {
  const page = await arrive()
  let pages = 0
  let letThrough = (): void => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route('**/api/inbox**', async (route) => {
    pages++
    if (pages === 2) await held
    await route.continue().catch(() => {})
  })
  const { secretKey, passphrase } = credentialsOf(YOUTH)
  await page
    .locator('#key-file')
    .setInputFiles({ name: 'k.asc', mimeType: '', buffer: Buffer.from(secretKey) })
  await page.locator('#passphrase').fill(passphrase)
  await page.locator('[data-part="submit"]').click()
  await expect.poll(() => rowsOf(page).count()).toBe(32)
  await readRow(page, 0)
  expect(await page.locator('[data-part="arriving"]').isVisible()).toBe(true)
  await backToList(page)
  await page.locator('[data-part="stop"]').click()
  letThrough()
  await page.locator('[data-part="paused"]').waitFor()
  expect(await rowsOf(page).count()).toBe(32)
  await page.locator('[data-part="resume"]').click()
  await page.locator('[data-part="progress"]').waitFor({ state: 'hidden' })
  expect(await rowsOf(page).count()).toBe(OLD_DAYS)
  const days = await page.locator('.day h2').allTextContents()
  expect(new Set(days).size).toBe(days.length)
  expect(days).toHaveLength(OLD_DAYS / 3)

  await rowsOf(page).first().click()
  await page.locator('[data-part="acknowledge"]').click()
  await expect
    .poll(() => page.locator('[data-part="announcement"]').textContent())
    .toBe('Réception confirmée')
  await backToList(page)
  await page.locator('[name="view"][value="new"]').check()
  expect(await rowsOf(page).count()).toBe(OLD_DAYS - 1)
})

test('a member can do everything from the keyboard, and always knows where they are', async () => {
  const page = await arrive()
  const { secretKey, passphrase } = credentialsOf(LAWYERS)
  await page
    .locator('#key-file')
    .setInputFiles({ name: 'k.asc', mimeType: '', buffer: Buffer.from(secretKey) })
  await page.locator('#key-file').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')
  await page.locator('[data-part="inbox"]').waitFor()
  await page.locator('[data-part="progress"]').waitFor({ state: 'hidden' })
  expect(await focusedText(page)).toBe('Récits reçus')
  for (let presses = 0; presses < 10 && !(await page.locator('button.row:focus').count()); presses++) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('ArrowDown')
  const chosen = await focusedText(page)
  await page.keyboard.press('Enter')
  await page.locator('article.letter').waitFor()
  expect(await isFocused(page, '#letter-title')).toBe(true)
  const position = page.locator('[data-text="position"]')
  expect(await position.textContent()).toBe('2')
  await page.keyboard.press('ArrowLeft')
  expect(await position.textContent()).toBe('1')
  await page.keyboard.press('ArrowRight')
  expect(await position.textContent()).toBe('2')
  await page.keyboard.press('Escape')
  await page.locator('article.letter').waitFor({ state: 'detached' })
  expect(await focusedText(page)).toBe(chosen)
})

test('the browser’s Back leads from a letter to the list, and the address never says which letter', async () => {
  const page = await arrive()
  await openInbox(page, credentialsOf(LAWYERS))
  await rowsOf(page).first().click()
  await page.locator('article.letter').waitFor()
  expect(page.url()).toBe(`${demonstration.origin}/fr/association`)
  await page.goBack()
  await page.locator('article.letter').waitFor({ state: 'detached' })
  expect(await rowsOf(page).count()).toBeGreaterThan(1)
})

test('neither the key, nor its passphrase, nor a word of a letter is in anything the page sends', async () => {
  const page = await arrive()
  const credentials = credentialsOf(LAWYERS)
  await openInbox(page, credentials)
  await readLetterWith(page, narrativeWord)
  await page.locator('[data-part="acknowledge"]').click()
  await expect
    .poll(() => page.locator('[data-part="announcement"]').textContent())
    .toBe('Réception confirmée')
  const keyLines = credentials.secretKey.split(/\r?\n/).filter((line) => line.length >= 60)
  expect(keyLines.length).toBeGreaterThan(3)
  const sent = visit.sent.map(({ url, body }) => `${url}\n${body}`).join('\n')
  expect(sent).toContain('/api/session')
  expect(sent).toContain('BEGIN PGP SIGNATURE')
  const words = [narrativeWord, noteWord, valueWord, platformWord]
  expect(foundIn(sent, [...words, credentials.passphrase, ...keyLines])).toEqual([])
})

for (const [path, colorScheme, width] of [
  ['/fr/association', 'light', 1280],
  ['/en/association', 'dark', 360],
] as const) {
  test(`${path} in ${colorScheme} at ${width} pixels has no accessibility fault in any state`, async () => {
    const page = await arrive(path, { colorScheme, viewport: { width, height: 740 } })
    await page.locator('.tools summary').click()
    await page.locator('[data-part="paste"] summary').click()
    await expectAccessible(page)
    expect(await fitsInWidth(page)).toBe(true)
    await page.locator('[data-part="submit"]').click()
    await expect.poll(() => page.locator('#fault').innerText()).not.toBe('')
    // What lies half under the head of the page is not too small: it was scrolled there.
    await page.evaluate('scrollTo(0, 0)')
    await expectAccessible(page)
    await openInbox(page, credentialsOf(LISTENERS))
    await expectAccessible(page)
    expect(await fitsInWidth(page)).toBe(true)
    await readLetterWith(page, 'onerror=')
    await expectAccessible(page)
    expect(await fitsInWidth(page)).toBe(true)
  })
}
