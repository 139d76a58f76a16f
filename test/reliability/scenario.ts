// What a fault is to those who try it: `npm run faults` does so many times over, and a named test of the runtime or the browser layer a few.

/** One thing that goes wrong, brought about with real processes as often as it is told to. */
export interface Scenario {
  /** A sentence of docs/reliability.md: "the libSQL server is killed and comes back". */
  name: string
  /** How often it is brought about, or how much of it: by a test, by `npm run faults -- --quick`, by `npm run faults`. */
  times: { test: number; quick: number; whole: number }
  run(times: number): Promise<Outcome>
}

export interface Outcome {
  /** How often it was really brought about. */
  tried: number
  /** What was acknowledged to somebody meanwhile. */
  acknowledged: number
  /** Of those, what was not there afterwards. */
  lost: number
  /** What was there more than once. */
  duplicated: number
  /** What was there though its sender was told that it was not. */
  toldWrong: number
  /** Milliseconds, one for each time: from the end of the fault until a person was served again. Empty where nobody had to wait. */
  recoveries: readonly number[]
  /** What was held meanwhile, in words: "50 clients, 410 requests a second". */
  load?: string
}

/** The figures that must be nought. */
export const isHeld = ({ lost, duplicated, toldWrong }: Outcome): boolean =>
  lost + duplicated + toldWrong === 0

/** Several runs of one scenario, as one. */
export function together(outcomes: readonly Outcome[]): Outcome {
  const sum = (count: (each: Outcome) => number): number =>
    outcomes.reduce((all, each) => all + count(each), 0)
  const load = outcomes.find((each) => each.load !== undefined)?.load
  return {
    tried: sum((each) => each.tried),
    acknowledged: sum((each) => each.acknowledged),
    lost: sum((each) => each.lost),
    duplicated: sum((each) => each.duplicated),
    toldWrong: sum((each) => each.toldWrong),
    recoveries: outcomes.flatMap((each) => each.recoveries),
    ...(load === undefined ? {} : { load }),
  }
}

/** What is brought about once, so many times, one after the other. */
export const repeated =
  (run: () => Promise<Outcome>) =>
  async (times: number): Promise<Outcome> => {
    const outcomes: Outcome[] = []
    for (let time = 0; time < times; time++) outcomes.push(await run())
    return together(outcomes)
  }
