// A flood at full speed, with storage nearly full: one person's report lands all the same, and is found among the rest.
import { expect, test } from 'vitest'
import { isHeld } from '../reliability/scenario.ts'
import { floodOnNode } from '../reliability/scenarios/flood.ts'

test(
  'fifty clients flood, files find no room, the difficulty is at its ceiling: a report lands within a minute',
  { timeout: 180_000 },
  async () => {
    const outcome = await floodOnNode.run(floodOnNode.times.test)
    expect(outcome.tried).toBe(floodOnNode.times.test)
    expect(outcome.acknowledged).toBeGreaterThan(100)
    expect(isHeld(outcome), JSON.stringify(outcome)).toBe(true)
    expect(outcome.recoveries).toHaveLength(floodOnNode.times.test)
    for (const waited of outcome.recoveries) expect(waited).toBeLessThan(60_000)
  },
)
