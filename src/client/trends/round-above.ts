// Where a scale ends: on a round number, with little room lost above what it shows. Pure.

const ROUND = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]

/** The next round number from a value up. */
export function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  return (ROUND.find((each) => each * power >= value) ?? 10) * power
}
