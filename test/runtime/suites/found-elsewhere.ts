// Faults that audits found in systems of this kind, tried on the server: each is named as peers name it. Those that another suite tries
// stand there under the same names (test/README.md, "Classes of faults that audits found elsewhere").
import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../../src/protocol/day.ts'
import { MAX_SUBMISSION_BYTES, PART_BYTES } from '../../../src/protocol/limits.ts'
import {
  bodyOf,
  sealedEnvelope,
  sha256Of,
  solvedProof,
  submit,
} from '../../support/servers/correspondence.ts'
import { mailboxProof, makeHolder, postTo, readBody } from '../../support/servers/mailbox-correspondence.ts'
import { bytesOf, cameOn } from '../../support/servers/part-rows.ts'
import {
  fetchPart,
  holdAll,
  sendPart,
  somePart,
  somePermit,
  type Part,
} from '../../support/servers/part-sender.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import type { House } from './house.ts'

/** Where something of ours or beneath us changes: a byte, a buffer of Node, a packet length of OpenPGP, a page of SQLite, a part. */
const BOUNDARIES = [1, 192, 4096, 8384, 16_384, 65_536, PART_BYTES]
const LENGTHS = [...new Set(BOUNDARIES.flatMap((length) => [length - 1, length, length + 1]))].filter(
  (length) => length > 0 && length <= PART_BYTES,
)

/** Sends half of a part and hangs up. */
const sendHalf = ({ origin }: RunningServer, { bytes, sha256 }: Part, permit: string): Promise<void> =>
  new Promise((resolve) => {
    const headers = {
      'Content-Type': 'application/octet-stream',
      'Content-Length': bytes.length,
      Permit: permit,
    }
    const sending = request(`${origin}/api/parts/${sha256}`, { method: 'PUT', headers, agent: false })
    sending.on('error', () => undefined).on('close', () => resolve())
    sending.write(bytes.subarray(0, bytes.length / 2), () => sending.destroy())
  })

async function rowsOf(server: RunningServer, parts: readonly Part[]): Promise<number> {
  const hashes = parts.map(({ sha256 }) => `'${sha256}'`).join(', ')
  const [row] = await server.query(
    `select (select count(*) from parts where sha256 in (${hashes})) +
            (select count(*) from part_bytes where sha256 in (${hashes})) as "count"`,
  )
  return Number(row?.['count'])
}

export function foundElsewhereSuite(house: House): void {
  describe('a fault that was found elsewhere', () => {
    it('uploads break at a size boundary: parts of every length around one come back byte for byte', async () => {
      const server = house()
      const permit = await somePermit(server)
      const parts = LENGTHS.map((length) => somePart(length))
      for (const part of parts) expect((await sendPart(server, part, permit)).status).toBe(200)
      expect((await holdAll(server, parts, permit)).status).toBe(204)
      for (const part of parts) {
        const came = await bytesOf(await fetchPart(server, part))
        expect([part.bytes.length, came.equals(part.bytes)]).toEqual([part.bytes.length, true])
      }
    })

    it('uploads break at a size boundary: a submission of the greatest length arrives, one byte more is refused', async () => {
      const server = house()
      const body = bodyOf(await sealedEnvelope(server, 'ecoute-sud'))
      const longest = body.padEnd(MAX_SUBMISSION_BYTES)
      const kept = await submit(server, longest, solvedProof(server))
      expect([kept.status, await kept.json()]).toEqual([202, { accepted: sha256Of(longest) }])
      const refused = await submit(server, `${longest} `, solvedProof(server))
      expect([refused.status, await refused.text()]).toEqual([413, '{"error":"too-large"}'])
    })

    it('abandoned upload leaves data: half a part leaves nothing, whole ones that nobody holds go with the purge', async () => {
      const server = house()
      const permit = await somePermit(server)
      const [half, whole] = [somePart(200_000), [somePart(200_000), somePart(64)]]
      await sendHalf(server, half, permit)
      for (const part of whole) expect((await sendPart(server, part, permit)).status).toBe(200)
      expect([await rowsOf(server, [half]), await rowsOf(server, whole)]).toEqual([0, 4])
      for (const part of whole) await cameOn(server, part, addDays(dayOf(Date.now()), -2))
      await server.purge()
      expect(await rowsOf(server, [half, ...whole])).toBe(0)
    })

    it('unlimited unlock guesses: each guess at a return code costs a proof, and one proof serves one guess, even of twenty at a moment', async () => {
      const server = house()
      const proof = mailboxProof(server)
      const guess = (shown: string | null) => postTo(server, 'reads', readBody(makeHolder(), proof), shown)
      const answers = await Promise.all(Array.from({ length: 20 }, () => guess(proof)))
      const told = await Promise.all(
        answers.map(async (answer) => (answer.status === 200 ? 'read' : await answer.text())),
      )
      expect(told.toSorted()).toEqual(
        [...Array.from({ length: 19 }, () => '{"error":"proof-spent"}'), 'read'].toSorted(),
      )
      expect(await (await guess(null)).text()).toBe('{"error":"proof-missing"}')
    })
  })
}
