// Every route of the app, asked by someone whose request says who and where they are: what each answer is dressed in, whose rows it
// reaches, and that nothing of the sender or of what was sealed is anywhere afterwards.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort } from '../../../src/cli/free-port.ts'
import { API } from '../../../src/server/headers.ts'
import {
  askFor,
  beginVisit,
  endVisit,
  EVERY_ROUTE,
  ownIds,
  ownMarks,
  ownRows,
  routesOfTheApp,
  type Asked,
  type Visit,
} from '../../support/servers/every-route.ts'
import { hunt, sentinel } from '../../support/sentinels.ts'
import { TELLING_HEADERS, TELLS, tellingFetch, type Heard } from '../../support/servers/telling-requests.ts'
import { TEAMED, type House } from './house.ts'

/** Of the connection and of the moment; and of every answer that says something. */
const USUAL = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-type']

const routes = Object.entries(EVERY_ROUTE)

const JSON_LURE = (lure: string): Pick<Asked, 'headers' | 'body'> => ({
  headers: { 'Content-Type': 'application/json', Proof: `http://${lure}/` },
  body: JSON.stringify({ version: 1, url: `http://${lure}/`, address: `${lure}@${lure}` }),
})

/** What an answer is dressed in beyond these sets and what every answer has; and what of the set it lacks. */
function strayHeaders(answer: Response, set: Readonly<Record<string, string>>): string[] {
  const dressed = Object.entries(set).map(([name, value]) => [name.toLowerCase(), value] as const)
  const lacking = dressed.filter(([name, value]) => answer.headers.get(name) !== value)
  const known = [...USUAL, ...dressed.map(([name]) => name)]
  const more = [...answer.headers.keys()].filter((name) => !known.includes(name))
  return [...lacking.map(([name]) => `without ${name}`), ...new Set(more)]
}

/**
 * Without `whole` it leaves out what is the app's alone, and the same wherever it runs: whose rows a route reaches. Nor does it look at what
 * stands in for the edge here, which compresses though the app forbids it.
 */
export function everyRouteSuite(house: House, { whole }: { whole: boolean }): void {
  describe('every route of the app', () => {
    const heard: Heard[] = []
    let visit: Visit

    beforeAll(async () => {
      vi.stubGlobal('fetch', tellingFetch(heard))
      visit = await beginVisit(house(), TEAMED)
    })
    afterAll(async () => {
      vi.unstubAllGlobals()
      await endVisit(visit)
    })

    it('is walked here', () => {
      expect(routesOfTheApp().toSorted()).toEqual(Object.keys(EVERY_ROUTE).toSorted())
    })

    it.each(routes)(
      '%s: what is heard, what is refused and a wrong method have the header set, and no other header',
      async (name, route) => {
        const asked = await route.heard(visit)
        const answer = await askFor(visit, name, asked, route.signedIn ? visit.cookie : '')
        expect([answer.status, strayHeaders(answer, route.set ?? API)]).toEqual([
          route.status,
          route.more ?? [],
        ])
        const wrong = await askFor(visit, 'PATCH', { path: asked.path })
        expect([wrong.status, await wrong.text(), strayHeaders(wrong, API)]).toEqual([
          405,
          '{"error":"method-not-allowed"}',
          ['allow'],
        ])
        if (!route.refused) return
        const [status, code, how] = route.refused
        const refusal = await askFor(visit, name, how(visit))
        expect([refusal.status, await refusal.text(), strayHeaders(refusal, API)]).toEqual([
          status,
          JSON.stringify({ error: code }),
          [],
        ])
      },
    )

    it.each(routes.filter(([, { set }]) => whole && set === undefined))(
      'compression leaks: %s is not compressed, whatever the sender takes, and nobody may on the way',
      async (name, route) => {
        const asked = await route.heard(visit)
        const headers = { ...asked.headers, 'Accept-Encoding': 'br, gzip, deflate, zstd' }
        const answer = await askFor(visit, name, { ...asked, headers }, route.signedIn ? visit.cookie : '')
        expect(answer.status).toBe(route.status)
        // RFC 9111 §5.2.2.6.
        expect(answer.headers.get('cache-control')).toContain('no-transform')
        expect(answer.headers.get('content-encoding')).toBeNull()
      },
    )

    it.each(routes.filter(([, { signedIn }]) => whole && signedIn))(
      'IDOR, logout CSRF: %s reaches nothing of another association, asked for with its own words',
      async (name, route) => {
        const asked = await route.heard(visit)
        const [before, marks] = [await ownRows(visit), await ownMarks(visit)]
        const answer = await askFor(visit, name, asked, visit.strangers)
        const said = await answer.text()
        expect(marks.filter((mark) => said.includes(mark))).toEqual([])
        expect(await ownRows(visit)).toBe(before)
        // The same words are heard from whom they are of: they were refused, or went elsewhere, for no other reason.
        const own = await askFor(visit, name, asked, visit.cookie)
        expect(own.status).toBe(route.afterStrangers ?? route.status)
      },
    )

    it('sequential ids, blind SSRF: no key of a row tells how many there are, or which came first', async () => {
      const came: number[] = []
      for (let each = 0; each < 16; each++) {
        const asked = await EVERY_ROUTE['POST /api/acknowledgements']?.heard(visit)
        came.push(Number(/\d+/.exec(String(asked?.body))?.[0]))
      }
      const rises = came.filter((id, each) => each > 0 && id > (came[each - 1] ?? 0)).length
      expect([new Set(came).size, rises > 0, rises < came.length - 1]).toEqual([16, true, true])
      // Of 53 random bits, a key as short as this is drawn once in eight million times.
      expect(Math.min(...(await ownIds(visit)))).toBeGreaterThan(2 ** 30)
    })

    it('sequential ids, blind SSRF: an address that someone gives is never asked for', async () => {
      const { server } = visit
      const lure = `127.0.0.1:${await freePort()}`
      for (const path of [
        `/fr/ecrire?url=http://${lure}/`,
        `/api/releases?url=http://${lure}/`,
        `/http://${lure}/`,
      ]) {
        await askFor(visit, 'GET', { path, headers: { Host: lure, Forwarded: `host=${lure}` } })
      }
      for (const [name, route] of routes.filter(([each]) => each.startsWith('POST'))) {
        await askFor(
          visit,
          name,
          { path: name.split(' ')[1] ?? '', ...JSON_LURE(lure) },
          route.signedIn ? visit.cookie : '',
        )
      }
      // At the edge nobody can say; there the source alone is looked at (unit/banned-words.test.ts).
      const reached = (await server.reached?.()) ?? []
      const relay = new URL(server.mail?.settings['MAIL_RELAY'] ?? 'smtp://none').host
      expect(reached.filter((place) => place !== relay)).toEqual([])
      expect(server.logs()).not.toContain(lure)
    })

    it('keeps, writes and answers nothing of whoever asked: no address, no agent, no language, no way they came', async () => {
      const { server } = visit
      await askFor(visit, 'GET', { path: '/fr/ecrire' })
      await askFor(visit, 'GET', { path: `/fr/${TELLS.at(-1)}`, headers: { Cookie: '' } })
      expect(heard.length).toBeGreaterThan(2)
      const answers = heard.map(
        ({ headers, body }) => `${JSON.stringify(headers)}\n${body.toString('latin1')}`,
      )
      const places = { folders: server.folders, texts: { answers: answers.join('\n'), log: server.logs() } }
      expect(await hunt(places, TELLS)).toEqual({})
      // The hunt would find them where they are.
      const sent = Object.values(TELLING_HEADERS).join('\n')
      expect(Object.keys(await hunt({ texts: { sent } }, TELLS))).toEqual(['sent'])
    })

    it('leaves nothing of what was sealed, and no secret that was only shown, in a store, a log or a temporary file', async () => {
      const { server } = visit
      for (const [name, route] of routes.filter(([each]) => each.startsWith('POST'))) {
        await askFor(visit, name, await route.heard(visit), route.signedIn ? visit.cookie : '')
      }
      expect(visit.unkept).toContain(sentinel('submission'))
      const [row] = await server.query('select token_hash from envelopes limit 1')
      const kept = String(row?.['token_hash'])
      const places = { folders: server.folders, texts: { log: server.logs() } }
      const found = await hunt(places, [...new Set([...visit.unkept, kept])])
      // What is kept is found: the stores lie in these folders.
      expect([...new Set(Object.values(found).flat())]).toEqual([kept])
    })
  })
}
