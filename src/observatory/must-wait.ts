// Whether a release waits until people have looked at it: counts that jump may be made up by someone. It judges noisy values alone, net of
// how far noise takes them: what noise lifts is nothing that anyone sent.
import type { StoredRelease } from '../db/statistics/releases.ts'
import { isJump, knownTotal } from '../domain/ladder.ts'
import { marginOf, marginOfSum } from '../domain/margin.ts'
import { isKnown, isNamedPlatform } from '../protocol/cell-codes.ts'
import { ALWAYS_BY_QUARTER, familyOf } from '../protocol/families.ts'
import type { Release } from '../protocol/release.ts'
import { quartersOf, spanOf, type StatisticsWindow } from '../protocol/statistics-window.ts'
import type { Recorded } from './due-releases.ts'
import { readStored } from './stored-text.ts'

/** What a release is held against. */
export type Before = Pick<Recorded, 'ledger' | 'releases'>

/**
 * Held when its total, or a platform with a name, is more than three times what the period published before it says. The first period
 * that a family publishes, of a year or of a quarter, has nothing to be held against, nor has the first after a year that was not
 * whole. A year waits while a quarter of it does: what was made up in one is in the other.
 */
export function mustWait(release: Release, before: Before): boolean {
  const isYear = spanOf(release.window) === 'year'
  if (
    isYear &&
    before.releases.some(({ window, held }) => held && quartersOf(release.window).includes(window))
  )
    return true
  const compared = publishedBefore(release, before)
  if (!compared) return false
  const rows = readStored(compared.body)?.rows ?? []
  const { epsilon } = familyOf(release.family)
  const known = release.rows.filter((row) => isKnown(row.slice(0, -1) as string[])).length
  if (isJump(knownTotal(release.rows), knownTotal(rows), marginOfSum(epsilon, known))) return true
  if (release.family !== 'platform') return false
  const counts = new Map(rows.map(([platform, count]) => [platform, Number(count)]))
  return release.rows.some(
    ([platform, count]) =>
      isNamedPlatform(String(platform)) &&
      isJump(Number(count), counts.get(platform) ?? 0, marginOf(epsilon)),
  )
}

/** The period of the same kind that the family published last before one. A year that was not whole is left out: the next is no jump. */
export const publishedBefore = (
  of: { family: string; window: string },
  { ledger, releases }: Before,
): StoredRelease | undefined =>
  releases.findLast(
    ({ family, window, held, body }) =>
      family === of.family &&
      !held &&
      spanOf(window) === spanOf(of.window) &&
      window < of.window &&
      readStored(body) !== null &&
      isWhole(window, ledger),
  )

const isWhole = (window: StatisticsWindow, ledger: Before['ledger']): boolean =>
  spanOf(window) === 'quarter' ||
  quartersOf(window).every((quarter) =>
    ledger.some((row) => row.family === ALWAYS_BY_QUARTER && row.window === quarter),
  )
