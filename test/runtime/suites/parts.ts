// What whoever sends a file, and whoever fetches it, may rely on, whichever runtime answers and wherever the bytes lie.
import { describe, expect, it } from 'vitest'
import { solveProof } from '../../../src/crypto/proof-of-work.ts'
import { randomHex } from '../../../src/crypto/random.ts'
import { sha256 } from '../../../src/crypto/sha256.ts'
import { addDays, dayOf } from '../../../src/protocol/day.ts'
import type { ErrorCode } from '../../../src/protocol/error-codes.ts'
import { MAX_HOLDS, PART_BYTES, PERMIT_PARTS } from '../../../src/protocol/limits.ts'
import { postJson, solvedProof } from '../../support/servers/correspondence.ts'
import {
  bytesOf,
  cameOn,
  partsLeft,
  rowOf,
  setPermit,
  statusAndCode,
} from '../../support/servers/part-rows.ts'
import {
  askPermit,
  fetchPart,
  hashOfSecret,
  holdAll,
  holdBody,
  partOf,
  permitBody,
  sendPart,
  somePart,
  somePermit,
  uploadProof,
  type Part,
} from '../../support/servers/part-sender.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import type { House } from './house.ts'
import { partHoldsSuite } from './part-holds.ts'
import { partPurgeSuite } from './part-purge.ts'

export function partsSuite(house: House): void {
  const today = dayOf(Date.now())

  describe('whoever sends a file', () => {
    it('pays once for twenty parts, sends them, has them held, and each comes back byte for byte', async () => {
      const server = house()
      const asked = await fetch(`${server.origin}/api/upload-challenge`)
      const { challenge, today: day } = (await asked.json()) as { challenge: string; today: string }
      expect(day).toBe(today)
      const permit = randomHex(32)
      const given = await askPermit(server, permitBody(permit), solveProof(challenge, sha256))
      expect([given.status, await given.json()]).toEqual([202, { parts: 20 }])
      const parts = [PART_BYTES, PART_BYTES, 1].map((length) => somePart(length))
      for (const part of parts) {
        const answer = await sendPart(server, part, permit)
        expect([answer.status, await answer.json()]).toEqual([200, { accepted: part.sha256 }])
        expect((await fetchPart(server, part)).status).toBe(404)
      }
      const held = await holdAll(server, parts, permit)
      expect([held.status, await held.text()]).toEqual([204, ''])
      for (const part of parts) {
        expect((await bytesOf(await fetchPart(server, part))).equals(part.bytes)).toBe(true)
      }
      expect(await partsLeft(server, permit)).toBe(PERMIT_PARTS - 3)
    })

    it('sends a part again after a lost answer, at no cost, and hears the same', async () => {
      const server = house()
      const [part, permit] = [somePart(), await somePermit(server)]
      const heard = []
      for (let times = 0; times < 3; times++) {
        const answer = await sendPart(server, part, permit)
        heard.push([answer.status, await answer.text()])
      }
      expect(new Set(heard.map(String)).size).toBe(1)
      expect(await partsLeft(server, permit)).toBe(PERMIT_PARTS - 1)
      const another = await somePermit(server)
      expect((await sendPart(server, part, another)).status).toBe(200)
      expect(await partsLeft(server, another)).toBe(PERMIT_PARTS)
    })

    it('sends one part eight times at the same moment: it is there once, and paid for once', async () => {
      const server = house()
      const [part, permit] = [somePart(5000), await somePermit(server)]
      const answers = await Promise.all(Array.from({ length: 8 }, () => sendPart(server, part, permit)))
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
      expect(await partsLeft(server, permit)).toBe(PERMIT_PARTS - 1)
      await holdAll(server, [part], permit)
      expect((await bytesOf(await fetchPart(server, part))).equals(part.bytes)).toBe(true)
    })

    it('cannot send more parts than were paid for, even at the same moment; what is there still answers', async () => {
      const server = house()
      const permit = await somePermit(server)
      await setPermit(server, permit, 'parts_left', 3)
      const parts = Array.from({ length: 6 }, () => somePart())
      const answers = await Promise.all(parts.map((part) => sendPart(server, part, permit)))
      const statuses = answers.map(({ status }) => status)
      expect(statuses.toSorted()).toEqual([200, 200, 200, 403, 403, 403])
      const refused = answers.find(({ status }) => status === 403)
      expect(await refused?.json()).toEqual({ error: 'permit-spent' })
      expect(await partsLeft(server, permit)).toBe(0)
      const kept = parts[statuses.indexOf(200)] ?? somePart()
      expect((await sendPart(server, kept, permit)).status).toBe(200)
    })

    it('hears of a permit once more when the answer was lost, and a proof gives one permit', async () => {
      const server = house()
      const [body, proof] = [permitBody(randomHex(32)), uploadProof(server)]
      for (let times = 0; times < 2; times++) {
        const answer = await askPermit(server, body, proof)
        expect([answer.status, await answer.json()]).toEqual([202, { parts: 20 }])
      }
      const other = await askPermit(server, permitBody(randomHex(32)), proof)
      expect(await statusAndCode(other)).toEqual([409, 'proof-spent'])
    })

    it('does not fill a permit up by asking for it again', async () => {
      const server = house()
      const permit = await somePermit(server)
      await setPermit(server, permit, 'parts_left', 1)
      expect((await askPermit(server, permitBody(permit), uploadProof(server))).status).toBe(202)
      expect(await partsLeft(server, permit)).toBe(1)
    })

    it('has two hours more than the challenge had', async () => {
      const server = house()
      const permit = randomHex(32)
      const proof = uploadProof(server, 1000)
      await askPermit(server, permitBody(permit), proof)
      const [row] = await server.query('select expires_at from upload_permits where permit_hash = ?', [
        hashOfSecret(permit),
      ])
      expect(row?.['expires_at']).toBe(Number(proof.split('.')[2]) + 7200)
    })

    it('who comes back the next day with a part that nothing holds has that day to hold it', async () => {
      const server = house()
      const [part, permit] = [somePart(), await somePermit(server)]
      await sendPart(server, part, permit)
      await cameOn(server, part, addDays(today, -2))
      await sendPart(server, part, permit)
      await server.purge()
      expect(await rowOf(server, part)).toMatchObject({ kept_on: today })
      expect((await holdAll(server, [part], permit)).status).toBe(204)
      expect((await fetchPart(server, part)).status).toBe(200)
    })
  })

  type Refused = [
    what: string,
    code: ErrorCode,
    status: number,
    attempt: (server: RunningServer) => Promise<Response>,
  ]
  const put =
    (part: (server: RunningServer) => Pick<Part, 'bytes' | 'sha256'>, type?: string) =>
    async (s: RunningServer) =>
      sendPart(s, part(s), await somePermit(s), type)
  const post = (path: string, body: string) => (s: RunningServer) => postJson(s, path, body)
  const refused: Refused[] = [
    ['a part of another hash', 'wrong-hash', 422, put(() => ({ ...somePart(), sha256: 'a'.repeat(64) }))],
    ['a part of one byte too many', 'too-large', 413, put(() => somePart(PART_BYTES + 1))],
    ['an empty part', 'wrong-size', 422, put(() => partOf(new Uint8Array()))],
    ['a part sent as JSON', 'wrong-content-type', 415, put(() => somePart(), 'application/json')],
    ['a part without a permit', 'permit-missing', 403, (s) => sendPart(s, somePart(PART_BYTES), null)],
    ['a part under a permit that is none', 'permit-missing', 403, (s) => sendPart(s, somePart(), 'x')],
    [
      'a part under a permit that somebody made up',
      'permit-missing',
      403,
      (s) => sendPart(s, somePart(), randomHex(32)),
    ],
    [
      'a part under a permit that expired',
      'permit-missing',
      403,
      async (s) => {
        const permit = await somePermit(s)
        await setPermit(s, permit, 'expires_at', Math.floor(Date.now() / 1000) - 1)
        return sendPart(s, somePart(), permit)
      },
    ],
    ['a permit without a proof', 'proof-missing', 403, (s) => askPermit(s, permitBody(randomHex(32)), null)],
    [
      'a permit for a report’s proof',
      'proof-invalid',
      403,
      (s) => askPermit(s, permitBody(randomHex(32)), solvedProof(s)),
    ],
    [
      'a permit for an old proof',
      'proof-expired',
      403,
      (s) => askPermit(s, permitBody(randomHex(32)), uploadProof(s, -2)),
    ],
    ['a permit of another shape', 'invalid-shape', 400, (s) => askPermit(s, '{}', uploadProof(s))],
    ['no holds', 'invalid-shape', 400, post('/api/part-holds', holdBody('a'.repeat(64), []))],
    [
      'one hold for two parts',
      'invalid-shape',
      400,
      (s) => {
        const [one, two] = [somePart(), somePart()]
        return holdAll(s, [one, { ...two, secret: one.secret }], randomHex(32))
      },
    ],
    [
      'more holds than a request takes',
      'invalid-shape',
      400,
      (s) =>
        holdAll(
          s,
          Array.from({ length: MAX_HOLDS + 1 }, () => somePart(1)),
          randomHex(32),
        ),
    ],
    ['no secrets', 'invalid-shape', 400, post('/api/part-holds/releases', '{"version":1,"secrets":[]}')],
    [
      'secrets that are none',
      'invalid-shape',
      400,
      post('/api/part-holds/renewals', '{"version":1,"secrets":["x"]}'),
    ],
  ]

  describe('is refused, and leaves nothing:', () => {
    it.each(refused)('%s (%s)', async (_what, code, status, attempt) => {
      const server = house()
      const counts = () =>
        server.query(
          'select (select count(*) from parts) as "parts", (select count(*) from part_bytes) as "bytes", (select count(*) from part_holds) as "holds"',
        )
      const before = await counts()
      const answer = await attempt(server)
      expect([answer.status, await answer.text()]).toEqual([status, JSON.stringify({ error: code })])
      expect(await counts()).toEqual(before)
    })
  })
  partHoldsSuite(house)
  partPurgeSuite(house)
}
