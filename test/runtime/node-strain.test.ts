// What strangers may do to a self-hosted server without paying for it, and what is left for the others meanwhile.
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../src/crypto/encoding.ts'
import { readLoneSignature } from '../../src/crypto/signature-packet.ts'
import type { SignIn } from '../../src/protocol/inbox.ts'
import { API } from '../../src/server/headers.ts'
import { makeFederation } from '../support/federation.ts'
import { holderOf, postJson, signInBody } from '../support/servers/correspondence.ts'
import { makeDataDir, runNode, type NodeProcess } from '../support/servers/node-process.ts'
import type { RunningServer } from '../support/servers/running-server.ts'

let process: NodeProcess
let dataDir: string
let server: RunningServer

beforeAll(async () => {
  const federation = await makeFederation()
  const made = await makeDataDir(federation)
  dataDir = made.dataDir
  process = runNode(dataDir, { PROOF_BITS: '0' })
  server = { origin: await process.ready, federation, secret: made.secret } as RunningServer
})
afterAll(async () => {
  process.child.kill('SIGKILL')
  await process.ended
  await rm(dataDir, { recursive: true, force: true })
})

function dial(): { socket: Socket; answer: Promise<string> } {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
  let heard = ''
  socket.setEncoding('latin1').on('data', (text: string) => (heard += text))
  socket.on('error', () => undefined)
  return { socket, answer: once(socket, 'close').then(() => heard) }
}

const send = (socket: Socket, text: string): Promise<void> =>
  new Promise((resolve) => void socket.write(text, 'latin1', () => resolve()))

const isAlive = async (): Promise<boolean> => (await fetch(`${server.origin}/api/health`)).ok

async function memoryOf(field: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${process.child.pid}/status`, 'utf8')
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
}

describe('a crowd that proved nothing', () => {
  it('cannot fill the memory with bodies that it does not finish', async () => {
    const before = await memoryOf('VmRSS')
    const head = [
      'POST /api/submissions HTTP/1.1',
      'Host: balise.invalid',
      'Connection: close',
      'Content-Type: application/json',
      'Content-Length: 700000',
    ]
    const crowd = Array.from({ length: 300 }, dial)
    await Promise.all(
      crowd.map(({ socket }) => send(socket, `${head.join('\r\n')}\r\n\r\n${'x'.repeat(699_990)}`)),
    )
    for (const _ of [1, 2, 3]) expect(await isAlive()).toBe(true)
    await Promise.all(crowd.map(({ socket }) => send(socket, 'x'.repeat(10))))
    const answers = await Promise.all(crowd.map(({ answer }) => answer))
    const refused = answers.filter((text) => text.endsWith('{"error":"proof-missing"}'))
    expect(refused).toHaveLength(300)
    // Held in memory they would be 200 and more.
    expect((await memoryOf('VmHWM')) - before).toBeLessThan(130)
  })

  it('cannot keep a victim waiting with two hundred bad signatures', async () => {
    const honest = JSON.parse(await signInBody(server, holderOf(server, 'ecoute-sud'))) as SignIn
    const { armored } = readLoneSignature(honest.signature) ?? { armored: '' }
    const packet = fromBase64(armored.split('\n')[2] ?? '') ?? new Uint8Array()
    const spoiled = packet.map((byte, at) => (at === packet.length - 1 ? byte ^ 1 : byte))
    const signature = armored.split('\n').with(2, toBase64(spoiled)).join('\n')
    const body = JSON.stringify({ ...honest, signature })

    let waiting = 200
    const statuses = Array.from({ length: 200 }, async () => {
      const { status } = await postJson(server, '/api/session', body)
      waiting--
      return status
    })
    let answered = 0
    while (waiting > 0) {
      const challenge = await fetch(`${server.origin}/api/challenge`)
      expect(challenge.status).toBe(200)
      await challenge.body?.cancel()
      answered++
    }
    expect(new Set(await Promise.all(statuses))).toEqual(new Set([403]))
    expect(answered).toBeGreaterThan(15)
  })

  it('leaves no line in the log when it goes away in the middle', async () => {
    const started = 'Host: balise.invalid\r\nContent-Type: application/json\r\n'
    for (const rest of ['Content-Length: 999\r\n\r\n{"ver', 'Transfer-Encoding: chunked\r\n\r\n5\r\n{"ver']) {
      const { socket, answer } = dial()
      await send(socket, `POST /api/session HTTP/1.1\r\n${started}${rest}`)
      expect(await isAlive()).toBe(true)
      socket.resetAndDestroy()
      await answer
      expect(await isAlive()).toBe(true)
    }
    expect(process.stderr()).toBe('')
  })
})

describe('what is no request', () => {
  it.each([
    ['a host that is none', 'GET /fr/ecrire HTTP/1.1\r\nHost: "><script>', 400],
    ['no host', 'GET /api/challenge HTTP/1.1\r\nAccept: */*', 400],
    ['no host, in HTTP/1.0', 'GET /api/challenge HTTP/1.0\r\nAccept: */*', 400],
    ['an address of another kind', 'GET ftp://balise.invalid/ HTTP/1.1\r\nHost: x', 400],
    ['an address with a password', 'POST http://who:secret@x/api/submissions HTTP/1.1\r\nHost: x', 400],
    ['a length that is none', 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 0x10', 400],
    ['something else than HTTP', '\x16\x03\x01 hello', 400],
    ['an expectation that nobody meets', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: anything', 417],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}`, 431],
  ])('is refused with the headers of the API: %s', async (_what, text, status) => {
    const { socket, answer } = dial()
    await send(socket, `${text}\r\nConnection: close\r\n\r\n`)
    const lines = (await answer).split('\r\n')
    expect(lines[0]).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    const headers = new Headers(
      lines
        .slice(1, lines.indexOf(''))
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
    )
    const sent = Object.fromEntries(Object.keys(API).map((name) => [name, headers.get(name)]))
    expect(sent).toEqual(API)
  })
})
