// The one number that holds at every rung: how many reports were counted over a period, with its interval. From the family that says
// where, since every card moves one cell of it.
import type { Release } from '../../protocol/release.ts'
import { totalOf } from './cells-of-table.ts'
import { intervalText, isShown, numberIn, written } from './numbers.ts'
import { fill, periodName, type TrendWords } from './words.ts'

export interface Total {
  /** Large: `≈ 52`. */
  number: string
  /** Beside it: `(47–57)`; empty under the threshold. */
  interval: string
  /** Under it. */
  says: string
}

export function totalIn(release: Release, words: TrendWords): Total {
  const says = words.says.total
  const estimate = totalOf(release)
  const period = periodName(words, release.window)
  if (!isShown(estimate))
    return { number: written(estimate, words), interval: '', says: fill(says.counted, { period }) }
  return {
    number: `≈ ${numberIn(words, estimate.value)}`,
    interval: `(${intervalText(estimate, words)})`,
    says: fill(says.counted, { period }),
  }
}
