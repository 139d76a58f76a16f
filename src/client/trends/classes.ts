// Five classes for what pictures shade: round bounds from the display threshold up, the same for every picture of a figure.
// What lies under the threshold has no class: it is hatched.
import { DISPLAY_THRESHOLD } from '../../protocol/display-threshold.ts'
import { numberIn } from './numbers.ts'
import { fill, type TrendWords } from './words.ts'

/** Where each class begins, lowest first; the last has no upper bound. */
export type Classes = readonly [number, number, number, number, number]

/** Each is for numbers up to about twice its last bound. */
const SCALES: readonly Classes[] = [
  [DISPLAY_THRESHOLD, 20, 25, 30, 40],
  [DISPLAY_THRESHOLD, 20, 30, 40, 60],
  [DISPLAY_THRESHOLD, 25, 50, 75, 100],
  [DISPLAY_THRESHOLD, 30, 60, 100, 200],
  [DISPLAY_THRESHOLD, 50, 100, 200, 400],
  [DISPLAY_THRESHOLD, 100, 200, 400, 800],
  [DISPLAY_THRESHOLD, 200, 500, 1000, 2000],
  [DISPLAY_THRESHOLD, 500, 1000, 2500, 5000],
]

/** The finest scale whose last class is not stretched over more than double: `values` are those shown, of every picture. */
export function classesFor(values: readonly number[]): Classes {
  const most = Math.max(DISPLAY_THRESHOLD, ...values)
  return SCALES.find((scale) => most < 2 * scale[4]) ?? (SCALES.at(-1) as Classes)
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
