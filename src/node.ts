// Self-host entry: the app over two libSQL files, with the built site beside it. Reads the environment, starts, and stops
// well on a signal. It refuses to start without a signed directory.
import { hash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { openFileStore } from './db/file-store.ts'
import { openOnceThereIsRoom } from './db/late-store.ts'
import { openOwnStatistics, openSharedStatistics } from './db/statistics/statistics-file.ts'
import { createApp } from './server/app.ts'
import type { House } from './server/env.ts'
import { sendNotices } from './server/jobs/notices.ts'
import { newMemory } from './server/memory.ts'
import { purge, purgeLine } from './server/jobs/purge.ts'
import type { Mailer } from './server/mail/mailer.ts'
import { brotli } from './server/node/brotli.ts'
import { freeBytesAt } from './server/node/free-bytes.ts'
import { hasCredentials, makeServer } from './server/node/http-server.ts'
import { explainTrouble, loadDirectory } from './server/node/load-directory.ts'
import { loadSite } from './server/node/load-site.ts'
import type { MailSettings } from './server/node/mail-settings.ts'
import { oneAtATime } from './server/node/one-at-a-time.ts'
import { serverSecret } from './server/node/server-secret.ts'
import { readSettings, type Settings } from './server/node/settings.ts'
import { stopServer } from './server/node/stop.ts'
import { rewriteAtStart, startUpkeep } from './server/node/upkeep.ts'
import { rowParts } from './server/parts/row-parts.ts'
import { refuseOutright } from './server/refuse.ts'

const log = (line: string): void => void process.stderr.write(`${line}\n`)

/** Whatever this process makes is its owner's alone, the logs of the stores included; but for a statistics folder that two users share. */
const UMASK = 0o077

/** Listens, prints `ready URL` last, and answers until a signal. Resolves to false, having said why, when it cannot start. */
async function start(settings: Settings): Promise<boolean> {
  const { dataDir, siteDir, statisticsDir, host, mail } = settings
  const directory = await loadDirectory(siteDir, Date.now())
  if (!directory.ok) {
    process.stderr.write(explainTrouble(directory.reason, siteDir))
    return false
  }
  process.umask(UMASK)
  await mkdir(dataDir, { recursive: true })
  await mkdir(statisticsDir, { recursive: true })
  const site = await loadSite(siteDir)
  const secret = await serverSecret(join(dataDir, 'server.secret'))
  const envelopes = await openOnceThereIsRoom(
    () => openFileStore(join(dataDir, 'envelopes.db'), 'envelopes'),
    log,
  )
  const openStatistics = statisticsDir === dataDir ? openOwnStatistics : openSharedStatistics
  const statistics = await openOnceThereIsRoom(() => openStatistics(statisticsDir), log)

  const house: House = {
    directory: directory.value,
    envelopes,
    statistics,
    parts: rowParts(envelopes),
    secret,
    origin: '',
    proofBits: settings.proofBits,
    storage: { limitBytes: settings.storageLimitBytes, freeBytes: () => freeBytesAt(dataDir) },
    memory: newMemory(),
    hash: (bytes) => hash('sha256', bytes, 'buffer'),
    inTurn: oneAtATime(),
    compress: brotli,
    now: Date.now,
    mailer: mail && (await relayMailer(mail)),
    log,
    site,
  }
  const app = createApp()
  const server = makeServer(
    getRequestListener(
      (request) =>
        hasCredentials(request.url) ? refuseOutright('invalid-shape') : app.fetch(request, house),
      // The app catches its own: what arrives here is a request whose Host or target is none.
      { errorHandler: () => refuseOutright('invalid-shape') },
    ),
  )
  const rewrittenEach = [await rewriteAtStart(envelopes), await rewriteAtStart(statistics)]
  const listening = await listen(server, settings)
  if (listening === null) {
    log(`Port ${settings.port} on ${host} cannot be used: something else listens there. Set PORT.`)
    await Promise.all([envelopes.close(), statistics.close()])
    return false
  }
  house.origin = settings.origin ?? listening

  let stopping = false
  let endUpkeep = (): void => undefined
  const stop = (): void => {
    if (stopping) return
    stopping = true
    endUpkeep()
    void stopServer(server, [envelopes, statistics]).then(() => process.exit(0))
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  process.stdout.write(`ready ${isNamedHere(settings.origin) ? settings.origin : listening}\n`)
  const rewritten = rewrittenEach.every(Boolean)
  endUpkeep = startUpkeep({
    envelopes,
    statistics,
    rewritten,
    directory: directory.value,
    purge: async (now) => purgeLine(await purge(house, now)),
    notify: (now) => sendNotices(house, now),
    now: Date.now,
    log,
  })
  return true
}

/** Brought in where it is needed: what speaks SMTP takes 16 MB. */
async function relayMailer({ relay, fromHour }: MailSettings): Promise<Mailer> {
  const { smtpMailer } = await import('./server/node/smtp-mailer.ts')
  return { fromHour, send: smtpMailer(relay) }
}

/** Whether an address is this machine's by name: then it is where people of this machine come in, and sign in under no other. */
const isNamedHere = (origin: string | null): origin is string =>
  origin !== null && new URL(origin).hostname === 'localhost'

/** The address listened on; null when it is taken or not ours. */
function listen(server: Server, { host, port }: Settings): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(null))
    server.listen(port, host, () => {
      const { port: real } = server.address() as AddressInfo
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${real}`)
    })
  })
}

const settings = readSettings(process.env)
if (!settings.ok) log(`${settings.reason} cannot be understood. See the table of settings in README.md.`)
if (!settings.ok || !(await start(settings.value))) process.exitCode = 1
