// `npm run dev:edge`: the demonstration at the edge, on one machine, with nothing left running after it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { missingPeriods } from '../../src/client/trends/periods.ts'
import { dayOf } from '../../src/protocol/day.ts'
import { ReleaseList } from '../../src/protocol/release.ts'
import { QUICK_START } from '../support/quick-start.ts'
import { runHere } from '../support/run-here.ts'

const entry = fileURLToPath(new URL('../../src/cli/dev-edge.ts', import.meta.url))

let dataDir: string
let output = ''
let ended: Promise<unknown[]>
let stop: () => void

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'balise-dev-edge-'))
  const env = {
    PATH: process.env['PATH'] ?? '',
    ...QUICK_START,
    DATA_DIR: dataDir,
    PORT: '0',
    PROOF_BITS: '0',
  }
  const child = spawn(process.execPath, [entry], { stdio: ['ignore', 'pipe', 'ignore'], env })
  ended = once(child, 'exit')
  stop = () => void child.kill('SIGTERM')
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (/^ready /m.test(output)) resolve()
    })
    void ended.then(() => reject(new Error('it ended before it was ready')))
  })
})
afterAll(async () => {
  stop()
  await ended
  await rm(dataDir, { recursive: true, force: true })
})

describe('the demonstration at the edge', () => {
  it('says where the doors are, serves what its roots signed before its trends are filled, stops when told to, and leaves nothing listening', async () => {
    const lines = output.trimEnd().split('\n')
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'victim:',
      'association:',
      'analyst:',
      'member',
      'passphrase:',
      'ready',
    ])
    for (const line of lines.slice(0, 3)) {
      const answer = await fetch(line.split(' ')[1] ?? '')
      expect(answer.status).toBe(200)
      expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
      await answer.body?.cancel()
    }
    const origin = lines.at(-1)?.split(' ')[1] ?? ''
    // What the page says it still waits for, seconds after the doors opened: the first numbers, or the periods that follow them.
    const list = v.parse(ReleaseList, await (await fetch(`${origin}/api/releases`)).json())
    expect(list.releases.length === 0 || missingPeriods(list, dayOf(Date.now())).length > 0).toBe(true)
    expect(await (await fetch(`${origin}/api/health`)).json()).toMatchObject({ status: 'ok' })
    // Every file as the edge sends it, and every header that `_headers` asks it for.
    const verified = await runHere(['verify', origin, '--seen', join(dataDir, 'seen.json')])
    expect(verified).toMatchObject({ exit: 0, errors: '' })
    expect(verified.output).toMatch(/^VERIFIED: /)
    stop()
    expect(await ended).toEqual([0, null])
    await expect(fetch(`${origin}/api/health`)).rejects.toThrow('fetch failed')
  })
})
