// `npm run demo`: a working demonstration on this machine, everything in it plainly marked as one. It prepares the data
// folder, says where the doors are, then becomes the ordinary server. `npm run design` is the same, with the page /design.
import { readSettings } from '../server/node/settings.ts'
import { prepareDemonstration, type Demonstration } from './demonstration.ts'
import { demonstrationOrigin, doorLines } from './doors.ts'
import { freePort } from './free-port.ts'

process.umask(0o077)
const development = process.argv.includes('--development')
const settings = readSettings({ ...process.env, DATA_DIR: process.env['DATA_DIR'] ?? 'data/demonstration' })

async function prepare(dataDir: string, siteDir: string): Promise<Demonstration | null> {
  try {
    return await prepareDemonstration(dataDir, siteDir, Date.now(), development)
  } catch (error) {
    process.stderr.write(
      `The demonstration cannot start: ${error instanceof Error ? error.message : 'unknown'}\n`,
    )
    return null
  }
}

if (!settings.ok) {
  process.stderr.write(`${settings.reason} cannot be understood. See the table of settings in README.md.\n`)
  process.exitCode = 1
} else {
  const { dataDir, siteDir, host } = settings.value
  const demonstration = await prepare(dataDir, siteDir)
  if (demonstration === null) process.exitCode = 1
  else {
    const port = settings.value.port || (await freePort(host))
    const origin = settings.value.origin ?? demonstrationOrigin(host, port)
    process.stdout.write(doorLines(origin, demonstration))
    if (development) process.stdout.write(`design: ${origin}/design\n`)
    Object.assign(process.env, { DATA_DIR: dataDir, PORT: String(port), HOST: host, ORIGIN: origin })
    await import('../node.ts')
  }
}
