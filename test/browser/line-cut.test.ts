// The network is cut under the real page, outside it: what was acknowledged is there once, what was not is told as it is, and everyone comes
// to the end. Every request and every manner is tried by `npm run faults`; here, those that tell most.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdHouse } from '../reliability/line-cuts/cut-flows.ts'
import { isHeld } from '../reliability/scenario.ts'
import { LINE_CUT_BACK } from '../reliability/scenarios/line-cut-back.ts'
import { LINE_CUT_DESK } from '../reliability/scenarios/line-cut-desk.ts'
import { LINE_CUT_KEPT } from '../reliability/scenarios/line-cut-kept.ts'
import { LINE_CUT_REPORT } from '../reliability/scenarios/line-cut-report.ts'
import { LINE_CUT_UNDONE } from '../reliability/scenarios/line-cut-undone.ts'

let letGo: () => Promise<void>
beforeAll(async () => {
  letGo = await holdHouse()
})
afterAll(() => letGo())

test.each([LINE_CUT_REPORT, LINE_CUT_KEPT, LINE_CUT_BACK, LINE_CUT_UNDONE, LINE_CUT_DESK])(
  '$name, and nothing is lost, twice there or told wrong',
  async ({ run, times }) => {
    const outcome = await run(times.test)
    expect(outcome).toMatchObject({ tried: times.test, acknowledged: times.test })
    expect(isHeld(outcome), JSON.stringify(outcome)).toBe(true)
  },
)
