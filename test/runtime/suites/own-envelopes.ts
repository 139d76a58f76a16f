// What the authors of envelopes may ask with their tokens, and what associations may say of those they hold.
import { describe, expect, it } from 'vitest'
import { fromHex, toBase64, utf8 } from '../../../src/crypto/encoding.ts'
import { randomHex } from '../../../src/crypto/random.ts'
import { sha256Hex } from '../../../src/crypto/sha256.ts'
import type { CaseState } from '../../../src/protocol/case-state.ts'
import { addDays, addMonths, dayOf } from '../../../src/protocol/day.ts'
import type { Erasure, StatusAnswer } from '../../../src/protocol/envelope-status.ts'
import {
  EXPIRED_DAYS,
  MAX_COPY_BYTES,
  MAX_TOKENS_BYTES,
  OVER_DAYS,
  STATUS_TOKENS,
  UNOPENED_DAYS,
  UNTOUCHED_MONTHS,
} from '../../../src/protocol/limits.ts'
import {
  bodyOf,
  postJson,
  sealedEnvelope,
  signIn,
  solvedProof,
  submit,
  wholeInbox,
} from '../../support/servers/correspondence.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import { PAUSED, storedCount, type House } from './house.ts'

const [OURS, THEIRS] = ['ecoute-sud', 'droits-nord']

const hashOf = (token: string): string => sha256Hex(fromHex(token) ?? new Uint8Array())

const padded = (...tokens: string[]): string[] => [
  ...tokens,
  ...Array.from({ length: STATUS_TOKENS - tokens.length }, () => randomHex(32)),
]

/** Sends one envelope that answers to a new token, and gives that token. */
async function sent(server: RunningServer, association: string): Promise<string> {
  const token = randomHex(32)
  const envelope = { ...(await sealedEnvelope(server, association)), tokenHash: hashOf(token) }
  const answer = await submit(server, bodyOf(envelope), solvedProof(server))
  if (answer.status !== 202) throw new Error(`the submission answered ${answer.status}`)
  return token
}

const ask = (server: RunningServer, ...tokens: string[]): Promise<Response> =>
  postJson(server, '/api/envelope-status', JSON.stringify({ version: 1, tokens: padded(...tokens) }))

/** The letters of these tokens, in order. */
async function standing(server: RunningServer, ...tokens: string[]): Promise<string> {
  const { statuses } = (await (await ask(server, ...tokens)).json()) as StatusAnswer
  return statuses.slice(0, tokens.length)
}

const erase = (server: RunningServer, only: Erasure['only'], ...tokens: string[]): Promise<Response> =>
  postJson(server, '/api/erasures', JSON.stringify({ version: 1, tokens: padded(...tokens), only }))

const change = (server: RunningServer, moves: readonly [from: string, toHash: string][]): Promise<Response> =>
  postJson(
    server,
    '/api/token-changes',
    JSON.stringify({
      version: 1,
      tokens: padded(...moves.map(([from]) => from)),
      newHashes: padded(...moves.map(([, toHash]) => toHash)),
    }),
  )

async function idOf(server: RunningServer, token: string): Promise<string> {
  const [row] = await server.query(`select id from envelopes where token_hash = '${hashOf(token)}'`)
  return String(row?.['id'])
}

/** An association acknowledges the envelope of this token, or says where its case stands. */
async function open(
  server: RunningServer,
  association: string,
  token: string,
  standing?: CaseState,
): Promise<void> {
  const body = JSON.stringify({ envelopes: [await idOf(server, token)], standing })
  const cookie = await signIn(server, association)
  const answer = await postJson(server, '/api/acknowledgements', body, { Cookie: cookie })
  expect(answer.status).toBe(204)
}

const daysAgo = (days: number): string => dayOf(Date.now() - days * 86_400_000)

/** Makes the envelope of this token as old as if it had waited for so many days, then lets the server purge. */
async function waits(server: RunningServer, days: number, token: string): Promise<void> {
  await server.query(
    `update envelopes set received_on = '${daysAgo(days)}' where token_hash = '${hashOf(token)}'`,
  )
}

/** As if its association had last said something of it on a day. */
const touched = (server: RunningServer, on: string, token: string): Promise<unknown> =>
  server.query(`update envelopes set touched_on = '${on}' where token_hash = '${hashOf(token)}'`)

export function ownEnvelopesSuite(house: House): void {
  describe('an author who comes back', () => {
    it('is told of each envelope in turn: waiting, opened, accepted, declined, done', async () => {
      const server = house()
      const tokens = [await sent(server, OURS), await sent(server, THEIRS)]
      for (let more = 0; more < 3; more++) tokens.push(await sent(server, OURS))
      const [, opened = '', accepted = '', declined = '', done = ''] = tokens
      expect(await standing(server, ...tokens)).toBe('wwwww')
      await open(server, THEIRS, opened)
      await open(server, OURS, accepted, 'accepted')
      await open(server, OURS, declined, 'declined')
      await open(server, OURS, done, 'done')
      expect(await standing(server, ...tokens)).toBe('woadf')
    })

    it('is told that one was declined after it had been opened', async () => {
      const server = house()
      const token = await sent(server, OURS)
      await open(server, OURS, token)
      await open(server, OURS, token, 'declined')
      expect(await standing(server, token)).toBe('d')
      await open(server, OURS, token)
      expect(await standing(server, token)).toBe('d')
    })

    it('is told that a case was taken up again', async () => {
      const server = house()
      const token = await sent(server, OURS)
      for (const each of ['done', 'accepted', 'received'] as const) await open(server, OURS, token, each)
      expect(await standing(server, token)).toBe('o')
    })

    it('timing reveals a receipt: hears an answer of one form, whatever there is', async () => {
      const server = house()
      const answers = [await ask(server, await sent(server, OURS)), await ask(server)]
      const forms = await Promise.all(
        answers.map(async (answer) => {
          const headers = [...answer.headers].filter(([name]) => name !== 'date').toSorted()
          return { status: answer.status, headers, length: (await answer.text()).length }
        }),
      )
      expect(forms[0]).toEqual(forms[1])
      expect(await (await ask(server)).json()).toEqual({ statuses: 'n'.repeat(STATUS_TOKENS) })
    })

    it('is recognised by no hash that someone read in the store', async () => {
      const server = house()
      const token = await sent(server, OURS)
      expect(await standing(server, hashOf(token), token)).toBe('nw')
    })

    it('takes back what was sent, opened or not; another person’s stays', async () => {
      const server = house()
      const [waiting, opened, another] = [
        await sent(server, OURS),
        await sent(server, THEIRS),
        await sent(server, OURS),
      ]
      await open(server, THEIRS, opened)
      const ids = [await idOf(server, waiting), await idOf(server, opened)]
      expect((await erase(server, 'all', waiting, opened)).status).toBe(204)
      expect(await standing(server, waiting, opened, another)).toBe('nnw')
      for (const association of [OURS, THEIRS]) {
        const inbox = await wholeInbox(server, await signIn(server, association))
        expect(inbox.filter(({ id }) => ids.includes(id))).toEqual([])
      }
    })

    it('takes back only what nobody opened, where that is what they ask', async () => {
      const server = house()
      const tokens = [await sent(server, OURS), await sent(server, THEIRS), await sent(server, OURS)]
      const [, opened = '', declined = ''] = tokens
      await open(server, THEIRS, opened)
      await open(server, OURS, declined, 'declined')
      expect((await erase(server, 'unopened', ...tokens)).status).toBe(204)
      expect(await standing(server, ...tokens)).toBe('nod')
    })

    it('changes codes: the old token finds nothing more, the new one what was there', async () => {
      const server = house()
      const tokens = [await sent(server, OURS), await sent(server, THEIRS)]
      const [first = '', second = ''] = tokens
      await open(server, THEIRS, second)
      const next = [randomHex(32), randomHex(32)]
      const [newFirst = '', newSecond = ''] = next
      const moves: [string, string][] = [
        [first, hashOf(newFirst)],
        [second, hashOf(newSecond)],
      ]
      expect((await change(server, moves)).status).toBe(204)
      expect(await standing(server, ...tokens, ...next)).toBe('nnwo')
      expect((await change(server, moves)).status).toBe(204)
      expect(await standing(server, ...tokens, ...next)).toBe('nnwo')
    })

    it('cannot move an envelope onto another’s token, and the rest of the change is done', async () => {
      const server = house()
      const [mine, other, third] = [
        await sent(server, OURS),
        await sent(server, THEIRS),
        await sent(server, OURS),
      ]
      await open(server, THEIRS, other)
      const next = randomHex(32)
      const answer = await change(server, [
        [mine, hashOf(other)],
        [third, hashOf(next)],
      ])
      expect(answer.status).toBe(204)
      expect(await standing(server, mine, other, third, next)).toBe('wonw')
    })

    it('cannot tie two envelopes to one token', async () => {
      const server = house()
      const [mine, also] = [await sent(server, OURS), await sent(server, THEIRS)]
      const next = randomHex(32)
      await change(server, [
        [mine, hashOf(next)],
        [also, hashOf(next)],
      ])
      expect(await standing(server, mine, also, next)).toBe('nww')
    })

    it('hears the same of an erasure and of a change when there was nothing', async () => {
      const server = house()
      const before = await storedCount(house)
      const answers = [
        await erase(server, 'all'),
        await erase(server, 'unopened', randomHex(32)),
        await change(server, [[randomHex(32), hashOf(randomHex(32))]]),
      ]
      expect(answers.map(({ status }) => status)).toEqual([204, 204, 204])
      expect(await storedCount(house)).toBe(before)
    })

    it('is told for ninety days that nobody opened one, then nothing is left of it', async () => {
      const server = house()
      const [unopened, younger, opened] = [
        await sent(server, OURS),
        await sent(server, OURS),
        await sent(server, THEIRS),
      ]
      await open(server, THEIRS, opened)
      await waits(server, UNOPENED_DAYS + 1, unopened)
      await waits(server, UNOPENED_DAYS, younger)
      await waits(server, UNOPENED_DAYS + 1, opened)
      await server.purge()
      expect(await standing(server, unopened, younger, opened)).toBe('ewo')
      const kept = await server.query(
        `select * from expired_envelopes where token_hash = '${hashOf(unopened)}'`,
      )
      expect(kept.map((row) => Object.keys(row).toSorted())).toEqual([
        ['expired_on', 'id', 'status', 'token_hash'],
      ])
      expect(kept[0]?.['expired_on']).toBe(dayOf(Date.now()))

      const isNow = (days: number) =>
        `update expired_envelopes set expired_on = '${daysAgo(days)}' where token_hash = '${hashOf(unopened)}'`
      const another = await sent(server, OURS)
      await waits(server, UNOPENED_DAYS + 1, another)
      await server.query(isNow(EXPIRED_DAYS))
      await server.purge()
      expect(await standing(server, unopened, another)).toBe('ee')
      await server.query(isNow(EXPIRED_DAYS + 1))
      await server.purge()
      expect(await standing(server, unopened, another)).toBe('ne')
      expect(server.logs()).toMatch(/purged proofs=\d+ sessions=\d+ unopened=0 ended=0 expired=1/)
    })

    it('is told for ninety days that a case is over and gone: thirty days after its end, or a year untouched', async () => {
      const server = house()
      const lastYear = addDays(addMonths(dayOf(Date.now()), -UNTOUCHED_MONTHS), -1)
      const cases: [CaseState, string, 'kept' | 'gone'][] = [
        ['done', daysAgo(OVER_DAYS + 1), 'gone'],
        ['declined', daysAgo(OVER_DAYS + 1), 'gone'],
        ['done', daysAgo(OVER_DAYS), 'kept'],
        ['accepted', daysAgo(OVER_DAYS + 1), 'kept'],
        ['accepted', lastYear, 'gone'],
        ['received', lastYear, 'gone'],
        ['accepted', addDays(lastYear, 1), 'kept'],
      ]
      const tokens: string[] = []
      for (const [each, touchedOn] of cases) {
        const token = await sent(server, OURS)
        tokens.push(token)
        await open(server, OURS, token, each)
        await touched(server, touchedOn, token)
      }
      await server.purge()
      const letters = cases.map(([each, , fate]) => (fate === 'gone' ? 'x' : each === 'done' ? 'f' : 'a'))
      expect(await standing(server, ...tokens)).toBe(letters.join(''))
      expect(server.logs()).toMatch(/purged .*ended=4\b/)
      await server.query(`update expired_envelopes set expired_on = '${daysAgo(EXPIRED_DAYS + 1)}'`)
      await server.purge()
      expect(await standing(server, ...tokens)).toBe(letters.join('').replaceAll('x', 'n'))
    })

    it('takes what expired with them to another code, and erases it with the rest', async () => {
      const server = house()
      const token = await sent(server, OURS)
      await waits(server, UNOPENED_DAYS + 1, token)
      await server.purge()
      const next = randomHex(32)
      await change(server, [[token, hashOf(next)]])
      expect(await standing(server, token, next)).toBe('ne')
      await erase(server, 'unopened', next)
      expect(await standing(server, next)).toBe('e')
      await erase(server, 'all', next)
      expect(await standing(server, next)).toBe('n')
    })

    const paths = ['/api/envelope-status', '/api/erasures', '/api/token-changes']
    const rest: Record<string, object> = {
      '/api/envelope-status': {},
      '/api/erasures': { only: 'all' },
      '/api/token-changes': { newHashes: padded() },
    }
    const malformed: [string, (path: string) => string, string][] = [
      ['text that is no JSON', () => '{"version":1', 'invalid-json'],
      ['a token too few', (p) => shaped(p, { tokens: padded().slice(1) }), 'invalid-shape'],
      ['a token too many', (p) => shaped(p, { tokens: [...padded(), randomHex(32)] }), 'invalid-shape'],
      ['upper case', (p) => shaped(p, { tokens: padded('A'.repeat(64)) }), 'invalid-shape'],
      ['an unknown field', (p) => shaped(p, { association: OURS }), 'invalid-shape'],
    ]
    const shaped = (path: string, changed: object): string =>
      JSON.stringify({ version: 1, tokens: padded(), ...rest[path], ...changed })
    it.each(
      paths.flatMap((path) => malformed.map(([what, body, code]) => [path, what, body, code] as const)),
    )('is refused, and nothing is repeated: %s with %s', async (path, _what, body, code) => {
      const answer = await postJson(house(), path, body(path))
      expect([answer.status, await answer.text()]).toEqual([400, JSON.stringify({ error: code })])
    })

    it.each(paths)(
      'may send just as much as is asked to %s, and no page of another site may',
      async (path) => {
        const server = house()
        const body = shaped(path, {})
        expect(body.length).toBeLessThanOrEqual(MAX_TOKENS_BYTES)
        expect((await postJson(server, path, body)).ok).toBe(true)
        const long = await postJson(server, path, body + ' '.repeat(MAX_TOKENS_BYTES))
        expect([long.status, await long.text()]).toEqual([413, '{"error":"too-large"}'])
        const foreign = await postJson(server, path, body, { 'Content-Type': 'text/plain' })
        expect(foreign.status).toBe(415)
        const got = await fetch(`${server.origin}${path}`)
        expect([got.status, got.headers.get('Allow')]).toEqual([405, 'POST'])
      },
    )
  })

  describe('an association that works on a case', () => {
    it('keeps it as long again by saying where it stands, and not by reading its inbox every night', async () => {
      const server = house()
      const [worked, read] = [await sent(server, OURS), await sent(server, OURS)]
      for (const token of [worked, read]) {
        await open(server, OURS, token, 'done')
        await touched(server, daysAgo(OVER_DAYS + 1), token)
      }
      await open(server, OURS, worked, 'done')
      await open(server, OURS, read)
      await server.purge()
      expect(await standing(server, worked, read)).toBe('fx')
    })
  })

  describe('an association that keeps a case', () => {
    it('says nothing of where it stands, whatever another of its members said meanwhile', async () => {
      const server = house()
      const [kept, left] = [await sent(server, OURS), await sent(server, OURS)]
      for (const token of [kept, left]) {
        await open(server, OURS, token, 'accepted')
        await touched(server, daysAgo(400), token)
      }
      const body = JSON.stringify({ envelopes: [await idOf(server, kept)], kept: true })
      const answer = await postJson(server, '/api/acknowledgements', body, {
        Cookie: await signIn(server, OURS),
      })
      expect(answer.status).toBe(204)
      await server.purge()
      expect(await standing(server, kept, left)).toBe('ax')
    })
  })

  describe('an association that declines', () => {
    it('does so for its own envelopes only, on this day, and sees it in its inbox', async () => {
      const server = house()
      const [ours, theirs] = [await sent(server, OURS), await sent(server, THEIRS)]
      const ids = [await idOf(server, ours), await idOf(server, theirs)]
      const cookie = await signIn(server, OURS)
      const body = JSON.stringify({ envelopes: ids, standing: 'declined' })
      expect((await postJson(server, '/api/acknowledgements', body, { Cookie: cookie })).status).toBe(204)
      expect(await standing(server, ours, theirs)).toBe('dw')
      const today = dayOf(Date.now())
      const inbox = await wholeInbox(server, cookie)
      expect(inbox.find(({ id }) => id === ids[0])).toMatchObject({
        acknowledgedOn: today,
        touchedOn: today,
        standing: 'declined',
      })
    })

    it('says nothing else in its place', async () => {
      const server = house()
      const token = await sent(server, OURS)
      const body = JSON.stringify({ envelopes: [await idOf(server, token)], standing: 'withdrawn' })
      const answer = await postJson(server, '/api/acknowledgements', body, {
        Cookie: await signIn(server, OURS),
      })
      expect([answer.status, await answer.text()]).toEqual([400, '{"error":"invalid-shape"}'])
      expect(await standing(server, token)).toBe('w')
    })
  })

  describe('an association that keeps a copy of its answer', () => {
    const copyOf = async (
      server: RunningServer,
      association: string,
      plaintext?: Uint8Array,
      bytes?: number,
    ) => (await sealedEnvelope(server, association, plaintext, bytes)).sealed
    const keep = (server: RunningServer, cookie: string, sealed: string, headers = {}) =>
      postJson(server, '/api/copies', JSON.stringify({ version: 1, sealed }), { Cookie: cookie, ...headers })

    it('finds it in its own inbox, never new, and no other association does', async () => {
      const server = house()
      const cookie = await signIn(server, OURS)
      const sealed = await copyOf(server, OURS)
      expect((await keep(server, cookie, sealed)).status).toBe(204)
      const today = dayOf(Date.now())
      const found = (await wholeInbox(server, cookie)).filter((each) => each.sealed === sealed)
      expect(found).toEqual([
        expect.objectContaining({ receivedOn: today, acknowledgedOn: today, standing: 'received' }),
      ])
      const others = await wholeInbox(server, await signIn(server, THEIRS))
      expect(others.some((each) => each.sealed === sealed)).toBe(false)
    })

    it('may send it again after a lost answer: it is kept once', async () => {
      const server = house()
      const cookie = await signIn(server, OURS)
      const sealed = await copyOf(server, OURS, utf8('réponse'), 65_536)
      const answers = [await keep(server, cookie, sealed), await keep(server, cookie, sealed)]
      expect(answers.map(({ status }) => status)).toEqual([204, 204])
      const inbox = await wholeInbox(server, cookie)
      expect(inbox.filter((each) => each.sealed === sealed)).toHaveLength(1)
    })

    it('may be paused: it still answers those who wrote before', async () => {
      const server = house()
      const cookie = await signIn(server, PAUSED)
      expect((await keep(server, cookie, await copyOf(server, PAUSED))).status).toBe(204)
      expect(await wholeInbox(server, cookie)).toHaveLength(1)
      await server.query(`delete from envelopes where association = '${PAUSED}'`)
    })

    const refused: [string, string, number, (s: RunningServer) => Promise<string>][] = [
      ['another association’s key', 'wrong-recipient', 422, (s) => copyOf(s, THEIRS)],
      ['a length no envelope has', 'wrong-size', 422, (s) => copyOf(s, OURS, utf8('x'), 4095)],
      ['a plaintext', 'not-sealed', 422, async () => toBase64(utf8('sentinelle'.repeat(400)))],
      ['text that is not base64', 'invalid-shape', 400, async () => 'sentinelle !'],
      ['more than the largest', 'too-large', 413, async () => 'A'.repeat(MAX_COPY_BYTES)],
    ]
    it.each(refused)('is refused %s (%s)', async (_what, code, status, sealed) => {
      const server = house()
      const cookie = await signIn(server, OURS)
      const before = await storedCount(house)
      const answer = await keep(server, cookie, await sealed(server))
      expect([answer.status, await answer.text()]).toEqual([status, JSON.stringify({ error: code })])
      expect(await storedCount(house)).toBe(before)
    })

    it('does so from our own pages and signed in, or not at all', async () => {
      const server = house()
      const before = await storedCount(house)
      const sealed = await copyOf(server, OURS)
      const stranger = await keep(server, '', sealed)
      expect([stranger.status, await stranger.text()]).toEqual([401, '{"error":"sign-in-required"}'])
      const cookie = await signIn(server, OURS)
      const foreign = await keep(server, cookie, sealed, { Origin: 'https://balise.invalid' })
      expect([foreign.status, await foreign.text()]).toEqual([403, '{"error":"foreign-origin"}'])
      expect(await storedCount(house)).toBe(before)
    })
  })
}
