// Ends a run with the plain line "N passed, N failed", after one for each layer, and names what was not run.
import type { Reporter, TestModule } from 'vitest/node'

interface Count {
  passed: number
  failed: number
}

const said = ({ passed, failed }: Count): string => `${passed} passed, ${failed} failed\n`

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const all: Count = { passed: 0, failed: 0 }
    const layers = new Map<string, Count>()
    for (const module of modules) {
      const name = module.project.name.replace(/-alone$/, '')
      const layer = layers.get(name) ?? { passed: 0, failed: 0 }
      layers.set(name, layer)
      const tests = [...module.children.allTests()]
      const isBroken = tests.length === 0 || (module.state() === 'failed' && tests.every((t) => t.ok()))
      for (const count of [all, layer]) {
        count.passed += tests.filter((test) => test.result().state === 'passed').length
        count.failed += tests.filter((test) => test.result().state === 'failed').length
        if (isBroken) count.failed++
      }
      for (const test of tests.filter((each) => each.result().state === 'skipped')) {
        process.stdout.write(`not run: ${test.fullName}\n`)
      }
    }
    for (const [name, count] of layers) process.stdout.write(`${name}: ${said(count)}`)
    process.stdout.write(said(all))
  }
}
