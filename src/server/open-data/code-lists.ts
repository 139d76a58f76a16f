// What each code of a facet means, in both languages: one small table a facet, which the columns of every release refer to.
import { codesOf } from '../../domain/cells.ts'
import { placeName } from '../../domain/release-csv.ts'
import { PLATFORMS } from '../../help/platforms.ts'
import { UNKNOWN } from '../../protocol/cell-codes.ts'
import { COUNTED_FACETS, type CountedFacet } from '../../protocol/families.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { fill, inBoth, OPEN_DATA_WORDS, VOCABULARIES } from './words.ts'

const FIELDS = ['code', 'fr', 'en'] as const

/** The name of a facet's table in the data package. */
export const codeListOf = (facet: CountedFacet): string => `codes-${facet.toLowerCase()}`

/**
 * As resources of the data package, with their rows in them. Rows are lists and the older `profile` is there beside `type`: tools
 * made for the first version of the standard follow a column to its codes only then.
 */
export const codeLists = () =>
  COUNTED_FACETS.map((facet) => {
    const [fr, en] = [meaningsOf(facet, 'fr'), meaningsOf(facet, 'en')]
    return {
      name: codeListOf(facet),
      type: 'table',
      profile: 'tabular-data-resource',
      title: inBoth(({ codes, facets }) => fill(codes, { title: facets[facet] })),
      data: [[...FIELDS], ...codesOf(facet).map((code) => [code, fr(code), en(code)])],
      schema: {
        fields: FIELDS.map((name) => ({
          name,
          type: 'string',
          title: inBoth(({ columns }) => columns[name]),
          constraints: { required: true },
        })),
        primaryKey: ['code'],
      },
    }
  })

/** What each code means. Throws for one that the words do not cover: a facet cannot be published without them. */
function meaningsOf(facet: CountedFacet, locale: Locale): (code: string) => string {
  const words = wordsOf(facet, locale)
  const { unknown } = OPEN_DATA_WORDS[locale]
  return (code) => {
    const meaning = code === UNKNOWN ? unknown : placeName(facet, code) || words[code]
    if (meaning === undefined) throw new Error(`${facet} ${code} means nothing in ${locale}`)
    return meaning
  }
}

function wordsOf(facet: CountedFacet, locale: Locale): Readonly<Record<string, string>> {
  const [words, vocabulary] = [OPEN_DATA_WORDS[locale], VOCABULARIES[locale]]
  switch (facet) {
    case 'region':
    case 'departement':
      return vocabulary.departement
    case 'week-part':
      return words.weekPart
    case 'day-part':
      return words.dayPart
    case 'platform':
      return {
        ...Object.fromEntries(PLATFORMS.map(({ id, name }) => [id, name])),
        other: words.otherPlatform,
      }
    case 'act':
      return vocabulary.acts
    default:
      return vocabulary[facet]
  }
}
