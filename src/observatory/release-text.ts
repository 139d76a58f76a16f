// Writes the exact text of a release from counts: noise on every cell, empty ones included, then JSON. After this no true count exists.
import { marginOf } from '../domain/margin.ts'
import { cellsOf } from '../domain/cells.ts'
import type { Day } from '../protocol/day.ts'
import type { Family, FamilyId, Rung } from '../protocol/families.ts'
import type { Release } from '../protocol/release.ts'
import type { StatisticsWindow } from '../protocol/statistics-window.ts'
import { discreteLaplace, type RandomSource } from './laplace.ts'

export interface ReleaseFacts {
  family: Family
  rung: Rung
  window: StatisticsWindow
  publishedOn: Day
  synthetic: boolean
  codeSha256: string
}

/** `counts` has a true count for each of `cellsOf(rung)`, in that order. */
export function noisyRelease(facts: ReleaseFacts, counts: readonly number[], source: RandomSource): Release {
  const { family, rung, window, publishedOn, synthetic, codeSha256 } = facts
  const rows = cellsOf(rung).map((codes, index) => [
    ...codes,
    Number(BigInt(counts[index] ?? 0) + discreteLaplace(family.epsilon, source)),
  ])
  return {
    format: 'balise-release-1',
    family: family.id as FamilyId,
    window,
    rung: rung.id,
    synthetic,
    publishedOn,
    epsilon: { numerator: family.epsilon.numerator, denominator: family.epsilon.denominator },
    noise: 'discrete-laplace',
    margin: marginOf(family.epsilon),
    codeSha256,
    facets: [...rung.facets],
    rows,
  }
}

/** The bytes that are kept, digested and served: one row a line, so that people can read it too. */
export function releaseText(release: Release): string {
  const { rows, ...head } = release
  const fields = Object.entries(head).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  )
  return `{${fields.join(',')},"rows":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]}\n`
}
