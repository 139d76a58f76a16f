// `npm run bench`: how many submissions a second one self-hosted server keeps, and in how much memory. It prints and judges
// nothing. The load comes from the same machine, so the figures are a floor. Proofs are unique and without puzzles.
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import autocannon from 'autocannon'
import about from '../../package.json' with { type: 'json' }
import { makeFederation } from '../support/federation.ts'
import { asAnother, bodyOf, sealedEnvelope, solvedProof } from '../support/servers/correspondence.ts'
import { makeDataDir, queryFile, runNode } from '../support/servers/node-process.ts'
import type { RunningServer } from '../support/servers/running-server.ts'

const SUBMISSIONS = Number(process.argv[2] ?? 10_000)
const CONNECTIONS = 64

/** The memory flags an operator's `npm start` uses. */
const flags = about.scripts.start.split(' ').filter((word) => word.startsWith('--'))

const federation = await makeFederation()
const { dataDir, secret } = await makeDataDir(federation)
const server = runNode(dataDir, { PROOF_BITS: '0' }, flags)
const origin = await server.ready
const house = { origin, federation, secret } as RunningServer
const [first, second] = [
  await sealedEnvelope(house, 'ecoute-sud'),
  await sealedEnvelope(house, 'droits-nord'),
]

const memory = async (field: 'VmRSS' | 'VmHWM'): Promise<string> => {
  const status = await readFile(`/proc/${server.child.pid}/status`, 'utf8')
  const kilobytes = new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]
  return `${Math.round(Number(kilobytes) / 1024)} MB`
}

async function measure(name: string, envelopes: (typeof first)[]): Promise<void> {
  const prepared = Array.from({ length: SUBMISSIONS }, () => ({
    body: bodyOf(...envelopes.map(asAnother)),
    proof: solvedProof(house),
  }))
  const setupRequest: Parameters<typeof autocannon>[0]['requests'][0]['setupRequest'] = (request) => {
    const { body = '', proof = '' } = prepared.pop() ?? {}
    return { ...request, body, headers: { 'Content-Type': 'application/json', Proof: proof } }
  }
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    amount: SUBMISSIONS,
    requests: [{ method: 'POST', path: '/api/submissions', setupRequest }],
  })
  const { duration, latency, non2xx, errors } = result
  process.stdout.write(
    `${name}: ${Math.round(SUBMISSIONS / duration)} submissions/s; milliseconds p50 ${latency.p50}, p99 ${latency.p99}, ` +
      `max ${latency.max}; refused ${non2xx}, failed ${errors}; memory ${await memory('VmRSS')}, peak ${await memory('VmHWM')}\n`,
  )
}

process.stdout.write(`at rest: memory ${await memory('VmRSS')}\n`)
await measure('one envelope of 4 KiB', [first])
await measure('two envelopes of 4 KiB', [first, second])
const [kept] = await queryFile(join(dataDir, 'envelopes.db'), 'select count(*) as n from envelopes')
const { size } = await stat(join(dataDir, 'envelopes.db'))
process.stdout.write(`envelopes kept: ${String(kept?.['n'])}, file ${Math.round(size / 1e6)} MB\n`)

server.child.kill('SIGTERM')
await server.ended
await rm(dataDir, { recursive: true, force: true })
