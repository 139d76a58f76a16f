// Ways to publish that fail, each of them once in use somewhere or nearly so. They are kept so that the estimator is known to bite:
// every one must be caught. None of this is ever imported by what we ship.
import { discreteLaplace } from '../../../src/observatory/laplace.ts'
import { familyOf, type Rational, type Rung } from '../../../src/protocol/families.ts'
import {
  GROUP,
  GROUPED,
  NARROW,
  placesOf,
  publishAs,
  publishRight,
  source,
  STANDPOINTS,
  WIDE,
  type Design,
} from './design.ts'
import type { ReleaseDesk } from './release-desk.ts'

export const ONE: Rational = { numerator: 1, denominator: 1 }
const TWO: Rational = { numerator: 2, denominator: 1 }
const SIX_FIFTHS: Rational = { numerator: 6, denominator: 5 }

const noise = (epsilon: Rational): number => Number(discreteLaplace(epsilon, source))
const asSeen = (shown: readonly number[]): string[][] => shown.map((each) => [String(each)])
const [EMPTY] = STANDPOINTS

/** Shown of each cell by its own count alone. */
function ofEachCell(name: string, declares: Rational | null, show: (count: number) => number): Design {
  return {
    name,
    declares,
    places: placesOf(WIDE),
    pairs: STANDPOINTS,
    publish: async (desk, others, more) =>
      asSeen(
        await publishAs(
          desk,
          declares ?? ONE,
          WIDE,
          others.map((count) => show(count + more)),
        ),
      ),
  }
}

/** Counts below it are withheld. */
const K = 5
/** Stands for no number: none that is served is near it. */
const FEWER = -1000
const withheld = (count: number): number => (count < K ? FEWER : count)

const CLAMP = 4
const clamped = (value: number): number => Math.min(CLAMP, Math.max(-CLAMP, value))

/** Zero comes with both signs, each as often as any other magnitude: the draw that forgets to refuse one of them. */
function noiseOfTwoZeros(): number {
  for (;;) {
    const value = noise(ONE)
    if (value < 0) continue
    return (source(1)[0] ?? 0) % 2 === 0 ? value : -value
  }
}

/** Each group of cells beside its exact total; `read` makes one sighting of a group. */
const withTotals = (
  name: string,
  declares: Rational | null,
  show: (count: number) => number,
  read: (total: number, cells: readonly number[]) => number,
): Design => ({
  name,
  declares,
  places: placesOf(GROUPED) / GROUP,
  pairs: STANDPOINTS,
  publish: async (desk, others, more) => {
    const groups = others.map((count) => [
      count + more,
      ...Array.from({ length: GROUP - 1 }, () => OTHER_CELLS),
    ])
    const totals = groups.map((counts) => counts.reduce((sum, count) => sum + count))
    const shown = groups.flat().map(show)
    const served = await publishAs(desk, declares ?? ONE, GROUPED, [...shown, ...totals])
    return asSeen(
      served
        .slice(shown.length)
        .map((total, group) => read(total, served.slice(group * GROUP, (group + 1) * GROUP))),
    )
  },
})
const OTHER_CELLS = 7

/** What is left of a total when all that is known is taken away. */
const leftOf = (total: number, cells: readonly number[]): number =>
  cells.reduce((left, cell) => (cell === FEWER ? left : left - cell), total)

/** Asked again, it draws again: the reader adds the answers up. */
const redrawn = (refreshes: number, rung: Rung): Design => ({
  name: `fresh noise on each of ${refreshes} refreshes`,
  declares: ONE,
  places: placesOf(rung),
  pairs: EMPTY ? [EMPTY] : [],
  publish: async (desk, others, more) => {
    const sums = others.map(() => 0)
    for (let refresh = 0; refresh < refreshes; refresh++) {
      // Each stands at a period of its own: a store of ours would keep the first, whatever came after.
      const shown = await publishRight(
        desk,
        { ...familyOf('where'), epsilon: ONE },
        rung,
        others.map((count) => count + more),
      )
      for (const [place, value] of shown.entries()) sums[place] = (sums[place] ?? 0) + value
    }
    return asSeen(sums)
  },
})

const ROUND = 5
const rounded = (count: number): number => Math.round(count / ROUND) * ROUND

const snapshots: Design = {
  name: 'rounded to 5, before and after',
  declares: null,
  places: placesOf(WIDE),
  pairs: [{ name: '{n,n+1}', others: () => (source(1)[0] ?? 0) % (10 * ROUND) }],
  publish: async (desk, others, more) => {
    const before = await snapshot(desk, others)
    const after = await snapshot(
      desk,
      others.map((count) => count + more),
    )
    return asSeen(after.map((value, place) => value - (before[place] ?? 0)))
  },
}
const snapshot = (desk: ReleaseDesk, counts: readonly number[]): Promise<number[]> =>
  publishAs(desk, ONE, WIDE, counts.map(rounded))

const twoTables: Design = {
  name: 'two tables on one budget',
  declares: ONE,
  places: placesOf(WIDE),
  pairs: STANDPOINTS,
  publish: async (desk, others, more) => {
    const counts = others.map((count) => count + more)
    const where = await publishRight(desk, { ...familyOf('where'), epsilon: ONE }, WIDE, counts)
    const how = await publishRight(desk, { ...familyOf('how'), epsilon: ONE }, WIDE, counts)
    return where.map((value, place) => [String(value), String(how[place])])
  },
}

export interface FailingDesign {
  design: Design
  /** Fewer samples, where each takes many publications. */
  samples?: number
  /** How much more than a guess a reader knows, as it was measured when the design was rejected. */
  advantage?: number
}

export const FAILING_DESIGNS: readonly FailingDesign[] = [
  { design: ofEachCell('a live counter from 5 on', null, withheld), advantage: 1 },
  { design: withTotals('a total minus the others', null, withheld, leftOf), advantage: 1 },
  { design: snapshots, advantage: 0.2 },
  { design: redrawn(4, WIDE), advantage: 0.58 },
  { design: redrawn(64, NARROW), samples: 1800, advantage: 0.997 },
  {
    design: ofEachCell('a threshold before the noise', ONE, (count) =>
      count < K ? FEWER : count + noise(ONE),
    ),
  },
  {
    design: ofEachCell('zeros without noise', ONE, (count) => (count === 0 ? 0 : count + noise(ONE))),
  },
  {
    design: withTotals(
      'an exact total',
      ONE,
      (count) => count + noise(ONE),
      (total) => total,
    ),
  },
  { design: ofEachCell('clamped noise', ONE, (count) => count + clamped(noise(ONE))) },
  { design: ofEachCell('ε = 2 shipped as 1', ONE, (count) => count + noise(TWO)) },
  { design: twoTables },
  { design: ofEachCell('a zero of two signs', ONE, (count) => count + noiseOfTwoZeros()) },
  { design: ofEachCell('ε = 1.2 shipped as 1', ONE, (count) => count + noise(SIX_FIFTHS)) },
]
