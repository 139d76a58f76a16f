// Pages that are only read: a heading for each thought, and a few short lines under it.
import { AdviceLines } from './advice.tsx'

export interface Thought {
  readonly title: string
  readonly lines: readonly string[]
}

export const Thoughts = ({ thoughts }: { thoughts: readonly Thought[] }) => (
  <>
    {thoughts.map(({ title, lines }) => (
      <section>
        <h2>{title}</h2>
        <AdviceLines lines={lines} />
      </section>
    ))}
  </>
)
