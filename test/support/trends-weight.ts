// What releases weigh on their way to the trends page, compressed as the server compresses them.
import { brotli } from '../../src/server/node/brotli.ts'
import { releaseText } from '../../src/observatory/release-text.ts'
import type { Release } from '../../src/protocol/release.ts'
import { yearOf } from '../../src/protocol/statistics-window.ts'
import { listOfReleases } from './invented-releases.ts'

/** The page, its style, its script and all the numbers that it shows. In bytes. */
export const TRENDS_WIRE_BYTES = 70_000

const compressedBytes = async (text: string): Promise<number> =>
  (await brotli(new TextEncoder().encode(text))).length

/** What the page fetches to show a year: what is drawn over time from its beginning (quarters, platforms), the rest of that year. */
export const shownOf = (releases: readonly Release[], year: string): Release[] =>
  releases.filter(({ family, window }) =>
    family === 'when-year' || family === 'platform' ? yearOf(window) <= year : window === year,
  )

/** The list of all of them and the releases of a year. In bytes. */
export async function dataBytes(releases: readonly Release[], year: string): Promise<number> {
  const texts = [`${JSON.stringify(listOfReleases(releases))}\n`, ...shownOf(releases, year).map(releaseText)]
  const weights = await Promise.all(texts.map(compressedBytes))
  return weights.reduce((sum, each) => sum + each, 0)
}
