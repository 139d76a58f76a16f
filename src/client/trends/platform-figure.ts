// The figure of platforms over time: all that was published up to the period, on one plate, since time is its axis. Drawn are those with
// a name: all others together, and what is not known, would flatten them; they are told in a sentence and stand in the table, as do
// platforms that never reach the threshold.
import { isNamedPlatform, OTHER, UNKNOWN } from '../../protocol/cell-codes.ts'
import type { Release } from '../../protocol/release.ts'
import { yearOf } from '../../protocol/statistics-window.ts'
import type { NamedCell } from './cells-of-table.ts'
import { readComparison, type Compared } from './comparison.ts'
import type { Drawn, Figure, Shown } from './figure.ts'
import { hatchEntry, notCollectedEntry, type LegendEntry } from './legend-entries.ts'
import { isShown, spoken, thresholdsOf, written, type Estimate } from './numbers.ts'
import { readTable } from './plain-reading.ts'
import { platformLines } from './platform-lines.ts'
import { platformsIn, stepsOf, type Step } from './platform-steps.ts'
import { fill, labelOf, listOf, monthName, periodName, type TrendWords } from './words.ts'

export const platformFigure: Figure = {
  family: 'platform',
  takes: (window, year) => yearOf(window) <= year,
  draw(shown, words) {
    const releases = shown.at(-1)?.releases ?? []
    const steps = stepsOf(releases)
    if (steps.length === 0) return { plates: [], reading: [words.says.platforms.notYet], legend: [] }
    const codes = platformsIn(steps)
    const drawn = codes.filter((code) => isNamedPlatform(code) && countsOf(steps, [code]).some(isShown))
    const title = fill(words.says.plate, {
      family: words.families.platform,
      period: periodsOf(steps, words),
    })
    const picture = drawn.length > 0 ? platformLines(steps, drawn, words) : null
    return {
      plates: [
        {
          title,
          picture,
          table: tableOf(steps, codes, title, words),
          releases: releasesOf(steps, releases),
          estimates: countsOf(steps, codes),
        },
      ],
      reading: readAll(steps, codes, drawn, shown, words),
      legend: picture ? legendOf(steps, drawn, words) : [],
    }
  },
}

const countsOf = (steps: readonly Step[], codes: readonly string[]): Estimate[] =>
  steps.flatMap(({ counts }) => codes.flatMap((code) => counts.get(code) ?? []))

const periodsOf = (steps: readonly Step[], words: TrendWords): string =>
  [...new Set([steps[0], steps.at(-1)].map((step) => periodName(words, step?.window ?? '')))].join(' – ')

const releasesOf = (steps: readonly Step[], releases: readonly Release[]): Release[] =>
  releases.filter(({ window }) =>
    steps.some((step) => step.window === window || step.window === yearOf(window)),
  )

const tableOf = (steps: readonly Step[], codes: readonly string[], caption: string, words: TrendWords) => ({
  caption,
  columns: [words.says.facets.platform, ...steps.map(({ window }) => periodName(words, window))],
  rows: codes.map((code) => [
    labelOf(words, 'platform', code),
    ...steps.map(({ counts }) => written(counts.get(code) ?? null, words)),
  ]),
})

function legendOf(steps: readonly Step[], drawn: readonly string[], words: TrendWords): Drawn['legend'] {
  const counts = countsOf(steps, drawn)
  const hidden = counts.filter((count) => !isShown(count))
  const entries: LegendEntry[] = [{ look: 'band', says: words.says.legend.band }]
  if (hidden.length > 0) entries.push(hatchEntry(hidden, words))
  if (counts.length < steps.length * drawn.length) entries.push(notCollectedEntry(words))
  return entries
}

function readAll(
  steps: readonly Step[],
  codes: readonly string[],
  drawn: readonly string[],
  shown: readonly Shown[],
  words: TrendWords,
): string[] {
  const says = words.says.platforms
  const last = steps.at(-1) as Step
  // Two periods that the reader chose; else the last two that there are.
  const chosen =
    shown.length > 1 ? steps.filter(({ window }) => yearOf(window) === shown[0]?.year).at(-1) : undefined
  const before = chosen ?? steps.at(-2)
  const isWhole = shown.every(({ began }) => began === null || before?.window !== yearOf(began))
  const closed = codes.filter((code) => words.closed[code] !== undefined)
  const small = codes.filter((code) => isNamedPlatform(code) && !drawn.includes(code))
  const others = last.counts.get(OTHER)
  return [
    readTable({ known: namedIn(last, words), unknown: last.counts.get(UNKNOWN) ?? null }, last.window, words),
    ...(others && isShown(others) ? [fill(says.others, { value: spoken(others, words) })] : []),
    ...(before && isWhole && drawn.length > 0
      ? [readComparison(comparedOf(before, words), comparedOf(last, words), words)]
      : []),
    ...closed.map((code) =>
      fill(says.closed, {
        name: labelOf(words, 'platform', code),
        month: monthName(words, words.closed[code] ?? ''),
      }),
    ),
    ...(small.length > 0 && drawn.length > 0
      ? [
          fill(says.small, {
            threshold: thresholdsOf(countsOf(steps, small), words),
            names: listOf(
              words,
              small.map((code) => labelOf(words, 'platform', code)),
            ),
          }),
        ]
      : []),
  ]
}

const namedIn = ({ counts }: Pick<Step, 'counts'>, words: TrendWords): NamedCell[] =>
  [...counts]
    .filter(([code]) => isNamedPlatform(code))
    .map(([code, count]) => ({ ...count, codes: [code], name: labelOf(words, 'platform', code) }))

const comparedOf = (step: Step, words: TrendWords): Compared => ({
  window: step.window,
  facets: 'platform',
  known: namedIn(step, words),
  total: null,
})
