// Releases as the observatory writes them, for tests of what is made of them. The noise comes from a generator that anyone can repeat,
// so that two servers can be given the same ones.
import { createHash } from 'node:crypto'
import type { StoredRelease } from '../../src/db/statistics/releases.ts'
import { cellsOf } from '../../src/domain/cells.ts'
import type { RandomSource } from '../../src/observatory/laplace.ts'
import { noisyRelease, releaseText } from '../../src/observatory/release-text.ts'
import { familyOf, rungOf, type FamilyId } from '../../src/protocol/families.ts'
import type { Release } from '../../src/protocol/release.ts'
import { dueOn } from '../../src/protocol/statistics-window.ts'
import type { RunningServer } from './servers/running-server.ts'

export interface MadeRelease {
  release: Release
  text: string
  sha256: string
  held: boolean
  note: string | null
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** SHA-256 of a seed and a counter: the same bytes each time. */
export function repeatable(seed: string): RandomSource {
  let drawn = 0
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
      createHash('sha256').update(`${seed} ${drawn++}`).digest(),
    )
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length))
  }
}

/** `counts` goes over the cells again and again: `[0, 40]` makes every other one empty. The same `seed` draws the same noise. */
export function makeRelease(
  family: FamilyId,
  rungId: string,
  window: string,
  {
    synthetic = false,
    held = false,
    note = null as string | null,
    counts = [0, 3, 21],
    seed = `${family} ${window}`,
  } = {},
): MadeRelease {
  const rung = rungOf(family, rungId)
  if (!rung) throw new Error(`${family} has no rung ${rungId}`)
  const facts = {
    family: familyOf(family),
    rung,
    window,
    publishedOn: dueOn(window),
    synthetic,
    codeSha256: sha256Of('the code that counted'),
  }
  const trueCounts = cellsOf(rung).map((_, cell) => counts[cell % counts.length] ?? 0)
  const release = noisyRelease(facts, trueCounts, repeatable(seed))
  const text = releaseText(release)
  return { release, text, sha256: sha256Of(text), held, note }
}

/** As the observatory keeps one that it did not hold. */
export function storedRelease(release: Release): StoredRelease {
  const { family, window } = release
  const body = releaseText(release)
  return { family, window, body, sha256: sha256Of(body), held: false, note: null }
}

/** One of each kind: every family, coarse and fine, of a year and of a quarter, invented, held, and published after being held. */
export const SOME_RELEASES: readonly MadeRelease[] = [
  makeRelease('act', 'act-year', '2024'),
  makeRelease('where', 'france-year', '2024', { counts: [52] }),
  makeRelease('where', 'departement-year', '2025'),
  makeRelease('when-year', 'region-quarter', '2025-Q2'),
  makeRelease('when-week', 'weekday-year', '2025'),
  makeRelease('when-week', 'week-part-year', '2024'),
  makeRelease('how', 'channel-place-year', '2025', { note: 'Vérifié : une campagne "d’affichage", {title}' }),
  makeRelease('how', 'lure-year', '2024'),
  makeRelease('platform', 'platform-quarter', '2025-Q4', { held: true }),
  makeRelease('platform', 'platform-year', '2024', { synthetic: true }),
]

/** In place of whatever was published before. */
export async function storeReleases(
  server: Pick<RunningServer, 'queryStatistics'>,
  made: readonly MadeRelease[],
): Promise<void> {
  await server.queryStatistics('delete from releases')
  await server.queryStatistics('delete from ledger')
  for (const { release, text, sha256, held, note } of made) {
    const { family, window, rung, epsilon, publishedOn } = release
    await server.queryStatistics('insert into releases values (?, ?, ?, ?, ?, ?)', [
      family,
      window,
      text,
      sha256,
      held ? 1 : 0,
      note,
    ])
    await server.queryStatistics('insert into ledger values (?, ?, ?, ?, ?, ?)', [
      family,
      window,
      rung,
      epsilon.numerator,
      epsilon.denominator,
      publishedOn,
    ])
  }
}
