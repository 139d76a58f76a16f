// Ends a run with the plain line "N passed, N failed", and names what was not run.
import type { Reporter, TestModule } from 'vitest/node'

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0
    let failed = 0
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      passed += tests.filter((test) => test.result().state === 'passed').length
      failed += tests.filter((test) => test.result().state === 'failed').length
      if (tests.length === 0 || (module.state() === 'failed' && tests.every((t) => t.ok()))) failed++
      for (const test of tests.filter((each) => each.result().state === 'skipped')) {
        process.stdout.write(`not run: ${test.fullName}\n`)
      }
    }
    process.stdout.write(`${passed} passed, ${failed} failed\n`)
  }
}
