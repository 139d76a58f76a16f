// Platforms as steps in time, from whatever was published: quarters where all are quarters, else years, quarters summed with the
// margin of a sum. A year of which a quarter is missing is no step yet.
import { marginOfSum } from '../../domain/margin.ts'
import { OTHER, UNKNOWN } from '../../protocol/cell-codes.ts'
import type { Release } from '../../protocol/release.ts'
import { quarterNumber, spanOf, yearOf } from '../../protocol/statistics-window.ts'
import type { Estimate } from './numbers.ts'
import { cellsIn } from './released.ts'

export interface Step {
  /** A year or a quarter. */
  window: string
  /** When it begins and ends, in years: 2025.25. */
  from: number
  to: number
  /** A platform that is not here was not collected. */
  counts: ReadonlyMap<string, Estimate>
}

const QUARTERS = 4

/** `releases` of one family, by time. */
export function stepsOf(releases: readonly Release[]): Step[] {
  if (releases.every(({ window }) => spanOf(window) === 'quarter'))
    return releases.map((release) => {
      const from = Number(yearOf(release.window)) + (quarterNumber(release.window) - 1) / QUARTERS
      return { window: release.window, from, to: from + 1 / QUARTERS, counts: countsOf([release]) }
    })
  const years = [...new Set(releases.map(({ window }) => yearOf(window)))]
  return years.flatMap((year) => {
    const own = releases.filter(({ window }) => yearOf(window) === year)
    const whole = own.filter(({ window }) => window === year)
    const parts = whole.length > 0 ? whole : own
    if (whole.length === 0 && own.length < QUARTERS) return []
    return [{ window: year, from: Number(year), to: Number(year) + 1, counts: countsOf(parts) }]
  })
}

/** A platform counts where every part of the step counts it. */
function countsOf(parts: readonly Release[]): Map<string, Estimate> {
  const counts = new Map<string, Estimate>()
  const [first, ...others] = parts
  if (!first) return counts
  for (const { codes, value, margin } of cellsIn(first)) {
    const code = codes[0] ?? ''
    const further = others.map((part) => cellsIn(part).find((cell) => cell.codes[0] === code))
    if (further.some((cell) => !cell)) continue
    counts.set(code, {
      value: further.reduce((sum, cell) => sum + (cell?.value ?? 0), value),
      margin: others.length > 0 ? marginOfSum(first.epsilon, parts.length) : margin,
    })
  }
  return counts
}

/** Every platform of any step; others and what is not known last. */
export function platformsIn(steps: readonly Step[]): string[] {
  const codes = new Set(steps.flatMap(({ counts }) => [...counts.keys()]))
  const apart = [OTHER, UNKNOWN].filter((code) => codes.delete(code))
  return [...codes, ...apart]
}
