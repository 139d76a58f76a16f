// How soon a demonstration can be looked at, and its trends are filled: `node test/bench/demonstration.ts [weekly]…`, at every rate
// unless said otherwise. Each starts as `npm run demo` does, in a folder of its own. It prints and judges nothing.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import about from '../../package.json' with { type: 'json' }
import { WEEKLY_CHOICES } from '../../src/cli/weekly.ts'
import type { ReleaseList } from '../../src/protocol/release.ts'
import { tableOf } from './table.ts'

const HEADS = [
  'a week',
  'built, from the command',
  'ready, from the build',
  'first numbers, from ready',
  'filled, from ready',
  'releases',
  'load',
]
const LOOK_EVERY_MILLISECONDS = 200
const flags = about.scripts.demo.split(' ').filter((word) => word.startsWith('--'))
const root = new URL('../..', import.meta.url).pathname

async function measure(weekly: number): Promise<string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'balise-bench-'))
  const began = performance.now()
  const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`
  const child = spawn(process.execPath, [...flags, 'src/cli/demo.ts', '--weekly', String(weekly)], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let said = ''
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (text: string) => void (said += text))
  const heard = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(said)
      if (found) return found
      if (child.exitCode !== null) throw new Error(`the demonstration ended: ${said}`)
      await wait(LOOK_EVERY_MILLISECONDS / 10)
    }
  }
  const listed = async (origin: string): Promise<number> =>
    ((await (await fetch(`${origin}/api/releases`)).json()) as ReleaseList).releases.length

  await heard(/^victim:/m)
  const [built, fromBuild] = [seconds(began), performance.now()]
  const [, origin = ''] = await heard(/^ready (\S+)$/m)
  await fetch(`${origin}/fr/tendances`)
  const [ready, fromReady] = [seconds(fromBuild), performance.now()]
  while ((await listed(origin)) === 0) await wait(LOOK_EVERY_MILLISECONDS)
  const first = seconds(fromReady)
  await heard(/^trends: filled$/m)
  const filled = seconds(fromReady)
  const releases = await listed(origin)
  child.kill('SIGTERM')
  await ended
  await rm(dataDir, { recursive: true, force: true })
  const [load = 0] = loadavg()
  return [String(weekly), built, ready, first, filled, String(releases), load.toFixed(0)]
}

const asked = process.argv.slice(2).map(Number)
const rows: string[][] = []
for (const weekly of asked.length > 0 ? asked : WEEKLY_CHOICES) rows.push(await measure(weekly))
process.stdout.write(`${tableOf(HEADS, rows)}\n`)
