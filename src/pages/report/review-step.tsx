// Reading it over like a letter, and sending. Every message of every outcome is written here, hidden; the island shows one.
import type { Child } from 'hono/jsx'
import type { Messages } from '../../i18n/messages.ts'
import { DangerLines, ServiceLines, SOMEONE_TONIGHT, YoungLines } from '../help-lines.tsx'
import { MINOR } from './conditions.tsx'
import { Step, type StepContext } from './fields.tsx'
import { SendingFiles } from './later-steps.tsx'

export const ReviewStep = ({ context }: StepContext) => {
  const { m } = context
  const { review } = m.report
  return (
    <Step name="review" title={review.title} chapter="who" when={{ path: ['send'] }}>
      <p data-some-readers>{review.intro}</p>
      <div class="letter" data-letter translate="no"></div>
      <LetterTemplates m={m} />
      <p>
        <button class="button-text" type="button" data-go-to="ready">
          {review.ready}
        </button>
      </p>
      <div data-some-readers>
        <Readers m={m} />
        <p class="notice" data-no-contact hidden>
          {review.noContact}
        </p>
      </div>
      <NoReader context={context} />
      <SendingState context={context} />
      <div class="moves">
        <button class="button" type="button" data-send data-some-readers>
          {review.send}
        </button>
        <button class="button" type="button" data-finish data-no-reader hidden>
          {review.finish}
        </button>
        <button class="button-quiet" type="button" data-back>
          {m.report.actions.back}
        </button>
      </div>
      {/* Last: it comes and changes by itself, and nothing may move under the finger that is about to send. */}
      <div data-some-readers>
        <p class="hint proof" data-proof hidden>
          <span data-one="working">{m.report.sending.proof}</span>
          <span data-one="done">{m.report.sending.proofDone}</span>
          <progress max="16" value="0" aria-label={m.report.sending.proof}></progress>
        </p>
      </div>
    </Step>
  )
}

const LetterTemplates = ({ m }: { m: Messages }) => {
  const { review } = m.report
  return (
    <>
      <template data-template="letter-part">
        <section class="letter-part">
          <h3 data-text="title"></h3>
          <Change m={m} mark={{ 'data-change': '' }}>
            <span data-text="title"></span>
          </Change>
          <dl></dl>
          <p class="small soft" data-kept hidden>
            {review.keptHere} <span data-text="kept"></span>
          </p>
          <p class="small soft" data-unanswered hidden>
            {review.unanswered} <span data-text="unanswered"></span>
          </p>
        </section>
      </template>
      <template data-template="letter-empty">
        <details class="letter-empty">
          <summary>{review.unanswered}</summary>
          <ul></ul>
        </details>
      </template>
      <template data-template="letter-empty-part">
        <li>
          <button class="button-text" type="button" data-change data-text="title"></button>
        </li>
      </template>
      <template data-template="letter-line">
        <div>
          <dt data-text="label"></dt>
          <dd data-text="answer" dir="auto"></dd>
        </div>
      </template>
    </>
  )
}

/** "Change", and for a screen reader, what. */
const Change = ({ m, mark, children }: { m: Messages; mark: Record<string, string>; children: Child }) => (
  <button class="button-text" type="button" {...mark}>
    {m.report.review.change}
    <span class="visually-hidden"> {children}</span>
  </button>
)

/** Who receives, what each may do with it, and whether anything is counted. */
const Readers = ({ m }: { m: Messages }) => {
  const { review } = m.report
  return (
    <section class="card readers">
      <h3>{review.readersTitle}</h3>
      <ul data-readers></ul>
      <template data-template="reader">
        <li>
          <strong data-text="name"></strong>{' '}
          <span class="small">
            <span data-one="referral">{review.mayRead}</span>
            <span data-one="series">{review.mayCompare}</span>
          </span>
        </li>
      </template>
      <Change m={m} mark={{ 'data-change-readers': '' }}>
        {review.readersTitle}
      </Change>
      <p>{review.readers}</p>
      <h3>{review.apartTitle}</h3>
      <p data-statistics-said>
        <span data-one="yes">{review.isCounted}</span>
        <span data-one="no">{review.notCounted}</span>
        <span data-one="done">{m.report.receipt.counted}</span>
      </p>
      <Change m={m} mark={{ 'data-change-apart': '' }}>
        {review.apartTitle}
      </Change>
    </section>
  )
}

const NoReader = ({ context: { m, locale } }: StepContext) => {
  const { review } = m.report
  return (
    <div class="card" data-no-reader hidden>
      <div data-nobody-chosen>
        <h3>{review.nobodyTitle}</h3>
        <p>{review.nobody}</p>
      </div>
      <div data-nobody-known hidden>
        <p>{m.report.choose.failed}</p>
        <button class="button-quiet" type="button" data-list-retry>
          {m.report.choose.retry}
        </button>
      </div>
      <div data-nobody-can hidden>
        <h3>{review.nobodyCanTitle}</h3>
        <p>{review.nobodyCan}</p>
      </div>
      <div data-when={MINOR} hidden>
        <YoungLines m={m} />
      </div>
      <ServiceLines ids={SOMEONE_TONIGHT} locale={locale} />
    </div>
  )
}

const SendingState = ({ context: { m, locale } }: StepContext) => {
  const { sending } = m.report
  return (
    <div class="sending" data-sending hidden>
      <div role="status" aria-live="polite">
        <p data-one="proof">{sending.proof}</p>
        <p data-one="sealing">
          {sending.sealing} <span data-text="sealed"></span> {sending.of} <span data-text="total"></span>
        </p>
        <p data-one="posting">{sending.posting}</p>
      </div>
      <progress data-sending-bar max="100" value="0" aria-label={sending.title}></progress>
      <SendingFiles />
      <div class="notice notice-alert" role="alert" data-outcome hidden>
        <p data-one="unreachable">{sending.unreachable}</p>
        <p data-one="not-proven">{sending.notProven}</p>
        <p data-one="not-sealed">{sending.notSealed}</p>
        <p data-one="too-long">{sending.tooLong}</p>
        <p data-one="unconfirmed">{sending.unconfirmed}</p>
        <p data-one="expired">{sending.expired}</p>
        <p data-one="unchanged">{sending.unchanged}</p>
        <p data-one="files">{sending.files}</p>
        <p data-one="refused">
          {sending.refused}{' '}
          <span class="soft">
            {sending.code} <code data-text="code"></code>
          </span>
        </p>
        <button class="button-quiet" type="button" data-again>
          {sending.again}
        </button>
        <button class="button-quiet" type="button" data-to-words>
          {sending.tooLongLink}
        </button>
        <div data-expired-lines>
          <DangerLines m={m} />
          <ServiceLines ids={SOMEONE_TONIGHT} locale={locale} />
        </div>
      </div>
    </div>
  )
}
