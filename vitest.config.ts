// The layers of the test suite. Each is one project, so that one can be run alone. What may not share the machine is a project beside
// its layer's, called the same with `-alone` after it.
import { defineConfig } from 'vitest/config'
import { QUICK_START } from './test/support/quick-start.ts'

interface Layer {
  /** Of one test, in milliseconds. */
  testTimeout: number
  /** It runs the whole server: its files start from one demonstration, prepared beforehand. */
  whole?: boolean
  /** Those of its files that run one at a time, after everything else: they measure time or memory. */
  alone?: readonly string[]
  /** The layers of a lower place are over before it begins. */
  place?: number
}

/** At a time. With three, a busy machine has people wait longer than they would. */
const FILES = 2
const LAST = 2

function layer(name: string, { testTimeout, whole = true, alone = [], place = 0 }: Layer) {
  const every = `test/${name}/**/*.test.ts`
  const apart = alone.map((file) => `test/${name}/${file}.test.ts`)
  const test = {
    testTimeout,
    hookTimeout: 120_000,
    globalSetup: whole ? ['./test/support/prepare-once.ts'] : [],
  }
  const shared = {
    name,
    include: [every],
    exclude: apart,
    sequence: { groupOrder: place },
    maxWorkers: FILES,
  }
  const last = { name: `${name}-alone`, include: apart, sequence: { groupOrder: LAST }, maxWorkers: 1 }
  return [shared, ...(alone.length > 0 ? [last] : [])].map((own) => ({
    extends: true as const,
    test: { ...test, ...own },
  }))
}

// Every file of tests is a process of its own, and starts others: all inherit this.
Object.assign(process.env, QUICK_START)

export default defineConfig({
  test: {
    // A busy machine may take long to come to what is waited for.
    expect: { requireAssertions: true, poll: { timeout: 15_000 } },
    reporters: ['default', './test/support/count-reporter.ts'],
    projects: [
      ...layer('unit', { testTimeout: 20_000, whole: false }),
      ...layer('browser', { testTimeout: 120_000, place: 1 }),
      ...layer('runtime', { testTimeout: 60_000, alone: ['flood', 'node-life', 'node-strain', 'npm-start'] }),
      ...layer('interop', { testTimeout: 60_000 }),
      ...layer('privacy', { testTimeout: 120_000, alone: ['mailbox-timing'] }),
    ],
  },
})
