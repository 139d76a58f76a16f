// Said, in place of the way on, to a browser that cannot seal what would be written: nobody should write for nothing.
import { SOMEONE_TONIGHT, ServiceLines } from '../help-lines.tsx'
import type { StepContext } from './fields.tsx'

export const TooOld = ({ context: { m, locale } }: StepContext) => {
  const { title, body, instead } = m.report.tooOld
  return (
    <div class="notice notice-alert" data-too-old role="alert" hidden>
      <h3>{title}</h3>
      <p>{body}</p>
      <p>{instead}</p>
      <ServiceLines ids={SOMEONE_TONIGHT} locale={locale} />
    </div>
  )
}
