// Files that go with a report, from a person's gallery to an association's desk: what is chosen, what is refused, what is lost on the way.
// In Chromium, on an emulated phone, with the real server.
import type { CDPSession } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { argon2InWasm, CODE_COST } from '../../src/crypto/argon2.ts'
import { readCode, secretOf } from '../../src/crypto/code-spelling.ts'
import { holdOf } from '../../src/crypto/links.ts'
import { deriveReturnKeys } from '../../src/crypto/return-keys.ts'
import { sealedLength } from '../../src/crypto/seal-parts.ts'
import { MAX_FILE_BYTES, PART_BYTES } from '../../src/protocol/limits.ts'
import { expectAccessible } from '../support/accessible.ts'
import { demonstration, page, phone, phoneForEachTest, setStage, withPhone } from '../support/stage.ts'
import {
  agreeTo,
  attachmentsFor,
  choose,
  chosen,
  cleanedHere,
  fetched,
  fixture,
  going,
  LISTENING,
  openFolder,
  pdf,
  photograph,
  sha256,
  storedIn,
  whatGoes,
  type Folder,
} from './files-visit.ts'
import {
  begin,
  chooseAssociations,
  doNothing,
  everythingOnPage,
  fitsInWidth,
  goBackTo,
  goOn,
  LAWYERS,
  LISTENERS,
  next,
  outcome,
  send,
  step,
  takeCode,
} from './report-visit.ts'

setStage()
phoneForEachTest()

let folder: Folder
beforeEach(() => {
  folder = openFolder()
})
afterEach(() => folder.remove())

async function toFiles(): Promise<void> {
  await begin(page, demonstration.origin)
  await goOn(page, 'files')
  await page.locator('[data-tray]').waitFor()
}

async function toReview(...associations: string[]): Promise<void> {
  await goOn(page, 'choose')
  await chooseAssociations(page, ...associations)
  await goOn(page, 'review')
}

/** Slow enough to be lost in the middle of a photograph; what is left of it then goes sooner. Bytes a second. */
const [SLOW, BETTER] = [2_000_000, 20_000_000]

/** Bytes a second, each way; null for a line that is not there. */
async function setLine(line: CDPSession, bytesASecond: number | null): Promise<void> {
  await line.send('Network.emulateNetworkConditions', {
    offline: bytesASecond === null,
    latency: 60,
    downloadThroughput: bytesASecond ?? 0,
    uploadThroughput: bytesASecond ?? 0,
  })
}

const isOf =
  (bytes: Uint8Array) =>
  (file: { sha256: string }): boolean =>
    file.sha256 === sha256(bytes)

const isUpload = (url: string): boolean => url.includes('/api/parts/')
const uploads = () => phone.sent.filter(({ method, url }) => method === 'PUT' && isUpload(url))

test('“attached” but lost on a phone: a photograph of 20 MB on a slow line that is lost on the way arrives byte for byte, with its clean copy', async () => {
  await phone.context.addInitScript({ content: LISTENING })
  const taken = photograph(20 * 1024 * 1024)
  await toFiles()
  await choose(page, folder.put('Camille-plage.jpg', taken))
  await agreeTo(page, 'Camille-plage.jpg')
  expect(await whatGoes(page)).toBe('Images, en copie propre : 1\nOriginaux d’images : 1')
  await toReview(LISTENERS, LAWYERS)
  expect(await page.locator('[data-letter]').innerText()).toContain('Originaux d’images : 1')

  const line = await phone.context.newCDPSession(page)
  await setLine(line, SLOW)
  await send(page)
  await expect.poll(() => page.evaluate<number>(SHARE), WAIT).toBeGreaterThan(0.3)
  const lost = page.waitForEvent('requestfailed', (request) => isUpload(request.url()))
  await setLine(line, null)
  await lost
  await page.locator('[data-offline]').waitFor()
  await setLine(line, BETTER)
  await page.locator('[data-offline]').waitFor({ state: 'hidden' })
  await step(page, 'receipt').waitFor({ timeout: 60_000 })

  const [copy] = await cleanedHere(page)
  const holds: string[] = []
  for (const association of [LISTENERS, LAWYERS]) {
    const [given, ...others] = await attachmentsFor(association)
    expect(others).toEqual([])
    expect(given?.files.map(({ name }) => name)).toEqual(['piece-1.jpg', 'piece-1-original.jpg'])
    const [clean, original] = given?.files ?? []
    if (!clean || !original) throw new Error('a file is missing')
    expect((await fetched(clean)).equals(copy ?? Buffer.alloc(0))).toBe(true)
    expect((await fetched(original)).equals(taken)).toBe(true)
    expect(original).toMatchObject({ original: true, sha256: sha256(taken) })
    holds.push(given?.hold ?? '')
    expect(JSON.stringify(given)).not.toContain('plage')
  }
  expect(new Set(holds).size).toBe(2)
  expect(phone.sent.filter(({ url, body }) => `${url}${body}`.includes('plage'))).toEqual([])
  expect(phone.complaints).toEqual([])
}, 150_000)

/** How much of the first file is there. */
const SHARE = `(() => {
  const bar = document.querySelector('[data-files-sending] li progress')
  return bar ? bar.value / bar.max : 0
})()`

const WAIT = { timeout: 60_000, interval: 100 }

test('uploads break at a size boundary: files just below, at and just above the length of a part arrive whole, a part more where it takes one', async () => {
  const most = lastThatFits(PART_BYTES)
  const sizes = [PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, most, most + 1]
  const files = sizes.map((bytes) => ({ name: `bord-${bytes}.pdf`, bytes: pdf(bytes) }))
  await toFiles()
  await choose(page, ...files.map(({ name, bytes }) => folder.put(name, bytes)))
  for (const { name } of files) await agreeTo(page, name)
  await toReview(LAWYERS)
  await send(page)
  await step(page, 'receipt').waitFor(WAIT)
  const given = (await attachmentsFor(LAWYERS)).find(({ files: [first] }) => first?.kind === 'pdf')
  expect(given?.files.map(({ name }) => name)).toEqual(files.map((_, at) => `piece-${at + 1}.pdf`))
  expect(given?.files.map(({ parts }) => parts.length)).toEqual([2, 2, 2, 1, 2])
  for (const [at, attachment] of (given?.files ?? []).entries())
    expect((await fetched(attachment)).equals(files[at]?.bytes ?? Buffer.alloc(0))).toBe(true)
})

/** The longest file that, sealed, is no longer than this. */
function lastThatFits(sealedBytes: number): number {
  let bytes = sealedBytes
  while (sealedLength(bytes) > sealedBytes) bytes--
  return bytes
}

test('what is refused says why, and leaves the rest untouched', async () => {
  await toFiles()
  await choose(page, folder.put('bonne.jpg', fixture('camera-1.jpg')))
  const heic = Buffer.from(`\0\0\0\x18ftypheic\0\0\0\0mif1heic${'\0'.repeat(300)}`, 'latin1')
  const refused = [
    ['IMG_1.HEIC', heic, 'heic'],
    ['vide.jpg', Buffer.alloc(0), 'empty'],
    ['lourd.pdf', pdf(MAX_FILE_BYTES + 1), 'too-big'],
    ['cassee.jpg', fixture('camera-1.jpg').subarray(0, 300), 'unreadable'],
    ['photo.jpg', pdf(500), 'disguised'],
    ['notes.docx', Buffer.from(`PK\x03\x04${' '.repeat(200)}`), 'not-on-the-list'],
  ] as const
  await choose(page, ...refused.map(([name, bytes]) => folder.put(name, bytes)))
  const lines = page.locator('[data-refusals] li')
  expect(await lines.count()).toBe(refused.length)
  for (const [at, [name, , fault]] of refused.entries()) {
    expect(await lines.nth(at).innerText()).toContain(name)
    expect(await lines.nth(at).locator(`[data-one="${fault}"]`).isVisible()).toBe(true)
  }
  expect(await page.locator('[data-tray-files] > li').count()).toBe(1)
  expect(await whatGoes(page)).toBe('Images, en copie propre : 1')

  await choose(
    page,
    ...Array.from({ length: 10 }, (_, at) => folder.put(`autre-${at}.jpg`, fixture('camera-2.jpg'))),
  )
  expect(await page.locator('[data-tray-files] > li').count()).toBe(10)
  expect(await lines.count()).toBe(1)
  expect(await lines.locator('[data-one="too-many"]').isVisible()).toBe(true)
})

test('files that are too much together are refused one by one, and a tick that would make it too much is taken back', async () => {
  await toFiles()
  const large = pdf(24 * 1024 * 1024)
  for (const name of ['un.pdf', 'deux.pdf', 'trois.pdf']) await choose(page, folder.put(name, large))
  expect(await page.locator('[data-refusals] [data-one="too-heavy"]:visible').count()).toBe(0)
  await agreeTo(page, 'un.pdf')
  await agreeTo(page, 'deux.pdf')
  await chosen(page, 'trois.pdf').locator('input').click()
  expect(await chosen(page, 'trois.pdf').locator('input').isChecked()).toBe(false)
  expect(await chosen(page, 'trois.pdf').locator('[data-no-room]').isVisible()).toBe(true)
  await choose(page, folder.put('quatre.pdf', large))
  expect(await page.locator('[data-refusals] [data-one="too-heavy"]').isVisible()).toBe(true)
  expect(await page.locator('[data-tray-files] > li').count()).toBe(3)
  expect(await whatGoes(page)).toBe('PDF : 2')
})

describe('what was not agreed to', () => {
  test('does not go: a PDF without its tick, the original of a photograph', async () => {
    const before = (await attachmentsFor(LISTENERS)).length
    const photo = fixture('camera-3.jpg')
    await toFiles()
    await choose(page, folder.put('oui.jpg', photo), folder.put('non.pdf', pdf(1000)))
    expect(await chosen(page, 'non.pdf').locator('[data-not-agreed]').isVisible()).toBe(true)
    expect(await page.locator('[data-tray-files] input:checked').count()).toBe(0)
    await toReview(LISTENERS)
    await send(page)
    await step(page, 'receipt').waitFor()
    const given = await attachmentsFor(LISTENERS)
    expect(given).toHaveLength(before + 1)
    const sent = given.filter(({ files }) => files.length === 1 && files[0]?.name === 'piece-1.jpg')
    expect(sent).toHaveLength(1)
    const file = sent[0]?.files[0]
    expect(file && sha256(await fetched(file))).not.toBe(sha256(photo))
  })

  test('is said before anything is sent: with nothing ticked no file goes, and no request for one leaves', async () => {
    await toFiles()
    await choose(page, folder.put('seul.pdf', pdf(1000)))
    expect(await page.locator('[data-nothing-goes]').isVisible()).toBe(true)
    await toReview(LISTENERS)
    await send(page)
    await step(page, 'receipt').waitFor()
    expect(phone.sent.filter(({ url }) => /upload|parts|holds/.test(url))).toEqual([])
  })
})

describe('on the way', () => {
  test('a file that is cancelled stays behind, is held by nothing, and the rest arrives', async () => {
    const [first, second] = [pdf(6 * PART_BYTES), pdf(1000)]
    const holdsBefore = await storedIn('part_holds')
    await toFiles()
    await choose(page, folder.put('reste.pdf', first), folder.put('part.pdf', second))
    await agreeTo(page, 'reste.pdf')
    await agreeTo(page, 'part.pdf')
    await toReview(LISTENERS)
    const third = reachesPart(3)
    await send(page)
    await third.reached
    await going(page, 'reste.pdf').locator('button').click()
    third.go()
    await step(page, 'receipt').waitFor()
    const all = await attachmentsFor(LISTENERS)
    const arrived = all.filter(({ files }) => files.some((file) => file.sha256 === sha256(second)))
    expect(arrived.map(({ files }) => files.map(({ name }) => name))).toEqual([['piece-1.pdf']])
    expect(await storedIn('part_holds')).toBe(holdsBefore + 1)
  })

  test('a file that is cancelled at the last moment stays behind too', async () => {
    const [first, second] = [pdf(1500), pdf(2500)]
    const holdsBefore = await storedIn('part_holds')
    await toFiles()
    await choose(page, folder.put('reste.pdf', first), folder.put('part.pdf', second))
    await agreeTo(page, 'reste.pdf')
    await agreeTo(page, 'part.pdf')
    await toReview(LISTENERS)
    const holding = reaches('**/api/part-holds', 1)
    await send(page)
    await holding.reached
    await going(page, 'reste.pdf').locator('button').click()
    holding.go()
    await step(page, 'receipt').waitFor()
    const given = (await attachmentsFor(LISTENERS)).filter(({ files }) => files.some(isOf(second)))
    expect(given.map(({ files }) => files.map(({ name }) => name))).toEqual([['piece-1.pdf']])
    expect(await storedIn('part_holds')).toBe(holdsBefore + 1)
  })

  test('abandoned upload leaves data: whoever leaves in the middle leaves parts that nothing holds', async () => {
    const [holdsBefore, partsBefore] = [await storedIn('part_holds'), await storedIn('parts')]
    await toFiles()
    await choose(page, folder.put('parti.pdf', pdf(6 * PART_BYTES)))
    await agreeTo(page, 'parti.pdf')
    await toReview(LISTENERS)
    const third = reachesPart(3)
    await send(page)
    await third.reached
    await phone.context.route('https://meteofrance.com/**', (route) => route.fulfill({ body: '.' }))
    await page.locator('.top [data-quit]').click()
    await page.waitForURL('https://meteofrance.com/**')
    expect(await storedIn('parts')).toBe(partsBefore + 2)
    expect(await storedIn('part_holds')).toBe(holdsBefore)
  })

  test('after a refusal “try again” sends what is left, and nothing twice', async () => {
    const bytes = pdf(5 * PART_BYTES)
    await toFiles()
    await choose(page, folder.put('reprise.pdf', bytes))
    await agreeTo(page, 'reprise.pdf')
    await toReview(LAWYERS)
    let refuse = true
    let asked = 0
    await phone.context.route('**/api/parts/**', (route) =>
      refuse && ++asked === 3
        ? route.fulfill({ status: 500, contentType: 'application/json', body: '{"error":"unexpected"}' })
        : route.continue(),
    )
    await send(page)
    await outcome(page, 'files')
    expect(await page.locator('[data-files-fault] [data-one="refused"]').isVisible()).toBe(true)
    expect(await page.locator('[data-send]').isVisible()).toBe(false)
    refuse = false
    await page.locator('[data-again]').click()
    await step(page, 'receipt').waitFor()
    const paths = uploads().map(({ url }) => new URL(url).pathname)
    expect(new Set(paths).size).toBe(6)
    expect(paths).toHaveLength(7)
    const [file] = (await attachmentsFor(LAWYERS)).flatMap(({ files }) => files).filter(isOf(bytes))
    expect(file && (await fetched(file)).equals(bytes)).toBe(true)
  })

  test('a line that stays lost is said, and “try again” goes on from the part that did not arrive', async () => {
    const bytes = pdf(3 * PART_BYTES)
    await page.clock.install()
    await toFiles()
    await choose(page, folder.put('tunnel.pdf', bytes))
    await agreeTo(page, 'tunnel.pdf')
    await toReview(LISTENERS)
    let asked = 0
    const tunnel = '**/api/parts/**'
    await phone.context.route(tunnel, (route) => (++asked > 2 ? route.abort() : route.continue()))
    const lostFirst = page.waitForEvent('requestfailed', (request) => isUpload(request.url()))
    await send(page)
    await lostFirst
    // From here on only pauses are waited for.
    const told = page.locator('[data-outcome] [data-one="unreachable"]')
    while (!(await told.isVisible())) await page.clock.fastForward(2000)
    expect(await page.locator('[data-files-fault] [data-one="unreachable"]').isVisible()).toBe(true)
    expect(asked).toBe(13)
    const lost = uploads().at(-1)?.url
    await phone.context.unroute(tunnel)
    await page.locator('[data-again]').click()
    await step(page, 'receipt').waitFor()
    expect(uploads()[13]?.url).toBe(lost)
    expect(new Set(uploads().map(({ url }) => url)).size).toBe(4)
    const [file] = (await attachmentsFor(LISTENERS)).flatMap(({ files }) => files).filter(isOf(bytes))
    expect(file && (await fetched(file)).equals(bytes)).toBe(true)
  })

  test('a story whose files the site cannot keep goes without them once its author says so', async () => {
    const before = (await attachmentsFor(LISTENERS)).length
    await toFiles()
    await choose(page, folder.put('lourde.jpg', fixture('camera-4.jpg')))
    await toReview(LISTENERS)
    await phone.context.route('**/api/parts/**', (route) =>
      route.fulfill({ status: 413, contentType: 'application/json', body: '{"error":"too-large"}' }),
    )
    await send(page)
    await outcome(page, 'files')
    const told = page.locator('[data-files-fault]')
    expect(await told.locator('[data-one="refused"]').isVisible()).toBe(true)

    // Then the server has no room for files: it is said, they stay chosen, and the story can still go.
    await phone.context.route('**/api/parts/**', (route) =>
      route.fulfill({ status: 507, contentType: 'application/json', body: '{"error":"storage-short"}' }),
    )
    await page.locator('[data-again]').click()
    await told.locator('[data-one="storage-short"]').waitFor()
    expect(await told.innerText()).toContain('plus de place pour des fichiers')
    expect(await told.locator('[data-one="refused"]').isVisible()).toBe(false)
    expect(await page.locator('[data-files-sending] li').count()).toBe(1)
    await expectAccessible(page)
    expect(await fitsInWidth(page)).toBe(true)
    expect(phone.sent.filter(({ url }) => url.endsWith('/api/submissions'))).toEqual([])
    await page.locator('[data-without-files]').click()
    await step(page, 'receipt').waitFor()
    expect(phone.sent.filter(({ url }) => url.endsWith('/api/submissions'))).toHaveLength(1)
    expect(await attachmentsFor(LISTENERS)).toHaveLength(before)
  })

  test('a file that is chosen before the page can look at files is looked at once it can', async () => {
    let arrive = (): void => {}
    const chosenFirst = new Promise<void>((resolve) => {
      arrive = resolve
    })
    await phone.context.route('**/a/more.*.js', async (route) => {
      await chosenFirst
      await route.continue()
    })
    await toFiles()
    const path = folder.put('vite.pdf', pdf(2000))
    await page.locator('[data-tray] input[type="file"]').setInputFiles([path])
    arrive()
    await agreeTo(page, 'vite.pdf')
    expect(await whatGoes(page)).toContain('1')
  })

  test('parts that are gone when they are to be held are sent anew, once', async () => {
    const bytes = pdf(PART_BYTES)
    await toFiles()
    await choose(page, folder.put('perdu.pdf', bytes))
    await agreeTo(page, 'perdu.pdf')
    await toReview(LAWYERS)
    let asked = 0
    await phone.context.route('**/api/part-holds', (route) =>
      ++asked === 1
        ? route.fulfill({ status: 409, contentType: 'application/json', body: '{"error":"part-missing"}' })
        : route.continue(),
    )
    await send(page)
    await step(page, 'receipt').waitFor()
    expect(uploads()).toHaveLength(4)
    const [file] = (await attachmentsFor(LAWYERS)).flatMap(({ files }) => files).filter(isOf(bytes))
    expect(file && (await fetched(file)).equals(bytes)).toBe(true)
  })

  test('with a code, what keeps the files is what its author can derive again, and follows when they change', async () => {
    const [first, second] = [pdf(1000), pdf(2000)]
    await toFiles()
    await choose(page, folder.put('un.pdf', first), folder.put('deux.pdf', second))
    await agreeTo(page, 'un.pdf')
    await agreeTo(page, 'deux.pdf')
    await goOn(page, 'choose')
    await chooseAssociations(page, LISTENERS, LAWYERS)
    await goOn(page, 'code')
    const words = await takeCode(page)
    await step(page, 'review').waitFor({ timeout: 60_000 })
    const holdsBefore = await storedIn('part_holds')
    let asked = 0
    await phone.context.route('**/api/part-holds', (route) =>
      ++asked === 2
        ? route.fulfill({ status: 500, contentType: 'application/json', body: '{"error":"unexpected"}' })
        : route.continue(),
    )
    await send(page)
    await outcome(page, 'files')
    expect(await storedIn('part_holds')).toBe(holdsBefore + 2)
    await goBackTo(page, 'files')
    await chosen(page, 'un.pdf').locator('[data-remove]').click()
    await step(page, 'files').locator('[data-to-review]').click()
    await step(page, 'review').waitFor()
    await send(page)
    await step(page, 'receipt').waitFor()

    const given = (await attachmentsFor(LISTENERS)).filter(({ files }) => files.some(isOf(second)))
    expect(given.map(({ files }) => files.map(({ name }) => name))).toEqual([['piece-1.pdf']])
    const file = given[0]?.files[0]
    expect(file && (await fetched(file)).equals(second)).toBe(true)
    expect(await storedIn('part_holds')).toBe(holdsBefore + 2)
    const code = readCode(words.join(' '), 'fr')
    const secret = code.ok ? secretOf(code.value) : null
    if (!secret) throw new Error('the words were not read')
    const { links } = await deriveReturnKeys(secret, argon2InWasm(CODE_COST))
    expect(given[0]?.hold).toBe(await holdOf(links, LISTENERS, 0))
  })

  test('going back stops the sending, and going on again takes it up where it was', async () => {
    const bytes = pdf(5 * PART_BYTES)
    await toFiles()
    await choose(page, folder.put('retour.pdf', bytes))
    await agreeTo(page, 'retour.pdf')
    await toReview(LAWYERS)
    const third = reachesPart(3)
    await send(page)
    await third.reached
    await page.goBack()
    third.go()
    await goOn(page, 'review')
    await send(page)
    await step(page, 'receipt').waitFor()
    const [file] = (await attachmentsFor(LAWYERS)).flatMap(({ files }) => files).filter(isOf(bytes))
    expect(file?.parts).toEqual([
      ...new Set(uploads().map(({ url }) => new URL(url).pathname.split('/').at(-1))),
    ])
  })
})

const reachesPart = (number: number) => reaches('**/api/parts/**', number)

/** Holds one request to an address, by its number from 1, until it is let go. */
function reaches(address: string, number: number): { reached: Promise<void>; go: () => void } {
  let go = (): void => {}
  const gone = new Promise<void>((resolve) => (go = resolve))
  let count = 0
  const reached = new Promise<void>((resolve) => {
    void phone.context.route(address, async (route) => {
      if (++count === number) {
        resolve()
        await gone
      }
      await route.continue().catch(() => {})
    })
  })
  return { reached, go }
}

describe('on a small phone', () => {
  test('everything fits, is large enough to touch, and axe finds nothing, in both colours', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await withPhone({ viewport: { width: 320, height: 640 }, colorScheme }, async (small) => {
        await begin(small.page, demonstration.origin)
        await goOn(small.page, 'files')
        await choose(
          small.page,
          folder.put(`${'un-nom-tres-long-'.repeat(8)}.jpg`, fixture('camera-5.jpg')),
          folder.put('dossier.pdf', pdf(3000)),
          folder.put('vide.png', Buffer.alloc(0)),
        )
        await small.page.locator('[data-tray-files] img').first().waitFor()
        expect(await fitsInWidth(small.page)).toBe(true)
        await expectAccessible(small.page)
        expect(await small.page.evaluate<number>(SHOWN_PIXELS)).toBeGreaterThan(0)
      })
    }
  })

  test('keys alone choose, tick and take out, and stay where they were', async () => {
    await toFiles()
    const field = page.locator('[data-tray] input[type="file"]')
    await field.focus()
    const asked = page.waitForEvent('filechooser')
    // The browser has heard by then that whoever tests chooses in its place.
    expect(await page.evaluate<string>('document.activeElement.type')).toBe('file')
    await page.keyboard.press('Enter')
    const paths = ['a.jpg', 'b.jpg'].map((name) => folder.put(name, fixture('camera-7.jpg')))
    await (await asked).setFiles(paths)
    await chosen(page, 'b.jpg').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await chosen(page, 'a.jpg').locator('input').isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.locator('[data-tray-files] > li').count()).toBe(1)
    await page.keyboard.press('Enter')
    expect(await page.locator('[data-tray-files] > li').count()).toBe(0)
    expect(await page.evaluate<string>('document.activeElement.type')).toBe('file')
  })
})

/** Of the first picture on the page, as it is drawn. */
const SHOWN_PIXELS = `document.querySelector('[data-tray-files] img').naturalWidth`

test('whoever pauses or keeps is told that files do not stay, and nothing of them is left once it is erased', async () => {
  await toFiles()
  await choose(page, folder.put('Camille-miroir.jpg', fixture('camera-8.jpg')))
  await page.locator('[data-pause] button').click()
  await step(page, 'pause').locator('[data-files-stay]').waitFor()
  await goBackTo(page, 'files')
  await chosen(page, 'Camille-miroir.jpg').waitFor()
  await doNothing(page)
  expect(await everythingOnPage(page)).not.toContain('miroir')
  expect(await page.locator('[data-tray-files] > li').count()).toBe(0)
})

test('whoever has no file goes on with a touch, and the letter says nothing of files', async () => {
  await toFiles()
  await next(page)
  expect(await step(page, 'contact').isVisible()).toBe(true)
  await toReview(LISTENERS)
  expect(await page.locator('[data-letter]').innerText()).not.toContain('Fichiers')
})
