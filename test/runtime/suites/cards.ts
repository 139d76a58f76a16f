// What a person who is only counted may rely on, whichever runtime answers: one sealed card, kept once, beside nothing.
import { describe, expect, it } from 'vitest'
import { fromBase64, fromUtf8, toBase64, utf8 } from '../../../src/crypto/encoding.ts'
import { decryptWith, readArmoredCertificate } from '../../../src/crypto/openpgp.ts'
import { dayOf, quarterOf } from '../../../src/protocol/day.ts'
import type { ErrorCode } from '../../../src/protocol/error-codes.ts'
import { CARD_PLAINTEXT_BYTES, CHALLENGE_SLOT_SECONDS } from '../../../src/protocol/limits.ts'
import { unlockedKeyOf } from '../../support/federation.ts'
import { LILLE, sealCardTo } from '../../support/observatory/cards.ts'
import {
  bodyOf,
  postJson,
  sealedEnvelope,
  sha256Of,
  solvedProof,
  submit,
} from '../../support/servers/correspondence.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import { solveProof } from '../../../src/crypto/proof-of-work.ts'
import { sha256 } from '../../../src/crypto/sha256.ts'
import { storedCount, type House } from './house.ts'

/** A card as a phone posts it; to the observatory, of the one size, unless said otherwise. */
export async function cardBody(
  server: RunningServer,
  { certificate = server.federation.observatory.certificate, bytes = CARD_PLAINTEXT_BYTES } = {},
): Promise<string> {
  const recipient = await readArmoredCertificate(certificate)
  if (!recipient) throw new Error('a certificate of the federation reads')
  return JSON.stringify({ version: 1, sealed: toBase64(await sealCardTo(recipient, LILLE, bytes)) })
}

export const cardProof = (server: RunningServer, expiresIn = CHALLENGE_SLOT_SECONDS, bits = 0): string =>
  solvedProof(server, expiresIn, bits, 'card')

export const postCard = (server: RunningServer, body: string, proof: string | null): Promise<Response> =>
  postJson(server, '/api/cards', body, proof === null ? {} : { Proof: proof })

/** More than of anything else that goes while a server is tested. */
const SENTINEL_COUNT = 700

const sealedBytes = (body: string): Uint8Array =>
  fromBase64((JSON.parse(body) as { sealed: string }).sealed) ?? new Uint8Array()

/** The rows that hold exactly these sealed bytes. */
const rowsOf = (server: RunningServer, body: string) =>
  server.queryStatistics('select * from cards where sealed = ?', [sealedBytes(body)])

async function cardCount(server: RunningServer): Promise<number> {
  const [row] = await server.queryStatistics('select count(*) as "count" from cards')
  return Number(row?.['count'])
}

export function cardsSuite(house: House): void {
  describe('a person who is only counted', () => {
    it('asks for a challenge, solves it, hears the digest, and the observatory finds that very card', async () => {
      const server = house()
      const asked = await fetch(`${server.origin}/api/card-challenge`)
      const answer = (await asked.json()) as { challenge: string }
      expect(Object.keys(answer)).toEqual(['challenge'])
      const body = await cardBody(server)
      const heard = await postCard(server, body, solveProof(answer.challenge, sha256))
      expect([heard.status, await heard.json()]).toEqual([202, { accepted: sha256Of(body) }])

      const [row] = await rowsOf(server, body)
      const sealed = new Uint8Array(row?.['sealed'] as ArrayBuffer)
      const opened = await decryptWith(await unlockedKeyOf(server.federation.observatory), sealed)
      expect(JSON.parse(fromUtf8(opened ?? new Uint8Array()))).toEqual(LILLE)
    })

    it('may send again after a lost answer, under the same proof or a new one: it counts once', async () => {
      const server = house()
      const body = await cardBody(server)
      const proof = cardProof(server)
      const answers = [
        await postCard(server, body, proof),
        await postCard(server, body, proof),
        await postCard(server, body, cardProof(server)),
      ]
      expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
      expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
      expect(await rowsOf(server, body)).toHaveLength(1)
    })

    it('who sends the same card twenty times at once leaves one', async () => {
      const server = house()
      const body = await cardBody(server)
      const before = await cardCount(server)
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => postCard(server, body, cardProof(server))),
      )
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
      expect(await cardCount(server)).toBe(before + 1)
    })

    it('proof reuse: cannot spend one proof on two cards, even at the same moment', async () => {
      const server = house()
      const bodies = await Promise.all(Array.from({ length: 20 }, () => cardBody(server)))
      const before = await cardCount(server)
      const proof = cardProof(server)
      const answers = await Promise.all(bodies.map((body) => postCard(server, body, proof)))
      const statuses = answers.map(({ status }) => status).toSorted()
      expect(statuses).toEqual([202, ...Array.from({ length: 19 }, () => 409)])
      expect(await cardCount(server)).toBe(before + 1)
    })

    it('is told when the statistics store fails, and may send the same again', async () => {
      const server = house()
      const body = await cardBody(server)
      const proof = cardProof(server)
      await server.queryStatistics('alter table cards rename to away')
      const failed = await postCard(server, body, proof)
      await server.queryStatistics('alter table away rename to cards')
      expect([failed.status, await failed.text()]).toEqual([503, '{"error":"storage-unavailable"}'])
      expect((await postCard(server, body, proof)).status).toBe(202)
      expect(await rowsOf(server, body)).toHaveLength(1)
    })
  })

  describe('a card and a report', () => {
    it('are not paid for with the same proof, one way or the other', async () => {
      const server = house()
      const asCard = await postCard(server, await cardBody(server), solvedProof(server))
      const asReport = await submit(
        server,
        bodyOf(await sealedEnvelope(server, 'ecoute-sud')),
        cardProof(server),
      )
      expect([asCard.status, await asCard.json()]).toEqual([403, { error: 'proof-invalid' }])
      expect([asReport.status, await asReport.json()]).toEqual([403, { error: 'proof-invalid' }])
    })

    it('are kept apart: neither store hears of what the other keeps', async () => {
      const server = house()
      const everything = async () => ({
        cards: await server.queryStatistics('select * from cards order by id'),
        proofs: await server.queryStatistics('select * from spent_proofs order by claim'),
        envelopes: await storedCount(house),
        envelopeProofs: await server.query('select * from spent_proofs order by claim'),
      })
      const before = await everything()
      const report = await submit(
        server,
        bodyOf(await sealedEnvelope(server, 'ecoute-sud')),
        solvedProof(server),
      )
      const between = await everything()
      const card = await postCard(server, await cardBody(server), cardProof(server))
      const after = await everything()

      expect([report.status, card.status]).toEqual([202, 202])
      expect([between.cards, between.proofs]).toEqual([before.cards, before.proofs])
      expect(between.envelopes).toBe(before.envelopes + 1)
      expect([after.envelopes, after.envelopeProofs]).toEqual([between.envelopes, between.envelopeProofs])
      expect(after.cards).toHaveLength(before.cards.length + 1)
    })
  })

  describe('what is kept of a card', () => {
    it('is the quarter it was collected in and the sealed bytes: no day, no order, no sender', async () => {
      const server = house()
      const bodies = await Promise.all(Array.from({ length: 6 }, () => cardBody(server)))
      for (const body of bodies) await postCard(server, body, cardProof(server))
      const rows = await Promise.all(bodies.map(async (body) => (await rowsOf(server, body))[0] ?? {}))
      for (const row of rows) {
        expect(Object.keys(row).toSorted()).toEqual(['batch', 'id', 'sealed', 'window'])
        expect([row['window'], row['batch']]).toEqual([quarterOf(dayOf(Date.now())), null])
      }
      const tables = await server.queryStatistics(
        "select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\' order by name",
      )
      expect(
        tables.map(({ name }) => name).filter((name) => !/^(sqlite|libsql)_/.test(String(name))),
      ).toEqual(['approvals', 'batches', 'cards', 'ledger', 'releases', 'spent_proofs'])
      expect(server.logs()).not.toMatch(/card/i)
    })

    it('loses the proof it was paid with once that expired, and no line says so; the card stays', async () => {
      const server = house()
      const before = await cardCount(server)
      await server.queryStatistics(
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${SENTINEL_COUNT})
         insert into spent_proofs select 90000 + i, 'long-expired-card-' || i, 'm', 1000 from n`,
      )
      await server.purge()
      const left = await server.queryStatistics(
        "select 1 from spent_proofs where nonce like 'long-expired-card-%'",
      )
      const counts = [...server.logs().matchAll(/purged proofs=(\d+)/g)].map(([, count]) => Number(count))
      expect(Math.max(...counts)).toBeLessThan(SENTINEL_COUNT)
      expect(left).toEqual([])
      expect(await cardCount(server)).toBe(before)
    })
  })

  const refused: [
    what: string,
    code: ErrorCode,
    status: number,
    attempt: (server: RunningServer) => Promise<{ body: string; proof?: string | null }>,
  ][] = [
    [
      'a card sealed to an association',
      'wrong-recipient',
      422,
      async (s) => ({
        body: await cardBody(s, { certificate: s.federation.associations[0]?.certificate ?? '' }),
      }),
    ],
    [
      'a card of another size',
      'wrong-size',
      422,
      async (s) => ({ body: await cardBody(s, { bytes: CARD_PLAINTEXT_BYTES + 1 }) }),
    ],
    ['a card in plain text', 'invalid-shape', 400, async () => ({ body: JSON.stringify(LILLE) })],
    [
      'plain text in the place of the ciphertext',
      'not-sealed',
      422,
      async () => ({ body: JSON.stringify({ version: 1, sealed: toBase64(utf8(JSON.stringify(LILLE))) }) }),
    ],
    [
      'a card with something beside it',
      'invalid-shape',
      400,
      async (s) => ({ body: JSON.stringify({ ...JSON.parse(await cardBody(s)), place: 'station' }) }),
    ],
    ['a body too large for a card', 'too-large', 413, async () => ({ body: `"${'a'.repeat(17_000)}"` })],
    ['a card without a proof', 'proof-missing', 403, async (s) => ({ body: await cardBody(s), proof: null })],
    [
      'a proof that expired',
      'proof-expired',
      403,
      async (s) => ({ body: await cardBody(s), proof: cardProof(s, -10) }),
    ],
    [
      'puzzles that nobody solved',
      'proof-invalid',
      403,
      async (s) => {
        const solved = cardProof(s, CHALLENGE_SLOT_SECONDS, 8)
        const challenge = solved.slice(0, solved.lastIndexOf('.'))
        return { body: await cardBody(s), proof: `${challenge}.${'A'.repeat(86)}` }
      },
    ],
  ]

  describe('what is not a card for the observatory', () => {
    it.each(refused)('is refused and kept nowhere: %s (%s)', async (_what, code, status, attempt) => {
      const server = house()
      const { body, proof } = await attempt(server)
      const before = await cardCount(server)
      const answer = await postCard(server, body, proof === undefined ? cardProof(server) : proof)
      expect([answer.status, await answer.json()]).toEqual([status, { error: code }])
      expect(await cardCount(server)).toBe(before)
    })

    it.each([
      ['GET', '/api/cards', 'POST'],
      ['POST', '/api/card-challenge', 'GET, HEAD'],
    ])('leaves other methods refused by name: %s %s', async (method, path, allow) => {
      const answer = await fetch(`${house().origin}${path}`, { method })
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, allow])
    })
  })
}
