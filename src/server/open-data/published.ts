// Reads what was published, and which releases wait for people to look. A release that waits is named, and nothing of it is read out.
import { readReleases, type StoredRelease } from '../../db/statistics/releases.ts'
import type { Store } from '../../db/store.ts'
import { FAMILY_IDS, type FamilyId } from '../../protocol/families.ts'
import type { Release, ReleaseList } from '../../protocol/release.ts'

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
      .map(({ body, sha256, note }) => ({ release: releaseIn(body), sha256, note })),
    held: stored
      .filter(({ held }) => held)
      .map(({ family, window }) => ({ family: family as FamilyId, window })),
  }
}

/** The text is the observatory's own, written after its schema: it is read without being judged again. */
export const releaseIn = (body: string): Release => JSON.parse(body) as Release

const placeOf = ({ family }: StoredRelease): number => FAMILY_IDS.indexOf(family as FamilyId)

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
