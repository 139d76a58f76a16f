// What each look of a picture means, in words. It draws nothing.
import { classText, type Classes } from './classes.ts'
import { isShown, thresholdsOf, type Estimate } from './numbers.ts'
import { fill, type TrendWords } from './words.ts'

export type Look = 'hatch' | 'not-collected' | 'interval' | 'band' | `shade-${number}`

export interface LegendEntry {
  look: Look
  says: string
}

/** The five classes, then the hatch where there is one. */
export const legendOfClasses = (
  classes: Classes,
  estimates: readonly Estimate[],
  words: TrendWords,
): LegendEntry[] => [
  ...classes.map((_, at): LegendEntry => ({
    look: `shade-${at + 1}`,
    says: classText(classes, at + 1, words),
  })),
  ...hatchWhereHidden(estimates, words),
]

/** What a hatch says of these: one threshold, or where they differ from which to which. */
export const hatchEntry = (estimates: readonly Estimate[], words: TrendWords): LegendEntry => ({
  look: 'hatch',
  says: fill(words.says.under, { threshold: thresholdsOf(estimates, words) }),
})

/** The same; none where every number is shown. */
export const hatchWhereHidden = (estimates: readonly Estimate[], words: TrendWords): LegendEntry[] =>
  estimates.every(isShown) ? [] : [hatchEntry(estimates, words)]

export const notCollectedEntry = ({ says }: TrendWords): LegendEntry => ({
  look: 'not-collected',
  says: says.notCollected,
})
