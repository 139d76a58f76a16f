// Reads what the server says it published, with care: JSON of unknown shape in, a release or nothing out. It checks what the
// pictures and the method page stand on, without the schema library, which weighs more than they do.
import { FAMILY_IDS, type CountedFacet, type FamilyId, type Rational } from '../../protocol/families.ts'
import type { ListedRelease, Release, ReleaseList } from '../../protocol/release.ts'

type Fields = Readonly<Record<string, unknown>>

const WINDOW = /^20\d{2}(?:-Q[1-4])?$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const NAME = /^[a-z][a-z-]{0,40}$/
const SHA256 = /^[\da-f]{64}$/

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown, shape: RegExp): value is string =>
  typeof value === 'string' && shape.test(value)
const isList = (value: unknown): value is unknown[] => Array.isArray(value)

const isEpsilon = (value: unknown): value is Rational =>
  isRecord(value) &&
  [value['numerator'], value['denominator']].every((part) => Number.isSafeInteger(part) && Number(part) > 0)

const isNamed = (each: unknown): each is Fields & { family: FamilyId; window: string } =>
  isRecord(each) && FAMILY_IDS.some((id) => id === each['family']) && isText(each['window'], WINDOW)

const isPublished = (each: unknown): each is Fields & { family: FamilyId; window: string } =>
  isNamed(each) &&
  isText(each['rung'], NAME) &&
  isText(each['publishedOn'], DAY) &&
  typeof each['synthetic'] === 'boolean' &&
  isEpsilon(each['epsilon'])

const isListed = (each: unknown): each is ListedRelease =>
  isPublished(each) &&
  isText(each['sha256'], SHA256) &&
  (each['note'] === null || typeof each['note'] === 'string')

/** `isComplete`: nothing of the answer was left out. */
export type ReadList = ReleaseList & { isComplete: boolean }

/** Null for what is no list of releases. An entry that cannot be read is left out; the others stand. */
export function readReleaseList(answer: unknown): ReadList | null {
  if (!isRecord(answer) || answer['format'] !== 'balise-releases-1') return null
  const { releases, held } = answer
  if (!isList(releases) || !isList(held)) return null
  const isComplete = releases.every(isListed) && held.every(isNamed)
  return {
    format: 'balise-releases-1',
    releases: releases.filter(isListed),
    held: held.filter(isNamed),
    isComplete,
  }
}

/** Null for what is no release: a row with too few codes, a count that is no whole number, or anything else amiss. */
export function readRelease(answer: unknown): Release | null {
  if (!isPublished(answer) || answer['format'] !== 'balise-release-1') return null
  const { margin, facets, rows, codeSha256 } = answer
  if (!Number.isSafeInteger(margin) || Number(margin) < 0) return null
  if (!isText(codeSha256, SHA256)) return null
  if (!isList(facets) || !facets.every((facet) => typeof facet === 'string') || !isList(rows)) return null
  const isRow = (row: unknown): boolean =>
    isList(row) &&
    row.length === facets.length + 1 &&
    row.slice(0, -1).every((code) => typeof code === 'string') &&
    Number.isSafeInteger(row.at(-1))
  return rows.every(isRow) ? (answer as unknown as Release) : null
}

/** One line of a release: the codes of the cell, and its noisy count with the margin of all counts of the release. */
export interface Cell {
  codes: readonly string[]
  value: number
  margin: number
}

export const cellsIn = ({ rows, margin }: Release): Cell[] =>
  rows.map((row) => ({ codes: row.slice(0, -1) as string[], value: Number(row.at(-1)), margin }))

/** The cell with these codes; null when the release does not count it. */
export const cellAt = (release: Release, codes: readonly string[]): Cell | null =>
  cellsIn(release).find((cell) => cell.codes.join() === codes.join()) ?? null

/** The codes of one facet, in the order of the release. */
export function codesIn(release: Release, facet: CountedFacet): string[] {
  const at = release.facets.indexOf(facet)
  return at < 0 ? [] : [...new Set(release.rows.map((row) => String(row[at])))]
}
