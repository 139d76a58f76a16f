// Declares tests that need tools of the machine: where one is missing they are named, never taken for passed.
import { needingTest } from '../support/needing-test.ts'
import { isInstalled, type Tool } from './tools.ts'

/** A test that needs real tools. */
export function liveTest(tools: readonly Tool[], name: string, run: () => Promise<void> | void): void {
  needingTest(
    tools.find((tool) => !isInstalled(tool)),
    name,
    run,
  )
}
