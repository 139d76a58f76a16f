// A flood, and one person in the middle of it: fifty clients at full speed in a process of their own, storage at 95 % of its limit, and the
// difficulty driven to the ceiling. Nothing of the server is stood in for.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { announcedBits } from '../../../src/crypto/challenge.ts'
import { toBase64 } from '../../../src/crypto/encoding.ts'
import { submissionExpiry } from '../../../src/domain/sign-in.ts'
import { MAX_PUZZLE_BITS, USUAL_PUZZLE_BITS } from '../../../src/protocol/limits.ts'
import { makeFederation } from '../../support/federation.ts'
import {
  bodyOf,
  inboxPage,
  sealedEnvelope,
  sha256Of,
  signIn,
  submit,
} from '../../support/servers/correspondence.ts'
import { startEdgeServer } from '../../support/servers/edge-process.ts'
import { startNodeServer } from '../../support/servers/node-process.ts'
import { fetchPart, heldPart } from '../../support/servers/part-sender.ts'
import type { RunningServer, StartServer } from '../../support/servers/running-server.ts'
import { bytesIn, fillStore } from '../flood/full-store.ts'
import type { FloodOrders, FloodToll } from '../flood/flood-orders.ts'
import { Solving } from '../flood/solving.ts'
import { repeated, type Outcome, type Scenario } from '../scenario.ts'

const CLIENTS = 50
const LIMIT = { text: '40M', bytes: 40e6 }
const FILLED = 0.95
/** What a person may have to wait for, from asking to "it arrived". */
const MOST_MILLISECONDS = 60_000
/** docs and protocol: 2 to 5 seconds on a slow phone at the usual difficulty; each bit doubles it. */
const SLOW_PHONE_SECONDS = [2, 5].map((seconds) => seconds * 2 ** (MAX_PUZZLE_BITS - USUAL_PUZZLE_BITS))
/** At most, of a server over files. It starts with 90. */
const MOST_MEGABYTES = 400
const REFUSED_FILES = 'storage-short'

interface Flood {
  end(): Promise<FloodToll>
  /** At once, whatever came of it. */
  kill(): void
}

function startFlood(orders: FloodOrders): Flood {
  const script = fileURLToPath(new URL('../flood/flood-clients.ts', import.meta.url))
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = once(child, 'close')
  child.stdin.write(`${JSON.stringify(orders)}\n`)
  return {
    end: async () => {
      child.stdin.end()
      await ended
      return JSON.parse(said) as FloodToll
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

async function challengeOf({ origin }: RunningServer): Promise<string> {
  const answer = await fetch(`${origin}/api/challenge`)
  return ((await answer.json()) as { challenge: string }).challenge
}

/** Null when the ceiling is not reached in time. */
async function untilCeiling(server: RunningServer): Promise<number | null> {
  for (const start = Date.now(); Date.now() - start < MOST_MILLISECONDS;) {
    if (announcedBits(await challengeOf(server)) === MAX_PUZZLE_BITS) return Date.now() - start
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return null
}

/** As a phone does: the same body and proof again while nobody can say what became of it. Null when it was not taken in time. */
async function landed(server: RunningServer, body: string): Promise<number | null> {
  const start = Date.now()
  const solving = new Solving()
  const proof = await solving.solve(await challengeOf(server))
  await solving.end()
  while (Date.now() - start < MOST_MILLISECONDS) {
    const answer = await submit(server, body, proof).catch(() => null)
    const said = (await answer?.json().catch(() => null)) as { accepted?: string } | null
    if (said?.accepted === sha256Of(body)) return Date.now() - start
  }
  return null
}

async function isInInbox(server: RunningServer, cookie: string, sealed: string): Promise<number> {
  let found = 0
  for (let next: string | null | undefined; next !== null;) {
    const page = await inboxPage(server, cookie, next)
    found += page.envelopes.filter((each) => each.sealed === sealed).length
    next = page.next
  }
  return found
}

async function peakMegabytes(server: RunningServer): Promise<number | null> {
  const pid = server.pid()
  if (pid === null) return null
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024)
}

async function floodOnce(start: StartServer, earlier: number): Promise<Outcome> {
  const federation = await makeFederation()
  const server = await start({ federation, proofBits: USUAL_PUZZLE_BITS, storageLimit: LIMIT.text })
  let flood: Flood | null = null
  try {
    const part = await heldPart(server)
    await fillStore(server, LIMIT.bytes, FILLED)
    await acceptedEarlier(server, earlier)
    // What it measured before it was filled it would know for a few seconds more.
    await server.restart()
    const filled = (await bytesIn(server)) / LIMIT.bytes
    const [victims, junk] = [
      await sealedEnvelope(server, 'ecoute-sud'),
      await sealedEnvelope(server, 'ecoute-sud'),
    ]
    flood = startFlood({
      origin: server.origin,
      secret: toBase64(server.secret),
      junk,
      clients: CLIENTS,
    })
    const risen = await untilCeiling(server)
    const waited = await landed(server, bodyOf(victims))
    const opening = Date.now()
    const cookie = await signIn(server, 'ecoute-sud')
    const page = await inboxPage(server, cookie)
    const opened = Date.now() - opening
    const toll = await flood.end()

    const found = await isInInbox(server, cookie, victims.sealed)
    const [row] = await server.query('select count(*) as "n" from envelopes')
    const surplus = Number(row?.['n']) - toll.accepted - found
    const partReads = (await fetchPart(server, part)).ok
    const memory = await peakMegabytes(server)
    const isServed =
      (memory ?? 0) < MOST_MEGABYTES && risen !== null && waited !== null && page.envelopes.length > 0
    const filesRefused = toll.answers[REFUSED_FILES] ?? 0
    return {
      tried: filesRefused > 0 && filled >= FILLED ? 1 : 0,
      acknowledged: toll.accepted + (waited === null ? 0 : 1) + 1,
      lost: Math.max(0, -surplus) + (isServed ? 0 : 1) + (found === 0 ? 1 : 0) + (partReads ? 0 : 1),
      duplicated: Math.max(0, found - 1),
      toldWrong: Math.max(0, surplus - toll.unanswered),
      recoveries: waited === null ? [] : [waited],
      load: [
        `${CLIENTS} clients, ${Math.round(toll.requests / toll.seconds)} requests a second for ${Math.round(toll.seconds)} s`,
        `${toll.accepted} fake reports accepted (${toll.solved} proofs solved, the others free)`,
        `${filesRefused} times no room for files`,
        `at the ceiling after ${Math.round((risen ?? 0) / 1000)} s`,
        `store at ${Math.round(filled * 100)} % of its limit`,
        `the inbox opened in ${opened} ms`,
        ...(memory === null ? [] : [`server’s memory at most ${memory} MB`]),
        `a slow phone would calculate for ${SLOW_PHONE_SECONDS.join(' to ')} s, by estimate`,
      ].join('; '),
    }
  } finally {
    flood?.kill()
    await server.stop()
  }
}

/** Proofs accepted in this half hour before it is looked at: a flood that began earlier. */
async function acceptedEarlier(server: RunningServer, count: number): Promise<void> {
  if (count === 0) return
  const expiresAt = submissionExpiry(Date.now())
  await server.query(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
     insert into spent_proofs (claim, nonce, body_mac, expires_at) select abs(random()), hex(randomblob(16)), hex(randomblob(32)), ${expiresAt} from n`,
  )
}

const scenario = (name: string, start: StartServer, earlier: number): Scenario => ({
  name,
  times: { test: 1, quick: 1, whole: 3 },
  run: repeated(() => floodOnce(start, earlier)),
})

export const floodOnNode = scenario(
  'fifty clients flood a server of its own, and one person writes',
  startNodeServer,
  1500,
)
/** Each of its writes goes over HTTP: what fills a count elsewhere in seconds would take minutes. */
export const floodAtTheEdge = scenario('the same on edge workers', startEdgeServer, 1900)
