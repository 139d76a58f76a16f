// What an author took back, searched byte by byte in the server's files and in what it wrote.
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBase64, fromHex } from '../../src/crypto/encoding.ts'
import { randomHex } from '../../src/crypto/random.ts'
import { sha256 } from '../../src/crypto/sha256.ts'
import { STATUS_TOKENS } from '../../src/protocol/limits.ts'
import { makeFederation } from '../support/federation.ts'
import { bytesBelow } from '../support/sentinels.ts'
import { bodyOf, postJson, sealedEnvelope, solvedProof, submit } from '../support/servers/correspondence.ts'
import { makeDataDir, runNode, type NodeProcess } from '../support/servers/node-process.ts'
import type { RunningServer } from '../support/servers/running-server.ts'

type Reached = Pick<RunningServer, 'origin' | 'federation' | 'secret'>

let dataDir: string
let running: NodeProcess
let server: RunningServer
let said = ''

beforeAll(async () => {
  const federation = await makeFederation()
  const made = await makeDataDir(federation)
  dataDir = made.dataDir
  running = runNode(dataDir, { PROOF_BITS: '0' })
  const reached: Reached = { origin: await running.ready, federation, secret: made.secret }
  server = reached as RunningServer
})
afterAll(async () => {
  running.child.kill('SIGTERM')
  await running.ended
  await rm(dataDir, { recursive: true, force: true })
})

/** Ends the server and starts it again at the same address: it rewrites its files, as it does each night. */
async function restart(): Promise<void> {
  running.child.kill('SIGTERM')
  await running.ended
  said += running.stdout() + running.stderr()
  running = runNode(dataDir, { PROOF_BITS: '0', PORT: new URL(server.origin).port })
  await running.ready
}

const bytesOf = (hex: string): Buffer => Buffer.from(fromHex(hex) ?? [])

/** Every form in which a token or a hash could be written, and pieces of what was sealed, each within a page of the file. */
const tracesOf = (token: string): Buffer[] =>
  [bytesOf(token), Buffer.from(sha256(bytesOf(token)))].flatMap((bytes) => [
    bytes,
    Buffer.from(bytes.toString('hex')),
    Buffer.from(bytes.toString('hex').toUpperCase()),
    Buffer.from(bytes.toString('base64')),
  ])
const piecesOf = (sealed: string): Buffer[] => {
  const bytes = Buffer.from(fromBase64(sealed) ?? [])
  return Array.from({ length: 60 }, (_, piece) => bytes.subarray(120 + piece * 64, 120 + piece * 64 + 24))
}

/** How many of these are somewhere in the data folder, or in what the server wrote. */
async function seen(traces: readonly Buffer[]): Promise<number> {
  const files = [...(await bytesBelow(dataDir))].filter(([file]) => /\.db/.test(file))
  const written = Buffer.from(said + running.stdout() + running.stderr())
  const places = [...files.map(([, bytes]) => bytes), written]
  return traces.filter((trace) => places.some((bytes) => bytes.includes(trace))).length
}

async function send(token: string): Promise<string> {
  const association = server.federation.associations[0]?.association ?? ''
  const tokenHash = Buffer.from(sha256(bytesOf(token))).toString('hex')
  const envelope = { ...(await sealedEnvelope(server, association)), tokenHash }
  expect((await submit(server, bodyOf(envelope), solvedProof(server))).status).toBe(202)
  return envelope.sealed
}

const request = async (path: string, token: string, rest: object = {}): Promise<void> => {
  const tokens = [token, ...Array.from({ length: STATUS_TOKENS - 1 }, () => randomHex(32))]
  const answer = await postJson(server, path, JSON.stringify({ version: 1, tokens, ...rest }))
  expect(answer.ok).toBe(true)
}

describe('an envelope that its author took back', () => {
  it('leaves no byte of what was sealed, no token and no hash', async () => {
    const [token, stays] = [randomHex(32), randomHex(32)]
    const [sealed, kept] = [await send(token), await send(stays)]
    expect(await seen(piecesOf(sealed))).toBe(60)
    expect(await seen(tracesOf(token))).toBe(1)
    await request('/api/erasures', token, { only: 'all' })
    await restart()
    expect(await seen(piecesOf(sealed))).toBe(0)
    expect(await seen(tracesOf(token))).toBe(0)
    expect(await seen(piecesOf(kept))).toBe(60)
  })

  it('had moved to another code: neither hash is left', async () => {
    const [token, next] = [randomHex(32), randomHex(32)]
    await send(token)
    const to = Buffer.from(sha256(bytesOf(next))).toString('hex')
    const newHashes = [to, ...Array.from({ length: STATUS_TOKENS - 1 }, () => randomHex(32))]
    await request('/api/token-changes', token, { newHashes })
    await restart()
    expect(await seen(tracesOf(token))).toBe(0)
    expect(await seen(tracesOf(next))).toBe(1)
    await request('/api/erasures', next, { only: 'unopened' })
    await restart()
    expect(await seen([...tracesOf(token), ...tracesOf(next)])).toBe(0)
  })
})

describe('a token', () => {
  it('that is asked about is written nowhere', async () => {
    const [held, madeUp] = [randomHex(32), randomHex(32)]
    await send(held)
    await request('/api/envelope-status', held)
    await request('/api/envelope-status', madeUp)
    await request('/api/erasures', madeUp, { only: 'all' })
    expect(await seen([bytesOf(held), Buffer.from(held)])).toBe(0)
    expect(await seen(tracesOf(madeUp))).toBe(0)
    expect(await seen(tracesOf(held))).toBe(1)
  })
})
