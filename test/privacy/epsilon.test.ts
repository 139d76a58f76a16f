// What the published numbers tell about one report, measured on what is served: no more than is declared. And every design known to
// fail does fail here, so that the measure is known to bite.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FAILING_DESIGNS } from '../support/epsilon/failing-designs.ts'
import { ALPHA } from '../support/epsilon/estimator.ts'
import { openReleaseDesk, type ReleaseDesk } from '../support/epsilon/release-desk.ts'
import { AT_ONE, attack, HEADING, lineOf, OURS } from '../support/epsilon/verdict.ts'

const SAMPLES = 20_000
const effortOf = (fresh: number) => ({ training: 0.4 * fresh, fresh, alpha: ALPHA })

let desk: ReleaseDesk
const lines = [HEADING]
beforeAll(async () => {
  desk = await openReleaseDesk()
})
afterAll(async () => {
  await desk.close()
  process.stdout.write(`${lines.join('\n')}\n`)
})

describe('what is published', () => {
  it.each([...OURS, AT_ONE])('of $name tells no more than it declares', async (design) => {
    const verdict = await attack(desk, design, effortOf(SAMPLES))
    lines.push(lineOf(verdict))
    expect(verdict.caught).toBe(false)
  })
})

describe('a design that fails', () => {
  it.each(FAILING_DESIGNS)('is caught: $design.name', async ({ design, samples, advantage }) => {
    const verdict = await attack(desk, design, effortOf(samples ?? SAMPLES))
    lines.push(lineOf(verdict))
    expect(verdict.caught).toBe(true)
    if (advantage !== undefined) expect(Math.abs(verdict.advantage - advantage)).toBeLessThan(0.05)
  })
})
