// Said to someone under 15, wherever they may think of sending, while no association states on what ground it could receive them.
import type { Directory } from '../../directory/directory.ts'
import { UNDER_15 } from './conditions.tsx'
import type { StepContext } from './fields.tsx'

export const someoneReceivesUnder15 = ({ associations }: Directory): boolean =>
  associations.some(({ status, acceptsUnder15 }) => status === 'active' && acceptsUnder15)

export const NobodyUnder15 = ({ context: { m, directory } }: StepContext) =>
  someoneReceivesUnder15(directory) ? null : (
    <p class="after-line" data-when={UNDER_15} hidden>
      <strong>{m.report.you.under15}</strong>
    </p>
  )
