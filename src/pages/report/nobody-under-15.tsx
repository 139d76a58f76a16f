// Said to someone under 15, wherever they may think of sending, while no association states on what ground it could receive them.
import { UNDER_15 } from './conditions.tsx'
import type { StepContext } from './fields.tsx'

export const NobodyUnder15 = ({ context: { m, directory } }: StepContext) => {
  const someoneMay = directory.associations.some(
    ({ status, acceptsUnder15 }) => status === 'active' && acceptsUnder15,
  )
  if (someoneMay) return null
  return (
    <p class="after-line" data-when={UNDER_15} hidden>
      <strong>{m.report.you.under15}</strong>
    </p>
  )
}
