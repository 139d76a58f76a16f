// Releases of invented counts, through the real noise, for tests and for looking at pages: the same for the same seed. And an answer to
// each address of the API that serves them, as a browser test gives it to a page.
import { createHash } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import { cellsOf } from '../../src/domain/cells.ts'
import { noisyRelease, releaseText } from '../../src/observatory/release-text.ts'
import { familyOf, rungOf, type FamilyId } from '../../src/protocol/families.ts'
import type { ListedRelease, Release, ReleaseList } from '../../src/protocol/release.ts'
import { dueOn } from '../../src/protocol/statistics-window.ts'

export interface InventedRelease {
  family: FamilyId
  rung: string
  window: string
  /** Reports in all, shared out unevenly among the cells. */
  reports: number
  synthetic?: boolean
  seed?: string
}

/** Bytes that depend on the seed alone. */
function seededSource(seed: string): (length: number) => Uint8Array {
  let at = 0
  return (length) => {
    const bytes = new Uint8Array(length)
    for (let filled = 0; filled < length; filled += 32)
      bytes.set(
        createHash('sha256')
          .update(`${seed} ${at++}`)
          .digest()
          .subarray(0, length - filled),
        filled,
      )
    return bytes
  }
}

/** Some cells are liked more than others, the same ones for the same family. */
function share(codes: readonly string[], family: string): number {
  const digest = createHash('sha256').update(`${family} ${codes.join()}`).digest()
  const [byte = 0] = digest
  return codes.includes('unknown') ? 0.4 : (byte / 255) ** 3 + 0.02
}

export function inventedRelease({
  family,
  rung,
  window,
  reports,
  synthetic = true,
  seed = 'invented',
}: InventedRelease): Release {
  const declared = rungOf(family, rung)
  if (!declared) throw new Error(`${family} has no ${rung}`)
  const shares = cellsOf(declared).map((codes) => share(codes, family))
  const whole = shares.reduce((sum, each) => sum + each, 0)
  const counts = shares.map((each) => Math.round((each / whole) * reports))
  const facts = {
    family: familyOf(family),
    rung: declared,
    window,
    publishedOn: dueOn(window),
    synthetic,
    codeSha256: 'a'.repeat(64),
  }
  return noisyRelease(facts, counts, seededSource(`${seed} ${family} ${window}`))
}

/** What GET /api/releases would say of them. */
export const listOfReleases = (
  releases: readonly Release[],
  held: ReleaseList['held'] = [],
): ReleaseList => ({
  format: 'balise-releases-1',
  releases: releases.map(
    ({ family, window, rung, synthetic, publishedOn, epsilon, ...rest }): ListedRelease => ({
      family,
      window,
      rung,
      synthetic,
      publishedOn,
      epsilon,
      sha256: createHash('sha256')
        .update(releaseText({ family, window, rung, synthetic, publishedOn, epsilon, ...rest }))
        .digest('hex'),
      note: null,
    }),
  ),
  held,
})

/** Three years: the first of a few reports, counted coarsely; then enough for the finest rungs of most families. */
export function threeYears(synthetic = true): Release[] {
  const year = (window: string, fine: boolean, reports: number): Release[] => {
    const of = (family: FamilyId, rung: string): Release =>
      inventedRelease({ family, rung, window, reports, synthetic })
    return [
      of('where', fine ? 'departement-year' : 'france-year'),
      of('when-week', fine ? 'weekday-year' : 'week-part-year'),
      of('how', fine ? 'channel-place-year' : 'lure-year'),
      of('platform', 'platform-year'),
      of('act', 'act-year'),
    ]
  }
  const quarters = ['2023', '2024', '2025'].flatMap((window, at) =>
    [1, 2, 3, 4].map((quarter) =>
      inventedRelease({
        family: 'when-year',
        rung: at === 0 ? 'france-quarter' : 'region-quarter',
        window: `${window}-Q${quarter}`,
        reports: 300,
        synthetic,
      }),
    ),
  )
  return [...year('2023', false, 520), ...year('2024', true, 1040), ...year('2025', true, 2600), ...quarters]
}

/** One report a week: what there is to say is of the whole of France. */
export const oneAWeek = (): Release[] =>
  (
    [
      ['where', 'france-year'],
      ['when-week', 'week-part-year'],
      ['how', 'lure-year'],
      ['platform', 'platform-year'],
      ['act', 'act-year'],
    ] as const
  ).map(([family, rung]) => inventedRelease({ family, rung, window: '2025', reports: 52 }))

/** Answers for the API within one browser context. `list` may be changed between two looks. */
export async function serveReleases(context: BrowserContext, releases: readonly Release[]): Promise<void> {
  await context.route('**/api/releases**', (route) => route.fulfill({ json: listOfReleases(releases) }))
  await context.route('**/api/releases/**', (route) => {
    const [, family, window] =
      /releases\/([a-z-]+)\/([\dQ-]+)\.(?:json|csv)$/.exec(route.request().url()) ?? []
    const found = releases.find((release) => release.family === family && release.window === window)
    return found
      ? route.fulfill({ contentType: 'application/json', body: releaseText(found) })
      : route.fulfill({ status: 404, json: { error: 'not-found' } })
  })
}
