// Which rung a family is published at, and which releases wait for people to look. Pure, and functions of published values alone:
// neither choice can tell anything that a release did not say.
import { isKnown } from '../protocol/cell-codes.ts'
import { DISPLAY_THRESHOLD } from '../protocol/display-threshold.ts'
import type { Family, Rung } from '../protocol/families.ts'
import { cellsOf } from './cells.ts'

const QUARTERS_IN_A_YEAR = 4

/**
 * The finest rung whose noise does not exceed the chance that lies in counting itself (Poisson), for its mean cell; the coarsest
 * when nothing was published. `yearTotal` is the sum of the noisy values, of what is known, published over the year before; it may be negative.
 */
export function rungInForce(family: Family, yearTotal: number): Rung {
  const [coarsest] = family.rungs
  return family.rungs.findLast((rung) => yearTotal >= yearTotalFor(family, rung)) ?? coarsest
}

/**
 * The year's total from which a rung is fine enough; 0 for the coarsest. Noise variance is below 2/ε² and Poisson variance is the mean: in
 * integers, 2·cells·windows·denominator² ≤ total·numerator².
 */
export function yearTotalFor({ epsilon, rungs }: Family, rung: Rung): number {
  if (rung.id === rungs[0].id) return 0
  const cells = cellsOf(rung).filter(isKnown).length
  const windows = rung.window === 'quarter' ? QUARTERS_IN_A_YEAR : 1
  return Math.ceil((2 * cells * windows * epsilon.denominator ** 2) / epsilon.numerator ** 2)
}

/** The sum of the noisy values of what is known. `rows` as a release has them. */
export const knownTotal = (rows: readonly (readonly (string | number)[])[]): number =>
  rows.reduce((sum, row) => (isKnown(row.slice(0, -1) as string[]) ? sum + Number(row.at(-1)) : sum), 0)

const JUMP = 3

/**
 * Whether a noisy count, less what noise alone adds to one (`margin`), is more than three times the one before. Less than is
 * ever shown counts as 15.
 */
export const isJump = (count: number, before: number, margin: number): boolean =>
  count - margin > JUMP * Math.max(before, DISPLAY_THRESHOLD)
