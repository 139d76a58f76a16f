// Releases of invented counts, through the real noise, for tests and for looking at pages: the same for the same seed. And an answer to
// each address of the API that serves them, as a browser test gives it to a page.
import { createHash } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import { cellsOf } from '../../src/domain/cells.ts'
import { releaseText } from '../../src/observatory/release-text.ts'
import { FAMILIES, rungOf, type FamilyId } from '../../src/protocol/families.ts'
import type { ListedRelease, Release, ReleaseList } from '../../src/protocol/release.ts'
import { quartersOf } from '../../src/protocol/statistics-window.ts'
import { makeRelease, sha256Of } from './published-releases.ts'

export interface InventedRelease {
  family: FamilyId
  rung: string
  window: string
  /** Reports in all, shared out unevenly among the cells. */
  reports: number
}

/** Some cells are liked more than others, the same ones for the same family. */
function share(codes: readonly string[], family: string): number {
  const digest = createHash('sha256').update(`${family} ${codes.join()}`).digest()
  const [byte = 0] = digest
  return codes.includes('unknown') ? 0.4 : (byte / 255) ** 3 + 0.02
}

export function inventedRelease({ family, rung, window, reports }: InventedRelease): Release {
  const declared = rungOf(family, rung)
  if (!declared) throw new Error(`${family} has no ${rung}`)
  const shares = cellsOf(declared).map((codes) => share(codes, family))
  const whole = shares.reduce((sum, each) => sum + each, 0)
  const counts = shares.map((each) => Math.round((each / whole) * reports))
  const seed = `invented ${family} ${window}`
  return makeRelease(family, rung, window, { synthetic: true, counts, seed }).release
}

/** What GET /api/releases would say of them. */
export const listOfReleases = (
  releases: readonly Release[],
  held: ReleaseList['held'] = [],
): ReleaseList => ({
  format: 'balise-releases-1',
  releases: releases.map((release): ListedRelease => {
    const { family, window, rung, synthetic, publishedOn, epsilon } = release
    const sha256 = sha256Of(releaseText(release))
    return { family, window, rung, synthetic, publishedOn, epsilon, sha256, note: null }
  }),
  held,
})

/** Three years: the first of a few reports, counted coarsely; then enough for the finest rungs of most families. */
export function threeYears(): Release[] {
  const year = (window: string, fine: boolean, reports: number): Release[] => {
    const of = (family: FamilyId, rung: string): Release => inventedRelease({ family, rung, window, reports })
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
      }),
    ),
  )
  return [...year('2023', false, 520), ...year('2024', true, 1040), ...year('2025', true, 2600), ...quarters]
}

/** As much as three years can be, with what is published of the year after: every family at its finest rung from the first day. */
export function atFinestRungs(): Release[] {
  const years = ['2023', '2024', '2025']
  const quarters = [...years.flatMap(quartersOf), '2026-Q1', '2026-Q2', '2026-Q3']
  return FAMILIES.flatMap(({ id: family, rungs }) => {
    const { id: rung, window: length } = rungs.at(-1) ?? rungs[0]
    const windows = length === 'year' ? years : quarters
    return windows.map((window) =>
      inventedRelease({ family, rung, window, reports: length === 'year' ? 3120 : 780 }),
    )
  })
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

/** Answers for the API within one browser context; called again, it answers with other releases from then on. */
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
