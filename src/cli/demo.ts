// `npm run demo`: a working demonstration on this machine, everything in it plainly marked as one. It prepares the data
// folder, says where the doors are, then becomes the ordinary server.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { ADDRESSES } from '../i18n/addresses.ts'
import { prepareDemonstration } from './demonstration.ts'

const dataDir = resolve(process.env['DATA_DIR'] ?? 'data/demonstration')
const host = process.env['HOST'] ?? '127.0.0.1'
const asked = process.env['PORT'] ?? '8787'
const port = asked === '0' ? String(await freePort()) : asked
const origin = process.env['ORIGIN'] ?? `http://${host}:${port}`

const { members, passphrase } = await prepareDemonstration(dataDir, `${dataDir}/site`, Date.now())
const lines = [
  `victim: ${origin}${ADDRESSES.write.fr}`,
  `association: ${origin}${ADDRESSES.association.fr}`,
  `analyst: ${origin}${ADDRESSES.trends.fr}`,
  `member key: ${members[0]?.keyFile ?? ''}`,
  `passphrase: ${passphrase}`,
]
process.stdout.write(`${lines.join('\n')}\n`)

Object.assign(process.env, { DATA_DIR: dataDir, PORT: port, HOST: host })
await import('../node.ts')

/** A port that is free now: the doors are announced before the server listens. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, host)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}
