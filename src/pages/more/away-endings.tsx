// The two ways it ends when the story was put away: kept for oneself, or on pause.
import { ADDRESSES } from '../../i18n/addresses.ts'
import { Goodbye, Kept, OlderStays } from '../report/endings.tsx'
import { Step, type StepContext } from '../report/fields.tsx'

export const AwayEndings = ({ context }: StepContext) => {
  const { m, locale } = context
  const { endings } = m.more
  return (
    <div data-part="endings">
      {(['kept', 'paused'] as const).map((name) => (
        <Step name={name} title={endings[name].title}>
          <p class="lead">{endings[name].lead}</p>
          <p>
            {endings.until} <strong data-kept-until></strong>.
          </p>
          <OlderStays context={context} />
          <h3>{endings.backTitle}</h3>
          <p>{endings.back}</p>
          <p>
            <a href={ADDRESSES.back[locale]}>{endings.backLink}</a>
          </p>
          <Kept title={m.report.receipt.keepTitle} lines={endings[name].keep} />
          <Goodbye context={context} />
        </Step>
      ))}
    </div>
  )
}
