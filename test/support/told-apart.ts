// How well two kinds of request are told apart by how long their answers take: the area under the ROC curve, and how far it may truly
// be from a toss of a coin. Pure.

/** 99 % of a normal distribution lies within so many standard deviations. */
const DEVIATIONS = 2.576

export interface ToldApart {
  /** 0.5 for two kinds that nobody can tell apart, 1 for two that everybody can; whichever of the two is slower. */
  auc: number
  /** Bounds of its two-sided 99 % confidence interval. */
  lower: number
  upper: number
}

/** Mann–Whitney's U over the product of the counts; its deviation by DeLong, DeLong and Clarke-Pearson (1988). Times of any unit. */
export function toldApart(ones: readonly number[], others: readonly number[]): ToldApart {
  const above = shareBelow(ones, others)
  const below = shareBelow(others, ones)
  const area = mean(above)
  const deviation = Math.sqrt(variance(above) / ones.length + variance(below) / others.length)
  const auc = Math.max(area, 1 - area)
  return { auc, lower: auc - DEVIATIONS * deviation, upper: auc + DEVIATIONS * deviation }
}

/** For each value, the share of the others that lie below it; those equal to it count half. */
function shareBelow(values: readonly number[], others: readonly number[]): number[] {
  const sorted = Float64Array.from(others).toSorted()
  return values.map(
    (value) => (firstFrom(sorted, value, false) + firstFrom(sorted, value, true)) / 2 / others.length,
  )
}

/** The first place whose value is at least, or more than, this one. */
function firstFrom(sorted: Float64Array, value: number, beyond: boolean): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const at = sorted[middle] ?? 0
    if (at < value || (beyond && at === value)) from = middle + 1
    else to = middle
  }
  return from
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function variance(values: readonly number[]): number {
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)
}
