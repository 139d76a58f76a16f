// The noise is discrete Laplace, exactly, at every ε that is declared; and what is said of how far it goes is so.
import { describe, expect, it, test } from 'vitest'
import { marginOf, marginOfSum, noiseDeviation } from '../../src/domain/margin.ts'
import { discreteLaplace, secureSource } from '../../src/observatory/laplace.ts'
import { FAMILIES, type Rational } from '../../src/protocol/families.ts'
import { silentSource } from '../support/observatory/cards.ts'

const EPSILONS: Rational[] = FAMILIES.map(({ epsilon }) => epsilon)
const named = EPSILONS.map((epsilon) => [`${epsilon.numerator}/${epsilon.denominator}`, epsilon] as const)

/** P(X = z). */
function probability({ numerator, denominator }: Rational, z: number): number {
  const q = Math.exp(-numerator / denominator)
  return ((1 - q) / (1 + q)) * q ** Math.abs(z)
}

test('the generator that tests are silent with draws zero at every ε', () => {
  const source = silentSource()
  for (const epsilon of EPSILONS) expect(discreteLaplace(epsilon, source)).toBe(0n)
})

describe('many draws', () => {
  const DRAWS = 30_000

  const draws = (epsilon: Rational): number[] => {
    const source = secureSource()
    return Array.from({ length: DRAWS }, () => Number(discreteLaplace(epsilon, source)))
  }

  /** How far draws are from the law, over what chance explains but once in about ten thousand million. Above 1: not the law. */
  function misfit(epsilon: Rational, samples: readonly number[]): number {
    const seen = new Map<number, number>()
    for (const z of samples) seen.set(z, (seen.get(z) ?? 0) + 1)
    let [far, farExpected, statistic, cells] = [samples.length, samples.length, 0, 0]
    const count = (observed: number, expected: number) => {
      statistic += (observed - expected) ** 2 / expected
      cells++
    }
    for (let z = 0; samples.length * probability(epsilon, z) >= 50; z++) {
      for (const each of new Set([z, -z])) {
        const expected = samples.length * probability(epsilon, each)
        count(seen.get(each) ?? 0, expected)
        far -= seen.get(each) ?? 0
        farExpected -= expected
      }
    }
    count(far, farExpected)
    // Wilson and Hilferty's approximation of the chi-square law, at 6.4 standard deviations.
    const freedom = cells - 1
    const bound = freedom * (1 - 2 / (9 * freedom) + 6.4 * Math.sqrt(2 / (9 * freedom))) ** 3
    return statistic / bound
  }

  it.each(named)('follow the law at ε = %s', (_name, epsilon) => {
    expect(misfit(epsilon, draws(epsilon))).toBeLessThan(1)
  })

  it.each([
    ['zero comes twice as often', (z: number, index: number) => (z === 1 && index % 2 ? 0 : z)],
    ['a negative is shown as zero', (z: number) => Math.max(0, z)],
    ['it is shifted by one', (z: number) => z + 1],
    ['it is of a smaller scale', (z: number) => Math.trunc(z * 0.9)],
  ])('would not, if %s', (_fault, spoil) => {
    const epsilon = { numerator: 1, denominator: 2 }
    expect(misfit(epsilon, draws(epsilon).map(spoil))).toBeGreaterThan(1)
  })
})

test('the platform’s bytes are each given once, whatever lengths are asked for', () => {
  const source = secureSource()
  const chunks = Array.from({ length: 6000 }, (_, index) => source(1 + (index % 7)))
  expect(chunks.map(({ length }) => length)).toEqual(chunks.map((_, index) => 1 + (index % 7)))
  const sevens = chunks.filter(({ length }) => length === 7).map((bytes) => bytes.join())
  expect(new Set(sevens).size).toBe(sevens.length)
  expect(source(40_000)).toHaveLength(40_000)
})

describe('what is said of a published number', () => {
  /** P(X = z) from -reach to reach. */
  const REACH = 400
  const law = (epsilon: Rational): number[] =>
    Array.from({ length: 2 * REACH + 1 }, (_, index) => probability(epsilon, index - REACH))
  const outside = (chances: readonly number[], margin: number): number => {
    const middle = (chances.length - 1) / 2
    return chances.reduce((sum, chance, index) => (Math.abs(index - middle) > margin ? sum + chance : sum), 0)
  }

  it.each(named)(
    'holds nineteen times in twenty, and no narrower margin does, at ε = %s',
    (_name, epsilon) => {
      const chances = law(epsilon)
      expect(chances.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12)
      const margin = marginOf(epsilon)
      expect(outside(chances, margin)).toBeLessThanOrEqual(0.05)
      expect(outside(chances, margin - 1)).toBeGreaterThan(0.05)
      const variance = chances.reduce((sum, chance, index) => sum + chance * (index - REACH) ** 2, 0)
      expect(noiseDeviation(epsilon)).toBeCloseTo(Math.sqrt(variance), 6)
    },
  )

  it.each([2, 3, 4, 12])('holds for a sum of %i values', (values) => {
    for (const epsilon of EPSILONS) {
      let chances = law(epsilon)
      const one = Array.from({ length: 161 }, (_, index) => probability(epsilon, index - 80))
      for (let more = 1; more < values; more++) {
        chances = chances.map((_, index) =>
          one.reduce((sum, chance, at) => sum + chance * (chances[index - at + 80] ?? 0), 0),
        )
      }
      expect(outside(chances, marginOfSum(epsilon, values))).toBeLessThanOrEqual(0.05)
    }
  })
})
