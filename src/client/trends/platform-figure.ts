// The figure of platforms over time: all that was published up to the period, on one plate, since time is its axis. Platforms that
// never reach the threshold are named in a sentence and stand in the table; they are not drawn.
import type { Release } from '../../protocol/release.ts'
import { yearOf } from '../../protocol/statistics-window.ts'
import { UNKNOWN, type NamedCell } from './cells-of-table.ts'
import { readComparison, type Compared } from './comparison.ts'
import type { Drawn, Figure, Shown } from './figure.ts'
import { hatchEntry, notCollectedEntry, type LegendEntry } from './legend.ts'
import { isShown, isTelling, written } from './numbers.ts'
import { readTable } from './plain-reading.ts'
import { platformLines } from './platform-lines.ts'
import { OTHER, platformsIn, stepsOf, type Step } from './platform-steps.ts'
import { fill, labelOf, listOf, monthName, periodName, type TrendWords } from './words.ts'

export const platformFigure: Figure = {
  family: 'platform',
  takes: (window, year) => yearOf(window) <= year,
  draw(shown, words) {
    const releases = shown.at(-1)?.releases ?? []
    const steps = stepsOf(releases)
    if (steps.length === 0) return { plates: [], reading: [words.says.platforms.notYet], legend: [] }
    const codes = platformsIn(steps)
    const isDrawn = (code: string): boolean =>
      steps.some(({ counts }) => {
        const count = counts.get(code)
        return count !== undefined && isShown(count)
      })
    const drawn = codes.filter(isDrawn)
    const title = fill(words.says.plate, {
      family: words.families.platform,
      period: periodsOf(steps, words),
    })
    const tells = steps.some(({ counts }) => namedIn({ counts }, words).some(isTelling))
    const picture = tells ? platformLines(steps, drawn, words) : null
    return {
      plates: [
        { title, picture, table: tableOf(steps, codes, title, words), releases: releasesOf(steps, releases) },
      ],
      reading: readAll(steps, codes, shown, words),
      legend: picture ? legendOf(steps, drawn, words) : [],
    }
  },
}

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
  const counts = steps.flatMap((step) => drawn.map((code) => step.counts.get(code)))
  const entries: LegendEntry[] = [{ look: 'band', says: words.says.legend.band }]
  if (counts.some((count) => count && !isShown(count))) entries.push(hatchEntry(words))
  if (counts.includes(undefined)) entries.push(notCollectedEntry(words))
  return entries
}

function readAll(
  steps: readonly Step[],
  codes: readonly string[],
  shown: readonly Shown[],
  words: TrendWords,
): string[] {
  const says = words.says.platforms
  const last = steps.at(-1) as Step
  // Two periods that the reader chose; else the last two that there are.
  const chosen =
    shown.length > 1 ? steps.filter(({ window }) => yearOf(window) === shown[0]?.year).at(-1) : undefined
  const before = chosen ?? steps.at(-2)
  const closed = codes.filter((code) => words.closed[code] !== undefined)
  const named = codes.filter((code) => code !== OTHER && code !== UNKNOWN)
  const small = named.filter((code) => steps.every(({ counts }) => !isShownIn(counts, code)))
  return [
    readTable({ known: namedIn(last, words), unknown: last.counts.get(UNKNOWN) ?? null }, last.window, words),
    ...(before ? [readComparison(comparedOf(before, words), comparedOf(last, words), words)] : []),
    ...closed.map((code) =>
      fill(says.closed, {
        name: labelOf(words, 'platform', code),
        month: monthName(words, words.closed[code] ?? ''),
      }),
    ),
    ...(small.length > 0 && small.length < named.length
      ? [
          fill(says.small, {
            names: listOf(
              words,
              small.map((code) => labelOf(words, 'platform', code)),
            ),
          }),
        ]
      : []),
  ]
}

const isShownIn = (counts: Step['counts'], code: string): boolean => {
  const count = counts.get(code)
  return count !== undefined && isShown(count)
}

/** Others are known to be others, but are no one platform: they are never named as the largest. */
const namedIn = ({ counts }: Pick<Step, 'counts'>, words: TrendWords): NamedCell[] =>
  [...counts]
    .filter(([code]) => code !== UNKNOWN && code !== OTHER)
    .map(([code, count]) => ({ ...count, codes: [code], name: labelOf(words, 'platform', code) }))

const comparedOf = (step: Step, words: TrendWords): Compared => ({
  window: step.window,
  facets: 'platform',
  known: namedIn(step, words),
  total: null,
})
