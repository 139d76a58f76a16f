// Who may ask for what: every endpoint of associations, tried in every role, without one, after being removed, with a session that is
// over, and from another site's page.
import { readdir } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { TeamRole } from '../../../src/protocol/team.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import {
  changeBody,
  foundTeam,
  makePerson,
  makeTeam,
  personOf,
  postTeam,
  signInAs,
} from '../../support/team-maker.ts'
import { TEAMED, type House } from './house.ts'

const [OURS, THEIRS] = TEAMED

/** By the file of each route. `roles` may ask; null where nobody has to be signed in. */
const ROUTES: Record<string, { method: 'GET' | 'POST' | 'DELETE'; path: string; roles: TeamRole[] | null }> =
  {
    'get-inbox': { method: 'GET', path: '/api/inbox', roles: ['officer', 'member'] },
    'post-acknowledgements': { method: 'POST', path: '/api/acknowledgements', roles: ['officer', 'member'] },
    'post-copy': { method: 'POST', path: '/api/copies', roles: ['officer', 'member'] },
    'get-cases': { method: 'GET', path: '/api/cases', roles: ['officer', 'member'] },
    'post-case': { method: 'POST', path: '/api/cases', roles: ['officer', 'member'] },
    'get-records': { method: 'GET', path: '/api/records', roles: ['officer', 'member'] },
    'post-record': { method: 'POST', path: '/api/records', roles: ['officer', 'member'] },
    'get-notices': { method: 'GET', path: '/api/notices', roles: ['officer'] },
    'post-notices': { method: 'POST', path: '/api/notices', roles: ['officer'] },
    'get-templates': { method: 'GET', path: '/api/templates', roles: ['officer', 'member'] },
    'post-templates': { method: 'POST', path: '/api/templates', roles: ['officer', 'member'] },
    'get-team': { method: 'GET', path: '/api/team', roles: ['officer', 'member', 'recovery'] },
    'post-team': { method: 'POST', path: '/api/team', roles: ['officer', 'recovery'] },
    'get-key-blobs': { method: 'GET', path: '/api/key-blobs', roles: ['officer', 'member'] },
    'post-key-blob': { method: 'POST', path: '/api/key-blobs', roles: ['officer', 'member'] },
    'post-key-blob-removal': {
      method: 'POST',
      path: '/api/key-blobs/removals',
      roles: ['officer', 'member'],
    },
    'post-key-blob-read': { method: 'POST', path: '/api/key-blobs/reads', roles: null },
    'get-invitations': { method: 'GET', path: '/api/invitations', roles: ['officer'] },
    'post-invitation': { method: 'POST', path: '/api/invitations', roles: ['officer'] },
    'post-invitation-removal': { method: 'POST', path: '/api/invitations/removals', roles: ['officer'] },
    'post-invitation-read': { method: 'POST', path: '/api/invitations/reads', roles: null },
    'post-invitation-answer': { method: 'POST', path: '/api/invitations/answers', roles: null },
    'get-sign-in-challenge': { method: 'GET', path: '/api/sign-in-challenge', roles: null },
    'post-session': { method: 'POST', path: '/api/session', roles: null },
    'delete-session': { method: 'DELETE', path: '/api/session', roles: null },
  }

/** What a body of no shape at all is told once its sender may ask; what a GET is told. */
const LET_THROUGH = [200, 204, 400]

type Who = TeamRole | 'nobody' | 'removed' | 'expired'

export function rolesSuite(house: House): void {
  describe('every endpoint of associations', () => {
    const cookies = new Map<Who, string>()

    const ask = (
      server: RunningServer,
      { method, path }: (typeof ROUTES)[string],
      cookie: string,
      headers: Record<string, string> = {},
    ): Promise<Response> =>
      fetch(`${server.origin}${path}`, {
        method,
        headers: { Cookie: cookie, 'Content-Type': 'application/json', ...headers },
        ...(method === 'POST' ? { body: '{}' } : {}),
      })

    beforeAll(async () => {
      const server = house()
      for (const table of ['rosters', 'team_books', 'team_members', 'sessions'])
        await server.query(`delete from ${table}`)
      const [gone, late] = [await makePerson('officer'), await makePerson('member')]
      const team = [...(await makeTeam()), late]
      await foundTeam(server, OURS, [...team, gone])
      await foundTeam(server, THEIRS, await makeTeam())
      const officer = personOf(team, 'officer')
      for (const role of ['officer', 'member', 'recovery'] as const) {
        cookies.set(role, await signInAs(server, OURS, personOf(team, role)))
      }
      cookies.set('nobody', '')
      cookies.set('removed', await signInAs(server, OURS, gone))
      cookies.set('expired', await signInAs(server, OURS, late))
      const cookie = cookies.get('officer') ?? ''
      const change = await changeBody(server, cookie, { team, signer: officer, association: OURS })
      expect((await postTeam(server, cookie, change)).status).toBe(204)
      await server.query(
        `update sessions set started_at = started_at - 43201 where member = '${late.fingerprint}'`,
      )
    })

    it('is in this table', async () => {
      const files = await readdir(new URL('../../../src/server/routes/association', import.meta.url))
      expect(Object.keys(ROUTES).toSorted()).toEqual(files.map((file) => file.replace('.ts', '')).toSorted())
    })

    const everyone: Who[] = ['officer', 'member', 'recovery', 'nobody', 'removed', 'expired']
    it.each(everyone)('IDOR, logout CSRF: lets %s do what they may, and nothing else', async (who) => {
      const server = house()
      const cookie = cookies.get(who) ?? ''
      const told: Record<string, string> = {}
      const due: Record<string, string> = {}
      for (const [name, route] of Object.entries(ROUTES).filter(([, { roles }]) => roles !== null)) {
        const answer = await ask(server, route, cookie)
        told[name] = LET_THROUGH.includes(answer.status) ? 'let through' : await answer.text()
        const may = route.roles?.some((role) => role === who)
        const known = ['officer', 'member', 'recovery'].includes(who)
        due[name] = may ? 'let through' : `{"error":"${known ? 'not-allowed' : 'sign-in-required'}"}`
      }
      expect(told).toEqual(due)
    })

    it('IDOR, logout CSRF: lets another site’s page change nothing, whoever is signed in', async () => {
      const server = house()
      const told: Record<string, unknown> = {}
      const changing = Object.entries(ROUTES).filter(([, { method }]) => method !== 'GET')
      for (const [name, route] of changing) {
        const answer = await ask(server, route, cookies.get('officer') ?? '', {
          'Sec-Fetch-Site': 'cross-site',
        })
        told[name] = await answer.text()
      }
      expect(told).toEqual(Object.fromEntries(changing.map(([name]) => [name, '{"error":"foreign-origin"}'])))
    })
  })
}
