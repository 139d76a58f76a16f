// Whether a release waits until people have looked at it: counts that jump may be made up by someone. It judges noisy values alone.
import type { StoredRelease } from '../db/statistics/releases.ts'
import { UNKNOWN } from '../domain/cells.ts'
import { isJump, knownTotal } from '../domain/ladder.ts'
import type { Release } from '../protocol/release.ts'
import { spanOf } from '../protocol/statistics-window.ts'
import { readRows } from './due-releases.ts'

/**
 * Held when its total, or a platform with a name, is more than three times what the period published before it says. The first period
 * that a family publishes, of a year or of a quarter, has nothing to be held against.
 */
export function mustWait(release: Release, releases: readonly StoredRelease[]): boolean {
  const before = releases.findLast(
    ({ family, window, held }) =>
      family === release.family &&
      !held &&
      spanOf(window) === spanOf(release.window) &&
      window < release.window,
  )
  if (!before) return false
  const rows = readRows(before.body)
  if (isJump(knownTotal(release.rows), knownTotal(rows))) return true
  if (release.family !== 'platform') return false
  const counts = new Map(rows.map(([platform, count]) => [platform, Number(count)]))
  return release.rows.some(
    ([platform, count]) => isNamed(platform) && isJump(Number(count), counts.get(platform) ?? 0),
  )
}

const isNamed = (platform: string | number | undefined): boolean =>
  platform !== 'other' && platform !== UNKNOWN
