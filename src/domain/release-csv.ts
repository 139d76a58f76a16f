// Writes a release as CSV (RFC 4180) for spreadsheets and statistics software. Pure: everything in it is in the stored release or in
// the declared names of places. It rounds, hides and clamps nothing.
import type { CountedFacet } from '../protocol/families.ts'
import type { Release } from '../protocol/release.ts'
import { PLACE_NAMES, type Labels } from './code-labels.ts'

/** What a column holds: what names the release on each row, a code, the name that goes with it, or a number. */
export type Column =
  | { kind: 'release'; name: 'family' | 'rung' | 'window' | 'synthetic' }
  | { kind: 'code' | 'name'; name: string; facet: CountedFacet }
  | { kind: 'number'; name: 'value' | 'lower' | 'upper' }

const NAMED: Partial<Record<CountedFacet, Labels>> = PLACE_NAMES

/** The name of a département or a région; empty for what is neither, and for other facets. */
const placeName = (facet: CountedFacet, code: string): string => NAMED[facet]?.[code] ?? ''

/** `timeBand` → `time_band`: a name that R and SQL take as it is. */
export const columnName = (facet: CountedFacet): string =>
  facet.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_')

/** In the order of the file. */
export const columnsOf = (facets: readonly CountedFacet[]): Column[] => [
  ...(['family', 'rung', 'window', 'synthetic'] as const).map((name) => ({ kind: 'release' as const, name })),
  ...facets.flatMap((facet): Column[] => {
    const name = columnName(facet)
    const code: Column = { kind: 'code', name, facet }
    return NAMED[facet] ? [code, { kind: 'name', name: `${name}_name`, facet }] : [code]
  }),
  ...(['value', 'lower', 'upper'] as const).map((name) => ({ kind: 'number' as const, name })),
]

/**
 * Every text is quoted, so that a spreadsheet asked to keep quoted fields as text keeps `01` and `2A`. Each row says which release it
 * is of: a file that was renamed, or put after another, still does.
 */
export function csvOf(release: Release): string {
  const { family, rung, window, synthetic, facets, margin } = release
  const columns = columnsOf(facets)
  const about = [quoted(family), quoted(rung), quoted(window), String(synthetic)]
  const lines = release.rows.map((row) => {
    const value = Number(row.at(-1))
    const cells = facets.flatMap((facet, place) => {
      const code = String(row[place])
      return NAMED[facet] ? [quoted(code), quoted(placeName(facet, code))] : [quoted(code)]
    })
    return [...about, ...cells, value, value - margin, value + margin].join(',')
  })
  return [columns.map(({ name }) => name).join(','), ...lines].map((line) => `${line}\r\n`).join('')
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
