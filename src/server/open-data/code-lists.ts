// What each code of a facet means, in both languages: one small table a facet, which the columns of every release refer to.
import { codesOf, UNKNOWN } from '../../domain/cells.ts'
import { placeName } from '../../domain/release-csv.ts'
import { PLATFORMS } from '../../help/platforms.ts'
import { COUNTED_FACETS, type CountedFacet } from '../../protocol/families.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { fill, inBoth, OPEN_DATA_WORDS, VOCABULARIES } from './words.ts'

/** The name of a facet's table in the data package. */
export const codeListOf = (facet: CountedFacet): string => `codes-${facet.toLowerCase()}`

/** As resources of the data package, with their rows in it. */
export const codeLists = () =>
  COUNTED_FACETS.map((facet) => ({
    name: codeListOf(facet),
    type: 'table',
    title: inBoth(({ codes, facets }) => fill(codes, { title: facets[facet] })),
    data: codesOf(facet).map((code) => ({
      code,
      fr: meaningOf(facet, code, 'fr'),
      en: meaningOf(facet, code, 'en'),
    })),
    schema: {
      fields: (['code', 'fr', 'en'] as const).map((name) => ({
        name,
        type: 'string',
        title: inBoth(({ columns }) => columns[name]),
        constraints: { required: true },
      })),
      primaryKey: ['code'],
    },
  }))

/** Throws for a code that the words do not cover: a facet cannot be published without them. */
export function meaningOf(facet: CountedFacet, code: string, locale: Locale): string {
  const words = wordsOf(facet, locale)
  const meaning = code === UNKNOWN ? OPEN_DATA_WORDS[locale].unknown : placeName(facet, code) || words[code]
  if (meaning === undefined) throw new Error(`${facet} ${code} means nothing in ${locale}`)
  return meaning
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
