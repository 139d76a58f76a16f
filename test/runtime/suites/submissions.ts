// What a person who sends a report may rely on, whichever runtime answers.
import { describe, expect, it } from 'vitest'
import { fromBase64, utf8 } from '../../../src/crypto/encoding.ts'
import { decryptWith } from '../../../src/crypto/openpgp.ts'
import { dayOf } from '../../../src/protocol/day.ts'
import { CHALLENGE_SLOT_SECONDS } from '../../../src/protocol/limits.ts'
import { unlockedKeyOf } from '../../support/federation.ts'
import {
  asAnother,
  askedProof,
  bodyOf,
  holderOf,
  sealedEnvelope,
  sha256Of,
  signIn,
  solvedProof,
  submit,
  wholeInbox,
} from '../../support/servers/correspondence.ts'
import { storedCount, type House } from './house.ts'

export function submissionsSuite(house: House): void {
  describe('a person who sends a report', () => {
    it('hears the digest of exactly what was sent, and each association finds its copy byte for byte', async () => {
      const server = house()
      const told = utf8('Ils étaient trois. « C’est qui ? » — 🌈 مرحبا')
      const envelopes = [
        await sealedEnvelope(server, 'ecoute-sud', told),
        await sealedEnvelope(server, 'droits-nord', told, 65_536),
      ]
      const body = bodyOf(...envelopes)
      const answer = await submit(server, body, await askedProof(server))
      expect(answer.status).toBe(202)
      expect(await answer.json()).toEqual({ accepted: sha256Of(body) })

      for (const sent of envelopes) {
        const inbox = await wholeInbox(server, await signIn(server, sent.association))
        const kept = inbox.find((each) => each.sealed === sent.sealed)
        expect(kept).toMatchObject({ keyFingerprint: sent.keyFingerprint, acknowledgedOn: null })
        const key = await unlockedKeyOf(holderOf(server, sent.association))
        const opened = await decryptWith(key, fromBase64(kept?.sealed ?? '') ?? new Uint8Array())
        expect(opened?.subarray(0, told.length)).toEqual(told)
      }
    })

    it('is told the server’s day, and a challenge whose expiry is that of everyone in the same half hour', async () => {
      const answer = await fetch(`${house().origin}/api/challenge`)
      const { challenge, today } = (await answer.json()) as Record<string, string>
      expect(today).toBe(dayOf(Date.now()))
      const expiresAt = Number(challenge?.split('.')[2])
      expect(expiresAt % CHALLENGE_SLOT_SECONDS).toBe(0)
      const minutesLeft = (expiresAt - Date.now() / 1000) / 60
      expect(minutesLeft).toBeGreaterThanOrEqual(29.9)
      expect(minutesLeft).toBeLessThanOrEqual(60.1)
    })

    it('may send again after a lost answer: the same answer, and one stored copy', async () => {
      const server = house()
      const envelope = await sealedEnvelope(server, 'ecoute-sud')
      const body = bodyOf(envelope)
      const proof = solvedProof(server)
      const first = await submit(server, body, proof)
      const second = await submit(server, body, proof)
      expect([first.status, second.status]).toEqual([202, 202])
      expect(await second.text()).toBe(await first.text())
      expect(await storedCount(house, `token_hash = '${envelope.tokenHash}'`)).toBe(1)
    })

    it('may send the same again under a new proof, when an answer was lost and the old proof expired', async () => {
      const server = house()
      const envelopes = [
        await sealedEnvelope(server, 'ecoute-sud'),
        await sealedEnvelope(server, 'droits-nord'),
      ]
      const body = bodyOf(...envelopes)
      const answers = [
        await submit(server, body, solvedProof(server)),
        await submit(server, body, solvedProof(server)),
      ]
      const heard = await Promise.all(answers.map(async (answer) => [answer.status, await answer.json()]))
      expect(heard).toEqual([
        [202, { accepted: sha256Of(body) }],
        [202, { accepted: sha256Of(body) }],
      ])
      const hashes = envelopes.map(({ tokenHash }) => `'${tokenHash}'`).join(', ')
      expect(await storedCount(house, `token_hash in (${hashes})`)).toBe(2)
    })

    it('is refused what would be lost under a token that is taken, and may send all of it under others with the same proof', async () => {
      const server = house()
      const first = await sealedEnvelope(server, 'ecoute-sud')
      expect((await submit(server, bodyOf(first), solvedProof(server))).status).toBe(202)
      const second = { ...(await sealedEnvelope(server, 'ecoute-sud')), tokenHash: first.tokenHash }
      const beside = await sealedEnvelope(server, 'droits-nord')
      const proof = solvedProof(server)
      const refused = await submit(server, bodyOf(beside, second), proof)
      expect([refused.status, await refused.json()]).toEqual([409, { error: 'token-taken' }])
      expect(await storedCount(house, `token_hash = '${beside.tokenHash}'`)).toBe(0)
      expect((await submit(server, bodyOf(beside, asAnother(second)), proof)).status).toBe(202)
      const inbox = await wholeInbox(server, await signIn(server, 'ecoute-sud'))
      const stored = inbox.filter(({ sealed }) => sealed === first.sealed || sealed === second.sealed)
      expect(stored).toHaveLength(2)
    })

    it('and another who takes the same token at the same moment are not both told that it arrived', async () => {
      const server = house()
      const tokenHash = asAnother(await sealedEnvelope(server, 'ecoute-sud')).tokenHash
      const phones = await Promise.all(
        Array.from({ length: 6 }, async () => ({
          ...(await sealedEnvelope(server, 'ecoute-sud')),
          tokenHash,
        })),
      )
      const answers = await Promise.all(
        phones.map((envelope) => submit(server, bodyOf(envelope), solvedProof(server))),
      )
      expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409, 409, 409, 409, 409])
      const heard = phones.find((_, phone) => answers[phone]?.status === 202)
      const inbox = await wholeInbox(server, await signIn(server, 'ecoute-sud'))
      const told = phones.filter((envelope) => inbox.some(({ sealed }) => sealed === envelope.sealed))
      expect(told).toEqual([heard])
    })

    it('who sends the same thing eight times at once leaves one copy', async () => {
      const server = house()
      const envelope = await sealedEnvelope(server, 'ecoute-sud')
      const proof = solvedProof(server)
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => submit(server, bodyOf(envelope), proof)),
      )
      expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]))
      expect(await storedCount(house, `token_hash = '${envelope.tokenHash}'`)).toBe(1)
    })

    it('proof reuse: cannot spend one proof on two reports, even at the same moment', async () => {
      const server = house()
      const envelope = await sealedEnvelope(server, 'ecoute-sud')
      const bodies = Array.from({ length: 20 }, () => bodyOf(asAnother(envelope)))
      const before = await storedCount(house)
      const proof = solvedProof(server)
      const answers = await Promise.all(bodies.map((body) => submit(server, body, proof)))
      const statuses = answers.map((answer) => answer.status).toSorted()
      expect(statuses).toEqual([202, ...Array.from({ length: 19 }, () => 409)])
      expect(await storedCount(house)).toBe(before + 1)
    })

    it('two reporters at the same moment, one lost: is heard among two hundred who send at the same moment', async () => {
      const server = house()
      const pair = [await sealedEnvelope(server, 'ecoute-sud'), await sealedEnvelope(server, 'droits-nord')]
      const before = await storedCount(house)
      const people = Array.from({ length: 200 }, () => ({
        body: bodyOf(...pair.map(asAnother)),
        proof: solvedProof(server),
      }))
      const answers = await Promise.all(
        people.map(async ({ body, proof }) => {
          const answer = await submit(server, body, proof)
          return { status: answer.status, text: await answer.text() }
        }),
      )
      expect(answers).toEqual(
        people.map(({ body }) => ({ status: 202, text: JSON.stringify({ accepted: sha256Of(body) }) })),
      )
      expect(await storedCount(house)).toBe(before + 400)
    })

    it('is told when the store fails, without a word of why, and may send the same again', async () => {
      const server = house()
      const body = bodyOf(await sealedEnvelope(server, 'ecoute-sud'))
      const proof = solvedProof(server)
      await server.query('alter table envelopes rename to away')
      const failed = await submit(server, body, proof)
      await server.query('alter table away rename to envelopes')
      expect([failed.status, await failed.text()]).toEqual([503, '{"error":"storage-unavailable"}'])
      expect((await submit(server, body, proof)).status).toBe(202)
      await expect.poll(server.logs).toContain('storage-unavailable')
      expect(server.logs()).not.toMatch(/insert|no such table/i)
    })

    it('solves puzzles that the server really checks', async () => {
      const server = house()
      const body = bodyOf(await sealedEnvelope(server, 'ecoute-sud'))
      const solved = solvedProof(server, CHALLENGE_SLOT_SECONDS, 8)
      const challenge = solved.slice(0, solved.lastIndexOf('.'))
      const unsolved = await submit(server, body, `${challenge}.${'A'.repeat(86)}`)
      expect(await unsolved.json()).toEqual({ error: 'proof-invalid' })
      expect((await submit(server, body, solved)).status).toBe(202)
    })
  })

  describe('what is kept of a report', () => {
    it('is a day, never an instant, and nothing that ties its envelopes together', async () => {
      const server = house()
      const envelopes = [
        await sealedEnvelope(server, 'ecoute-sud'),
        await sealedEnvelope(server, 'droits-nord'),
      ]
      await submit(server, bodyOf(...envelopes), solvedProof(server))
      const hashes = envelopes.map(({ tokenHash }) => `'${tokenHash}'`).join(', ')
      const rows = await server.query(`select * from envelopes where token_hash in (${hashes})`)
      expect(rows).toHaveLength(2)
      for (const row of rows) {
        expect(Object.keys(row).toSorted()).toEqual([
          'acknowledged_on',
          'association',
          'id',
          'key_fingerprint',
          'received_on',
          'sealed',
          'standing',
          'token_hash',
          'touched_on',
        ])
        expect(row['received_on']).toBe(dayOf(Date.now()))
      }
      const [one = {}, other = {}] = rows
      const shared = Object.keys(one).filter((name) => one[name] !== null && one[name] === other[name])
      expect(shared).toEqual(['received_on'])
    })

    it('goes after ninety days when nobody opened it, and stays when someone did', async () => {
      const server = house()
      const keep = (id: number, receivedOn: string, acknowledgedOn: string | null) =>
        server.query('insert into envelopes values (?, ?, ?, ?, ?, ?, ?, null, null)', [
          id,
          'accueil-ouest',
          'F',
          new Uint8Array(8),
          `purge-test-${id}`,
          receivedOn,
          acknowledgedOn,
        ])
      const days = (ago: number) => dayOf(Date.now() - ago * 86_400_000)
      await keep(101, days(91), null)
      await keep(102, days(90), null)
      await keep(103, days(91), days(60))
      await server.query("insert into spent_proofs values (7, 'long-expired', 'm', 1000)")
      await server.query(
        "insert into sessions (token_hash, association, started_at, last_seen_at) values ('dead', 'ecoute-sud', 1000, 1000)",
      )
      await server.purge()
      const left = await server.query(
        "select id from envelopes where token_hash like 'purge-test-%' order by id",
      )
      expect(left.map((row) => row['id'])).toEqual([102, 103])
      expect(await server.query("select 1 from spent_proofs where nonce = 'long-expired'")).toEqual([])
      expect(await server.query("select 1 from sessions where token_hash = 'dead'")).toEqual([])
      expect(server.logs()).toMatch(/purged proofs=\d+ sessions=\d+ unopened=1/)
      await server.query("delete from envelopes where token_hash like 'purge-test-%'")
    })
  })
}
