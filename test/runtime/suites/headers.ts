// The headers a browser gets with every answer, pages and API, refusals included.
import { describe, expect, it } from 'vitest'
import {
  API,
  HASHED_ASSET,
  OPEN_DATA,
  PAGE,
  VIEWER,
  VIEWER_ASSET,
  WORKSPACE,
} from '../../../src/server/headers.ts'
import { bodyOf, sealedEnvelope, signIn, solvedProof, submit } from '../../support/servers/correspondence.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import { FIXTURE_FRAMED_SCRIPT, FIXTURE_SCRIPT } from '../../support/servers/site-fixture.ts'
import type { House } from './house.ts'

const FORBIDDEN = ['server', 'x-powered-by', 'nel', 'report-to', 'server-timing']

function expectSet(answer: Response, set: Readonly<Record<string, string>>): void {
  const sent = Object.fromEntries(Object.keys(set).map((name) => [name, answer.headers.get(name)]))
  expect(sent).toEqual(set)
  expect(FORBIDDEN.filter((name) => answer.headers.has(name))).toEqual([])
}

const onApi: [string, number, (server: RunningServer) => Promise<Response>][] = [
  ['a challenge', 200, (s) => fetch(`${s.origin}/api/challenge`)],
  ['a sign-in challenge', 200, (s) => fetch(`${s.origin}/api/sign-in-challenge`)],
  ['health', 200, (s) => fetch(`${s.origin}/api/health`)],
  [
    'a kept submission',
    202,
    async (s) => submit(s, bodyOf(await sealedEnvelope(s, 'ecoute-sud')), solvedProof(s)),
  ],
  ['a refused submission', 403, (s) => submit(s, '{}', null)],
  ['a submission too large', 413, (s) => submit(s, 'x'.repeat(2 ** 20), solvedProof(s))],
  [
    'an inbox',
    200,
    async (s) => fetch(`${s.origin}/api/inbox`, { headers: { Cookie: await signIn(s, 'ecoute-sud') } }),
  ],
  ['an inbox without a session', 401, (s) => fetch(`${s.origin}/api/inbox`)],
  ['signing out', 204, (s) => fetch(`${s.origin}/api/session`, { method: 'DELETE' })],
  ['a release that was not published', 404, (s) => fetch(`${s.origin}/api/releases/where/2001.json`)],
  ['a filter of releases', 400, (s) => fetch(`${s.origin}/api/releases?departement=75`)],
  ['a wrong method', 405, (s) => fetch(`${s.origin}/api/health`, { method: 'PUT' })],
  ['an unknown address', 404, (s) => fetch(`${s.origin}/api/unknown`)],
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

  describe('the header set of open data comes with', () => {
    it.each(['/api/releases', '/api/releases/datapackage.json'])('%s', async (path) => {
      const answer = await fetch(`${house().origin}${path}`)
      expect(answer.status).toBe(200)
      expectSet(answer, OPEN_DATA)
      expect(answer.headers.getSetCookie()).toEqual([])
      await answer.body?.cancel()
    })
  })

  describe('a page', () => {
    it.each([
      ['/', PAGE, 200, 'text/html; charset=utf-8'],
      ['/fr/ecrire', PAGE, 200, 'text/html; charset=utf-8'],
      ['/fr/association', WORKSPACE, 200, 'text/html; charset=utf-8'],
      ['/piece', VIEWER, 200, 'text/html; charset=utf-8'],
      [FIXTURE_SCRIPT, HASHED_ASSET, 200, 'text/javascript'],
      [FIXTURE_FRAMED_SCRIPT, VIEWER_ASSET, 200, 'text/javascript'],
      ['/directory.json', PAGE, 200, 'application/json'],
      ['/manifest.json', PAGE, 200, 'application/json'],
      ['/.well-known/security.txt', PAGE, 200, 'text/plain; charset=utf-8'],
      ['/fr/nulle-part', PAGE, 404, 'text/html; charset=utf-8'],
    ])('comes with its header set: %s', async (path, set, status, type) => {
      const answer = await fetch(`${house().origin}${path}`)
      expect(answer.status).toBe(status)
      expectSet(answer, set)
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
