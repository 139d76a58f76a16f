// Those who flood, in a process of their own: as many clients as they are told, each sending its next request as soon as the last was
// answered, until their standard input ends. Half have proofs for nothing, some solve them, some have none, some send files.
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fromBase64 } from '../../../src/crypto/encoding.ts'
import { submissionExpiry } from '../../../src/domain/sign-in.ts'
import { randomHex } from '../../../src/crypto/random.ts'
import type { ChallengePurpose } from '../../../src/crypto/challenge.ts'
import { asAnother, bodyOf, solvedProof } from '../../support/servers/correspondence.ts'
import { permitBody, somePart } from '../../support/servers/part-sender.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import type { FloodOrders, FloodToll } from './flood-orders.ts'
import { Solving } from './solving.ts'

const lines = createInterface({ input: process.stdin })
const [line] = (await once(lines, 'line')) as [string]
const orders = JSON.parse(line) as FloodOrders
const server = { origin: orders.origin, secret: fromBase64(orders.secret) } as RunningServer

let going = true
lines.on('close', () => (going = false))

const toll: FloodToll = { seconds: 0, requests: 0, accepted: 0, unanswered: 0, solved: 0, answers: {} }

async function send(path: string, request: RequestInit = {}): Promise<Record<string, unknown>> {
  toll.requests++
  try {
    const answer = await fetch(`${server.origin}${path}`, request)
    const said = (await answer.json().catch(() => ({}))) as Record<string, unknown>
    const name = typeof said['error'] === 'string' ? said['error'] : String(answer.status)
    toll.answers[name] = (toll.answers[name] ?? 0) + 1
    return answer.ok ? said : {}
  } catch {
    toll.unanswered++
    return {}
  }
}

const json = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body,
})

/** As a machine has it that needs no time: what it was asked expires when all challenges of this half hour do. */
const freeProof = (purpose: ChallengePurpose): string =>
  solvedProof(server, submissionExpiry(Date.now()) - Math.floor(Date.now() / 1000), 0, purpose)

async function report(proof: string): Promise<void> {
  const { accepted } = await send('/api/submissions', json(bodyOf(asAnother(orders.junk)), { Proof: proof }))
  if (accepted !== undefined) toll.accepted++
}

const solving = new Solving()

const noise = somePart(64 * 1024)
const file = somePart(256 * 1024)

const WAYS: Readonly<Record<string, () => Promise<void>>> = {
  mighty: () => report(freeProof('submission')),
  patient: async () => {
    const { challenge } = await send('/api/challenge')
    if (typeof challenge !== 'string' || !going) return
    const proof = await solving.solve(challenge, () => going)
    if (proof === '') return
    toll.solved++
    await report(proof)
  },
  junk: async () => {
    await send('/api/submissions', json('x'.repeat(64 * 1024), { Proof: randomHex(60) }))
    await send('/api/mailbox-reads', json('{}'))
  },
  files: async () => {
    await send('/api/upload-challenge')
    const permit = randomHex(32)
    await send('/api/upload-permits', json(permitBody(permit), { Proof: freeProof('upload') }))
    for (const { bytes, sha256 } of [file, noise])
      await send(`/api/parts/${sha256}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/octet-stream', Permit: permit },
        body: bytes,
      })
  },
}

/** Of ten clients. */
const CAST = ['mighty', 'mighty', 'mighty', 'mighty', 'mighty', 'patient', 'patient', 'junk', 'junk', 'files']

const start = performance.now()
await Promise.all(
  Array.from({ length: orders.clients }, async (_, client) => {
    const act = WAYS[CAST[client % CAST.length] ?? ''] ?? WAYS['mighty']
    while (going) await act?.()
  }),
)
toll.seconds = (performance.now() - start) / 1000
process.stdout.write(`${JSON.stringify(toll)}\n`)
await solving.end()
