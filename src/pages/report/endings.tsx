// The ways it ends, and what is said of envelopes that had already left. Each ending says what is kept, who answers tonight,
// and leads out. None claims that nothing was sent when that is not known.
import type { Child } from 'hono/jsx'
import { ADDRESSES } from '../../i18n/addresses.ts'
import { ServiceLines, SOMEONE_TONIGHT, YoungLines } from '../help-lines.tsx'
import { Step, type StepContext } from './fields.tsx'

/** For someone who went back while the envelopes, or the card, were on their way. */
export const AlreadyReceived = ({ context: { m } }: StepContext) => {
  const { already, receipt } = m.report
  return (
    <>
      <div class="notice notice-good" role="alert" data-already-received hidden>
        <p>
          <strong>{already.title}</strong>
        </p>
        <p>{already.by}</p>
        <ul></ul>
        <p>{already.since}</p>
      </div>
      <p class="notice notice-good" role="alert" data-already-counted hidden>
        {receipt.counted}
      </p>
    </>
  )
}

/** For someone who ends it, or is about to, when something left and no answer came. */
export const PerhapsSent = ({ context: { m } }: StepContext) => {
  const { perhaps } = m.report
  return (
    <div class="notice" role="alert" data-perhaps-sent hidden>
      <p>
        <strong>{perhaps.title}</strong>
      </p>
      <p>{perhaps.why}</p>
      <div data-perhaps-readers>
        <p>{perhaps.at}</p>
        <ul></ul>
        <p>{perhaps.means}</p>
      </div>
      <p data-perhaps-card>{perhaps.card}</p>
    </div>
  )
}

export const Receipt = ({ context }: StepContext) => {
  const { m } = context
  const { receipt } = m.report
  return (
    <Step name="receipt" title={receipt.title}>
      <p class="notice notice-good">{receipt.confirmed}</p>
      <p class="lead">{receipt.thanks}</p>
      <h3>{receipt.toTitle}</h3>
      <ul class="receivers" data-receivers></ul>
      <template data-template="receiver">
        <li>
          <strong data-text="name"></strong>
          <div data-answers>
            <AnswerTime context={context} />
          </div>
        </li>
      </template>
      <div class="notice notice-good" data-with-code hidden>
        <p>{receipt.withCode}</p>
        <p>
          <a href={ADDRESSES.back[context.locale]}>{receipt.backLink}</a>
        </p>
      </div>
      <p class="notice" data-no-answer hidden>
        {receipt.noAnswer}
      </p>
      <div role="status" data-card-sent hidden>
        <p data-one="waiting">{receipt.counting}</p>
        <p data-one="received">{receipt.counted}</p>
        <p data-one="failed">{receipt.notCounted}</p>
      </div>
      <h3>{receipt.nextTitle}</h3>
      <ul>
        {receipt.next.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <OlderStays context={context} />
      <Kept title={receipt.keepTitle} lines={receipt.keep} />
      <Goodbye context={context} />
    </Step>
  )
}

export const Counted = ({ context }: StepContext) => {
  const { counted, receipt } = context.m.report
  return (
    <Step name="counted" title={counted.title}>
      <p class="lead">{counted.body}</p>
      <p data-nothing-left>{counted.nothingLeft}</p>
      <OlderStays context={context} />
      <Kept title={receipt.keepTitle} lines={counted.keep} />
      <Goodbye context={context} />
    </Step>
  )
}

/** Doing nothing with it, or not knowing what arrived: the same calm end in other words. */
export const QuietEndings = ({ context }: StepContext) => (
  <>
    {(['unsent', 'perhaps'] as const).map((name) => {
      const { quiet, receipt } = context.m.report
      const { title, lead, keep } = quiet[name]
      return (
        <Step name={name} title={title}>
          <p class="lead">{lead}</p>
          <OlderStays context={context} />
          <Kept title={receipt.keepTitle} lines={keep}>
            {name === 'unsent' ? <li data-nothing-stays>{quiet.unsent.nothing}</li> : null}
          </Kept>
          <Goodbye context={context} />
        </Step>
      )
    })}
  </>
)

const AnswerTime = ({ context: { m } }: StepContext) => (
  <strong>
    <span data-one="day">{m.report.choose.answersOne}</span>
    <span data-one="days">
      {m.report.choose.answersWithin} <span data-text="days"></span> {m.report.choose.answersDays}
    </span>
  </strong>
)

/** For someone whose story was put away before, when no erasure of it was answered. */
export const OlderStays = ({ context }: StepContext) => (
  <p class="notice" data-older-stays hidden>
    {context.m.more.endings.olderStays}
  </p>
)

interface KeptLines {
  title: string
  lines: readonly string[]
  children?: Child
}

export const Kept = ({ title, lines, children }: KeptLines) => (
  <>
    <h3>{title}</h3>
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
      {children}
    </ul>
  </>
)

export const Goodbye = ({ context: { m, locale } }: StepContext) => (
  <>
    <h3>{m.report.receipt.meanwhile}</h3>
    <ServiceLines ids={SOMEONE_TONIGHT} locale={locale} />
    <h3>{m.before.youngTitle}</h3>
    <YoungLines m={m} />
    <div class="moves">
      <a class="button" href={ADDRESSES.leave[locale]} rel="noreferrer" data-quit>
        {m.report.receipt.leave}
      </a>
    </div>
  </>
)
