// Whether a release waits until people have looked at it: counts that jump may be made up by someone. It judges noisy values alone.
import type { StoredRelease } from '../db/statistics/releases.ts'
import { isJump, knownTotal } from '../domain/ladder.ts'
import { OTHER, UNKNOWN } from '../protocol/cell-codes.ts'
import type { Release } from '../protocol/release.ts'
import { quartersOf, spanOf } from '../protocol/statistics-window.ts'
import { readRows } from './due-releases.ts'

/**
 * Held when its total, or a platform with a name, is more than three times what the period published before it says. The first period
 * that a family publishes, of a year or of a quarter, has nothing to be held against. A year waits while a quarter of it does: what was
 * made up in one is in the other.
 */
export function mustWait(release: Release, releases: readonly StoredRelease[]): boolean {
  const isYear = spanOf(release.window) === 'year'
  if (isYear && releases.some(({ window, held }) => held && quartersOf(release.window).includes(window)))
    return true
  const before = publishedBefore(release, releases)
  if (!before) return false
  const rows = readRows(before.body)
  if (isJump(knownTotal(release.rows), knownTotal(rows))) return true
  if (release.family !== 'platform') return false
  const counts = new Map(rows.map(([platform, count]) => [platform, Number(count)]))
  return release.rows.some(
    ([platform, count]) => isNamed(platform) && isJump(Number(count), counts.get(platform) ?? 0),
  )
}

/** The period of the same kind that the family published last before one. */
export const publishedBefore = (
  of: { family: string; window: string },
  releases: readonly StoredRelease[],
): StoredRelease | undefined =>
  releases.findLast(
    ({ family, window, held }) =>
      family === of.family && !held && spanOf(window) === spanOf(of.window) && window < of.window,
  )

const isNamed = (platform: string | number | undefined): boolean => platform !== OTHER && platform !== UNKNOWN
