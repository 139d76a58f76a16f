// The vectors of docs/protocol.md are what another language makes of that page: nobody wrote them by hand, nor with our own code.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { liveTest } from './live-test.ts'
import { openBench, type Bench } from './tools.ts'

const FOLDER = join(import.meta.dirname, '../vectors')
let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

liveTest(['python3'], 'Python’s standard library computes the vectors that are kept, to the byte', () => {
  const made = bench.must('python3', [join(FOLDER, 'protocol_python.py')])
  expect(made.toString('utf8')).toBe(readFileSync(join(FOLDER, 'protocol_python.json'), 'utf8'))
})
