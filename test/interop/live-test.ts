// Declares tests that need tools of the machine: where one is missing they are named, never taken for passed.
import { it } from 'vitest'
import { isInstalled, type Tool } from './tools.ts'

/**
 * A test that needs real tools. Where one is missing it is listed as "not run: gpg missing: …"; in CI it fails,
 * so that nobody takes an untried promise for a kept one.
 */
export function liveTest(tools: readonly Tool[], name: string, run: () => Promise<void> | void): void {
  const missing = tools.find((tool) => !isInstalled(tool))
  if (missing === undefined) it(name, run)
  else if (process.env['CI']) {
    it(name, () => {
      throw new Error(`${missing} is missing: install it where CI runs`)
    })
  } else it.skip(`${missing} missing: ${name}`, run)
}
