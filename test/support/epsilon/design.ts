// What is attacked: a way of publishing counts, and what a reader takes from its answers about one report among others that the
// reader all knows.
import { secureSource } from '../../../src/observatory/laplace.ts'
import { noisyRelease, releaseText, type ReleaseFacts } from '../../../src/observatory/release-text.ts'
import { cellsOf } from '../../../src/domain/cells.ts'
import {
  familyOf,
  type Family,
  type FamilyId,
  type Rational,
  type Rung,
} from '../../../src/protocol/families.ts'
import type { Release } from '../../../src/protocol/release.ts'
import type { BlackBox, Neighbours } from './estimator.ts'
import type { ReleaseDesk } from './release-desk.ts'
import type { Seen } from './scores.ts'

export interface Design {
  name: string
  /** What it says a report costs at most; null when it says nothing of the sort. */
  declares: Rational | null
  /** Places that one publication lets be attacked at once, each on its own. */
  places: number
  /** Where the reader may stand. */
  pairs: readonly Standpoint[]
  /** Publishes, and tells what is seen of each place: `others` there, and one report more (1) or not (0). */
  publish(desk: ReleaseDesk, others: readonly number[], more: 0 | 1): Promise<readonly Seen[]>
}

export interface Standpoint {
  name: string
  /** How many other reports there are in a place. */
  others: () => number
}

/** {0,1}, {4,5} and {9,10}: nothing, what is small, and what is not. */
export const STANDPOINTS: readonly Standpoint[] = [0, 4, 9].map((count) => ({
  name: `{${count},${count + 1}}`,
  others: () => count,
}))

/** Publishes as often as is needed for the samples asked for. */
function boxOf(desk: ReleaseDesk, design: Design, { others }: Standpoint, more: 0 | 1): BlackBox {
  let rest: Seen[] = []
  return async (samples) => {
    while (rest.length < samples) {
      const around = Array.from({ length: design.places }, others)
      for (const seen of await design.publish(desk, around, more)) rest.push(seen)
    }
    const taken = rest.slice(0, samples)
    rest = rest.slice(samples)
    return taken
  }
}

export const neighboursOf = (desk: ReleaseDesk, design: Design): Neighbours[] =>
  design.pairs.map((standpoint) => ({
    name: standpoint.name,
    without: boxOf(desk, design, standpoint, 0),
    with: boxOf(desk, design, standpoint, 1),
  }))

/** A rung of thousands of cells, so that one release is as many samples; made and served as any other. */
export const WIDE: Rung = {
  id: 'departement-channel-place-year',
  facets: ['departement', 'channel', 'place'],
  window: 'year',
  title: { fr: 'essai', en: 'trial' },
}
/** The same, divided once more: the cells of one group lie side by side. */
export const GROUPED: Rung = { ...WIDE, id: 'grouped-year', facets: [...WIDE.facets, 'day-part'] }
export const GROUP = 3
/** A tenth of it, for a design that takes many publications a sample. */
export const NARROW: Rung = { ...WIDE, id: 'departement-channel-year', facets: ['departement', 'channel'] }

export const placesOf = (rung: Rung): number => cellsOf(rung).length

/** Generates noise as the observatory does. */
export const source = secureSource()

const factsOf = (family: Family, rung: Rung, window: string): ReleaseFacts => ({
  family,
  rung,
  window,
  publishedOn: '2100-01-15',
  synthetic: true,
  codeSha256: '0'.repeat(64),
})

/** A release as the observatory writes it: what is served of each cell. */
export async function publishRight(
  desk: ReleaseDesk,
  family: Family,
  rung: Rung,
  counts: readonly number[],
): Promise<number[]> {
  const window = await desk.freshPeriod(family.id as FamilyId)
  const release = noisyRelease(factsOf(family, rung, window), counts, source)
  await desk.publish(release, releaseText(release))
  return readCells(desk, release)
}

/** The same answer with other values in it, made by a design that fails. What it shows beyond a value a cell stands in rows after them. */
export async function publishAs(
  desk: ReleaseDesk,
  epsilon: Rational,
  rung: Rung,
  shown: readonly number[],
): Promise<number[]> {
  const family = { ...familyOf('where'), epsilon }
  const window = await desk.freshPeriod('where')
  const release = noisyRelease(factsOf(family, NOTHING, window), [0], source)
  const cells = cellsOf(rung)
  const rows = shown.map((value, index) => [...(cells[index] ?? cells[0] ?? []), value])
  const made = { ...release, rung: rung.id, facets: [...rung.facets], rows }
  await desk.publish(release, releaseText(made))
  return readCells(desk, release)
}
const NOTHING: Rung = { ...WIDE, id: 'france-year', facets: [] }

/** The last of each row. */
const readCells = async (desk: ReleaseDesk, { family, window }: Release): Promise<number[]> =>
  (JSON.parse(await desk.read(family, window)) as Release).rows.map((row) => Number(row.at(-1)))

/** The design in force, for a family's ε. */
export const rightDesign = (family: Family, name: string, rung: Rung = WIDE): Design => ({
  name,
  declares: family.epsilon,
  places: placesOf(rung),
  pairs: STANDPOINTS,
  publish: async (desk, others, more) =>
    (
      await publishRight(
        desk,
        family,
        rung,
        others.map((count) => count + more),
      )
    ).map((shown) => [String(shown)]),
})
