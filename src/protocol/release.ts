// What is published: one release for each family and period, immutable, with every noisy value, and the list of them all.
import * as v from 'valibot'
import { Day } from './day.ts'
import { COUNTED_FACETS, FAMILY_IDS } from './families.ts'
import { Sha256 } from './shapes.ts'
import { StatisticsWindow } from './statistics-window.ts'

export const FamilyName = v.picklist(FAMILY_IDS)

export const Epsilon = v.strictObject({
  numerator: v.pipe(v.number(), v.integer(), v.minValue(1)),
  denominator: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

/**
 * GET /api/releases/{family}/{window}.json. `rows` has a row for every cell that was declared, empty ones included, in declared
 * order: a code for each facet, then the noisy count, which may be negative. `margin` is how far the noise takes a value at most,
 * nineteen times in twenty. `synthetic`: made from invented cards. `codeSha256` names the code that counted.
 */
export const Release = v.strictObject({
  format: v.literal('balise-release-1'),
  family: FamilyName,
  window: StatisticsWindow,
  rung: v.string(),
  synthetic: v.boolean(),
  publishedOn: Day,
  epsilon: Epsilon,
  noise: v.literal('discrete-laplace'),
  margin: v.pipe(v.number(), v.integer(), v.minValue(0)),
  codeSha256: Sha256,
  facets: v.array(v.picklist(COUNTED_FACETS)),
  rows: v.array(v.array(v.union([v.string(), v.pipe(v.number(), v.integer())]))),
})
export type Release = v.InferOutput<typeof Release>

/** A release as the list names it. `sha256` is of the exact bytes served; `note` was published with a release that had been held. */
export const ListedRelease = v.strictObject({
  family: FamilyName,
  window: StatisticsWindow,
  rung: v.string(),
  synthetic: v.boolean(),
  publishedOn: Day,
  epsilon: Epsilon,
  sha256: Sha256,
  note: v.nullable(v.string()),
})
export type ListedRelease = v.InferOutput<typeof ListedRelease>

/** GET /api/releases: by period, then in the order families are declared. `held` wait until two people have looked. */
export const ReleaseList = v.strictObject({
  format: v.literal('balise-releases-1'),
  releases: v.array(ListedRelease),
  held: v.array(v.strictObject({ family: FamilyName, window: StatisticsWindow })),
})
export type ReleaseList = v.InferOutput<typeof ReleaseList>
