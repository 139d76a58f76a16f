// The machine is lost with all that was on it, while people write: a server is started again from the backup that was taken a moment before.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toBase64 } from '../../../src/crypto/encoding.ts'
import { makeFederation } from '../../support/federation.ts'
import { runBalise, type Ended } from '../../support/run-balise.ts'
import { startEdgeServer } from '../../support/servers/edge-process.ts'
import { countOf, findAgain, soFar, writeAway, type Told } from '../kept-things.ts'
import { makeDataDir, runNode } from '../../support/servers/node-process.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import { writeFixtureSite } from '../../support/servers/site-fixture.ts'
import { repeated, type Outcome, type Scenario } from '../scenario.ts'

const PEOPLE = 8
/** What is acknowledged before the backup begins, and then again before the machine is lost. */
const BEFORE = 60
const AFTER = 30

const succeeded = ({ exit, errors }: Ended): void => {
  if (exit !== 0) throw new Error(`balise ended with ${exit}: ${errors}`)
}

async function until(enough: () => boolean): Promise<void> {
  for (let turns = 0; !enough() && turns < 6000; turns++)
    await new Promise((resolve) => setTimeout(resolve, 10))
  if (!enough()) throw new Error('too little was acknowledged in a minute')
}

/** What an operator does with what is left: restores, starts, and waits for a report to be taken. */
async function startFromBackup(
  out: string,
  lost: RunningServer,
  prepare: (dataDir: string) => Promise<void>,
): Promise<{ server: RunningServer; end: () => Promise<void>; milliseconds: number }> {
  const since = performance.now()
  const [name] = (await readdir(out)).filter((each) => each.startsWith('balise-')).toSorted()
  const dataDir = join(out, 'restored')
  succeeded(await runBalise(['restore', '--from', join(out, name ?? ''), '--into', dataDir]))
  await prepare(dataDir)
  const running = runNode(dataDir, { PROOF_BITS: '0' })
  const server = { ...lost, origin: await running.ready }
  const { challenge } = (await (await fetch(`${server.origin}/api/challenge`)).json()) as {
    challenge: string
  }
  if (!challenge) throw new Error('nobody is served')
  return {
    server,
    milliseconds: performance.now() - since,
    end: async () => {
      running.child.kill('SIGTERM')
      await running.ended
    },
  }
}

interface Lost {
  server: RunningServer
  /** What the operator's commands need to know of the server. */
  environment: Record<string, string>
  destroy: () => Promise<void>
  /** What a backup of it lacks, put beside what was restored. */
  prepare: (dataDir: string) => Promise<void>
}

async function loseAndRestore({ server, environment, destroy, prepare }: Lost): Promise<Outcome> {
  const out = await mkdtemp(join(tmpdir(), 'balise-backups-'))
  const { told, stop } = writeAway(server, PEOPLE)
  let before: Told = soFar(told)
  try {
    await until(() => countOf(told) >= BEFORE)
    before = soFar(told)
    succeeded(await runBalise(['backup', '--out', out], undefined, environment))
    const atBackup = countOf(told)
    await until(() => countOf(told) >= atBackup + AFTER)
  } finally {
    const stopped = stop()
    await destroy()
    await stopped
  }
  try {
    const { server: again, end, milliseconds } = await startFromBackup(out, server, prepare)
    try {
      const found = await findAgain(again, before, told)
      return {
        tried: 1,
        acknowledged: countOf(before),
        ...found,
        recoveries: [milliseconds],
        load: `${PEOPLE} people who write`,
      }
    } finally {
      await end()
    }
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

async function onNode(): Promise<Outcome> {
  const federation = await makeFederation()
  const { dataDir, secret } = await makeDataDir(federation)
  const running = runNode(dataDir, { PROOF_BITS: '0' })
  const server = { origin: await running.ready, federation, secret } as RunningServer
  return await loseAndRestore({
    server,
    environment: { DATA_DIR: dataDir },
    destroy: async () => {
      running.child.kill('SIGKILL')
      await running.ended
      await rm(dataDir, { recursive: true, force: true })
    },
    prepare: async () => undefined,
  })
}

async function onServers(): Promise<Outcome> {
  const federation = await makeFederation()
  const server = await startEdgeServer({ federation })
  return await loseAndRestore({
    server,
    environment: server.operatorEnvironment,
    destroy: () => server.stop(),
    // At the edge the site is what was deployed, and the secret one of the worker's.
    prepare: async (dataDir) => {
      await mkdir(join(dataDir, 'site'))
      await writeFixtureSite(join(dataDir, 'site'), federation)
      await writeFile(join(dataDir, 'server.secret'), toBase64(server.secret), { mode: 0o600 })
    },
  })
}

/** On Node over files. */
export const machineLost: Scenario = {
  name: 'the machine is lost while people write, and a backup is restored',
  times: { test: 1, quick: 1, whole: 10 },
  run: repeated(onNode),
}

/** In workerd over libSQL servers; what is restored is served by Node. */
export const storesLost: Scenario = {
  name: 'two libSQL servers are lost while people write, and a backup is restored on a machine',
  times: { test: 1, quick: 1, whole: 5 },
  run: repeated(onServers),
}
