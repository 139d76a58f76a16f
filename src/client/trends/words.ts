// The words that the pictures of trends are made of, put together with numbers and names. It knows no sentence of its own.
import { fill } from '../../domain/fill.ts'
import type { Messages } from '../../i18n/messages.ts'
import type { CountedFacet, FamilyId } from '../../protocol/families.ts'
import { quarterNumber, spanOf, yearOf, type StatisticsWindow } from '../../protocol/statistics-window.ts'

export { fill }

export interface TrendWords {
  /** BCP 47, for numbers and days. */
  language: string
  says: Messages['trends']['figures']
  families: Readonly<Record<FamilyId, string>>
  /** Rung → how finely it counts; none for a rung that is the only one of its family. */
  levels: Readonly<Record<string, string>>
  /** Facet → code → what people call it. */
  labels: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Platform → the month it closed, `YYYY-MM`. */
  closed: Readonly<Record<string, string>>
}

/** What people call a code; one that the page does not know is shown as it is. */
export const labelOf = ({ labels }: TrendWords, facet: CountedFacet, code: string): string =>
  labels[facet]?.[code] ?? code

/** The same where there is little room; at its usual length where no shorter one was written. */
export function shortLabelOf(words: TrendWords, facet: CountedFacet, code: string): string {
  const short: Readonly<Record<string, Readonly<Record<string, string>>>> = words.says.short
  return short[facet]?.[code] ?? labelOf(words, facet, code)
}

/** These names keep their capital within a sentence; days do so in English. */
const PROPER: readonly string[] = ['region', 'departement', 'platform']

const within = ({ language }: TrendWords, facet: CountedFacet, label: string): string =>
  PROPER.includes(facet) || (facet === 'weekday' && language.startsWith('en'))
    ? label
    : label.charAt(0).toLocaleLowerCase(language) + label.slice(1)

/** A cell within a sentence: its first code in words, the second in brackets. */
export function cellName(
  words: TrendWords,
  facets: readonly CountedFacet[],
  codes: readonly string[],
): string {
  const [first = '', second] = facets.map((facet, at) =>
    within(words, facet, labelOf(words, facet, codes[at] ?? '')),
  )
  return second === undefined ? first : `${first} (${second})`
}

/** A cell by itself: its codes in words, in the order of its facets. */
export const cellLabel = (
  words: TrendWords,
  facets: readonly CountedFacet[],
  codes: readonly string[],
): string =>
  facets
    .map((facet, at) => {
      const label = labelOf(words, facet, codes[at] ?? '')
      return at === 0 ? label : within(words, facet, label)
    })
    .join(', ')

/** `2025`, or the quarter in full. */
export function periodName({ says }: TrendWords, window: StatisticsWindow): string {
  if (spanOf(window) === 'year') return window
  return `${says.quarters[quarterNumber(window) - 1] ?? ''} ${yearOf(window)}`
}

/** `En 2025`, `Au 1er trimestre 2025`: at the head of a sentence. */
export const inPeriod = (words: TrendWords, window: StatisticsWindow): string =>
  fill(words.says.inPeriod[spanOf(window)], { period: periodName(words, window) })

/** The same within a sentence, as what is named: `le 1er trimestre 2025`. */
export const thePeriod = (words: TrendWords, window: StatisticsWindow): string =>
  fill(words.says.thePeriod[spanOf(window)], { period: periodName(words, window) })

/** A day in full. */
export const dayName = ({ language }: TrendWords, day: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

/** A month and its year. */
export const monthName = ({ language }: TrendWords, month: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  )

/** Several names as one list, in the way of the language. */
export const listOf = ({ language }: TrendWords, names: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
