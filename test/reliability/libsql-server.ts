// A libSQL server that can be killed, started again at the same address over the same data, and left without room on its disk.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'

const run = promisify(execFile)
const binary = createRequire(import.meta.url).resolve(`@sqld/linux-${process.arch}/sqld`)

/** It would end at the first write beyond the limit of a file: a full disk ends nobody. */
const SHRUGS = 'trap "" XFSZ; exec "$0" "$@"'

const ASK_EVERY_MILLISECONDS = 10
const START_MILLISECONDS = 30_000

export class LibsqlServer {
  readonly #folder: string
  readonly #port: number
  #child: ChildProcess | null = null

  constructor(folder: string, port: number) {
    this.#folder = folder
    this.#port = port
  }

  /** Settles once it answers. */
  async start(): Promise<void> {
    const options = ['--no-welcome', '-d', this.#folder, '--http-listen-addr', `127.0.0.1:${this.#port}`]
    const env = { ...process.env, RUST_LOG: 'off' }
    this.#child = spawn('sh', ['-c', SHRUGS, binary, ...options], { stdio: 'ignore', env })
    const deadline = Date.now() + START_MILLISECONDS
    while (Date.now() < deadline) {
      const answer = await fetch(`http://127.0.0.1:${this.#port}/health`).catch(() => null)
      if (answer) {
        await answer.arrayBuffer()
        return
      }
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MILLISECONDS))
    }
    throw new Error('a libSQL server did not answer in time')
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }

  /** No file of it may be longer; `unlimited` gives the room back. */
  limitFiles(bytes: number | 'unlimited'): Promise<unknown> {
    return limitFiles(this.#child, bytes)
  }
}

/** The limit of a process under which a file that would grow further cannot be written. */
export const limitFiles = (
  child: { pid?: number | undefined } | null,
  bytes: number | 'unlimited',
): Promise<unknown> => run('prlimit', ['--pid', String(child?.pid), `--fsize=${bytes}:unlimited`])
