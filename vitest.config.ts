// The layers of the test suite. Each is one project, so that one can be run alone.
import { defineConfig } from 'vitest/config'

const layer = (name: string, testTimeout: number, parallel = true) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout,
    hookTimeout: 120_000,
    fileParallelism: parallel,
  },
})

export default defineConfig({
  test: {
    // A busy machine may take long to come to what is waited for.
    expect: { requireAssertions: true, poll: { timeout: 15_000 } },
    reporters: ['default', './test/support/count-reporter.ts'],
    projects: [
      layer('unit', 20_000),
      layer('runtime', 60_000, false),
      layer('browser', 120_000, false),
      layer('interop', 60_000, false),
      layer('privacy', 120_000, false),
    ],
  },
})
