// The server that is tried, and what is seen of it from outside: whether it lives, what it logged, what it weighs, what its stores hold.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFederation } from '../../support/federation.ts'
import { SOME_RELEASES, storeReleases } from '../../support/published-releases.ts'
import { hunt } from '../../support/sentinels.ts'
import { makeDataDir, queryFile, runNode } from '../../support/servers/node-process.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import { WORDS_BEGIN } from './plan.ts'
import { ASSOCIATIONS, makeVisit, PAUSED, type Visit } from './visit.ts'

export interface Stage {
  visit: Visit
  /** Paths of the site. */
  pages: readonly string[]
  isEdge: boolean
  /** Everything the server wrote so far. */
  logs(): string
  isAlive(): Promise<boolean>
  /** What it weighs once it let go of all that it can, in megabytes; null where that is not known. */
  weight(): Promise<number | null>
  /** Names of files in which a word can be found: any of the run, unless another is given. */
  leaks(word?: string): Promise<string[]>
  stop(): Promise<void>
}

export const federate = () => makeFederation({ associations: ASSOCIATIONS, paused: [PAUSED] })

/** As `npm start` runs it; and it lets go of what it no longer needs when it is asked to. */
const FLAGS = [
  '--max-semi-space-size=4',
  '--max-old-space-size=128',
  '--expose-gc',
  `--import=data:text/javascript,${encodeURIComponent("process.on('SIGUSR2', () => { gc(); gc() })")}`,
]

export async function stageNode(): Promise<Stage> {
  const federation = await federate()
  const { dataDir, secret } = await makeDataDir(federation)
  const running = runNode(dataDir, { PROOF_BITS: '0' }, FLAGS)
  const origin = await running.ready
  await storeReleases(
    { queryStatistics: (sql, values) => queryFile(join(dataDir, 'statistics.db'), sql, values) },
    SOME_RELEASES,
  )
  const visit = await makeVisit({ origin, federation, secret })
  return {
    visit,
    pages: await pagesOf(origin),
    isEdge: false,
    logs: () => running.stderr(),
    isAlive: () => answers(origin),
    weight: async () => {
      running.child.kill('SIGUSR2')
      // An answer comes after the signal was handled.
      for (const _ of [1, 2, 3]) await answers(origin)
      running.child.kill('SIGUSR2')
      await answers(origin)
      const status = await readFile(`/proc/${running.child.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
    },
    leaks: async (word = WORDS_BEGIN) => Object.keys(await hunt({ folders: [dataDir] }, [word])),
    stop: async () => {
      running.child.kill('SIGTERM')
      await running.ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Any server of the tests, of which less is seen. */
export async function stageEdge(server: RunningServer): Promise<Stage> {
  await storeReleases(server, SOME_RELEASES)
  const { origin } = server
  return {
    visit: await makeVisit(server),
    pages: await pagesOf(origin),
    isEdge: true,
    logs: () => server.logs(),
    isAlive: () => answers(origin),
    weight: () => Promise.resolve(null),
    leaks: () => Promise.resolve([]),
    stop: () => server.stop(),
  }
}

async function pagesOf(origin: string): Promise<string[]> {
  const manifest = (await (await fetch(`${origin}/manifest.json`)).json()) as { files: object }
  return [...Object.keys(manifest.files), '/manifest.json']
}

async function answers(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(15_000) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}
