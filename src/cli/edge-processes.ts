// Starts, on this machine and without a network, what the edge is made of: two libSQL servers, each with credentials of its
// own, and workerd through wrangler. For development and tests; nothing here runs in production.
import { spawn, type ChildProcess } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { freePort } from './free-port.ts'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HranaAddress } from '../db/hrana-store.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A process that was started: `ready` settles once it answers, and it can be stopped before. */
export interface Started<Value> {
  ready: Promise<Value>
  stop(): Promise<void>
}

/** A libSQL server, with the token of whoever holds one: each their own. */
export interface StoreAddress extends HranaAddress {
  tokenOf: (holder: string) => string
}

export interface WorkerOptions {
  /** None for a worker that serves no files. */
  siteDir?: string
  port: number
  /** A bundle made before; without one wrangler bundles `src/worker.ts` and again at each change. */
  bundle?: string
  /** Another file than the root's wrangler.toml, which a deployment may have added to. */
  config?: string
  /** Variables and secrets, as production would set them. */
  variables: Readonly<Record<string, string>>
  /** Where the file with the variables and workerd's own state go. */
  stateDir: string
  /** Hears everything wrangler says. */
  onOutput?: (text: string) => void
}

/** A libSQL server over `folder`, answering only to the bearers of its own tokens. `token` is the app's. */
export async function startStore(folder: string): Promise<Started<StoreAddress>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { keyFile, tokenOf } = await credential(folder)
  const port = await freePort()
  const binary = createRequire(import.meta.url).resolve(`@sqld/linux-${process.arch}/sqld`)
  const child = spawn(
    binary,
    [
      '--no-welcome',
      '-d',
      join(folder, 'data'),
      '--http-listen-addr',
      `127.0.0.1:${port}`,
      '--auth-jwt-key-file',
      keyFile,
    ],
    { stdio: 'ignore', env: { ...process.env, RUST_LOG: 'off' } },
  )
  const url = `http://127.0.0.1:${port}`
  return {
    ready: answering(child, `${url}/health`, { url, token: tokenOf('app'), tokenOf }),
    stop: () => ended(child, 'SIGTERM'),
  }
}

/** The worker of wrangler.toml, over an already built site; the value is its address. */
export async function startWorker(options: WorkerOptions): Promise<Started<string>> {
  const { port, siteDir, stateDir, variables, bundle } = options
  await mkdir(stateDir, { recursive: true, mode: 0o700 })
  // A file and not arguments: any process of the machine can read another's arguments.
  const envFile = join(stateDir, 'worker.env')
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
  await writeFile(envFile, lines.join(''), { mode: 0o600 })
  const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
  const script = bundle === undefined ? [] : [bundle, '--no-bundle']
  const settings = {
    config: options.config ?? join(root, 'wrangler.toml'),
    ...(siteDir === undefined ? {} : { assets: siteDir }),
    'env-file': envFile,
    'persist-to': join(stateDir, 'state'),
    ip: '127.0.0.1',
    port,
    'inspector-port': await freePort(),
    'log-level': 'warn',
    'show-interactive-dev-session': false,
    'test-scheduled': true,
  }
  const flags = Object.entries(settings).map(([name, value]) => `--${name}=${value}`)
  const child = spawn(process.execPath, [wrangler, 'dev', ...script, ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...OFFLINE },
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => options.onOutput?.(text))
  }
  const url = `http://127.0.0.1:${port}`
  return { ready: answering(child, `${url}/api/challenge`, url), stop: () => ended(child, 'SIGTERM') }
}

const OFFLINE = {
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CI: 'true',
}

/** A key for one libSQL server, and tokens signed with it (JWT, EdDSA: RFC 8037 §3.1). */
async function credential(folder: string): Promise<{ keyFile: string; tokenOf: StoreAddress['tokenOf'] }> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const keyFile = join(folder, 'token-key.pem')
  await writeFile(keyFile, publicKey.export({ type: 'spki', format: 'pem' }))
  const tokenOf = (holder: string): string => {
    const signed = [
      { alg: 'EdDSA', typ: 'JWT' },
      { a: 'rw', sub: holder },
    ]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
  }
  return { keyFile, tokenOf }
}

const START_MILLISECONDS = 60_000
const ASK_EVERY_MILLISECONDS = 50

/** Settles at the first HTTP answer, whatever it is. Throws when the process ends, or stays silent too long. */
async function answering<Value>(child: ChildProcess, url: string, value: Value): Promise<Value> {
  const deadline = Date.now() + START_MILLISECONDS
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error('a process ended before it answered')
    }
    try {
      await (await fetch(url)).arrayBuffer()
      return value
    } catch {
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MILLISECONDS))
    }
  }
  await ended(child, 'SIGKILL')
  throw new Error('a process did not answer in time')
}

const END_MILLISECONDS = 4000

/** Asks a process to end; insists after a while. */
async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const exit = once(child, 'exit')
  child.kill(signal)
  const insist = setTimeout(() => child.kill('SIGKILL'), END_MILLISECONDS)
  await exit
  clearTimeout(insist)
}
