// Declares a test that needs something of the machine: where it is missing the test is named, never taken for passed.
import { it } from 'vitest'

/**
 * Where something is missing the test is listed as "not run: gpg missing: …"; in CI it fails, so that nobody takes an untried promise
 * for a kept one. `missing` names it; undefined when everything is there.
 */
export function needingTest(
  missing: string | undefined,
  name: string,
  run: () => Promise<void> | void,
): void {
  if (missing === undefined) it(name, run)
  else if (process.env['CI']) {
    it(name, () => {
      throw new Error(`${missing} is missing: provide it where CI runs`)
    })
  } else it.skip(`${missing} missing: ${name}`, run)
}
