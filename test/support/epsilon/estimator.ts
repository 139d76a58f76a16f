// How much two databases that differ by one report can be told apart by what is published of them, at least: the event that tells
// most is chosen on some samples, its probabilities are bounded on others. After StatDP (Ding, Wang, Wang, Zhang, Kifer, 2018).
import { lowerBound, upperBound } from './binomial-bounds.ts'
import { learnScores, type Score, type Seen } from './scores.ts'

/** Gives that many fresh sightings of a database, independent of all before. */
export type BlackBox = (samples: number) => Promise<readonly Seen[]>

/** Two databases, the same but for one report. */
export interface Neighbours {
  name: string
  without: BlackBox
  with: BlackBox
}

export interface Estimate {
  /** The pair that was told apart best. */
  neighbours: string
  /** With probability 1 - alpha the design's ε is at least this. */
  epsilon: number
  /** How much oftener a guess from what is seen is right than wrong, from 0 to 1: what was measured on the fresh samples. */
  advantage: number
}

export interface Effort {
  /** To choose by, of each database. */
  training: number
  /** To bound by, of each database of the pair chosen. */
  fresh: number
  /** How often, at most, a bound may exceed the truth. */
  alpha: number
}

/** One verdict in a million is wrong. */
export const ALPHA = 1e-6

interface Event {
  holds: (seen: Seen) => boolean
  /** What it would show, guessed from the training samples. */
  promise: number
}

type Side = 'without' | 'with'

/** An event that comes more often in one of the two databases. */
interface Telling extends Event {
  towards: Side
}

interface Chosen {
  neighbours: Neighbours
  /** For the bound: one by each score. */
  telling: Telling[]
  /** For the advantage: that the report is there. */
  guess: Event
}

/**
 * Chooses a pair among all, and an event by each score, on training samples; then bounds those on fresh ones. They share alpha
 * (Bonferroni), each half of it for either of its two probabilities; how many others were looked at before costs nothing.
 */
export async function estimate(pairs: readonly Neighbours[], effort: Effort): Promise<Estimate> {
  const choices: Chosen[] = []
  for (const pair of pairs) choices.push(await choose(pair, effort))
  const { neighbours, telling, guess } = best(choices, (choice) => promiseOf(best(choice.telling, promiseOf)))
  const { fresh, alpha } = effort
  const events = [guess, ...telling].map(({ holds }) => holds)
  const [guessedWithout = 0, ...without] = await countsOf(neighbours.without, fresh, events)
  const [guessedWith = 0, ...withIt] = await countsOf(neighbours.with, fresh, events)
  const bounds = telling.map(({ towards }, index) => {
    const counts = [without[index] ?? 0, withIt[index] ?? 0]
    const [seldom = 0, often = 0] = towards === 'with' ? counts : counts.toReversed()
    const share = alpha / telling.length / 2
    return Math.log(lowerBound(often, fresh, share) / upperBound(seldom, fresh, share))
  })
  return {
    neighbours: neighbours.name,
    epsilon: Math.max(0, ...bounds),
    advantage: (guessedWith - guessedWithout) / fresh,
  }
}

const best = <Each>(choices: readonly Each[], promise: (each: Each) => number): Each =>
  choices.reduce((found, each) => (promise(each) > promise(found) ? each : found))

const promiseOf = ({ promise }: Event): number => promise

/** So many at a time, so that memory does not grow with the number of samples. */
const BATCH = 100_000

/** How often each event comes in so many fresh samples. */
async function countsOf(box: BlackBox, samples: number, events: Event['holds'][]): Promise<number[]> {
  const counts = events.map(() => 0)
  for (let left = samples; left > 0; left -= BATCH) {
    for (const seen of await box(Math.min(left, BATCH))) {
      for (const [index, holds] of events.entries()) if (holds(seen)) counts[index] = (counts[index] ?? 0) + 1
    }
  }
  return counts
}

async function choose(neighbours: Neighbours, effort: Effort): Promise<Chosen> {
  // What was learned is judged on other examples, or a score that learned chance by heart would seem the best.
  const half = Math.ceil(effort.training / 2)
  const scores = learnScores(await neighbours.without(half), await neighbours.with(half))
  const without = await neighbours.without(half)
  const withIt = await neighbours.with(half)
  /** The event in which what is seen speaks loudest for one of the two, as far as is worth most. */
  const loudest = (score: Score, towards: Side, worth: Worth): Telling => {
    const sign = towards === 'with' ? 1 : -1
    const [pointed, other] = towards === 'with' ? [withIt, without] : [without, withIt]
    const signed = (seen: Seen): number => sign * score(seen)
    const { threshold, promise } = bestThreshold(pointed.map(signed), other.map(signed), worth)
    return { towards, promise, holds: (seen) => signed(seen) >= threshold }
  }
  const bound: Worth = (often, seldom) =>
    Math.log(guessedBound(often, effort, -1) / guessedBound(seldom, effort, 1))
  return {
    neighbours,
    telling: scores.map((score) =>
      best([loudest(score, 'with', bound), loudest(score, 'without', bound)], promiseOf),
    ),
    guess: best(
      scores.map((score) => loudest(score, 'with', (often, seldom) => often - seldom)),
      promiseOf,
    ),
  }
}

/** What an event would show that comes in such a share of one database and of the other. */
type Worth = (often: number, seldom: number) => number

/** Where the event "a score of `threshold` or more" begins that promises most. */
function bestThreshold(
  pointed: readonly number[],
  other: readonly number[],
  worth: Worth,
): { threshold: number; promise: number } {
  const falling = [
    ...pointed.map((score) => ({ score, isPointed: true })),
    ...other.map((score) => ({ score, isPointed: false })),
  ].toSorted((a, b) => b.score - a.score)
  let found = { threshold: Infinity, promise: -Infinity }
  let [often, seldom] = [0, 0]
  for (const [index, { score, isPointed }] of falling.entries()) {
    if (isPointed) often++
    else seldom++
    if (falling[index + 1]?.score === score) continue
    const promise = worth(often / pointed.length, seldom / other.length)
    if (promise > found.promise) found = { threshold: score, promise }
  }
  return found
}

/** Deviations of the normal law that leave out about as little as ALPHA does. */
const DEVIATIONS = 4.9

/** What the bound on the fresh samples will be if the training samples misled by one deviation, so that rare luck does not choose. */
const guessedBound = (share: number, { training, fresh }: Effort, side: -1 | 1): number =>
  scoreInterval(scoreInterval(share, training / 2, 1, side), fresh, DEVIATIONS, side)

/** An end of Wilson's interval: near enough to choose by, and quick. The verdict's own bound is exact. */
function scoreInterval(share: number, tries: number, deviations: number, side: -1 | 1): number {
  const z2 = deviations ** 2
  const centre = share + z2 / (2 * tries)
  const reach = deviations * Math.sqrt((share * (1 - share)) / tries + z2 / (4 * tries ** 2))
  return Math.max(Number.MIN_VALUE, (centre + side * reach) / (1 + z2 / tries))
}
