// What each code of a facet means, in both languages: one small table a facet, which the columns of every release refer to.
import { codesOf } from '../../domain/cells.ts'
import { codeLabels } from '../../domain/code-labels.ts'
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
  const labels = codeLabels(OPEN_DATA_WORDS[locale].labels, VOCABULARIES[locale])[facet]
  return (code) => {
    const meaning = labels[code]
    if (!meaning) throw new Error(`${facet} ${code} means nothing in ${locale}`)
    return meaning
  }
}
