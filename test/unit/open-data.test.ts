// The analyst's addresses, without a network: each is written in one way, every other is refused, nothing of it comes back, and
// nothing is ever written.
import { brotliDecompressSync } from 'node:zlib'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/crypto/sha256.ts'
import type { Store } from '../../src/db/store.ts'
import { csvOf } from '../../src/domain/release-csv.ts'
import { FAMILY_IDS } from '../../src/protocol/families.ts'
import { ReleaseList } from '../../src/protocol/release.ts'
import { createApp } from '../../src/server/app.ts'
import type { House } from '../../src/server/env.ts'
import { brotli } from '../../src/server/node/brotli.ts'
import { makeRelease, sha256Of, type MadeRelease } from '../support/published-releases.ts'

/** A store in which every question finds these rows; it cannot be written to. */
const storeOf = (rows: readonly MadeRelease[]): Store => ({
  read: async () =>
    rows.map(({ release, text, ...row }) => ({
      ...row,
      family: release.family,
      window: release.window,
      body: text,
    })) as never,
  write: () => Promise.reject(new Error('nothing is written for an analyst')),
  close: () => Promise.resolve(),
})

/** Whatever else of the house is asked for fails the test. */
const houseOf = (rows: readonly MadeRelease[], compresses: boolean): House =>
  ({
    statistics: storeOf(rows),
    hash: sha256,
    inTurn: <Value>(work: () => Promise<Value>) => work(),
    compress: compresses ? brotli : null,
    now: () => Date.UTC(2026, 10, 22),
    log: (line: string) => expect.unreachable(line),
  }) as unknown as House

const app = createApp()
const ask = async (
  path: string,
  { rows = [] as MadeRelease[], compresses = false, headers = {}, house = {} as Partial<House> } = {},
): Promise<Response> =>
  app.request(`https://balise.invalid${path}`, { headers }, { ...houseOf(rows, compresses), ...house })

const WHERE = makeRelease('where', 'departement-year', '2025')
const CSV = csvOf(WHERE.release)

const segment = fc.oneof(
  fc.constantFrom(
    ...FAMILY_IDS,
    'where',
    '2025',
    '2025.json',
    '2025.csv',
    '2025-Q3.csv',
    '..',
    '',
    '%77here',
  ),
  fc.constantFrom(
    '2025-Q5.json',
    '1999.json',
    '2025.JSON',
    '2025.xml',
    '2025.json/',
    'Where',
    'datapackage.json',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const target = fc
  .tuple(fc.array(segment, { maxLength: 4 }), fc.constantFrom('', '', '?', '?region=75', '#a', ';v=1', '%00'))
  .map(([segments, end]) => `/api/releases${segments.map((each) => `/${each}`).join('')}${end}`)

/** Written again, apart from the code under test. */
const CANONICAL = new RegExp(
  `^/api/releases(?:/datapackage\\.json|/(?:${FAMILY_IDS.join('|')})/20\\d\\d(?:-Q[1-4])?\\.(?:json|csv))?$`,
)

describe('an address of open data', () => {
  it('is refused by its shape unless it is written exactly as ours are, and never comes back', async () => {
    const seen = new Set<number>()
    await fc.assert(
      fc.asyncProperty(target, async (path) => {
        const answer = await ask(path)
        const { pathname, search, href } = new URL(`https://balise.invalid${path}`)
        // What an URL's own rules make of it may lie outside.
        fc.pre(pathname.startsWith('/api/releases'))
        const bare = CANONICAL.test(pathname) && search === '' && !/[?#]/.test(href)
        seen.add(answer.status)
        if (!bare) {
          const outside = !/^\/api\/releases(?:\/|$)/.test(pathname)
          const code = outside ? 'not-found' : 'invalid-shape'
          expect([answer.status, await answer.text()]).toEqual([outside ? 404 : 400, `{"error":"${code}"}`])
        } else if (/\/20/.test(pathname)) {
          expect([answer.status, await answer.text()]).toEqual([404, '{"error":"not-found"}'])
        } else expect(answer.status).toBe(200)
        if (answer.status !== 200) expect(answer.headers.get('Cache-Control')).toBe('no-store, no-transform')
      }),
      { numRuns: 600 },
    )
    expect([...seen].toSorted()).toEqual([200, 400, 404])
  })
})

describe('a release', () => {
  const asJson = '/api/releases/where/2025.json'

  it('is the text that was stored, whatever spaces it has', async () => {
    const answer = await ask(asJson, { rows: [WHERE] })
    expect(await answer.text()).toBe(WHERE.text)
    expect(answer.headers.get('ETag')).toBe(`"${WHERE.sha256}"`)
  })

  it.each([
    ['the one it has', `"${WHERE.sha256}"`, 304],
    ['one that was weakened on the way', `W/"${WHERE.sha256}"`, 304],
    ['one of several', `"a", "${WHERE.sha256}" , "b"`, 304],
    ['any', '*', 304],
    ['another', `"${sha256Of('another')}"`, 200],
    ['the compressed one', `"${WHERE.sha256}-br"`, 200],
    ['one without its quotes', WHERE.sha256, 200],
  ])('is not sent again to whoever names %s', async (_what, etag, status) => {
    const answer = await ask(asJson, { rows: [WHERE], headers: { 'If-None-Match': etag } })
    expect([answer.status, await answer.text()]).toEqual([status, status === 304 ? '' : WHERE.text])
    expect(answer.headers.get('ETag')).toBe(`"${WHERE.sha256}"`)
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  })

  it.each([
    ['the release', asJson, WHERE.text],
    ['its table', '/api/releases/where/2025.csv', CSV],
  ])('travels small to whoever reads Brotli, under an ETag of its own: %s', async (_what, path, text) => {
    const headers = { 'Accept-Encoding': 'gzip, br' }
    const answer = await ask(path, { rows: [WHERE], compresses: true, headers })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const etag = `"${sha256Of(text)}-br"`
    expect([answer.headers.get('Content-Encoding'), answer.headers.get('ETag')]).toEqual(['br', etag])
    expect(answer.headers.get('Content-Length')).toBe(String(bytes.length))
    expect(brotliDecompressSync(bytes).toString()).toBe(text)
    expect(bytes.length).toBeLessThan(text.length / 2)

    const again = await ask(path, { rows: [WHERE], compresses: true, headers })
    expect(Buffer.from(await again.arrayBuffer())).toEqual(bytes)
    const known = { ...headers, 'If-None-Match': etag }
    expect((await ask(path, { rows: [WHERE], compresses: true, headers: known })).status).toBe(304)
    const plain = await ask(path, { rows: [WHERE], compresses: true, headers: { 'If-None-Match': etag } })
    expect([plain.status, plain.headers.get('Vary'), await plain.text()]).toEqual([
      200,
      'Accept-Encoding',
      text,
    ])
  })

  it('of a demonstration is asked for again each time, and its file says what it is', async () => {
    const invented = makeRelease('where', 'departement-year', '2025', { synthetic: true })
    const answer = await ask(asJson, { rows: [invented] })
    expect(answer.headers.get('Cache-Control')).toBe('public, no-cache')
    expect(answer.headers.get('Content-Disposition')).toBe(
      'attachment; filename="balise-where-2025-synthetic.json"',
    )
  })

  it('that is held is not there', async () => {
    const held = makeRelease('where', 'departement-year', '2025', { held: true })
    for (const path of [asJson, '/api/releases/where/2025.csv']) {
      const answer = await ask(path, { rows: [held] })
      expect([answer.status, await answer.text()]).toEqual([404, '{"error":"not-found"}'])
    }
  })
})

/** What whoever has the store's credentials may have put in a row: the same release, with other rows. */
const withRows = (rows: MadeRelease['release']['rows']): string =>
  `${JSON.stringify({ ...WHERE.release, rows })}\n`
const WEEK = makeRelease('when-week', 'weekday-year', '2025')
const [FIRST = []] = WHERE.release.rows

describe('a row that is no release of ours', () => {
  it.each([
    ['is not JSON', 'what is this'],
    ['is of another form', '{"format":"balise-release-2"}'],
    ['is the text of another family', WEEK.text],
    ['is the text of another period', makeRelease('where', 'departement-year', '2024').text],
    ['has a code that a spreadsheet would reckon', withRows([['=1+1', 3]])],
    ['has a rung that a spreadsheet would reckon', `${JSON.stringify({ ...WHERE.release, rung: '=1+1' })}\n`],
    ['has a code with a line break', withRows([['75\n', 3]])],
    ['has a code with a control character', withRows([['7\u00005', 3]])],
    ['has an empty code', withRows([['', 3]])],
    ['has too few codes', withRows([[3]])],
    ['has too many codes', withRows([['75', '75', 3]])],
    ['has a number for a code', withRows([[75, 3]])],
    ['has a code for a number', withRows([['75', '3']])],
    ['has one such row among good ones', withRows([FIRST, ['@SUM(A1)', 3]])],
    ['has a digest that is none', WHERE.text, 'x"\r\n'],
    ['has a name of every object for a code', withRows([['constructor', 3]])],
    ['has a text that is not that of its digest', withRows([['75', 3]]), WHERE.sha256],
  ])('is left out, alone, when it %s', async (_what, text, sha256 = sha256Of(text)) => {
    const rows = [{ ...WHERE, text, sha256 }, WEEK]
    for (const path of ['/api/releases/where/2025.json', '/api/releases/where/2025.csv']) {
      const answer = await ask(path, { rows })
      expect([answer.status, await answer.text()]).toEqual([404, '{"error":"not-found"}'])
      expect(answer.headers.get('Cache-Control')).toBe('no-store, no-transform')
    }
    for (const path of ['/api/releases', '/api/releases/datapackage.json']) {
      const [answer, without] = [await ask(path, { rows }), await ask(path, { rows: [WEEK] })]
      expect([answer.status, await answer.text()]).toEqual([200, await without.text()])
    }
  })

  it.each([
    ['family', { family: 'nothing' as 'where' }],
    ['period', { window: 'for ever' }],
  ])('is not even named as one that waits, when nothing of ours has its %s', async (_what, other) => {
    const waiting = makeRelease('platform', 'platform-quarter', '2025-Q4', { held: true })
    const stranger = { ...waiting, release: { ...waiting.release, ...other } }
    const answer = await ask('/api/releases', { rows: [stranger, waiting, WEEK] })
    const list = v.parse(ReleaseList, await answer.json())
    expect(list.held).toEqual([{ family: 'platform', window: '2025-Q4' }])
    expect(list.releases.map(({ family }) => family)).toEqual(['when-week'])
  })
})

describe('an answer that could not be made', () => {
  it.each(['/api/releases', '/api/releases/datapackage.json', '/api/releases/where/2025.json'])(
    'is kept by nobody: %s',
    async (path) => {
      const said: string[] = []
      const house = {
        compress: () => Promise.reject(new Error('out of memory')),
        log: (line: string) => void said.push(line),
      }
      const answer = await ask(path, { rows: [WHERE], house, headers: { 'Accept-Encoding': 'br' } })
      expect([answer.status, await answer.text(), said]).toEqual([
        500,
        '{"error":"unexpected"}',
        ['unexpected'],
      ])
      expect(answer.headers.get('Cache-Control')).toBe('no-store, no-transform')
      expect([answer.headers.get('ETag'), answer.headers.get('Content-Disposition')]).toEqual([null, null])
    },
  )
})
