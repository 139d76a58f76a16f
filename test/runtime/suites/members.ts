// Who may see and do what: members of an association with their own envelopes, strangers with none.
import { describe, expect, it } from 'vitest'
import { issueChallenge } from '../../../src/crypto/challenge.ts'
import { concat, fromBase64, toBase64 } from '../../../src/crypto/encoding.ts'
import { readLoneSignature } from '../../../src/crypto/signature-packet.ts'
import { dayOf } from '../../../src/protocol/day.ts'
import type { SignIn } from '../../../src/protocol/inbox.ts'
import {
  bodyOf,
  holderOf,
  inboxPage,
  postJson,
  sealedEnvelope,
  signIn,
  signInBody,
  solvedProof,
  submit,
  wholeInbox,
} from '../../support/servers/correspondence.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import { PAUSED, type House } from './house.ts'

const [OURS, THEIRS] = ['ecoute-sud', 'droits-nord']

async function oneEnvelopeFor(server: RunningServer, association: string): Promise<string> {
  const envelope = await sealedEnvelope(server, association)
  await submit(server, bodyOf(envelope), solvedProof(server))
  const [row] = await server.query(`select id from envelopes where token_hash = '${envelope.tokenHash}'`)
  return String(row?.['id'])
}

const acknowledge = (server: RunningServer, cookie: string, envelopes: string[]): Promise<Response> =>
  postJson(server, '/api/acknowledgements', JSON.stringify({ envelopes }), { Cookie: cookie })

const acknowledgedOn = async (server: RunningServer, id: string): Promise<unknown> =>
  (await server.query(`select acknowledged_on from envelopes where id = ${id}`))[0]?.['acknowledged_on']

export function membersSuite(house: House): void {
  describe('signing in', () => {
    it('gives a cookie that only this site, over TLS, and no script can use, and that dies with the browser', async () => {
      const server = house()
      const answer = await postJson(server, '/api/session', await signInBody(server, holderOf(server, OURS)))
      expect([answer.status, await answer.text()]).toEqual([204, ''])
      expect(answer.headers.getSetCookie()).toEqual([
        expect.stringMatching(/^__Host-balise=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
      ])
    })

    it('keeps the hash of the token, not the token', async () => {
      const server = house()
      const token = (await signIn(server, OURS)).split('=')[1] ?? ''
      const rows = await server.query('select * from sessions')
      expect(rows.length).toBeGreaterThan(0)
      expect(JSON.stringify(rows)).not.toContain(token)
    })

    it('stays open to a paused association, for its inbox', async () => {
      const server = house()
      expect(await wholeInbox(server, await signIn(server, PAUSED))).toEqual([])
    })

    const lies: [string, (server: RunningServer) => Promise<string>][] = [
      ['another association’s key', (s) => signInBody(s, holderOf(s, THEIRS), { association: OURS })],
      [
        'an association that does not exist',
        (s) => signInBody(s, holderOf(s, OURS), { association: 'inconnue' }),
      ],
      [
        'a statement made for another site',
        (s) => signInBody(s, holderOf(s, OURS), { origin: 'https://balise.invalid' }),
      ],
      [
        'an expired challenge',
        (s) =>
          signInBody(s, holderOf(s, OURS), {
            challenge: issueChallenge(s.secret, {
              purpose: 'sign-in',
              bits: 0,
              expiresAt: Math.floor(Date.now() / 1000) - 2,
            }),
          }),
      ],
      [
        'a submission’s challenge',
        (s) =>
          signInBody(s, holderOf(s, OURS), {
            challenge: issueChallenge(s.secret, { purpose: 'submission', bits: 0, expiresAt: 4e9 }),
          }),
      ],
      [
        'a challenge nobody issued',
        (s) => signInBody(s, holderOf(s, OURS), { challenge: 'sign-in.0.1.a.b' }),
      ],
      [
        'the right signature twice over',
        async (s) => {
          const { signature, ...rest } = JSON.parse(await signInBody(s, holderOf(s, OURS))) as SignIn
          const { armored } = readLoneSignature(signature) ?? { armored: '' }
          const packet = fromBase64(armored.split('\n')[2] ?? '') ?? new Uint8Array()
          const twice = armored
            .split('\n')
            .with(2, toBase64(concat(packet, packet)))
            .join('\n')
          return JSON.stringify({ ...rest, signature: twice })
        },
      ],
      [
        'something that is no signature',
        async (s) =>
          JSON.stringify({ ...JSON.parse(await signInBody(s, holderOf(s, OURS))), signature: 'x' }),
      ],
      [
        'a signature that was used before',
        async (s) => {
          const body = await signInBody(s, holderOf(s, OURS))
          await postJson(s, '/api/session', body)
          return body
        },
      ],
    ]
    it.each(lies)('is refused, always in the same words, with %s', async (_what, lie) => {
      const server = house()
      const answer = await postJson(server, '/api/session', await lie(server))
      expect([answer.status, await answer.text()]).toEqual([403, '{"error":"sign-in-refused"}'])
      expect(answer.headers.getSetCookie()).toEqual([])
    })

    it('opens one session for one signature, even when it is sent ten times at once', async () => {
      const server = house()
      const body = await signInBody(server, holderOf(server, OURS))
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => postJson(server, '/api/session', body)),
      )
      const statuses = answers.map((answer) => answer.status).toSorted()
      expect(statuses).toEqual([204, ...Array.from({ length: 9 }, () => 403)])
    })

    it.each([
      ['half an hour without a request', 'last_seen_at = last_seen_at - 1801'],
      ['twelve hours', 'started_at = started_at - 43201'],
    ])('ends after %s', async (_what, aged) => {
      const server = house()
      const cookie = await signIn(server, OURS)
      expect((await inboxPage(server, cookie)).envelopes).toBeInstanceOf(Array)
      await server.query(`update sessions set ${aged}`)
      const answer = await fetch(`${server.origin}/api/inbox`, { headers: { Cookie: cookie } })
      expect([answer.status, await answer.text()]).toEqual([401, '{"error":"sign-in-required"}'])
    })

    it('ends at once when the member signs out', async () => {
      const server = house()
      const cookie = await signIn(server, OURS)
      const out = await fetch(`${server.origin}/api/session`, {
        method: 'DELETE',
        headers: { Cookie: cookie },
      })
      expect(out.status).toBe(204)
      expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-balise=; Max-Age=0/)
      const answer = await fetch(`${server.origin}/api/inbox`, { headers: { Cookie: cookie } })
      expect(answer.status).toBe(401)
    })
  })

  describe('another site’s page', () => {
    const foreign = { Origin: 'https://balise.invalid', 'Sec-Fetch-Site': 'cross-site' }
    it.each([
      ['POST', '/api/acknowledgements', foreign],
      ['POST', '/api/session', foreign],
      ['DELETE', '/api/session', foreign],
      ['POST', '/api/acknowledgements', { Origin: 'https://balise.invalid' }],
      ['POST', '/api/acknowledgements', { 'Sec-Fetch-Site': 'same-site' }],
    ])('cannot act with a member’s cookie: %s %s', async (method, path, headers) => {
      const server = house()
      const cookie = await signIn(server, OURS)
      const id = await oneEnvelopeFor(server, OURS)
      const answer = await fetch(`${server.origin}${path}`, {
        method,
        headers: { Cookie: cookie, 'Content-Type': 'application/json', ...headers },
        ...(method === 'POST' ? { body: JSON.stringify({ envelopes: [id] }) } : {}),
      })
      expect([answer.status, await answer.text()]).toEqual([403, '{"error":"foreign-origin"}'])
      expect(await acknowledgedOn(server, id)).toBeNull()
      expect((await inboxPage(server, cookie)).envelopes.length).toBeGreaterThan(0)
    })
  })

  describe('who sees what', () => {
    const strangers: [string, (server: RunningServer) => Promise<string>][] = [
      ['nobody signed in', async () => ''],
      ['a made-up cookie', async () => `__Host-balise=${'A'.repeat(43)}`],
      ['an empty cookie', async () => '__Host-balise='],
    ]
    it.each(strangers)('%s: neither the inbox nor acknowledgements', async (_who, cookieOf) => {
      const server = house()
      const cookie = await cookieOf(server)
      const id = await oneEnvelopeFor(server, OURS)
      const inbox = await fetch(`${server.origin}/api/inbox`, { headers: { Cookie: cookie } })
      const acknowledged = await acknowledge(server, cookie, [id])
      for (const answer of [inbox, acknowledged]) {
        expect([answer.status, await answer.text()]).toEqual([401, '{"error":"sign-in-required"}'])
      }
      expect(await acknowledgedOn(server, id)).toBeNull()
    })

    it('an association: its own envelopes and no other’s', async () => {
      const server = house()
      const [ours, theirs] = [await oneEnvelopeFor(server, OURS), await oneEnvelopeFor(server, THEIRS)]
      const ids = (await wholeInbox(server, await signIn(server, OURS))).map((each) => each.id)
      expect(ids).toContain(ours)
      expect(ids).not.toContain(theirs)
    })

    it('an association cannot acknowledge another’s, and cannot tell whether it exists', async () => {
      const server = house()
      const cookie = await signIn(server, OURS)
      const theirs = await oneEnvelopeFor(server, THEIRS)
      const answers = [await acknowledge(server, cookie, [theirs]), await acknowledge(server, cookie, ['42'])]
      expect(answers.map((answer) => answer.status)).toEqual([204, 204])
      expect(await acknowledgedOn(server, theirs)).toBeNull()
    })

    it('an association acknowledges its own: on this day, and once', async () => {
      const server = house()
      const cookie = await signIn(server, OURS)
      const id = await oneEnvelopeFor(server, OURS)
      expect((await acknowledge(server, cookie, [id])).status).toBe(204)
      expect(await acknowledgedOn(server, id)).toBe(dayOf(Date.now()))
      await server.query(`update envelopes set acknowledged_on = '2020-01-01' where id = ${id}`)
      expect((await acknowledge(server, cookie, [id])).status).toBe(204)
      expect(await acknowledgedOn(server, id)).toBe('2020-01-01')
    })

    it.each(['[]', '{"envelopes":["0"]}', '{"envelopes":["1 or 1=1"]}', '{"envelopes":[1]}'])(
      'an acknowledgement of another shape is refused: %s',
      async (body) => {
        const server = house()
        const cookie = await signIn(server, OURS)
        const answer = await postJson(server, '/api/acknowledgements', body, { Cookie: cookie })
        expect([answer.status, await answer.text()]).toEqual([400, '{"error":"invalid-shape"}'])
      },
    )
  })

  describe('a long inbox', () => {
    it('comes page by page, newest day first, each envelope once', async () => {
      const server = house()
      await server.query("delete from envelopes where association = 'accueil-ouest'")
      const days = ['2026-09-01', '2026-10-02', '2026-10-03']
      const rows = Array.from({ length: 75 }, (_, n) => ({
        id: ((n * 7_919_999_983) % 9_007_199_254_740_881) + 1,
        day: days[n % 3] ?? '',
      }))
      const values = rows.map(
        ({ id, day }) => `(${id}, 'accueil-ouest', 'F', x'00', 'page-${id}', '${day}', null, null, null)`,
      )
      await server.query(`insert into envelopes values ${values.join(', ')}`)

      const cookie = await signIn(server, 'accueil-ouest')
      const first = await inboxPage(server, cookie)
      expect(first.envelopes).toHaveLength(32)
      // Its own, and counted once: whoever goes on from a page is not told again.
      expect(first.total).toBe(rows.length)
      expect((await inboxPage(server, cookie, first.next ?? undefined)).total).toBeNull()
      const all = await wholeInbox(server, cookie)
      const expected = rows
        .toSorted((a, b) => (a.day === b.day ? b.id - a.id : a.day < b.day ? 1 : -1))
        .map(({ id }) => String(id))
      expect(all.map((each) => each.id)).toEqual(expected)
    })

    it.each(['x', '2026-10-02', "2026-10-02.1' or '1", '2026-10-02.0'])(
      'refuses a cursor it never gave: %s',
      async (before) => {
        const server = house()
        const cookie = await signIn(server, OURS)
        const answer = await fetch(`${server.origin}/api/inbox?before=${encodeURIComponent(before)}`, {
          headers: { Cookie: cookie },
        })
        expect([answer.status, await answer.text()]).toEqual([400, '{"error":"invalid-shape"}'])
      },
    )
  })
}
