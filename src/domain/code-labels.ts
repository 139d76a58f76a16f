// What people call each code of a table, in one language: the same in pictures, tables and open data. Pure: words are given, and it makes
// up none.
import { PLATFORMS } from '../help/platforms.ts'
import { ELSEWHERE, OTHER, UNKNOWN } from '../protocol/cell-codes.ts'
import { DEPARTEMENTS } from '../protocol/departements.ts'
import type { CountedFacet } from '../protocol/families.ts'
import { REGIONS } from '../protocol/regions.ts'

export type Labels = Readonly<Record<string, string>>

/** Words of codes that are no answer of the form, or that need its question to be understood. */
export interface CodeWords {
  unknown: string
  otherPlatform: string
  weekPart: Labels
  dayPart: Labels
  lure: Labels
}

/** Words of the answers of the form. */
export type AnswerWords = Readonly<
  Record<'departement' | 'weekday' | 'timeBand' | 'channel' | 'place' | 'acts', Labels>
>

/** Facets whose codes are INSEE's: nobody knows them all by heart. */
export const PLACE_NAMES = {
  departement: DEPARTEMENTS,
  region: Object.fromEntries(Object.entries(REGIONS).map(([code, { name }]) => [code, name])),
} satisfies Partial<Record<CountedFacet, Labels>>

/** By facet, then by code. */
export function codeLabels(words: CodeWords, answers: AnswerWords): Readonly<Record<CountedFacet, Labels>> {
  const unknown = { [UNKNOWN]: words.unknown }
  const elsewhere = { [ELSEWHERE]: answers.departement[ELSEWHERE] ?? '' }
  const platforms = Object.fromEntries(PLATFORMS.map(({ id, name }) => [id, name]))
  return {
    region: { ...PLACE_NAMES.region, ...elsewhere, ...unknown },
    departement: { ...PLACE_NAMES.departement, ...elsewhere, ...unknown },
    'week-part': { ...words.weekPart, ...unknown },
    'day-part': { ...words.dayPart, ...unknown },
    weekday: { ...answers.weekday, ...unknown },
    timeBand: { ...answers.timeBand, ...unknown },
    lure: { ...words.lure, ...unknown },
    channel: { ...answers.channel, ...unknown },
    place: { ...answers.place, ...unknown },
    platform: { ...platforms, [OTHER]: words.otherPlatform, ...unknown },
    act: { ...answers.acts, ...unknown },
  }
}
