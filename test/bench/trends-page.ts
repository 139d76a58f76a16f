// Writes the figures of docs/trends.md, beside the arithmetic that they were expected from. No figure of them is typed by hand.
import { cellsOf } from '../../src/domain/cells.ts'
import { isKnown } from '../../src/protocol/cell-codes.ts'
import { marginOf, noiseDeviation } from '../../src/domain/margin.ts'
import type { Family, Rung } from '../../src/protocol/families.ts'
import { thresholdFor } from '../../src/protocol/display-threshold.ts'
import { tableOf } from './table.ts'

/** A value as it was published, beside the count it stands for, and beside the mean that chance made that count from. */
export interface Value {
  noisy: number
  real: number
  mean: number
}

export interface RungFigures {
  family: Family
  rung: Rung
  inForce: boolean
  /** Releases in the year. */
  windows: number
  values: readonly Value[]
  /** In the year, whatever is known of them. */
  reports: number
}

export interface WeeklyFigures {
  weekly: number
  reports: number
  rungs: readonly RungFigures[]
}

/** All that was published in a family, at every rate. */
export interface CheckedFamily {
  family: Family
  values: Value[]
}

const BEGIN = '<!-- figures -->'
const END = '<!-- end of figures -->'

/** The document with these figures in the place of those it had. Throws when it has no place for them. */
export function withFigures(
  document: string,
  year: string,
  rates: readonly WeeklyFigures[],
  checked: readonly CheckedFamily[],
): string {
  const [before, after] = [document.split(BEGIN)[0], document.split(END)[1]]
  if (before === undefined || after === undefined) throw new Error(`docs/trends.md has no ${BEGIN}`)
  const parts = [BEGIN, territoryTable(year, rates), ...rates.map(rateTable), checkTable(checked), END]
  return `${before}${parts.join('\n\n')}${after}`
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
/** From which value on pages show a number of this family. */
const thresholdOf = ({ epsilon }: Family): number => thresholdFor(marginOf(epsilon))

const shownOf = ({ family, values }: RungFigures): Value[] =>
  values.filter(({ noisy }) => noisy >= thresholdOf(family))
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`

/** Chance that a published value is shown, whose count has this mean: Poisson, then discrete Laplace noise. */
function shownChance(mean: number, family: Family): number {
  const { numerator, denominator } = family.epsilon
  const kept = Math.exp(-numerator / denominator)
  const tail = (from: number): number =>
    from > 0 ? kept ** from / (1 + kept) : 1 - kept ** (1 - from) / (1 + kept)
  let chance = 0
  const last = Math.ceil(mean + 12 * Math.sqrt(mean) + 12)
  for (let count = 0, logProbability = -mean; count <= last; count++) {
    chance += Math.exp(logProbability) * tail(thresholdOf(family) - count)
    logProbability += Math.log(mean) - Math.log(count + 1)
  }
  return chance
}

const expectedShown = ({ family, values }: RungFigures): number =>
  sum(values.map(({ mean }) => (mean === 0 ? 0 : shownChance(mean, family))))

const TERRITORIES = ['departement-year', 'region-year', 'region-quarter']

function territoryTable(year: string, rates: readonly WeeklyFigures[]): string {
  const rows = rates.flatMap(({ weekly, rungs }) =>
    rungs
      .filter(({ rung }) => TERRITORIES.includes(rung.id))
      .map((figures) => {
        const { family, rung, values, windows, inForce } = figures
        const each = (number: number): string => (number / windows).toFixed(windows === 1 ? 0 : 1)
        return [
          String(weekly),
          rung.id,
          inForce ? 'yes' : 'no',
          String(cellsOf(rung).filter(isKnown).length),
          String(thresholdOf(family)),
          (expectedShown(figures) / windows).toFixed(1),
          each(values.filter(({ real }) => real >= thresholdOf(family)).length),
          each(shownOf(figures).length),
        ]
      }),
  )
  const heads = [
    'a week',
    'rung',
    'in force',
    'cells',
    'shown from',
    'expected',
    'true count',
    'published value',
  ]
  return `### Territories that are shown, in ${year}

In a quarter the numbers are means of the four.

${tableOf(heads, rows)}`
}

function rateTable({ weekly, reports, rungs }: WeeklyFigures): string {
  const heads = [
    'family',
    'rung',
    'in force',
    'values',
    'shown',
    'expected',
    'reports in them',
    'mean error',
    'noise',
    'chance',
    'within ±',
  ]
  return `### ${weekly} a week: ${reports} reports in the year

${tableOf(heads, rungs.map(rungRow))}`
}

function rungRow(figures: RungFigures): string[] {
  const { family, rung, values, inForce, windows, reports } = figures
  const mean = sum(values.map(({ real }) => real)) / values.length
  const noise = noiseDeviation(family.epsilon)
  const chance = Math.sqrt(mean)
  return [
    family.id,
    rung.id,
    inForce ? 'yes' : 'no',
    windows === 1 ? String(values.length) : `${windows} × ${values.length / windows}`,
    String(shownOf(figures).length),
    expectedShown(figures).toFixed(1),
    percent(sum(shownOf(figures).map(({ real }) => real)), reports),
    (sum(values.map(({ noisy, real }) => Math.abs(noisy - real))) / values.length).toFixed(1),
    `${noise.toFixed(1)} (${percent(noise, mean)})`,
    `${chance.toFixed(1)} (${percent(chance, mean)})`,
    within(family, values),
  ]
}

const within = ({ epsilon }: Family, values: readonly Value[]): string =>
  `${values.filter(({ noisy, real }) => Math.abs(noisy - real) <= marginOf(epsilon)).length} of ${values.length}`

function checkTable(checked: readonly CheckedFamily[]): string {
  const rows = checked.map(({ family, values }) => {
    const { numerator, denominator } = family.epsilon
    const [epsilon, margin] = [numerator / denominator, marginOf(family.epsilon)]
    const error = sum(values.map(({ noisy, real }) => Math.abs(noisy - real))) / values.length
    const inside = values.filter(({ noisy, real }) => Math.abs(noisy - real) <= margin).length
    const expected = 1 - (2 * Math.exp(-epsilon * (margin + 1))) / (1 + Math.exp(-epsilon))
    return [
      family.id,
      `${numerator}/${denominator}`,
      `± ${margin}`,
      String(thresholdFor(margin)),
      within(family, values),
      `${((inside / values.length) * 100).toFixed(1)} %`,
      `${(expected * 100).toFixed(1)} %`,
      error.toFixed(2),
      (1 / Math.sinh(epsilon)).toFixed(2),
    ]
  })
  const heads = [
    'family',
    'ε',
    'margin',
    'shown from',
    'within it',
    'share',
    'expected',
    'mean error',
    'expected',
  ]
  return `### All that was published, at the four rates together

${tableOf(heads, rows)}`
}
