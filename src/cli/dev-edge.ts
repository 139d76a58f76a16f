// `npm run dev:edge`: the demonstration in workerd, through wrangler.toml, over two libSQL servers, all on this machine and
// offline. For trying the edge before deploying to it, never for real reports.
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { toBase64 } from '../crypto/encoding.ts'
import { serverSecret } from '../server/node/server-secret.ts'
import { prepareDemonstration } from './demonstration.ts'
import { demonstrationOrigin, doorLines } from './doors.ts'
import { startStore, startWorker, type Started } from './edge-processes.ts'
import { freePort } from './free-port.ts'
import { migrateStores } from './migrate.ts'
import { MISUSED, remark } from './outcome.ts'
import { startFilling } from './trends-processes.ts'
import { readDemonstrationOptions, statisticsDirOf, type Weekly } from './weekly.ts'

const dataDir = resolve(process.env['DATA_DIR'] ?? 'data/edge')
const siteDir = join(dataDir, 'site')
const port = Number(process.env['PORT'] ?? 8787) || (await freePort())
const origin = process.env['ORIGIN'] ?? demonstrationOrigin('127.0.0.1', port)

const running: Started<unknown>[] = []
let endFilling = (): void => undefined
let stopping = false

async function stop(exitCode: number): Promise<void> {
  if (stopping) return
  stopping = true
  endFilling()
  await Promise.all(running.map((each) => each.stop()))
  process.exit(exitCode)
}
process.on('SIGTERM', () => void stop(0)).on('SIGINT', () => void stop(0))

async function kept<Value>(starting: Promise<Started<Value>>): Promise<Value> {
  const started = await starting
  running.push(started)
  if (stopping) await started.stop()
  return await started.ready
}

async function start(weekly: Weekly): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const demonstration = await prepareDemonstration(dataDir, siteDir, Date.now())
  const [envelopes, statistics] = await Promise.all([
    kept(startStore(join(dataDir, 'envelopes'))),
    kept(startStore(join(statisticsDirOf(dataDir, weekly), 'statistics'))),
  ])
  const migrated = await migrateStores({ envelopes, statistics })
  if (!migrated.ok) throw new Error(migrated.reason)
  const address = await kept(
    startWorker({
      siteDir,
      port,
      stateDir: join(dataDir, 'worker'),
      variables: {
        ENVELOPES_URL: envelopes.url,
        ENVELOPES_TOKEN: envelopes.token ?? '',
        STATISTICS_URL: statistics.url,
        STATISTICS_TOKEN: statistics.token ?? '',
        SERVER_SECRET: toBase64(await serverSecret(join(dataDir, 'server.secret'))),
        ORIGIN: origin,
        ...(process.env['PROOF_BITS'] === undefined ? {} : { PROOF_BITS: process.env['PROOF_BITS'] }),
      },
      onOutput: (text) => void process.stderr.write(text),
    }),
  )
  process.stdout.write(
    `${doorLines(origin, demonstration)}ready ${new URL(origin).hostname === 'localhost' ? origin : address}\n`,
  )
  if (!stopping) endFilling = startFilling({ dataDir, weekly, store: statistics })
}

const options = readDemonstrationOptions(process.argv.slice(2))
if (!options.ok) {
  remark(options.reason)
  await stop(MISUSED)
} else {
  try {
    await start(options.value.weekly)
  } catch (error) {
    remark(`dev:edge could not start: ${error instanceof Error ? error.message : 'unknown'}`)
    await stop(1)
  }
}
