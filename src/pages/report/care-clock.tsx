// How much time is left to prevent HIV, from an answer that is never sent: the list has no name, so no form data holds it.
import type { Child } from 'hono/jsx'
import type { StepContext } from './fields.tsx'

/** A sentence whose two gaps the island fills: hours, then a weekday and hour. */
const Gaps = ({ words, slot }: { words: readonly [string, string, string]; slot: string }): Child => (
  <>
    {words[0]}
    <strong data-text={`${slot}-hours`}></strong>
    {words[1]}
    <strong data-text={`${slot}-until`}></strong>
    {words[2]}
  </>
)

export const CareClock = ({ context: { m } }: StepContext) => {
  const { asked, hint, elapsed, best, start, go, late, byThisPhone } = m.report.urgent.clock
  return (
    <div class="field care-clock">
      <label for="care-clock">{asked}</label>
      <p class="hint" id="hint-care-clock">
        {hint}
      </p>
      <select id="care-clock" data-care-clock autocomplete="off" aria-describedby="hint-care-clock">
        <option value="">{m.report.actions.choose}</option>
        {Object.entries(elapsed).map(([hours, words]) => (
          <option value={hours}>{words}</option>
        ))}
      </select>
      <div role="status" data-care-time>
        <p class="notice" data-care="best" hidden>
          <Gaps words={best} slot="best" />
        </p>
        <p class="notice" data-care="start" hidden>
          <Gaps words={start} slot="start" /> <strong>{go}</strong>{' '}
          <span class="small soft">{byThisPhone}</span>
        </p>
        <p class="notice" data-care="late" hidden>
          {late}
        </p>
      </div>
    </div>
  )
}
