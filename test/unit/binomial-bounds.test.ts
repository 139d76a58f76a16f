// The bounds that a verdict on ε rests on, against sums in exact fractions and against what is known in closed form.
import { describe, expect, it } from 'vitest'
import { lowerBound, regularisedBeta, upperBound } from '../support/epsilon/binomial-bounds.ts'

/** P(at least `seen` of `tries`), for the probability `thousandths`/1000, summed in whole numbers. */
function exactTail(seen: number, tries: number, thousandths: number): number {
  const [p, q] = [BigInt(thousandths), BigInt(1000 - thousandths)]
  let [sum, ways] = [0n, 1n]
  for (let k = 0; k <= tries; k++) {
    if (k >= seen) sum += ways * p ** BigInt(k) * q ** BigInt(tries - k)
    ways = (ways * BigInt(tries - k)) / BigInt(k + 1)
  }
  const scale = 10n ** 30n
  return Number((sum * scale) / 1000n ** BigInt(tries)) / 1e30
}

describe('the tail of the binomial law', () => {
  it.each([
    [1, 20, 3],
    [7, 40, 250],
    [20, 40, 500],
    [39, 40, 500],
    [120, 400, 269],
    [180, 400, 269],
    [399, 400, 990],
  ])('of %i in %i, at %i thousandths, is the exact sum', (seen, tries, thousandths) => {
    const exact = exactTail(seen, tries, thousandths)
    const computed = regularisedBeta(thousandths / 1000, seen, tries - seen + 1)
    expect(Math.abs(computed / exact - 1)).toBeLessThan(1e-10)
  })
})

describe('a bound', () => {
  it.each([20_000, 2_000_000])('is the closed form where an event came never, or always, in %i', (tries) => {
    const never = 1 - 1e-6 ** (1 / tries)
    expect(upperBound(0, tries, 1e-6) / never).toBeCloseTo(1, 8)
    expect((1 - lowerBound(tries, tries, 1e-6)) / never).toBeCloseTo(1, 8)
    expect([lowerBound(0, tries, 1e-6), upperBound(tries, tries, 1e-6)]).toEqual([0, 1])
  })

  it.each([
    [5380, 20_000],
    [14_620, 20_000],
    [538_000, 2_000_000],
  ])('lies where seeing %i of %i would be one in a million', (seen, tries) => {
    const [lower, upper] = [lowerBound(seen, tries, 1e-6), upperBound(seen, tries, 1e-6)]
    expect(regularisedBeta(lower, seen, tries - seen + 1) / 1e-6).toBeCloseTo(1, 6)
    expect((1 - regularisedBeta(upper, seen + 1, tries - seen)) / 1e-6).toBeCloseTo(1, 6)
    expect(lower).toBeLessThan(seen / tries)
    expect(upper).toBeGreaterThan(seen / tries)
    // One in a million is 4.75 deviations of the normal law, which both are near.
    const deviation = Math.sqrt((seen * (tries - seen)) / tries ** 3)
    expect((seen / tries - lower) / deviation).toBeCloseTo(4.75, 0)
    expect((upper - seen / tries) / deviation).toBeCloseTo(4.75, 0)
  })
})
