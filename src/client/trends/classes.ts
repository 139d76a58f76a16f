// Five classes for what pictures shade: round bounds from the display threshold up, the same for every picture of a figure.
// What lies under the threshold has no class: it is hatched.
import { thresholdFor } from '../../protocol/display-threshold.ts'
import { isShown, numberIn, type Estimate } from './numbers.ts'
import { fill, type TrendWords } from './words.ts'

/** Where each class begins, lowest first; the last has no upper bound. */
export type Classes = readonly [number, number, number, number, number]

/** Where the four classes after the first begin. Each is for numbers up to about twice its last bound. */
const SCALES: readonly (readonly [number, number, number, number])[] = [
  [20, 25, 30, 40],
  [20, 30, 40, 60],
  [25, 30, 40, 60],
  [25, 50, 75, 100],
  [30, 60, 100, 200],
  [50, 100, 200, 400],
  [100, 200, 400, 800],
  [200, 500, 1000, 2000],
  [500, 1000, 2500, 5000],
]

/**
 * From the threshold of these numbers up, the finest scale whose last class is not stretched over more than double. `estimates` are
 * those of every picture of the figure, hidden ones too.
 */
export function classesFor(estimates: readonly Estimate[]): Classes {
  const margins = estimates.map(({ margin }) => margin)
  const threshold = thresholdFor(margins.length > 0 ? Math.min(...margins) : 0)
  const most = Math.max(threshold, ...estimates.filter(isShown).map(({ value }) => value))
  const above = SCALES.filter(([second]) => second > threshold)
  const rest = above.find(([, , , last]) => most < 2 * last) ?? above.at(-1)
  return rest
    ? [threshold, ...rest]
    : ([1, 2, 4, 8, 16].map((times) => times * threshold) as unknown as Classes)
}

/** 1 to 5; 0 under the threshold. The style sheet has `shade-1` to `shade-5`. */
export const classOf = (classes: Classes, value: number): number =>
  classes.findLastIndex((bound) => value >= bound) + 1

/** From this class on, what is written on a shade is light. */
export const DARK_FROM = 4

/** `15–24`, or `100 et plus`. */
export function classText(classes: Classes, index: number, words: TrendWords): string {
  const [from, next] = [classes[index - 1] ?? 0, classes[index]]
  const low = numberIn(words, from)
  return next === undefined ? fill(words.says.legend.andMore, { low }) : `${low}–${numberIn(words, next - 1)}`
}
