// Conditions as the report page writes them, for the island that shows and hides by the answers. It decides nothing itself.
import type { Child } from 'hono/jsx'
import type { Condition } from '../../protocol/questions.ts'

/** How a page writes a condition for the island, which shows or hides whatever carries it: `acts:theft,extortion;harms:care`. */
export const conditionText = (condition: Condition): string =>
  Object.entries(condition)
    .map(([name, codes]) => `${name}:${codes.join(',')}`)
    .join(';')

/** Shown only when the answers call for it. Without a script it stays hidden: what it says is on a page of its own too. */
export const When = ({ met, unless, children }: { met: Condition; unless?: Condition; children: Child }) => (
  <div data-when={conditionText(met)} data-unless={unless && conditionText(unless)} hidden>
    {children}
  </div>
)

/** For anyone under 18, and for anyone under 15. */
export const MINOR = conditionText({ ageBand: ['under-15', '15-17'] })
export const UNDER_15 = conditionText({ ageBand: ['under-15'] })
