// One true count drawn ten times, beside its neighbour: an invented example that shows what chance hides. It holds no published figure.
import type { Messages } from '../../i18n/messages.ts'

/** What could have been published for 20 reports, and for 21: the draws of a table with a margin of 6. */
const WORLDS = [
  { name: 'without', count: 20, draws: [19, 21, 20, 17, 23, 20, 16, 22, 18, 20] },
  { name: 'with', count: 21, draws: [22, 19, 21, 25, 20, 21, 18, 23, 15, 22] },
] as const

const [FROM, TO] = [14, 26]
const STEP = 24
const DOT = 5
const FLOOR = 44
const WIDTH = (TO - FROM + 1) * STEP

const across = (value: number): number => (value - FROM + 0.5) * STEP

/** A value that was drawn before stands on top of it. */
const dotsOf = (draws: readonly number[]): { x: number; y: number }[] =>
  draws.map((value, at) => {
    const below = draws.slice(0, at).filter((each) => each === value).length
    return { x: across(value), y: FLOOR - DOT - 2 - below * (2 * DOT + 1) }
  })

const Strip = ({ count, draws }: { count: number; draws: readonly number[] }) => (
  <svg class="strip" viewBox={`0 0 ${WIDTH} ${FLOOR + 18}`} aria-hidden="true">
    <line class="strip-true" x1={across(count)} x2={across(count)} y1={2} y2={FLOOR} />
    <line class="strip-floor" x1={0} x2={WIDTH} y1={FLOOR} y2={FLOOR} />
    {dotsOf(draws).map(({ x, y }) => (
      <circle class="strip-dot" cx={x} cy={y} r={DOT} />
    ))}
    {[15, 20, 25].map((value) => (
      <text class="strip-scale" x={across(value)} y={FLOOR + 15} text-anchor="middle">
        {value}
      </text>
    ))}
  </svg>
)

export const WorkedExample = ({ m: { method } }: { m: Messages }) => {
  const { chance } = method
  return (
    <table class="figures">
      <caption>{chance.picture}</caption>
      <thead class="visually-hidden">
        <tr>
          <td></td>
          <th scope="col">{chance.drawn}</th>
        </tr>
      </thead>
      <tbody>
        {WORLDS.map(({ name, count, draws }) => (
          <tr>
            <th scope="row">{chance[name]}</th>
            <td>
              <Strip count={count} draws={draws} />
              <span class="small soft">{draws.join(' · ')}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
