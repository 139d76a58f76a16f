// The layers of the test suite. Each is one project, so that one can be run alone.
import { defineConfig } from 'vitest/config'

interface Layer {
  /** Of one test, in milliseconds. */
  testTimeout: number
  /** It runs the whole server: its files start from one demonstration, prepared beforehand. */
  whole?: boolean
  /** How many files run at a time; without it, as many as the machine has cores. */
  files?: number
  /** The layers of a lower place are over before it begins. */
  place?: number
}

const layer = (name: string, { testTimeout, whole = true, files, place = 0 }: Layer) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout,
    hookTimeout: 120_000,
    globalSetup: whole ? ['./test/support/prepare-once.ts'] : [],
    sequence: { groupOrder: place },
    ...(files ? { maxWorkers: files } : {}),
  },
})

export default defineConfig({
  test: {
    // A busy machine may take long to come to what is waited for.
    expect: { requireAssertions: true, poll: { timeout: 15_000 } },
    reporters: ['default', './test/support/count-reporter.ts'],
    projects: [
      layer('unit', { testTimeout: 20_000, whole: false }),
      layer('browser', { testTimeout: 120_000, files: 2, place: 1 }),
      // One at a time: they measure memory, count processes and hold ports.
      layer('runtime', { testTimeout: 60_000, files: 1 }),
      layer('interop', { testTimeout: 60_000, files: 1 }),
      layer('privacy', { testTimeout: 120_000, files: 1 }),
    ],
  },
})
