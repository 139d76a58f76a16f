// What becomes of a file that a person chooses: a clean copy that shows the same and tells nothing, and parts that its key alone opens.
// In Chromium, with the Worker and the policy of the site; exiftool says what a copy still tells.
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { utf8 } from '../../src/crypto/encoding.ts'
import { sealedLength } from '../../src/crypto/seal-parts.ts'
import { MAX_FILE_BYTES, PART_BYTES } from '../../src/protocol/limits.ts'
import { openAttachment } from '../../src/sealing/open-attachment.ts'
import { BETRAYED, OTHER_IMAGES, PHOTOGRAPHS, SEE_THROUGH, SEEN } from '../fixtures/files/terms.ts'
import { liveTest } from '../interop/live-test.ts'
import { openBench, type Bench } from '../interop/tools.ts'
import { launchBrowser, openPhone, type Phone } from '../support/browser.ts'
import type { StandIn } from '../support/stand-in-server.ts'
import { sealInPage, serveFilesPage, takeInPage, type Taken } from './files-page.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url))

let browser: Browser
let server: StandIn
let phone: Phone
let bench: Bench
beforeAll(async () => {
  browser = await launchBrowser()
  server = await serveFilesPage({
    'IMG_0042.HEIC': Uint8Array.from(
      Buffer.from(`\0\0\0\x18ftypheic\0\0\0\0mif1heic${'\0'.repeat(300)}`, 'latin1'),
    ),
    'bank.pdf': utf8(`%PDF-1.7\n${' '.repeat(200)}`),
    // What a full card or a broken download leaves.
    'broken.jpg': new Uint8Array(fixture('camera-1.jpg')).subarray(0, 300),
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})
beforeEach(async () => {
  bench = openBench()
  phone = await openPhone(browser, server.origin)
})
afterEach(async () => {
  bench.close()
  await phone.close()
})

/** Takes a file in, in a browser that lacks or changes something, where the head of its Worker says so. */
async function take(name: string, { worker = '' } = {}): Promise<Taken> {
  await phone.context.route('**/w/files.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${worker}\n${await response.text()}` })
  })
  await phone.page.goto(server.origin)
  const taken = await takeInPage(phone.page, name)
  expect(phone.complaints).toEqual([])
  return taken
}

const COLOURS = [
  [255, 0, 0],
  [0, 128, 0],
  [0, 0, 255],
  [255, 255, 0],
]

function expectCorners(taken: Taken, colours: readonly (readonly number[])[] = COLOURS): void {
  expect(taken.copy).toMatchObject(SEEN)
  for (const [corner, colour] of colours.entries())
    for (const [channel, value] of colour.entries())
      expect(Math.abs((taken.corners?.[corner]?.[channel] ?? -99) - value)).toBeLessThanOrEqual(12)
}

/** Groups of tags that a file has for being a file, and for being a JPEG at all. */
const HARMLESS = /^(?:ExifTool|System|File|JFIF|Composite)$/
const NO_TAG_OF =
  /gps|date|time|comment|artist|author|owner|creator|copyright|software|make|model|serial|city|title/i

function expectTellNothing(jpegs: readonly (readonly number[])[]): void {
  for (const jpeg of jpegs) expect(Buffer.from(jpeg).includes(BETRAYED)).toBe(false)
  const files = jpegs.map((jpeg, index) => bench.file(`copy-${index}.jpg`, Uint8Array.from(jpeg)))
  const printed = bench.must('exiftool', ['-j', '-a', '-u', '-U', '-G1', ...files]).toString()
  const listed = JSON.parse(printed) as Record<string, unknown>[]
  expect(listed).toHaveLength(jpegs.length)
  for (const tags of listed) {
    const told = Object.keys(tags).filter((tag) => tag !== 'SourceFile')
    expect(told.length).toBeGreaterThan(10)
    expect(told.filter((tag) => !HARMLESS.test(tag.split(':')[0] ?? ''))).toEqual([])
    // exiftool reads the dates of the very file it was given from the folder it lies in.
    expect(told.filter((tag) => !tag.startsWith('System:') && NO_TAG_OF.test(tag))).toEqual([])
  }
}

/** The copy of a file and its thumbnail. */
async function copiesOf(name: string, lacking: Parameters<typeof take>[1] = {}): Promise<number[][]> {
  const { copy } = await take(name, lacking)
  return [copy?.image ?? [], copy?.thumbnail ?? []]
}

describe('the clean copy of an image', () => {
  liveTest(
    ['exiftool'],
    'tells nothing of where, when, by whom or with what, nor does its thumbnail',
    async () => {
      const copies: number[][] = []
      for (const name of [...PHOTOGRAPHS, ...OTHER_IMAGES]) {
        expect(fixture(name).includes(BETRAYED)).toBe(true)
        copies.push(...(await copiesOf(name)))
      }
      expectTellNothing(copies)
    },
  )

  it.each(PHOTOGRAPHS)('is the right way up, however the phone was held: %s', async (name) => {
    const taken = await take(name)
    expectCorners(taken)
    expect(taken.original).toBe('jpeg')
  })

  it.each(OTHER_IMAGES)('shows the same, whatever it was wrapped in: %s', async (name) => {
    expectCorners(await take(name))
  })

  it('is white where the image was see-through', async () => {
    const white = [255, 255, 255]
    expectCorners(await take(SEE_THROUGH), [white, white, white, white])
  })

  it('is at most 2048 pixels long, its thumbnail 160, and neither is stretched', async () => {
    await phone.page.goto(server.origin)
    for (const [from, to, small] of [
      [
        [4096, 1024],
        [2048, 512],
        [160, 40],
      ],
      [
        [1000, 3000],
        [683, 2048],
        [53, 160],
      ],
      [
        [100, 50],
        [100, 50],
        [100, 50],
      ],
      [
        [5000, 1],
        [2048, 1],
        [160, 1],
      ],
    ]) {
      const sizes = await phone.page.evaluate<unknown>(`(async () => {
        const canvas = new OffscreenCanvas(${String(from)})
        canvas.getContext('2d').fillRect(0, 0, 9999, 9999)
        const desk = new desks.FilesDesk()
        const { value } = await desk.clean(await canvas.convertToBlob({ type: 'image/png' }))
        desk.close()
        const size = async (bytes) => {
          const { width, height } = await createImageBitmap(new Blob([bytes]))
          return [width, height]
        }
        return [[value.width, value.height], await size(value.image), await size(value.thumbnail)]
      })()`)
      expect(sizes).toEqual([to, to, small])
    }
  })

  it('is made on the page where Workers cannot draw', async () => {
    const worker = 'self.OffscreenCanvas = undefined'
    expectCorners(await take('camera-6.jpg', { worker }))
    expect(phone.sent.some(({ url }) => url.endsWith('/w/files.js'))).toBe(true)
  })

  liveTest(['exiftool'], 'tells nothing either when it was made on the page', async () => {
    expectTellNothing(await copiesOf('camera-3.jpg', { worker: 'self.OffscreenCanvas = undefined' }))
  })

  it('is not made by a browser that gives back other pixels than were drawn', async () => {
    const worker = `OffscreenCanvasRenderingContext2D.prototype.getImageData = (x, y, width, height) =>
      ({ data: new Uint8ClampedArray(4 * width * height).fill(255) })`
    expect(await take('camera-1.jpg', { worker })).toEqual({ reason: 'untrue-canvas' })
  })
})

describe('a file that is no image', () => {
  it('is taken as it is, and drawn nowhere', async () => {
    expect(await take('bank.pdf')).toEqual({ original: 'pdf' })
    expect(phone.sent.some(({ url }) => url.endsWith('/w/files.js'))).toBe(false)
  })
})

describe('a file that cannot be taken', () => {
  it('is an iPhone’s photograph that this browser does not draw', async () => {
    expect(await take('IMG_0042.HEIC')).toEqual({ reason: 'heic' })
  })

  it('is taken as a copy by a browser that does draw it, and its original stays on the phone', async () => {
    const worker = `const known = self.createImageBitmap
      self.createImageBitmap = async (file, options) =>
        known(new ImageData(${SEEN.width}, ${SEEN.height}), options)`
    const { copy, original } = await take('IMG_0042.HEIC', { worker })
    expect(copy).toMatchObject(SEEN)
    expect(original).toBeNull()
  })

  it('is a picture in which the browser finds none', async () => {
    expect(await take('broken.jpg')).toEqual({ reason: 'unreadable' })
  })

  it('is one whose Worker never came', async () => {
    await phone.context.route('**/w/files.js', (route) => route.abort())
    await phone.page.goto(server.origin)
    expect(await takeInPage(phone.page, 'camera-1.jpg')).toEqual({ reason: 'failed' })
  })
})

describe('a file that is sealed on the phone', () => {
  it('opens at the association byte for byte', async () => {
    await phone.page.goto(server.origin)
    for (const name of ['camera-1.jpg', 'text-and-exif.png']) {
      const file = fixture(name)
      const { sealed, bytes } = await sealInPage(phone.page, { name, keep: true })
      if (!sealed) throw new Error('it was not sealed')
      const attachment = { ...sealed, bytes: file.length, parts: [...sealed.parts] }
      const opened = await openAttachment(
        attachment,
        bytes.map((part) => Uint8Array.from(part)),
      )
      expect(opened.ok && file.equals(opened.value)).toBe(true)
    }
    expect(phone.complaints).toEqual([])
  })

  it('is read a part at a time, to the largest there may be, and each part waits for the one before', async () => {
    await phone.page.goto(server.origin)
    const { sealed, lengths, madeMeanwhile } = await sealInPage(phone.page, { zeros: MAX_FILE_BYTES })
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(sealedLength(MAX_FILE_BYTES))
    expect(lengths.slice(0, -1).every((length) => length === PART_BYTES)).toBe(true)
    expect(new Set(sealed?.parts).size).toBe(lengths.length)
    expect(madeMeanwhile).toBe(0)
  })

  it('is sealed no further once whoever takes its parts has had enough', async () => {
    await phone.page.goto(server.origin)
    const { reason, lengths } = await sealInPage(phone.page, { zeros: 10 * PART_BYTES, stopAfter: 2 })
    expect({ reason, parts: lengths.length }).toEqual({ reason: 'stopped', parts: 2 })
  })

  it('is not sealed when it was changed on the phone since it was chosen', async () => {
    const path = bench.file('film.mp4', new Uint8Array(3 * PART_BYTES))
    await phone.page.goto(server.origin)
    await phone.page.setInputFiles('input', path)
    expect((await sealInPage(phone.page, { fromField: true })).lengths).toHaveLength(4)
    bench.file('film.mp4', new Uint8Array(2 * PART_BYTES))
    const { reason, sealed, lengths } = await sealInPage(phone.page, { fromField: true })
    expect({ reason, sealed, lengths }).toEqual({ reason: 'unreadable', sealed: undefined, lengths: [] })
  })

  it('asks nothing of the network but its Worker', async () => {
    await phone.page.goto(server.origin)
    await sealInPage(phone.page, { zeros: 1000 })
    const asked = phone.sent.map(({ url }) => new URL(url).pathname)
    expect(asked.toSorted()).toEqual(['/', '/a/desk.js', '/a/take.js', '/w/files.js'])
    expect(phone.foreign).toEqual([])
  })
})
