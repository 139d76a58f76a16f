// Reading it over like a letter, and sending. Every message of every outcome is written here, hidden; the island shows one.
import { DangerLines, ServiceLines, SOMEONE_TONIGHT, YoungLines } from '../help-lines.tsx'
import type { PageContext } from '../page.ts'
import { Step } from './fields.tsx'

type StepContext = Pick<PageContext, 'm' | 'locale'>

export const ReviewStep = ({ m, locale }: StepContext) => {
  const { review, sending } = m.report
  return (
    <Step name="review" title={review.title}>
      <p data-some-readers>{review.intro}</p>
      <div class="letter" data-letter translate="no"></div>
      <template data-template="letter-part">
        <section class="letter-part">
          <h3 data-text="title"></h3>
          <button class="button-text" type="button" data-change>
            {review.change}
            <span class="visually-hidden">
              {' '}
              <span data-text="title"></span>
            </span>
          </button>
          <dl></dl>
          <p class="small soft" data-kept hidden>
            {review.keptHere} <span data-text="kept"></span>
          </p>
          <p class="small soft" data-unanswered hidden>
            {review.unanswered} <span data-text="unanswered"></span>
          </p>
        </section>
      </template>
      <template data-template="letter-line">
        <div>
          <dt data-text="label"></dt>
          <dd data-text="answer" dir="auto"></dd>
        </div>
      </template>
      <div data-some-readers>
        <section class="card readers">
          <h3>{review.readersTitle}</h3>
          <ul data-readers></ul>
          <p>{review.readers}</p>
          <button class="button-text" type="button" data-change-readers>
            {review.change}
            <span class="visually-hidden"> {review.readersTitle}</span>
          </button>
        </section>
        <p class="notice" data-no-contact hidden>
          {review.noContact}
        </p>
        <p class="hint proof" data-proof hidden>
          <span data-one="working">{sending.proof}</span>
          <span data-one="done">{sending.proofDone}</span>
          <progress max="16" value="0" aria-label={sending.proof}></progress>
        </p>
      </div>
      <div class="card" data-no-reader hidden>
        <div data-nobody-chosen>
          <h3>{review.nobodyTitle}</h3>
          <p>{review.nobody}</p>
        </div>
        <div data-nobody-can hidden>
          <h3>{review.nobodyCanTitle}</h3>
          <p>{review.nobodyCan}</p>
        </div>
        <div data-minor hidden>
          <YoungLines m={m} />
        </div>
        <ServiceLines ids={SOMEONE_TONIGHT} locale={locale} />
      </div>
      <SendingState m={m} locale={locale} />
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
    </Step>
  )
}

const SendingState = ({ m, locale }: StepContext) => {
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
      <div class="notice notice-alert" role="alert" data-outcome hidden>
        <p data-one="unreachable">{sending.unreachable}</p>
        <p data-one="not-sealed">{sending.notSealed}</p>
        <p data-one="too-long">{sending.tooLong}</p>
        <p data-one="unconfirmed">{sending.unconfirmed}</p>
        <p data-one="expired">{sending.expired}</p>
        <p data-one="unchanged">{sending.unchanged}</p>
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
