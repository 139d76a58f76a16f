// Files that were let go of, and files that are kept beside reports: searched byte by byte, and value by value, in the server's files.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromHex } from '../../src/crypto/encoding.ts'
import { makeFederation } from '../support/federation.ts'
import { bytesBelow } from '../support/sentinels.ts'
import { bodyOf, sealedEnvelope, solvedProof, submit } from '../support/servers/correspondence.ts'
import { makeDataDir, queryFile, runNode, type NodeProcess } from '../support/servers/node-process.ts'
import {
  hashOfSecret,
  holdAll,
  sendPart,
  somePart,
  somePermit,
  withSecrets,
  type Part,
} from '../support/servers/part-sender.ts'
import type { RunningServer } from '../support/servers/running-server.ts'

let dataDir: string
let running: NodeProcess
let server: RunningServer
let said = ''

beforeAll(async () => {
  const federation = await makeFederation()
  const made = await makeDataDir(federation)
  dataDir = made.dataDir
  running = runNode(dataDir, { PROOF_BITS: '0' })
  server = { origin: await running.ready, federation, secret: made.secret } as RunningServer
})
afterAll(async () => {
  running.child.kill('SIGTERM')
  await running.ended
  await rm(dataDir, { recursive: true, force: true })
})

const query = (sql: string, values: string[] = []) => queryFile(join(dataDir, 'envelopes.db'), sql, values)

/** Ends the server and starts it again at the same address: it rewrites its files, then purges. */
async function restart(): Promise<void> {
  running.child.kill('SIGTERM')
  await running.ended
  said += running.stdout() + running.stderr()
  running = runNode(dataDir, { PROOF_BITS: '0', PORT: new URL(server.origin).port })
  await running.ready
}

/** A hundred short pieces of a part: all but the few that lie across two pages of the file can be found in it. */
const piecesOf = ({ bytes }: Part): Buffer[] =>
  Array.from({ length: 100 }, (_, piece) => Buffer.from(bytes.subarray(piece * 2500, piece * 2500 + 24)))

/** Every form in which a hash or a secret could be written. */
const tracesOf = (...hexes: string[]): Buffer[] =>
  hexes.flatMap((hex) => {
    const bytes = Buffer.from(fromHex(hex) ?? [])
    return [bytes, Buffer.from(hex), Buffer.from(hex.toUpperCase()), Buffer.from(bytes.toString('base64'))]
  })

/** How many of these are somewhere in the server's files, or in what it wrote. */
async function seen(traces: readonly Buffer[]): Promise<number> {
  const files = [...(await bytesBelow(dataDir))].filter(([file]) => /\.db/.test(file))
  const written = Buffer.from(said + running.stdout() + running.stderr())
  const places = [...files.map(([, bytes]) => bytes), written]
  return traces.filter((trace) => places.some((bytes) => bytes.includes(trace))).length
}

async function keep(): Promise<Part> {
  const [part, permit] = [somePart(250_000), await somePermit(server)]
  expect((await sendPart(server, part, permit)).status).toBe(200)
  expect((await holdAll(server, [part], permit)).status).toBe(204)
  return part
}

const valuesOf = async (table: string): Promise<unknown[]> => {
  const rows = await query(`select * from ${table}`)
  expect(rows.length, table).toBeGreaterThan(0)
  return rows.flatMap((row) =>
    Object.entries(row)
      .filter(([column]) => !/_on$|_until$/.test(column))
      .map(([, value]) => (value instanceof ArrayBuffer ? Buffer.from(value).toString('hex') : value)),
  )
}

describe('a part of a file', () => {
  it('leaves no byte, no hash and no secret once it was released and purged; another’s stays whole', async () => {
    const [part, stays] = [await keep(), await keep()]
    const hashes = tracesOf(part.sha256, hashOfSecret(part.secret))
    expect(await seen(piecesOf(part))).toBeGreaterThan(90)
    expect(await seen(hashes)).toBe(2)
    expect((await withSecrets(server, 'releases', [part.secret])).status).toBe(204)
    await query("update parts set kept_on = '2026-01-01' where sha256 = ?", [part.sha256])
    await restart()
    await running.heard(/^purged .*parts=1\b/m)
    await restart()
    expect(await seen(piecesOf(part))).toBe(0)
    expect(await seen([...hashes, ...tracesOf(part.secret)])).toBe(0)
    expect(await seen(piecesOf(stays))).toBeGreaterThan(90)
  })

  it('shares no value with any envelope, nor with what paid for the report', async () => {
    const association = server.federation.associations[0]?.association ?? ''
    const envelope = await sealedEnvelope(server, association)
    expect((await submit(server, bodyOf(envelope), solvedProof(server))).status).toBe(202)
    await keep()
    const envelopes = new Set(await valuesOf('envelopes'))
    const ofParts = ['parts', 'part_bytes', 'part_holds', 'upload_permits']
    for (const table of ofParts) {
      for (const value of await valuesOf(table)) expect(envelopes.has(value), table).toBe(false)
    }
    const permits = new Set(await valuesOf('upload_permits'))
    for (const table of ['parts', 'part_bytes', 'part_holds', 'spent_proofs']) {
      for (const value of await valuesOf(table)) {
        expect(typeof value === 'string' && permits.has(value), table).toBe(false)
      }
    }
  })

  it('stands beside a day, never an instant', async () => {
    const part = await keep()
    const [row] = await query('select * from parts where sha256 = ?', [part.sha256])
    const [hold] = await query('select * from part_holds where part = ?', [part.sha256])
    const days = [row?.['kept_on'], hold?.['held_until']]
    for (const day of days) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    const instant = /^1[6-9]\d{8}$|^1[6-9]\d{11}$|:\d{2}/
    for (const value of Object.values({ ...row, ...hold })) expect(String(value)).not.toMatch(instant)
  })
})
