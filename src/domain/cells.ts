// Which cells a table has, and the one cell of it that a card moves. Pure: the cells are all those declared, whatever was reported.
import { PLATFORMS } from '../help/platforms.ts'
import type { Card } from '../protocol/card.ts'
import { ELSEWHERE, OTHER, UNKNOWN } from '../protocol/cell-codes.ts'
import type { CountedFacet, Rung } from '../protocol/families.ts'
import { QUESTIONS } from '../protocol/questions.ts'
import { REGION_CODES, regionOf } from '../protocol/regions.ts'
import { ACTS } from '../protocol/vocabulary.ts'

const declared = (question: 'departement' | 'weekday' | 'timeBand' | 'lure' | 'channel' | 'place') => [
  ...QUESTIONS[question].values,
  UNKNOWN,
]

const CODES: Readonly<Record<CountedFacet, readonly string[]>> = {
  region: [...REGION_CODES, ELSEWHERE, UNKNOWN],
  departement: declared('departement'),
  'week-part': ['week', 'weekend', UNKNOWN],
  'day-part': ['day', 'night', UNKNOWN],
  weekday: declared('weekday'),
  timeBand: declared('timeBand'),
  lure: declared('lure'),
  channel: declared('channel'),
  place: declared('place'),
  platform: [...PLATFORMS.map(({ id }) => id), OTHER, UNKNOWN],
  act: [...ACTS, UNKNOWN],
}

/** In declared order, `unknown` last. */
export const codesOf = (facet: CountedFacet): readonly string[] => CODES[facet]

/** The codes of every cell, one list a cell, in declared order: of the last facet fastest. */
export const cellsOf = ({ facets }: Pick<Rung, 'facets'>): string[][] =>
  facets.reduce<string[][]>(
    (cells, facet) => cells.flatMap((cell) => codesOf(facet).map((code) => [...cell, code])),
    [[]],
  )

/** The place, in `cellsOf`, of the one cell that a card moves. */
export const cellIndexOf = ({ facets }: Pick<Rung, 'facets'>, card: Card): number =>
  facets.reduce((index, facet) => {
    const codes = codesOf(facet)
    return index * codes.length + codes.indexOf(codeOf(facet, card))
  }, 0)

/** A platform that is not of the list is another one. */
function codeOf(facet: CountedFacet, card: Card): string {
  switch (facet) {
    case 'region':
      return regionOf(card.departement)
    case 'week-part':
      return card.weekday === UNKNOWN ? UNKNOWN : WEEKEND.includes(card.weekday) ? 'weekend' : 'week'
    case 'day-part':
      return card.timeBand === UNKNOWN ? UNKNOWN : NIGHT.includes(card.timeBand) ? 'night' : 'day'
    case 'platform':
      return CODES.platform.includes(card.platform) ? card.platform : OTHER
    default:
      return card[facet]
  }
}

const WEEKEND: readonly string[] = ['saturday', 'sunday']
const NIGHT: readonly string[] = ['evening', 'night']
