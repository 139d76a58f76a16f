// How a noisy number is said: never alone, always with its interval, and under the threshold one sentence for all. Only what is
// published comes here.
import { thresholdFor } from '../../protocol/display-threshold.ts'
import { fill, type TrendWords } from './words.ts'

/** A published value, and how far the noise takes it at most, nineteen times in twenty. */
export interface Estimate {
  value: number
  margin: number
}

/** Whether it is shown as a number. The noisy value decides; no true count is ever known here. */
export const isShown = ({ value, margin }: Estimate): boolean => value >= thresholdFor(margin)

/** There is no report below none. */
export const intervalOf = ({ value, margin }: Estimate): { low: number; high: number } => ({
  low: Math.max(0, value - margin),
  high: Math.max(0, value + margin),
})

/** The highest number that a picture of these must hold: no interval or hatch is cut off. */
export const highestOf = (estimates: readonly Estimate[]): number =>
  Math.max(...estimates.map((each) => (isShown(each) ? intervalOf(each).high : thresholdFor(each.margin))))

/** `1 040`, in the way of the language. */
export const numberIn = ({ language }: TrendWords, value: number): string =>
  new Intl.NumberFormat(language).format(value)

function parts(estimate: Estimate, words: TrendWords): Record<'value' | 'low' | 'high', string> {
  const { low, high } = intervalOf(estimate)
  return {
    value: numberIn(words, estimate.value),
    low: numberIn(words, low),
    high: numberIn(words, high),
  }
}

/** From which number on these are shown, in words: `15`, or where their margins differ `15 ou 54, selon la marge`. */
export function thresholdsOf(estimates: readonly Estimate[], words: TrendWords): string {
  const thresholds = estimates.map(({ margin }) => thresholdFor(margin))
  const said = eachOf(thresholds, words)
  return new Set(thresholds).size > 1 ? fill(words.says.thresholds, { thresholds: said }) : said
}

/** How far the noise takes these: `5`, or `6 ou 27`. */
export const marginsOf = (estimates: readonly Estimate[], words: TrendWords): string =>
  eachOf(
    estimates.map(({ margin }) => margin),
    words,
  )

/** Each number once, from the least. */
const eachOf = (numbers: readonly number[], words: TrendWords): string =>
  new Intl.ListFormat(words.language, { type: 'disjunction' }).format(
    [...new Set(numbers)].toSorted((a, b) => a - b).map((each) => numberIn(words, each)),
  )

const under = (estimate: Estimate, words: TrendWords): string =>
  fill(words.says.under, { threshold: thresholdsOf([estimate], words) })

/** `≈ 23 (16–30)`; null: not collected. */
export function written(estimate: Estimate | null, words: TrendWords): string {
  if (!estimate) return words.says.notCollected
  return isShown(estimate) ? fill(words.says.written, parts(estimate, words)) : under(estimate, words)
}

/** `environ 23, entre 16 et 30`: for ears, and within a sentence. */
export function spoken(estimate: Estimate | null, words: TrendWords): string {
  if (!estimate) return words.says.notCollected
  return isShown(estimate) ? fill(words.says.spoken, parts(estimate, words)) : under(estimate, words)
}

/** `16–30`, for where the value itself stands beside it. */
export function intervalText(estimate: Estimate, words: TrendWords): string {
  const { low, high } = parts(estimate, words)
  return `${low}–${high}`
}
