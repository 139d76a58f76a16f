// What an analyst may rely on, whichever runtime answers: what was published, the same bytes for everyone and for ever, and nothing
// else. Each server is given the same rows and compared with what must be made of them, so that the two are compared with each other.
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { csvOf } from '../../../src/domain/release-csv.ts'
import { FAMILY_IDS } from '../../../src/protocol/families.ts'
import { Release, ReleaseList } from '../../../src/protocol/release.ts'
import { API, OPEN_DATA, RELEASE } from '../../../src/server/headers.ts'
import { dataPackageOf } from '../../../src/server/open-data/data-package.ts'
import { sha256Of, SOME_RELEASES, storeReleases, type MadeRelease } from '../../support/published-releases.ts'
import { bodyOf, sealedEnvelope, solvedProof, submit } from '../../support/servers/correspondence.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import { cardBody, cardProof, postCard } from './cards.ts'
import type { House } from './house.ts'

const hash = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())

const periodThenFamily = (one: MadeRelease, other: MadeRelease): number =>
  one.release.window === other.release.window
    ? FAMILY_IDS.indexOf(one.release.family) - FAMILY_IDS.indexOf(other.release.family)
    : one.release.window < other.release.window
      ? -1
      : 1

interface Expected {
  path: string
  text: string
  type: string
  set: Readonly<Record<string, string>>
  fileName?: string
}

/** Every address that answers, and exactly what with, as a function of what is stored. */
function expectedOf(stored: readonly MadeRelease[]): Expected[] {
  const published = stored.filter(({ held }) => !held).toSorted(periodThenFamily)
  const list: ReleaseList = {
    format: 'balise-releases-1',
    releases: published.map(({ release, sha256, note }) => ({
      family: release.family,
      window: release.window,
      rung: release.rung,
      synthetic: release.synthetic,
      publishedOn: release.publishedOn,
      epsilon: release.epsilon,
      sha256,
      note,
    })),
    held: stored.filter(({ held }) => held).map(({ release: { family, window } }) => ({ family, window })),
  }
  return [
    { path: '/api/releases', text: `${JSON.stringify(list)}\n`, type: 'application/json', set: OPEN_DATA },
    {
      path: '/api/releases/datapackage.json',
      text: `${JSON.stringify(dataPackageOf(published, hash))}\n`,
      type: 'application/vnd.datapackage+json',
      set: OPEN_DATA,
      fileName: 'datapackage.json',
    },
    ...published.flatMap(({ release, text }): Expected[] => {
      const { family, window, synthetic } = release
      const name = `balise-${family}-${window}${synthetic ? '-synthetic' : ''}`
      const path = `/api/releases/${family}/${window}`
      return [
        {
          path: `${path}.json`,
          text,
          type: 'application/json',
          set: synthetic ? OPEN_DATA : RELEASE,
          fileName: `${name}.json`,
        },
        {
          path: `${path}.csv`,
          text: csvOf(release),
          type: 'text/csv; charset=utf-8; header=present',
          set: OPEN_DATA,
          fileName: `${name}.csv`,
        },
      ]
    }),
  ]
}

/** Of the connection, and of the moment. */
const PASSING = ['date', 'connection', 'keep-alive']

const headersOf = (answer: Response): Record<string, string> =>
  Object.fromEntries([...answer.headers].filter(([name]) => !PASSING.includes(name)))

const dressOf = ({ text, type, set, fileName }: Expected): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(set).map(([name, value]) => [name.toLowerCase(), value])),
  'content-type': type,
  'content-length': String(Buffer.byteLength(text)),
  etag: `"${sha256Of(text)}"`,
  vary: 'Accept-Encoding',
  ...(fileName === undefined ? {} : { 'content-disposition': `attachment; filename="${fileName}"` }),
})

const ask = (server: RunningServer, path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.origin}${path}`, { method, headers: { 'Accept-Encoding': 'identity', ...headers } })

/** As bytes of an address that no URL library has tidied. */
const askRaw = (server: RunningServer, path: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.origin)
    request({ hostname, port, path, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
      .on('error', reject)
      .end()
  })

async function everyAnswer(server: RunningServer, expected: readonly Expected[]) {
  const answers: Record<string, { status: number; headers: Record<string, string>; text: string }> = {}
  for (const { path } of expected) {
    const answer = await ask(server, path)
    answers[path] = { status: answer.status, headers: headersOf(answer), text: await answer.text() }
  }
  return answers
}

const asExpected = (expected: readonly Expected[]) =>
  Object.fromEntries(
    expected.map((each) => [each.path, { status: 200, headers: dressOf(each), text: each.text }]),
  )

/** Every row of every table of the statistics store. */
async function everyRow(server: RunningServer): Promise<Record<string, unknown[]>> {
  const tables = await server.queryStatistics(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'libsql%' order by name",
  )
  const rows: Record<string, unknown[]> = {}
  for (const name of tables.map((table) => String(table['name']))) {
    const found = await server.queryStatistics(`select * from "${name}"`)
    rows[name] = found.map((row) => JSON.stringify(row, bytesAsHex)).toSorted()
  }
  return rows
}

const bytesAsHex = (_: string, value: unknown): unknown =>
  value instanceof ArrayBuffer ? Buffer.from(value).toString('hex') : value

const HELD = SOME_RELEASES.find(({ held }) => held)?.release

/** Well formed, and not there. */
const NOT_PUBLISHED = [
  '/api/releases/where/2023.json',
  '/api/releases/where/2023.csv',
  '/api/releases/where/2025-Q1.json',
  '/api/releases/act/2099-Q4.csv',
  `/api/releases/${HELD?.family}/${HELD?.window}.json`,
  `/api/releases/${HELD?.family}/${HELD?.window}.csv`,
]

const ILL_SHAPED = [
  '/api/releases?',
  '/api/releases?family=where',
  '/api/releases?since=2025',
  '/api/releases/',
  '/api/releases//',
  '/api/releases/datapackage.json?',
  '/api/releases/datapackage.json/',
  '/api/releases/datapackage.csv',
  '/api/releases/where',
  '/api/releases/where/',
  '/api/releases/where/2025',
  '/api/releases/where/2025.json?departement=75',
  '/api/releases/where/2025.csv?',
  '/api/releases/where/2025.json/',
  '/api/releases/where//2025.json',
  '/api/releases//where/2025.json',
  '/api/releases/where/2025.JSON',
  '/api/releases/where/2025.xml',
  '/api/releases/where/2025.json.csv',
  '/api/releases/where/2025-Q5.json',
  '/api/releases/where/2025-q1.json',
  '/api/releases/where/1999.json',
  '/api/releases/where/20255.json',
  '/api/releases/where/2025-06.json',
  '/api/releases/where/*.json',
  '/api/releases/WHERE/2025.json',
  '/api/releases/anything/2025.json',
  '/api/releases/__proto__/2025.json',
  '/api/releases/constructor/2025.json',
  '/api/releases/%77here/2025.json',
  '/api/releases/where/2025%2Ejson',
  '/api/releases/where%2F2025.json',
  '/api/releases/where/2025.json%00',
  '/api/releases/where/2025.json%0a',
  '/api/releases/where/2025.json;v=1',
  "/api/releases/where/2025'%20or%201=1--.json",
  '/api/%72eleases',
  `/api/releases/where/${'2025'.repeat(500)}.json`,
]

/** What the rules of URLs make of them may be one of ours, or none: never something else. */
const TIDIED = [
  '/api/releases/where/../../health',
  '/api//releases',
  '/api/releases/./where/2023.json',
  '//api/releases',
]

export function releasesSuite(house: House, { compresses }: { compresses: boolean }): void {
  describe('an analyst', () => {
    const expected = expectedOf(SOME_RELEASES)
    let empty: Awaited<ReturnType<typeof everyAnswer>>
    beforeAll(async () => {
      await storeReleases(house(), [])
      empty = await everyAnswer(house(), expectedOf([]))
      await storeReleases(house(), SOME_RELEASES)
    })

    it('is given what was published, byte for byte, under the same headers by every server, before and after a restart', async () => {
      const server = house()
      expect(await everyAnswer(server, expected)).toEqual(asExpected(expected))
      await server.restart()
      expect(await everyAnswer(server, expected)).toEqual(asExpected(expected))
    })

    it('reads releases and a list that are of their schemas, and finds each file under the digest that the list gives', async () => {
      const list = v.parse(ReleaseList, await (await ask(house(), '/api/releases')).json())
      expect(list.releases).toHaveLength(SOME_RELEASES.length - 1)
      expect(list.held).toEqual([{ family: HELD?.family, window: HELD?.window }])
      for (const { family, window, sha256, rung, synthetic } of list.releases) {
        const answer = await ask(house(), `/api/releases/${family}/${window}.json`)
        const text = await answer.text()
        expect(sha256Of(text)).toBe(sha256)
        expect(v.parse(Release, JSON.parse(text))).toMatchObject({ family, window, rung, synthetic })
      }
    })

    it('finds the same keys and headers before anything was published', async () => {
      expect(empty).toEqual(asExpected(expectedOf([])))
      const full = await everyAnswer(house(), expected.slice(0, 2))
      for (const [path, answer] of Object.entries(empty)) {
        const { etag: _, 'content-length': __, ...headers } = answer.headers
        expect(full[path]?.headers).toMatchObject(headers)
        expect(Object.keys(full[path]?.headers ?? {})).toEqual(Object.keys(answer.headers))
        expect(Object.keys(JSON.parse(full[path]?.text ?? ''))).toEqual(Object.keys(JSON.parse(answer.text)))
      }
    })

    it('may ask for the head alone, and is told nothing twice', async () => {
      for (const each of expected) {
        const head = await ask(house(), each.path, {}, 'HEAD')
        expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([
          200,
          '',
          dressOf(each)['etag'],
        ])
        const known = await ask(house(), each.path, { 'If-None-Match': dressOf(each)['etag'] ?? '' })
        expect([known.status, await known.text()]).toEqual([304, ''])
        const { 'content-type': _, 'content-length': __, 'content-disposition': ___, ...kept } = dressOf(each)
        expect(headersOf(known)).toEqual(kept)
      }
    })

    it('reads the same whether or not it travels compressed', async () => {
      for (const { path, text } of expected) {
        const { status, encoding, etag, bytes } = await askCompressed(house(), path)
        expect(status).toBe(200)
        expect((encoding === 'br' ? brotliDecompressSync(bytes) : bytes).toString()).toBe(text)
        if (compresses) expect([encoding, etag]).toEqual(['br', `"${sha256Of(text)}-br"`])
      }
    })

    it.each(NOT_PUBLISHED)(
      'finds nothing where nothing was published, or where it waits: %s',
      async (path) => {
        expect(await askRaw(house(), path)).toEqual({ status: 404, text: '{"error":"not-found"}' })
      },
    )

    it.each(ILL_SHAPED)('is refused what is no address of ours, without an echo: %s', async (path) => {
      expect(await askRaw(house(), path)).toEqual({ status: 400, text: '{"error":"invalid-shape"}' })
    })

    it.each(TIDIED)('finds a thing of ours or none where an address is untidy: %s', async (path) => {
      const { status, text } = await askRaw(house(), path)
      if (status === 200) expect(text).toContain('"status":"ok"')
      else expect(text).not.toContain('where')
    })

    it('may only ask', async () => {
      for (const { path } of expected) {
        for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
          const answer = await ask(house(), path, {}, method)
          const told = [answer.status, answer.headers.get('allow'), await answer.text()]
          expect(told).toEqual([405, 'GET, HEAD', '{"error":"method-not-allowed"}'])
          expect(answer.headers.get('cache-control')).toBe(API['Cache-Control'])
        }
      }
    })

    it('is answered alike whoever they are: no cookie, no language, no origin changes a byte', async () => {
      const asSomebody = {
        Cookie: `__Host-balise=${'A'.repeat(43)}`,
        'Accept-Language': 'en',
        Accept: 'text/html',
        Origin: 'https://example.org',
        'Sec-Fetch-Site': 'cross-site',
        Range: 'bytes=0-9',
        Authorization: 'Bearer x',
        'X-Forwarded-For': '203.0.113.9',
      }
      for (const each of expected) {
        const answer = await ask(house(), each.path, asSomebody)
        expect([answer.status, headersOf(answer), await answer.text()]).toEqual([
          200,
          dressOf(each),
          each.text,
        ])
      }
    })

    it('moves no row by asking; a card moves itself and what paid for it; a report moves nothing here', async () => {
      const server = house()
      const before = await everyRow(server)
      for (const { path } of expected) await (await ask(server, path)).text()
      for (const path of [...NOT_PUBLISHED, ...ILL_SHAPED]) await askRaw(server, path)
      expect(await everyRow(server)).toEqual(before)

      const report = bodyOf(await sealedEnvelope(server, 'ecoute-sud'))
      expect((await submit(server, report, solvedProof(server))).status).toBe(202)
      expect(await everyRow(server)).toEqual(before)

      expect((await postCard(server, await cardBody(server), cardProof(server))).status).toBe(202)
      const { cards: cardsBefore = [], spent_proofs: proofsBefore = [], ...othersBefore } = before
      const { cards = [], spent_proofs: proofs = [], ...others } = await everyRow(server)
      expect(others).toEqual(othersBefore)
      expect(cards.filter((row) => !cardsBefore.includes(row))).toHaveLength(1)
      expect([cards.length, proofs.length]).toEqual([cardsBefore.length + 1, proofsBefore.length + 1])
      expect(await everyAnswer(server, expected)).toEqual(asExpected(expected))
    })

    it('is told when the statistics store fails, by its code', async () => {
      const server = house()
      await server.queryStatistics('alter table releases rename to away')
      const answers = await Promise.all(expected.slice(0, 3).map(({ path }) => ask(server, path)))
      await server.queryStatistics('alter table away rename to releases')
      for (const answer of answers) {
        expect([answer.status, await answer.text()]).toEqual([503, '{"error":"storage-unavailable"}'])
        expect(answer.headers.get('cache-control')).toBe(API['Cache-Control'])
      }
    })

    it('has three doors, and no other: each route of theirs is in this suite', async () => {
      const files = await readdir(new URL('../../../src/server/routes/analyst', import.meta.url))
      expect(files.toSorted()).toEqual(['get-datapackage.ts', 'get-release.ts', 'get-releases.ts'])
    })
  })
}

/** As it travels: `fetch` would decompress it. */
const askCompressed = (server: RunningServer, path: string) =>
  new Promise<{ status: number; encoding: string | undefined; etag: string | undefined; bytes: Buffer }>(
    (resolve, reject) => {
      const parts: Buffer[] = []
      request(`${server.origin}${path}`, { headers: { 'Accept-Encoding': 'br' }, agent: false }, (answer) => {
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            encoding: answer.headers['content-encoding'],
            etag: answer.headers.etag,
            bytes: Buffer.concat(parts),
          }),
        )
      })
        .on('error', reject)
        .end()
    },
  )
