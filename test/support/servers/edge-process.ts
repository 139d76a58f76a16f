// Runs `src/worker.ts` in workerd through wrangler.toml, over two real libSQL servers, all local and offline.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startStore, startWorker, type WorkerOptions } from '../../../src/cli/edge-processes.ts'
import { freePort } from '../../../src/cli/free-port.ts'
import { migrateStores } from '../../../src/cli/migrate.ts'
import { toBase64 } from '../../../src/crypto/encoding.ts'
import { randomBytes } from '../../../src/crypto/random.ts'
import { hranaDatabase } from '../../../src/db/hrana-store.ts'
import { startMailEndpoint } from './mail-sink.ts'
import { LONG_EXPIRED, type RunningServer, type ServerOptions } from './running-server.ts'
import { writeFixtureSite } from './site-fixture.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const run = promisify(execFile)

/** Bundles a worker once, exactly as a deployment would: a server under test must not reload while someone edits. */
export async function deployDry(folder: string, ...more: readonly string[]): Promise<void> {
  const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
  await run(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', folder, ...more], {
    cwd: root,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
  })
}

async function bundleWorker(folder: string, siteDir: string): Promise<string> {
  await deployDry(folder, '--assets', siteDir)
  return join(folder, 'worker.js')
}

export const OBSERVATORY_CONFIG = join(root, 'wrangler.observatory.toml')

export async function bundleObservatory(folder: string): Promise<string> {
  await deployDry(folder, '--config', OBSERVATORY_CONFIG)
  return join(folder, 'observatory.js')
}

const BUCKET = `
[[r2_buckets]]
binding = "PARTS"
bucket_name = "parts"
`

/** wrangler.toml, with what an operator adds to it to bind a bucket. */
async function configWithBucket(folder: string): Promise<string> {
  const file = join(folder, 'wrangler.toml')
  await writeFile(file, (await readFile(join(root, 'wrangler.toml'), 'utf8')) + BUCKET)
  return file
}

export async function startEdgeServer({
  federation,
  proofBits = 0,
  storageLimit,
  bucket = false,
  mail: sendsMail = false,
}: ServerOptions): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'balise-edge-'))
  const siteDir = join(folder, 'site')
  await writeFixtureSite(siteDir, federation)
  const secret = randomBytes(32)
  const [envelopesProcess, statisticsProcess, bundle] = await Promise.all([
    startStore(join(folder, 'envelopes')),
    startStore(join(folder, 'statistics')),
    bundleWorker(join(folder, 'bundle'), siteDir),
  ])
  const [envelopes, statistics] = [await envelopesProcess.ready, await statisticsProcess.ready]
  const migrated = await migrateStores({ envelopes, statistics })
  if (!migrated.ok) throw new Error(migrated.reason)
  const mail = sendsMail ? await startMailEndpoint() : null
  const operatorEnvironment = {
    ENVELOPES_URL: envelopes.url,
    ENVELOPES_TOKEN: envelopes.token ?? '',
    STATISTICS_URL: statistics.url,
    STATISTICS_TOKEN: statistics.token ?? '',
  }
  let logs = ''
  let onLog = (): void => undefined
  const port = await freePort()
  const options: WorkerOptions = {
    siteDir,
    port,
    bundle,
    ...(bucket ? { config: await configWithBucket(folder) } : {}),
    stateDir: join(folder, 'worker'),
    variables: {
      ...operatorEnvironment,
      SERVER_SECRET: toBase64(secret),
      ORIGIN: `http://127.0.0.1:${port}`,
      PROOF_BITS: String(proofBits),
      ...(storageLimit === undefined ? {} : { STORAGE_LIMIT: storageLimit }),
      ...mail?.settings,
    },
    onOutput: (text) => {
      logs += text
      onLog()
    },
  }
  let worker = await startWorker(options)
  const origin = await worker.ready
  const database = hranaDatabase(envelopes)
  const statisticsDatabase = hranaDatabase(statistics)
  const hourly = async (said: RegExp): Promise<void> => {
    const already = logs.length
    const heard = new Promise<void>((resolve) => {
      onLog = () => void (said.test(logs.slice(already)) && resolve())
    })
    const answer = await fetch(`${origin}/cdn-cgi/local/scheduled`)
    if (!answer.ok) throw new Error(`the scheduled run answered ${answer.status}`)
    await heard
  }
  return {
    origin,
    federation,
    secret,
    query: async (sql, values = []) => (await database.$client.execute({ sql, args: values })).rows,
    queryStatistics: async (sql, values = []) =>
      (await statisticsDatabase.$client.execute({ sql, args: values })).rows,
    purge: async () => {
      await database.$client.execute(LONG_EXPIRED)
      await hourly(/purged /)
    },
    hourly,
    restart: async () => {
      await worker.stop()
      worker = await startWorker(options)
      await worker.ready
    },
    mail,
    pid: () => null,
    operatorEnvironment,
    logs: () => logs,
    reached: null,
    folders: ['envelopes', 'statistics', 'worker'].map((name) => join(folder, name)),
    stop: async () => {
      await worker.stop()
      await mail?.stop()
      await Promise.all([envelopesProcess.stop(), statisticsProcess.stop()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
