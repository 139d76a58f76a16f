// The network is cut under the real page, outside it: what was acknowledged is there once, what was not is told as it is, and everyone comes
// to the end. Every request and every manner is tried by `npm run faults`; here, those that tell most.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdHouse } from '../reliability/line-cuts/cut-flows.ts'
import { isHeld } from '../reliability/scenario.ts'
import { lineCutBack } from '../reliability/scenarios/line-cut-back.ts'
import { lineCutDesk } from '../reliability/scenarios/line-cut-desk.ts'
import { lineCutKept } from '../reliability/scenarios/line-cut-kept.ts'
import { lineCutReport } from '../reliability/scenarios/line-cut-report.ts'
import { lineCutUndone } from '../reliability/scenarios/line-cut-undone.ts'

let letGo: () => Promise<void>
beforeAll(async () => {
  letGo = await holdHouse()
})
afterAll(() => letGo())

test.each([lineCutReport, lineCutKept, lineCutBack, lineCutUndone, lineCutDesk])(
  '$name, and nothing is lost, twice there or told wrong',
  async ({ run, times }) => {
    const outcome = await run(times.test)
    expect(outcome).toMatchObject({ tried: times.test, acknowledged: times.test })
    expect(isHeld(outcome), JSON.stringify(outcome)).toBe(true)
  },
)
