// How a noisy number is said: never alone, always with its interval, and under the threshold one sentence for all. Only what is
// published comes here.
import { DISPLAY_THRESHOLD } from '../../protocol/display-threshold.ts'
import { fill, type TrendWords } from './words.ts'

/** A published value, and how far the noise takes it at most, nineteen times in twenty. */
export interface Estimate {
  value: number
  margin: number
}

/** Whether it is shown as a number. The noisy value decides; no true count is ever known here. */
export const isShown = ({ value }: Estimate): boolean => value >= DISPLAY_THRESHOLD

/** Whether it says something by itself: it is shown, and none at all lies outside its margin. */
export const isTelling = (estimate: Estimate): boolean =>
  isShown(estimate) && estimate.value > estimate.margin

/** There is no report below none. */
export const intervalOf = ({ value, margin }: Estimate): { low: number; high: number } => ({
  low: Math.max(0, value - margin),
  high: Math.max(0, value + margin),
})

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

/** `≈ 23 (16–30)`; null: not collected. */
export function written(estimate: Estimate | null, words: TrendWords): string {
  if (!estimate) return words.says.notCollected
  return isShown(estimate) ? fill(words.says.written, parts(estimate, words)) : words.says.under
}

/** `environ 23, entre 16 et 30`: for ears, and within a sentence. */
export function spoken(estimate: Estimate | null, words: TrendWords): string {
  if (!estimate) return words.says.notCollected
  return isShown(estimate) ? fill(words.says.spoken, parts(estimate, words)) : words.says.under
}

/** `16–30`, for where the value itself stands beside it. */
export function intervalText(estimate: Estimate, words: TrendWords): string {
  const { low, high } = parts(estimate, words)
  return `${low}–${high}`
}
