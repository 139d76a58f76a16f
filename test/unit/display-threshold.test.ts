// From which number on figures show one: so far from none that noise alone is hardly ever shown as people, whichever family and rung.
import { describe, expect, it } from 'vitest'
import { hasNumber, tableCells, totalOf } from '../../src/client/trends/cells-of-table.ts'
import { written } from '../../src/client/trends/numbers.ts'
import { readTable } from '../../src/client/trends/plain-reading.ts'
import { cellsIn } from '../../src/client/trends/released.ts'
import { marginOf, marginOfSum, noiseDeviation } from '../../src/domain/margin.ts'
import { thresholdFor } from '../../src/protocol/display-threshold.ts'
import { FAMILIES, type Rational } from '../../src/protocol/families.ts'
import { inventedRelease } from '../support/invented-releases.ts'
import { trendWords } from '../support/trend-words.ts'

const RUNGS = FAMILIES.flatMap(({ id, epsilon, rungs }) =>
  rungs.map((rung) => ({ family: id, epsilon, rung: rung.id })),
)

/** P(noise ≥ least) of discrete Laplace noise, value by value: (1 - q) / (1 + q) · q^|k|, with q = e^-ε. */
function chanceFrom(least: number, { numerator, denominator }: Rational): number {
  const kept = Math.exp(-numerator / denominator)
  let chance = 0
  for (let value = least; value < least + 2000; value++)
    chance += ((1 - kept) / (1 + kept)) * kept ** Math.abs(value)
  return chance
}

describe('the number that a figure shows from', () => {
  it('is 15, or twice the margin where noise goes further', () => {
    expect(
      Object.fromEntries(FAMILIES.map(({ id, epsilon }) => [id, thresholdFor(marginOf(epsilon))])),
    ).toEqual({ where: 15, 'when-year': 15, 'when-week': 20, how: 20, platform: 30, act: 60 })
  })

  it.each(RUNGS)(
    'lets noise alone pass less than twice in a thousand cells: $family, $rung',
    ({ epsilon }) => {
      expect(chanceFrom(thresholdFor(marginOf(epsilon)), epsilon)).toBeLessThan(0.002)
    },
  )

  it('of a sum is four deviations of its noise at least', () => {
    for (const { epsilon } of FAMILIES)
      for (const values of [2, 4, 12, 20, 103])
        expect(thresholdFor(marginOfSum(epsilon, values))).toBeGreaterThan(
          4 * noiseDeviation(epsilon) * Math.sqrt(values),
        )
  })
})

describe('a figure of which nobody was counted', () => {
  it.each(RUNGS)('shows no number, in no cell and no sentence: $family, $rung', ({ family, rung }) => {
    const window = rung.endsWith('quarter') ? '2025-Q4' : '2025'
    const release = inventedRelease({ family, rung, window, reports: 0 })
    const words = trendWords('fr')
    expect(hasNumber(release)).toBe(false)
    for (const each of [...cellsIn(release), totalOf(release)])
      expect(written(each, words)).not.toContain('≈')
    expect(readTable(tableCells(release, words), window, words)).not.toContain('environ')
  })
})
