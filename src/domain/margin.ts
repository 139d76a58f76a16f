// How far the noise takes a published number: for readers, never for what protects people.
import type { Rational } from '../protocol/families.ts'

/** One in twenty. */
const OUTSIDE = 0.05

/**
 * The smallest whole number that discrete Laplace noise of this ε exceeds, in either direction, at most once in twenty:
 * P(|X| > k) = 2·e^(-ε(k+1)) / (1 + e^-ε).
 */
export function marginOf({ numerator, denominator }: Rational): number {
  const epsilon = numerator / denominator
  const tail = (k: number): number => (2 * Math.exp(-epsilon * (k + 1))) / (1 + Math.exp(-epsilon))
  let margin = 0
  while (tail(margin) > OUTSIDE) margin++
  return margin
}

/** Standard deviation of the noise of one value: √(2·e^-ε) / (1 - e^-ε). */
export function noiseDeviation({ numerator, denominator }: Rational): number {
  const kept = Math.exp(-numerator / denominator)
  return Math.sqrt(2 * kept) / (1 - kept)
}

/** The normal law would say 1.96; sums of two or three such values go a little further than it. */
const DEVIATIONS = 2.1

/** The same margin for a sum of several values, by deviations, never less than for one. */
export const marginOfSum = (epsilon: Rational, values: number): number =>
  Math.max(marginOf(epsilon), Math.ceil(DEVIATIONS * noiseDeviation(epsilon) * Math.sqrt(values)))
