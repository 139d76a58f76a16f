// What is counted, declared once: families of tables, the rungs each may be published at, the window and the share of the budget
// of each. A report moves one cell of one table in each family. Adding a rung is one entry here.
import type { Locale } from './vocabulary.ts'

/** How a card is told apart in a table: one of its facets, or coarser (src/domain/cells.ts). */
export const COUNTED_FACETS = [
  'region',
  'departement',
  'week-part',
  'day-part',
  'weekday',
  'timeBand',
  'lure',
  'channel',
  'place',
  'platform',
  'act',
] as const
export type CountedFacet = (typeof COUNTED_FACETS)[number]

/** Exact, never a float. */
export interface Rational {
  numerator: number
  denominator: number
}

export interface Rung {
  id: string
  /** What divides the table into cells; none: one cell, the whole of France and elsewhere. */
  facets: readonly CountedFacet[]
  window: 'year' | 'quarter'
  title: Readonly<Record<Locale, string>>
}

export interface Family {
  id: string
  /** The share of the budget, spent once for each report. */
  epsilon: Rational
  title: Readonly<Record<Locale, string>>
  /** How to read it, in a sentence. */
  reading: Readonly<Record<Locale, string>>
  /** From the coarsest to the finest. */
  rungs: readonly [Rung, ...Rung[]]
}

const COUNT = { fr: 'toute la France', en: 'all of France' }

export const FAMILIES = [
  {
    id: 'where',
    epsilon: { numerator: 3, denominator: 5 },
    title: { fr: 'Où', en: 'Where' },
    reading: {
      fr: 'Chaque nombre est celui des récits de l’année. Le lieu est celui où l’aide est cherchée, ou celui des faits.',
      en: 'Each number is how many of the year’s reports name a place: where help is sought, or where it happened.',
    },
    rungs: [
      { id: 'france-year', facets: [], window: 'year', title: COUNT },
      {
        id: 'region-year',
        facets: ['region'],
        window: 'year',
        title: { fr: 'par région', en: 'by région' },
      },
      {
        id: 'departement-year',
        facets: ['departement'],
        window: 'year',
        title: { fr: 'par département', en: 'by département' },
      },
    ],
  },
  {
    id: 'when-year',
    epsilon: { numerator: 1, denominator: 2 },
    title: { fr: 'Quand dans l’année', en: 'When in the year' },
    reading: {
      fr: 'Chaque nombre est celui des récits reçus dans le trimestre.',
      en: 'Each number is how many reports came in during the quarter.',
    },
    rungs: [
      { id: 'france-quarter', facets: [], window: 'quarter', title: COUNT },
      {
        id: 'region-quarter',
        facets: ['region'],
        window: 'quarter',
        title: { fr: 'par région', en: 'by région' },
      },
    ],
  },
  {
    id: 'when-week',
    epsilon: { numerator: 3, denominator: 10 },
    title: { fr: 'Quand dans la semaine', en: 'When in the week' },
    reading: {
      fr: 'Chaque nombre est celui des récits de l’année où cela s’est passé ce jour-là, à ce moment-là.',
      en: 'Each number is how many of the year’s reports say that it happened on that day, at that time.',
    },
    rungs: [
      {
        id: 'week-part-year',
        facets: ['week-part', 'day-part'],
        window: 'year',
        title: { fr: 'semaine ou week-end, jour ou nuit', en: 'week or weekend, day or night' },
      },
      {
        id: 'weekday-year',
        facets: ['weekday', 'timeBand'],
        window: 'year',
        title: { fr: 'par jour et par moment', en: 'by day and time of day' },
      },
    ],
  },
  {
    id: 'how',
    epsilon: { numerator: 3, denominator: 10 },
    title: { fr: 'Comment', en: 'How' },
    reading: {
      fr: 'Chaque nombre est celui des récits de l’année où le piège a pris cette forme : qui les agresseurs disaient être, ou bien le premier contact et l’endroit.',
      en: 'Each number is how many of the year’s reports tell of an ambush of this form: who the attackers claimed to be, or the first contact and the place.',
    },
    rungs: [
      {
        id: 'lure-year',
        facets: ['lure'],
        window: 'year',
        title: { fr: 'par personnage joué', en: 'by who they claimed to be' },
      },
      {
        id: 'channel-place-year',
        facets: ['channel', 'place'],
        window: 'year',
        title: { fr: 'par premier contact et par lieu', en: 'by first contact and place' },
      },
    ],
  },
  {
    id: 'platform',
    epsilon: { numerator: 1, denominator: 5 },
    title: { fr: 'Sites et applis', en: 'Sites and apps' },
    reading: {
      fr: 'Chaque nombre est celui des récits où le premier contact s’est fait là.',
      en: 'Each number is how many reports say that the first contact was made there.',
    },
    rungs: [
      {
        id: 'platform-year',
        facets: ['platform'],
        window: 'year',
        title: { fr: 'par année', en: 'by year' },
      },
      {
        id: 'platform-quarter',
        facets: ['platform'],
        window: 'quarter',
        title: { fr: 'par trimestre', en: 'by quarter' },
      },
    ],
  },
  {
    id: 'act',
    epsilon: { numerator: 1, denominator: 10 },
    title: { fr: 'Ce qui s’est passé', en: 'What happened' },
    reading: {
      fr: 'Chaque nombre est celui des récits de l’année dont c’est l’acte le plus grave.',
      en: 'Each number is how many of the year’s reports have this as the most serious act.',
    },
    rungs: [
      {
        id: 'act-year',
        facets: ['act'],
        window: 'year',
        title: { fr: 'acte le plus grave', en: 'most serious act' },
      },
    ],
  },
] as const satisfies readonly Family[]

export type FamilyId = (typeof FAMILIES)[number]['id']
export const FAMILY_IDS = FAMILIES.map(({ id }) => id) as [FamilyId, ...FamilyId[]]

/** A family that is counted by this period at every rung: whichever is in force, it tells what of a year was counted. */
const alwaysBy = (window: 'year' | 'quarter'): FamilyId =>
  FAMILIES.find(({ rungs }) => rungs.every((rung) => rung.window === window))?.id as FamilyId

export const ALWAYS_BY_YEAR: FamilyId = /* @__PURE__ */ alwaysBy('year')
export const ALWAYS_BY_QUARTER: FamilyId = /* @__PURE__ */ alwaysBy('quarter')

/** All that a report may ever cost, over every family: checked against the sum. */
export const LIFETIME_EPSILON: Rational = { numerator: 2, denominator: 1 }

/** The same entries, seen without their literal types. */
export const familyOf = (id: FamilyId): Family => FAMILIES.find((family) => family.id === id) as Family

/** Null for a rung that the family does not have. */
export const rungOf = (id: FamilyId, rung: string): Rung | null =>
  familyOf(id).rungs.find((each) => each.id === rung) ?? null
