// The app in workerd, over two libSQL servers and a bucket that all can fail: each server behind a line of its own.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startWorker, type Started } from '../../src/cli/edge-processes.ts'
import { freePort } from '../../src/cli/free-port.ts'
import { migrateStores } from '../../src/cli/migrate.ts'
import { toBase64 } from '../../src/crypto/encoding.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { hranaDatabase, type HranaAddress } from '../../src/db/hrana-store.ts'
import { makeFederation } from '../support/federation.ts'
import { deployDry } from '../support/servers/edge-process.ts'
import { writeFixtureSite } from '../support/servers/site-fixture.ts'
import { BadLine, type Fault } from './bad-line.ts'
import { LibsqlServer } from './libsql-server.ts'
import type { Served } from './served.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface EdgeHouse extends Served {
  /** Both libSQL servers. */
  servers: readonly LibsqlServer[]
  /** What both lines do from now on. */
  setLines(fault: Fault): void
  /** What the bucket does from now on. Null: none is bound, and parts are rows. */
  setBucket(failing: BucketFault | null): Promise<void>
  /** How many objects the bucket holds. */
  bucketObjects(): Promise<number>
  /** The hourly run, once. */
  hourly(): Promise<void>
  stop(): Promise<void>
}

/** Of each `every` calls of this kind, the last one fails; of `put`, before or after the bytes were kept. */
export interface BucketFault {
  call: 'none' | 'head' | 'get' | 'put' | 'put-kept' | 'delete'
  every: number
}

async function startEdgeHouse(): Promise<EdgeHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'balise-faults-'))
  const federation = await makeFederation()
  const siteDir = join(folder, 'site')
  await writeFixtureSite(siteDir, federation)
  const secret = randomBytes(32)
  const ports = [await freePort(), await freePort(), await freePort()] as const
  const servers = ['envelopes', 'statistics'].map(
    (name, i) => new LibsqlServer(join(folder, name), ports[i] ?? 0),
  )
  const [, bundle] = await Promise.all([
    Promise.all(servers.map((server) => server.start())),
    bundleFailing(folder, siteDir),
  ])
  const addresses = ports.map((port) => ({ url: `http://127.0.0.1:${port}`, token: undefined }))
  const [envelopes, statistics] = addresses as [HranaAddress, HranaAddress]
  const migrated = await migrateStores({ envelopes, statistics })
  if (!migrated.ok) throw new Error(migrated.reason)
  const lines = await Promise.all(ports.slice(0, 2).map((port) => new BadLine(port).listen()))
  let logs = ''
  const worker: Started<string> = await startWorker({
    siteDir,
    port: ports[2],
    bundle: bundle.script,
    config: bundle.config,
    stateDir: join(folder, 'worker'),
    variables: {
      ENVELOPES_URL: lines[0]?.url ?? '',
      STATISTICS_URL: lines[1]?.url ?? '',
      SERVER_SECRET: toBase64(secret),
      ORIGIN: `http://127.0.0.1:${ports[2]}`,
      PROOF_BITS: '0',
    },
    onOutput: (text) => void (logs += text),
  })
  const origin = await worker.ready
  // Beside the lines: whoever looks into the stores is not part of what is tried.
  const [database, statisticsDatabase] = [hranaDatabase(envelopes), hranaDatabase(statistics)]
  return {
    origin,
    federation,
    secret,
    servers,
    query: async (sql, values = []) => (await database.$client.execute({ sql, args: values })).rows,
    queryStatistics: async (sql, values = []) =>
      (await statisticsDatabase.$client.execute({ sql, args: values })).rows,
    logs: () => logs,
    setLines: (fault) => {
      for (const line of lines) line.fault = fault
    },
    setBucket: async (failing) => {
      const order = failing ? `${failing.call}.${failing.every}` : 'unbound'
      const answer = await fetch(`${origin}/api/test-bucket?${order}`)
      if (!answer.ok) throw new Error(`the bucket was not told: ${answer.status}`)
    },
    bucketObjects: async () => {
      const state = await readdir(join(folder, 'worker'), { recursive: true }).catch(() => [])
      return state.filter((path) => /\/r2\/.*\/blobs\/[^/]+$/.test(path)).length
    },
    hourly: async () => {
      await (await fetch(`${origin}/cdn-cgi/local/scheduled`)).text()
    },
    stop: async () => {
      await worker.stop()
      await Promise.all(lines.map((line) => line.stop()))
      await Promise.all(servers.map((server) => server.end('SIGTERM')))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const WORKER = 'failing-bucket'

/** wrangler.toml with a bucket, and the app behind what makes that bucket fail. Bundled as a deployment is. */
async function bundleFailing(folder: string, siteDir: string): Promise<{ script: string; config: string }> {
  const config = join(folder, 'wrangler.toml')
  const settings = await readFile(join(root, 'wrangler.toml'), 'utf8')
  const main = JSON.stringify(join(root, 'test/reliability', `${WORKER}.ts`))
  const bucket = '[[r2_buckets]]\nbinding = "PARTS"\nbucket_name = "parts"\n'
  await writeFile(config, `${settings.replace('"src/worker.ts"', main)}\n${bucket}`)
  const out = join(folder, 'bundle')
  await deployDry(out, '--config', config, '--assets', siteDir)
  return { script: join(out, `${WORKER}.js`), config }
}

let shared: Promise<EdgeHouse> | null = null

/** One for all scenarios of a process: none of them leaves anything out of order. */
export const sharedEdgeHouse = (): Promise<EdgeHouse> => (shared ??= startEdgeHouse())

/** Before the process ends. */
export async function stopSharedEdgeHouse(): Promise<void> {
  const house = shared
  shared = null
  await (await house)?.stop()
}
