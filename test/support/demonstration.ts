// Starts the real self-hosted server over a demonstration made for one test file: its own keys, its own data folder.
import { spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { freePort } from '../../src/cli/free-port.ts'
import { prepareDemonstration, readDemonstration } from '../../src/cli/demonstration.ts'
import { parseDirectory } from '../../src/directory/verify-directory.ts'

/** An association of the demonstration, with what its members hold. `secretKey` and `certificate` are armored. */
export interface Member {
  association: string
  secretKey: string
  certificate: string
  passphrase: string
  keyFile: string
}

export interface RunningDemonstration {
  origin: string
  dataDir: string
  siteDir: string
  directoryFile: string
  passphrase: string
  /** In the directory's order. */
  associations: Member[]
  /** Everything the server wrote to its two outputs. */
  logs: () => string
  /** Stops the server; the data folder and the port stay, so that `start` finds both again. */
  halt: (signal?: NodeJS.Signals) => Promise<number | null>
  start: () => Promise<void>
  /** Stops the server and removes the data folder. */
  stop: () => Promise<void>
}

export function memberOf({ associations }: RunningDemonstration, association: string): Member {
  const member = associations.find((each) => each.association === association)
  if (!member) throw new Error(`the demonstration has no ${association}`)
  return member
}

/** Environment variable: the folder of a demonstration that was prepared for every test file of a run. */
export const PREPARED = 'PREPARED_DEMONSTRATION'

const root = new URL('../..', import.meta.url).pathname

export interface DemonstrationOptions {
  /** The puzzles' difficulty: low by default, so that tests spend their time elsewhere. */
  proofBits?: number
  /** Under a name instead of an address: passkeys are for names alone. */
  named?: boolean
}

export async function startDemonstration(options: DemonstrationOptions = {}): Promise<RunningDemonstration> {
  const dataDir = await mkdtemp(join(tmpdir(), 'balise-'))
  const siteDir = join(dataDir, 'site')
  const prepared = process.env[PREPARED]
  if (prepared) await cp(prepared, dataDir, { recursive: true })
  else await prepareDemonstration(dataDir, siteDir, Date.now())
  const { members, passphrase, directoryFile } = await readDemonstration(dataDir)
  const parsed = parseDirectory(await readFile(directoryFile))
  if (!parsed.ok) throw new Error(parsed.reason)
  const entries = parsed.value.associations
  const associations = await Promise.all(
    members.map(async ({ association, keyFile }) => ({
      association,
      keyFile,
      passphrase,
      secretKey: await readFile(keyFile, 'utf8'),
      certificate: entries.find((entry) => entry.association === association)?.certificate ?? '',
    })),
  )

  const port = await freePort()
  const origin = `http://${options.named ? 'localhost' : '127.0.0.1'}:${port}`
  let output = ''
  let server: ChildProcess | null = null

  const start = async (): Promise<void> => {
    const child = spawn(process.execPath, [join(root, 'src/node.ts')], {
      env: {
        ...process.env,
        DATA_DIR: dataDir,
        PORT: String(port),
        HOST: '127.0.0.1',
        ORIGIN: origin,
        PROOF_BITS: String(options.proofBits ?? 2),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    server = child
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        output += chunk.toString()
        if (output.includes('ready http://')) resolve()
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}`)))
    })
  }

  const halt = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    const child = server
    server = null
    if (!child || child.exitCode !== null) return child?.exitCode ?? null
    child.kill(signal)
    const [code] = (await once(child, 'exit')) as [number | null]
    output = output.replaceAll('ready http://', 'was ready http://')
    return code
  }

  await start()
  return {
    origin,
    dataDir,
    siteDir,
    directoryFile,
    passphrase,
    associations,
    logs: () => output,
    halt,
    start,
    stop: async () => {
      await halt()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
