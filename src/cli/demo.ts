// `npm run demo`: a working demonstration on this machine, everything in it plainly marked as one. It prepares the data
// folder, says where the doors are, then becomes the ordinary server; its trends are filled behind, by processes of their own.
// `npm run design` is the same, with the page /design.
import { join } from 'node:path'
import { readSettings, type Settings } from '../server/node/settings.ts'
import { prepareDemonstration, type Demonstration } from './demonstration.ts'
import { demonstrationOrigin, doorLines } from './doors.ts'
import { freePort } from './free-port.ts'
import { MISUSED, remark } from './outcome.ts'
import { startFilling } from './trends-processes.ts'
import { readDemonstrationOptions, statisticsDirOf, type DemonstrationOptions } from './weekly.ts'

process.umask(0o077)
const settings = readSettings({ ...process.env, DATA_DIR: process.env['DATA_DIR'] ?? 'data/demonstration' })
const options = readDemonstrationOptions(process.argv.slice(2))

async function prepare(
  dataDir: string,
  siteDir: string,
  development: boolean,
): Promise<Demonstration | null> {
  try {
    return await prepareDemonstration(dataDir, siteDir, Date.now(), development)
  } catch (error) {
    process.stderr.write(
      `The demonstration cannot start: ${error instanceof Error ? error.message : 'unknown'}\n`,
    )
    return null
  }
}

async function start(
  { dataDir, siteDir, host, port: asked, origin: given }: Settings,
  { weekly, development }: DemonstrationOptions,
): Promise<void> {
  const demonstration = await prepare(dataDir, siteDir, development)
  if (demonstration === null) {
    process.exitCode = 1
    return
  }
  const port = asked || (await freePort(host))
  const origin = given ?? demonstrationOrigin(host, port)
  const statisticsDir = statisticsDirOf(dataDir, weekly)
  process.stdout.write(doorLines(origin, demonstration))
  if (development) process.stdout.write(`design: ${origin}/design\n`)
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    STATISTICS_DIR: statisticsDir,
    PORT: String(port),
    HOST: host,
    ORIGIN: origin,
  })
  await import('../node.ts')
  // It says why, and leaves a code, when it cannot listen.
  if (process.exitCode !== undefined) return
  startFilling({ dataDir, weekly, store: { file: join(statisticsDir, 'statistics.db') } })
}

if (!options.ok) {
  remark(options.reason)
  process.exitCode = MISUSED
} else if (!settings.ok) {
  remark(`${settings.reason} cannot be understood. See the table of settings in README.md.`)
  process.exitCode = 1
} else await start(settings.value, options.value)
