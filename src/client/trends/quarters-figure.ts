// The figure of the year's course: France by quarter, and a small chart for each région over the quarters that were counted by région.
// Time is its axis, so that two years stand on the same plates.
import { isRegion } from '../../protocol/cell-codes.ts'
import type { Release } from '../../protocol/release.ts'
import { quartersOf, yearOf } from '../../protocol/statistics-window.ts'
import type { Drawn, Figure, Plate } from './figure.ts'
import { hatchEntry } from './legend-entries.ts'
import { highestOf, isShown, written, type Estimate } from './numbers.ts'
import { quarterSteps, type QuarterStep } from './quarter-steps.ts'
import { francePicture, regionsPicture, type NamedQuarters } from './quarters-picture.ts'
import { readQuarters } from './quarters-reading.ts'
import { roundAbove } from './round-above.ts'
import type { TableTwin } from './table-twin.ts'
import { fill, labelOf, type TrendWords } from './words.ts'

/** A picture goes back so many years at most. */
const YEARS = 3

export const quartersFigure: Figure = {
  family: 'when-year',
  takes: (window, year) => yearOf(window) <= year && Number(yearOf(window)) > Number(year) - YEARS,
  draw(shown, words) {
    const releases = shown.flatMap((each) => each.releases)
    const steps = quarterSteps(releases)
    const plates = [francePlate(steps, releases, words), ...regionsPlate(steps, releases, words)]
    return { plates, reading: readQuarters(steps, words), legend: legendOf(plates, steps, words) }
  },
}

function francePlate(steps: readonly QuarterStep[], releases: readonly Release[], words: TrendWords): Plate {
  const { places, quartersOf: says } = words.says
  const quarters = steps.map(({ window, france }) => ({ window, count: france }))
  const charted = { name: places.allFrance, quarters }
  const title = fill(says.france, { period: yearsOf(steps) })
  return {
    title,
    picture: hasNumber([charted]) ? francePicture(charted, mostOf([charted]), words) : null,
    table: tableOf(title, [charted], false, words),
    releases: within(steps, releases),
    estimates: countsOf([charted]),
    part: 'france',
  }
}

/** From the first quarter that was counted by région to the last; none where none was. */
function regionsPlate(
  steps: readonly QuarterStep[],
  releases: readonly Release[],
  words: TrendWords,
): Plate[] {
  const from = steps.findIndex(({ regions }) => regions !== null)
  if (from < 0) return []
  const counted = steps.slice(from, steps.findLastIndex(({ regions }) => regions !== null) + 1)
  const charted = codesOf(counted, words).map((code): NamedQuarters => ({
    name: labelOf(words, 'region', code),
    quarters: counted.map(({ window, regions }) => ({ window, count: regions?.get(code) ?? null })),
  }))
  const title = fill(words.says.quartersOf.regions, { period: yearsOf(counted) })
  return [
    {
      title,
      picture: hasNumber(charted) ? regionsPicture(charted, mostOf(charted), words) : null,
      table: tableOf(title, charted, true, words),
      releases: within(counted, releases),
      estimates: countsOf(charted),
      part: 'regions',
    },
  ]
}

/** Régions by name, as people look for them; then what is no région, as the release has it. */
function codesOf(steps: readonly QuarterStep[], words: TrendWords): string[] {
  const codes = [...new Set(steps.flatMap(({ regions }) => [...(regions?.keys() ?? [])]))]
  const { compare } = new Intl.Collator(words.language)
  const nameOf = (code: string): string => labelOf(words, 'region', code)
  return [
    ...codes.filter(isRegion).toSorted((a, b) => compare(nameOf(a), nameOf(b))),
    ...codes.filter((code) => !isRegion(code)),
  ]
}

/** A year is a row, so that paper can hold it. `named`: of several charts, so that a row says of which it is. */
function tableOf(
  caption: string,
  charted: readonly NamedQuarters[],
  named: boolean,
  words: TrendWords,
): TableTwin {
  const { facets, quartersOf: says } = words.says
  return {
    caption,
    columns: [named ? `${facets.region}, ${says.year}` : says.year, ...says.columns],
    rows: charted.flatMap(({ name, quarters }) =>
      [...new Set(quarters.map(({ window }) => yearOf(window)))].map((year) => [
        named ? `${name}, ${year}` : year,
        ...quartersOf(year).map((window) => {
          const quarter = quarters.find((each) => each.window === window)
          if (!quarter) return ''
          return quarter.count ? written(quarter.count, words) : says.notPublished
        }),
      ]),
    ),
  }
}

const countsOf = (charted: readonly NamedQuarters[]): Estimate[] =>
  charted.flatMap(({ quarters }) => quarters.flatMap(({ count }) => (count ? [count] : [])))

const hasNumber = (charted: readonly NamedQuarters[]): boolean => countsOf(charted).some(isShown)

/** The top of the scale: no interval is cut off. */
const mostOf = (charted: readonly NamedQuarters[]): number => roundAbove(highestOf(countsOf(charted)))

/** `2023–2025`, or one year. */
const yearsOf = (steps: readonly QuarterStep[]): string =>
  [...new Set([steps.at(0), steps.at(-1)].map((step) => yearOf(step?.window ?? '')))].join('–')

/** Each once, in the order of time. */
const within = (steps: readonly QuarterStep[], releases: readonly Release[]): Release[] =>
  steps.flatMap(({ window }) => releases.find((release) => release.window === window) ?? [])

function legendOf(
  plates: readonly Plate[],
  steps: readonly QuarterStep[],
  words: TrendWords,
): Drawn['legend'] {
  const hidden = plates
    .filter(({ picture }) => picture)
    .flatMap(({ estimates }) => estimates)
    .filter((each) => !isShown(each))
  return [
    { look: 'band', says: words.says.legend.band },
    ...(hidden.length > 0 ? [hatchEntry(hidden, words)] : []),
    ...(steps.some(({ france }) => france === null)
      ? [{ look: 'not-collected', says: words.says.quartersOf.notPublished } as const]
      : []),
  ]
}
