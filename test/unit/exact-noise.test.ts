// The noise is what the formula says, exactly: every way that chance can lead the sampler is walked, down to the unlikely, and what
// they weigh together is summed. And nothing in its source could make a float of it.
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { discreteLaplace } from '../../src/observatory/laplace.ts'
import { FAMILIES, type Rational } from '../../src/protocol/families.ts'

/** One thing asked of chance: a whole number below `bound`. Those from `from` on, `count` of them, lead the same way. */
interface Step {
  bound: number
  from: number
  count: number
}

interface Way<Value> {
  steps: readonly Step[]
  value: Value
}

/** What is likelier is walked. */
const LEAST = 1e-6
const weightOf = (steps: readonly Step[]): number =>
  steps.reduce((weight, { bound, count }) => (weight * count) / bound, 1)

/** Canonne, Kamath, Steinke, algorithm 1, lines 2 to 10: true with probability e^(-n/d), n ≤ d. */
function* bernoulliWays(n: number, d: number, before: readonly Step[], k = 1): Generator<Way<boolean>> {
  if (weightOf(before) < LEAST) return
  const [more, stop] = [
    { bound: d * k, from: 0, count: n },
    { bound: d * k, from: n, count: d * k - n },
  ]
  if (stop.count > 0) yield { steps: [...before, stop], value: k % 2 === 1 }
  if (more.count > 0) yield* bernoulliWays(n, d, [...before, more], k + 1)
}

/** Algorithm 2: a whole number, or null when it begins again. */
function* laplaceWays({ numerator: s, denominator: t }: Rational): Generator<Way<number | null>> {
  for (let u = 0; u < t; u++) {
    for (const kept of bernoulliWays(u, t, [{ bound: t, from: u, count: 1 }])) {
      if (kept.value) yield* afterwards(u, 0, kept.steps)
      else yield { steps: kept.steps, value: null }
    }
  }
  function* afterwards(u: number, v: number, before: readonly Step[]): Generator<Way<number | null>> {
    for (const { steps, value } of bernoulliWays(1, 1, before)) {
      if (value) yield* afterwards(u, v + 1, steps)
      else {
        const size = Math.floor((u + t * v) / s)
        yield { steps: [...steps, { bound: 2, from: 0, count: 1 }], value: size }
        yield { steps: [...steps, { bound: 2, from: 1, count: 1 }], value: size === 0 ? null : -size }
      }
    }
  }
}

/** The bytes by which a number below a bound is drawn: its bits first, what is left over does not matter. */
function bytesOf(bound: number, drawn: number, leftOver: 0 | 1): number[] {
  const bits = (bound - 1).toString(2).length
  const length = Math.ceil(bits / 8)
  const excess = length * 8 - bits
  const value = (BigInt(drawn) << BigInt(excess)) | (leftOver ? (1n << BigInt(excess)) - 1n : 0n)
  return Array.from({ length }, (_, index) => Number((value >> BigInt(8 * (length - 1 - index))) & 0xffn))
}

/** The first or the last number of each class; before it, where there is one, a number that is refused. */
const tapeOf = (steps: readonly Step[], which: 0 | 1): number[] =>
  steps.flatMap(({ bound, from, count }) => {
    const refused = 2 ** (bound - 1).toString(2).length - 1
    const drawn = bytesOf(bound, which ? from + count - 1 : from, which)
    return which && refused >= bound ? [...bytesOf(bound, refused, 0), ...drawn] : drawn
  })

/** What the sampler makes of exactly these bytes. */
function played(epsilon: Rational, tape: readonly number[]): { value: number; left: number } {
  let at = 0
  const value = discreteLaplace(epsilon, (length) => {
    if (at + length > tape.length) throw new Error('it asked for more than the paper does')
    at += length
    return Uint8Array.from(tape.slice(at - length, at))
  })
  return { value: Number(value), left: tape.length - at }
}

const EPSILONS: readonly Rational[] = [
  { numerator: 1, denominator: 1 },
  { numerator: 7, denominator: 3 },
  ...FAMILIES.map(({ epsilon }) => epsilon),
]
const NAMED = new Map(
  EPSILONS.map((epsilon) => [`${epsilon.numerator}/${epsilon.denominator}`, epsilon] as const),
)

describe.each([...NAMED])('noise of ε = %s', (_, epsilon) => {
  const ways = [...laplaceWays(epsilon)]

  it('goes the way of the paper on every byte that tells ways apart', () => {
    const END = ways.find(({ value }) => value === 0)?.steps ?? []
    let again = 0
    for (const { steps, value } of ways) {
      for (const which of [0, 1] as const) {
        const tape = tapeOf(value === null ? [...steps, ...END] : steps, which)
        const { value: drawn, left } = played(epsilon, tape)
        if (drawn !== (value ?? 0) || left > 0) expect([steps, drawn, left]).toEqual([steps, value, 0])
      }
      if (value === null) again++
    }
    expect(ways.length).toBeGreaterThan(500)
    expect(again).toBeGreaterThan(0)
  })

  it('weighs e^(-ε|z|), each value beside the others, but for what is too unlikely to be walked', () => {
    const weights = new Map<number, number>()
    for (const { steps, value } of ways) {
      if (value !== null) weights.set(value, (weights.get(value) ?? 0) + weightOf(steps))
    }
    const all = ways.reduce((sum, { steps }) => sum + weightOf(steps), 0)
    const unwalked = 1 - all
    expect(unwalked).toBeGreaterThanOrEqual(-1e-12)
    expect(unwalked).toBeLessThan(0.01)
    // A draw that begins again has the same law: a value's share is its weight among the draws that end.
    const ending = ways.reduce((sum, { steps, value }) => (value === null ? sum : sum + weightOf(steps)), 0)
    const kept = Math.exp(-epsilon.numerator / epsilon.denominator)
    for (const [value, weight] of weights) {
      const exact = ((1 - kept) / (1 + kept)) * kept ** Math.abs(value)
      expect(weight / (ending + unwalked)).toBeLessThanOrEqual(exact + 1e-12)
      expect((weight + unwalked) / ending).toBeGreaterThanOrEqual(exact - 1e-12)
    }
  })
})

describe('the source of the noise', () => {
  it('has nothing that makes a float: no Math but for how many bytes to ask, no Number, no decimal', async () => {
    const source = await readFile(new URL('../../src/observatory/laplace.ts', import.meta.url), 'utf8')
    const code = source
      .replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
      .replace('Math.max(POOL_BYTES, length)', '')
      .replace('Math.ceil(bits / 8)', '')
    expect(code).toContain('discreteLaplace')
    expect(
      code.match(/\bMath\b|\bNumber\b|\bparse(?:Float|Int)\b|Float\d\d|\d\.\d|\.\d|\de[-+]?\d/g),
    ).toBeNull()
    // A quotient of whole numbers alone: both sides of it are BigInt by their types.
    expect(code.match(/\S+ \/ \S+/g)).toEqual(['v) / s'])
  })
})
