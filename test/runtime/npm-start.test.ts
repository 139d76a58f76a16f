// The documented command itself, stopped as a supervisor stops it: npm passes the signal on, and nothing is left running.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../src/cli/free-port.ts'
import { startDemonstration, type RunningDemonstration } from '../support/demonstration.ts'

let demonstration: RunningDemonstration
beforeAll(async () => {
  demonstration = await startDemonstration()
  await demonstration.halt()
})
afterAll(() => demonstration.stop())

test('`npm start` is ready, and gone within two seconds of a SIGTERM to npm', async () => {
  const port = await freePort()
  const npm = spawn('npm', ['start'], {
    // As whoever runs it has it.
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_COMPILE_CACHE: '',
      DATA_DIR: demonstration.dataDir,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    npm.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes(`ready http://127.0.0.1:${port}`)) resolve()
    })
    npm.once('exit', (code) => reject(new Error(`npm ended with ${code}: ${said}`)))
  })
  const health = await fetch(`http://127.0.0.1:${port}/api/health`)
  expect(await health.json()).toMatchObject({ status: 'ok' })

  const asked = performance.now()
  npm.kill('SIGTERM')
  await once(npm.stdout, 'close')
  expect(performance.now() - asked).toBeLessThan(2000)
  await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow()
})
