// Runs `src/node.ts` as an operator would: a process of its own, over a data folder.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client/sqlite3'
import { toBase64, type Bytes } from '../../../src/crypto/encoding.ts'
import { randomBytes } from '../../../src/crypto/random.ts'
import { QUICK_START } from '../quick-start.ts'
import { startSmtpSink } from './mail-sink.ts'
import { LONG_EXPIRED, type RunningServer, type ServerOptions } from './running-server.ts'
import { writeFixtureSite } from './site-fixture.ts'

const entry = fileURLToPath(new URL('../../../src/node.ts', import.meta.url))
const tool = fileURLToPath(new URL('../../../src/cli/balise.ts', import.meta.url))

export interface NodeProcess {
  child: ChildProcess
  stdout(): string
  stderr(): string
  /** Settles once it wrote something like this to its error output. */
  heard(pattern: RegExp): Promise<void>
  /** Settles with the exit code, or the signal that ended it, once everything it wrote has been read. */
  ended: Promise<number | NodeJS.Signals>
  /** The address it listens on, if it does. Rejects when it ends before it is ready. */
  ready: Promise<string>
}

/** A user of the machine by number, with one group; only root may start a process as another. */
export interface MachineUser {
  uid: number
  gid: number
}

export function runNode(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
  user?: MachineUser,
): NodeProcess {
  return watched([...flags, entry], { PORT: '0', DATA_DIR: dataDir, ...env }, user)
}

/** Runs `balise observatory run` the same way; `ready` is an empty text: it listens nowhere. */
export const runObservatory = (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  user?: MachineUser,
): NodeProcess => watched([tool, 'observatory', 'run', ...args], env, user)

function watched(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  user: MachineUser | undefined,
): NodeProcess {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', ...QUICK_START, ...env },
    ...user,
  })
  let [stdout, stderr] = ['', '']
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const heard = (pattern: RegExp): Promise<void> =>
    new Promise((resolve) => {
      const listen = (): void => {
        if (pattern.test(stderr)) resolve()
        else child.stderr.once('data', listen)
      }
      listen()
    })
  const ended = once(child, 'close').then(
    ([code, signal]: (number | NodeJS.Signals | null)[]) => code ?? signal ?? 0,
  )
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      const ready = /^ready ?(\S*)$/m.exec(stdout)
      if (ready) resolve(ready[1] ?? '')
    })
    void ended.then((how) => reject(new Error(`ended with ${how} before it was ready: ${stderr}`)))
  })
  ready.catch(() => undefined)
  return { child, stdout: () => stdout, stderr: () => stderr, heard, ended, ready }
}

export async function makeDataDir(
  federation: ServerOptions['federation'],
): Promise<{ dataDir: string; secret: Bytes }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'balise-node-'))
  await mkdir(join(dataDir, 'site'))
  await writeFixtureSite(join(dataDir, 'site'), federation)
  const secret = randomBytes(32)
  await writeFile(join(dataDir, 'server.secret'), toBase64(secret), { mode: 0o600 })
  return { dataDir, secret }
}

export async function startNodeServer({
  federation,
  proofBits = 0,
  storageLimit,
  mail: sendsMail = false,
}: ServerOptions): Promise<RunningServer> {
  const { dataDir, secret } = await makeDataDir(federation)
  const mail = sendsMail ? await startSmtpSink() : null
  const temporary = await mkdtemp(join(tmpdir(), 'balise-temporary-'))
  const connections = join(temporary, 'connections')
  const env = {
    PROOF_BITS: String(proofBits),
    TMPDIR: temporary,
    CONNECTIONS_NOTED: connections,
    ...(storageLimit === undefined ? {} : { STORAGE_LIMIT: storageLimit }),
    ...mail?.settings,
  }
  const noting = ['--import', new URL('note-connections.js', import.meta.url).href]
  let running = runNode(dataDir, env, noting)
  const origin = await running.ready
  let earlier = ''
  const restart = async (stopped: () => Promise<unknown> = async () => undefined): Promise<void> => {
    running.child.kill('SIGTERM')
    await running.ended
    earlier += running.stdout() + running.stderr()
    await stopped()
    running = runNode(dataDir, { ...env, PORT: new URL(origin).port }, noting)
    await running.ready
  }
  const hourly = async (said: RegExp): Promise<void> => {
    // What it does each hour it does when it starts.
    await restart()
    await running.heard(said)
  }

  const query: RunningServer['query'] = (sql, values = []) =>
    queryFile(join(dataDir, 'envelopes.db'), sql, values)

  return {
    origin,
    federation,
    secret,
    query,
    queryStatistics: (sql, values = []) => queryFile(join(dataDir, 'statistics.db'), sql, values),
    purge: async () => {
      // While it is stopped: the purge of an earlier start may still go on, and would take it.
      await restart(() => query(LONG_EXPIRED))
      await running.heard(/^purged /m)
    },
    hourly,
    restart: () => restart(),
    mail,
    pid: () => running.child.pid ?? null,
    operatorEnvironment: { DATA_DIR: dataDir },
    logs: () => earlier + running.stdout() + running.stderr(),
    folders: [dataDir, temporary],
    reached: async () => {
      const noted = await readFile(connections, 'utf8').catch(() => '')
      return [...new Set(noted.split('\n').filter((line) => line !== ''))]
    },
    stop: async () => {
      running.child.kill('SIGTERM')
      await running.ended
      await mail?.stop()
      for (const folder of [dataDir, temporary]) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Reads or writes a store's file from another process than the server's. */
export async function queryFile(
  file: string,
  sql: string,
  values: Parameters<RunningServer['query']>[1] = [],
): Promise<Record<string, unknown>[]> {
  const client = createClient({ url: pathToFileURL(file).href, concurrency: 1 })
  try {
    await client.execute('PRAGMA busy_timeout = 5000')
    return (await client.execute({ sql, args: values })).rows
  } finally {
    client.close()
  }
}
