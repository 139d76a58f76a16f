// The headers a browser gets with every answer, pages and API, refusals included.
import { describe, expect, it } from 'vitest'
import { API, HEADER_SETS, PAGE, type HeaderSet } from '../../../src/server/headers.ts'
import { solvedProof, submit } from '../../support/servers/correspondence.ts'
import { fetchPart } from '../../support/servers/part-sender.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import { FIXTURE_FRAMED_SCRIPT, FIXTURE_SCRIPT } from '../../support/servers/site-fixture.ts'
import type { House } from './house.ts'

const FORBIDDEN = ['server', 'x-powered-by', 'nel', 'report-to', 'server-timing']

function expectSet(answer: Response, set: Readonly<Record<string, string>>): void {
  const sent = Object.fromEntries(Object.keys(set).map((name) => [name, answer.headers.get(name)]))
  expect(sent).toEqual(set)
  expect(FORBIDDEN.filter((name) => answer.headers.has(name))).toEqual([])
}

/** What no one route answers; those are in `every-route.ts`. */
const onApi: [string, number, (server: RunningServer) => Promise<Response>][] = [
  ['a submission too large', 413, (s) => submit(s, 'x'.repeat(2 ** 20), solvedProof(s))],
  ['a filter of releases', 400, (s) => fetch(`${s.origin}/api/releases?departement=75`)],
  ['an unknown address', 404, (s) => fetch(`${s.origin}/api/unknown`)],
  [
    'a store that fails',
    503,
    async (s) => {
      await s.query('alter table parts rename to away')
      const answer = await fetchPart(s, { sha256: '0'.repeat(64) })
      await s.query('alter table away rename to parts')
      return answer
    },
  ],
]

const PAGES: Record<HeaderSet, [path: string, type: string]> = {
  page: ['/fr/ecrire', 'text/html; charset=utf-8'],
  workspace: ['/fr/association', 'text/html; charset=utf-8'],
  viewer: ['/piece', 'text/html; charset=utf-8'],
  clearing: ['/fr/quitter', 'text/html; charset=utf-8'],
  'hashed-asset': [FIXTURE_SCRIPT, 'text/javascript'],
  'viewer-asset': [FIXTURE_FRAMED_SCRIPT, 'text/javascript'],
}

/** Of a file, beside its header set: of the connection, of its content, of how it may be kept. */
const OF_A_FILE = [
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-type',
  'content-encoding',
  'vary',
  'etag',
  // The edge’s own word on whether its cache had the file.
  'cf-cache-status',
]

export function headersSuite(house: House): void {
  describe('the API’s header set comes with', () => {
    it.each(onApi)('%s (%i)', async (_what, status, ask) => {
      const answer = await ask(house())
      expect(answer.status).toBe(status)
      expectSet(answer, API)
      await answer.body?.cancel()
    })
  })

  describe('a page', () => {
    it.each(Object.entries(PAGES))(
      'CSP loosened for a CDN: a page or file of each kind comes with its header set, and no other header: %s',
      async (kind, [path, type]) => {
        const answer = await fetch(`${house().origin}${path}`)
        const set = HEADER_SETS[kind as HeaderSet]
        expect(answer.status).toBe(200)
        expectSet(answer, set)
        expect(answer.headers.get('content-type')).toContain(type)
        const known = [...OF_A_FILE, ...Object.keys(set).map((name) => name.toLowerCase())]
        expect([...answer.headers.keys()].filter((name) => !known.includes(name))).toEqual([])
        await answer.body?.cancel()
      },
    )

    it.each([
      ['/', 200, 'text/html; charset=utf-8'],
      ['/directory.json', 200, 'application/json'],
      ['/manifest.json', 200, 'application/json'],
      ['/.well-known/security.txt', 200, 'text/plain; charset=utf-8'],
      ['/fr/nulle-part', 404, 'text/html; charset=utf-8'],
    ])('comes with the header set of pages, and no cookie: %s', async (path, status, type) => {
      const answer = await fetch(`${house().origin}${path}`)
      expect(answer.status).toBe(status)
      expectSet(answer, PAGE)
      expect(answer.headers.get('content-type')).toContain(type)
      expect(answer.headers.getSetCookie()).toEqual([])
      await answer.body?.cancel()
    })

    it('may be framed by ours when it is the frame of a file, and no other may', async () => {
      for (const [path, framed] of [
        ['/piece', null],
        ['/fr/association', 'DENY'],
      ] as const) {
        const answer = await fetch(`${house().origin}${path}`)
        expect(answer.headers.get('x-frame-options')).toBe(framed)
        await answer.body?.cancel()
      }
    })

    it('can be reached with a slash or .html too many', async () => {
      for (const path of ['/fr/ecrire/', '/fr/ecrire.html']) {
        const answer = await fetch(`${house().origin}${path}`, { redirect: 'manual' })
        expect([answer.status, answer.headers.get('location')]).toEqual([307, '/fr/ecrire'])
        expectSet(answer, PAGE)
      }
    })

    it.each([
      '/../server.secret',
      '/..%2fserver.secret',
      '/%2e%2e/envelopes.db',
      '//etc/passwd',
      '/_headers',
    ])('is never a file outside the site: %s', async (path) => {
      const answer = await fetch(`${house().origin}${path}`)
      expect(answer.status).toBe(404)
      expectSet(answer, PAGE)
      await answer.body?.cancel()
    })

    it('takes nothing but GET and HEAD', async () => {
      for (const path of ['/fr/ecrire', '/fr/nulle-part']) {
        const answer = await fetch(`${house().origin}${path}`, { method: 'POST', body: 'x' })
        expect(answer.status).toBe(405)
        expectSet(answer, PAGE)
        await answer.body?.cancel()
      }
      const head = await fetch(`${house().origin}/fr/ecrire`, { method: 'HEAD' })
      expect([head.status, await head.text()]).toEqual([200, ''])
    })
  })
}
