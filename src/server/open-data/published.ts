// Reads what was published, and which releases wait for people to look. A release that waits is named, and nothing of it is read out.
import * as v from 'valibot'
import { readReleases, type StoredRelease } from '../../db/statistics/releases.ts'
import { sha256Hex } from '../../crypto/sha256.ts'
import { utf8 } from '../../crypto/encoding.ts'
import type { Store } from '../../db/store.ts'
import { codesOf } from '../../domain/cells.ts'
import { FAMILY_IDS, type FamilyId } from '../../protocol/families.ts'
import { FamilyName, Release, type ReleaseList } from '../../protocol/release.ts'
import { StatisticsWindow } from '../../protocol/statistics-window.ts'

export interface Published {
  release: Release
  /** Of the stored text. */
  sha256: string
  note: string | null
}

/** By period, then in the order families are declared. Throws `StoreFailure`. */
export async function readPublished(
  store: Store,
): Promise<{ published: Published[]; held: ReleaseList['held'] }> {
  const stored = (await readReleases(store)).toSorted(
    (one, other) => compare(one.window, other.window) || placeOf(one) - placeOf(other),
  )
  return {
    published: stored
      .filter(({ held }) => !held)
      .flatMap((row) => {
        const { sha256, note } = row
        const release = releaseIn(row)
        return release ? [{ release, sha256, note }] : []
      }),
    held: stored
      .filter(({ held }) => held)
      .flatMap(({ family, window }) =>
        v.is(FamilyName, family) && v.is(StatisticsWindow, window) ? [{ family, window }] : [],
      ),
  }
}

/** Null for a row that is no release of ours, under its own name: others hold the store's credentials too. */
export function releaseIn({
  family,
  window,
  body,
  sha256,
}: Pick<StoredRelease, 'family' | 'window' | 'body' | 'sha256'>): Release | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Release), body)
  if (!parsed.success || sha256Hex(utf8(body)) !== sha256) return null
  if (parsed.output.family !== family || parsed.output.window !== window) return null
  const { rung, facets, rows } = parsed.output
  const isRow = (row: Release['rows'][number]): boolean =>
    row.length === facets.length + 1 &&
    row.every((each, at) => {
      const facet = facets[at]
      if (facet === undefined) return typeof each === 'number'
      return typeof each === 'string' && codesOf(facet).includes(each)
    })
  return NAME.test(rung) && rows.every(isRow) ? parsed.output : null
}

/** As rungs are written: no spreadsheet takes one for a formula. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9-]*$/

const placeOf = ({ family }: StoredRelease): number => FAMILY_IDS.indexOf(family as FamilyId)

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
