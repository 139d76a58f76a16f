// A self-hosted server whose process can be killed, its clock set, and its disk filled: started again it is at the same address.
import { cp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../../src/cli/free-port.ts'
import type { Bytes } from '../../src/crypto/encoding.ts'
import { makeFederation, type Federation } from '../support/federation.ts'
import { makeDataDir, queryFile, runNode, type NodeProcess } from '../support/servers/node-process.ts'
import { limitFiles } from './libsql-server.ts'
import type { Served } from './served.ts'

const SET_CLOCK = new URL('set-clock.js', import.meta.url).href

export class NodeHouse implements Served {
  readonly federation: Federation
  readonly secret: Bytes
  readonly origin: string
  readonly dataDir: string
  readonly #clockFile: string
  #process: NodeProcess | null = null
  #earlier = ''

  private constructor(federation: Federation, made: { dataDir: string; secret: Bytes }, port: number) {
    this.federation = federation
    this.secret = made.secret
    this.dataDir = made.dataDir
    this.#clockFile = join(made.dataDir, 'clock')
    this.origin = `http://127.0.0.1:${port}`
  }

  /** Its store does not exist yet. All that is its own goes into a folder that is there already, if one is given. */
  static async make(folder?: string): Promise<NodeHouse> {
    const federation = await makeFederation()
    const made = await makeDataDir(federation)
    if (folder !== undefined) {
      await cp(made.dataDir, folder, { recursive: true })
      await rm(made.dataDir, { recursive: true })
    }
    const house = new NodeHouse(federation, { ...made, dataDir: folder ?? made.dataDir }, await freePort())
    await writeFile(house.#clockFile, '0')
    return house
  }

  /** Does not wait until it answers. */
  launch(): NodeProcess {
    const env = { PROOF_BITS: '0', PORT: new URL(this.origin).port, BALISE_TEST_CLOCK: this.#clockFile }
    this.#process = runNode(this.dataDir, env, [`--import=${SET_CLOCK}`])
    return this.#process
  }

  async start(): Promise<void> {
    await this.launch().ready
  }

  /** Started where no file can grow: a process begins with the limits of the one that starts it. */
  async startWithoutRoom(): Promise<void> {
    await limitFiles(process, 1)
    const launched = this.launch()
    await limitFiles(process, 'unlimited')
    await launched.ready
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const running = this.#process
    if (!running) return
    running.child.kill(signal)
    await running.ended
    this.#earlier += running.stderr()
    this.#process = null
  }

  /** The clock of the process, from now on and when it is started again: so many milliseconds beside the machine's. */
  async setClock(aheadMilliseconds: number): Promise<void> {
    await writeFile(this.#clockFile, `${aheadMilliseconds}`)
    this.#process?.child.kill('SIGUSR2')
    // It has heard once it answers with its own day and hour: a challenge says when it expires.
    const expected = Date.now() + aheadMilliseconds
    for (let asked = 0; this.#process && asked < 500; asked++) {
      if (Math.abs((await this.#clock()) - expected) < 60_000) return
    }
  }

  /** What a sign-in challenge, which lives two minutes, tells of its clock. */
  async #clock(): Promise<number> {
    const answer = await fetch(`${this.origin}/api/sign-in-challenge`)
    const { challenge } = (await answer.json()) as { challenge: string }
    return (Number(challenge.split('.')[2]) - 120) * 1000
  }

  limitFiles(bytes: number | 'unlimited'): Promise<unknown> {
    return limitFiles(this.#process?.child ?? null, bytes)
  }

  async heard(pattern: RegExp): Promise<void> {
    await this.#process?.heard(pattern)
  }

  readonly query: Served['query'] = (sql, values) =>
    queryFile(join(this.dataDir, 'envelopes.db'), sql, values)
  readonly queryStatistics: Served['query'] = (sql, values) =>
    queryFile(join(this.dataDir, 'statistics.db'), sql, values)
  readonly logs = (): string => this.#earlier + (this.#process?.stderr() ?? '')

  /** Throws when a store is no longer whole. */
  async checkFiles(): Promise<void> {
    for (const query of [this.query, this.queryStatistics]) {
      const [row] = await query('pragma integrity_check')
      if (row?.['integrity_check'] !== 'ok') throw new Error('a store is damaged')
    }
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL')
    // What is in it and not itself: it may be a file system of its own.
    const names = await readdir(this.dataDir)
    await Promise.all(names.map((name) => rm(join(this.dataDir, name), { recursive: true, force: true })))
    await rm(this.dataDir, { recursive: true }).catch(() => undefined)
  }
}
