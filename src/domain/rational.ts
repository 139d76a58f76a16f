// Sums of ε, and which is more, exact: what was spent is never a float. Pure.
import type { Rational } from '../protocol/families.ts'

export const NOTHING: Rational = { numerator: 0, denominator: 1 }

/** In lowest terms, so that sums stay small whole numbers however many are added. */
export function plus(one: Rational, other: Rational): Rational {
  const numerator = one.numerator * other.denominator + other.numerator * one.denominator
  const denominator = one.denominator * other.denominator
  const common = commonDivisor(numerator, denominator)
  return { numerator: numerator / common, denominator: denominator / common }
}

export const isMore = (one: Rational, other: Rational): boolean =>
  one.numerator * other.denominator > other.numerator * one.denominator

export const isSame = (one: Rational, other: Rational): boolean =>
  one.numerator * other.denominator === other.numerator * one.denominator

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))
