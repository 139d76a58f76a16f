// Who may read it, and the two ways it ends. Lists are empty shapes that the island fills from the directory compiled into
// the sealing Worker; no association is ever ticked here.
import { ADDRESSES } from '../../i18n/addresses.ts'
import { CONSENT_WORDING } from '../../protocol/consent-wording.ts'
import { ServiceLines, SOMEONE_TONIGHT, YoungLines } from '../help-lines.tsx'
import type { PageContext } from '../page.ts'
import { Moves, Step } from './fields.tsx'

type StepContext = Pick<PageContext, 'm' | 'locale'>

export const ChooseStep = ({ m, locale }: StepContext) => {
  const { choose } = m.report
  return (
    <Step name="choose" title={choose.title}>
      <div class="notice notice-alert" data-changed hidden>
        <h3>{choose.changedTitle}</h3>
        <div data-changed-list hidden>
          <p>{choose.changed}</p>
          <ul></ul>
        </div>
        <div data-gone-list hidden>
          <p>{choose.gone}</p>
          <ul></ul>
        </div>
        <p>{choose.kept}</p>
      </div>
      <div class="notice notice-good" data-minor hidden>
        <h3>{choose.minorTitle}</h3>
        <p data-under-15 hidden>
          {choose.under15}
        </p>
        <YoungLines m={m} />
      </div>
      <div role="status">
        <p data-choose-waiting>{choose.waiting}</p>
        <p class="notice notice-alert" data-choose-failed hidden>
          {choose.failed}
        </p>
      </div>
      <p data-choose-failed hidden>
        <button class="button-quiet" type="button" data-choose-retry>
          {choose.retry}
        </button>
      </p>
      <div data-choose-ready hidden>
        <p>{choose.intro}</p>
        <div class="card terms" id="terms" data-consent-wording={CONSENT_WORDING}>
          <h3>{choose.termsTitle}</h3>
          <ul>
            {choose.terms.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </div>
        <ul class="associations" data-proposed></ul>
        <details data-others hidden>
          <summary>{choose.others}</summary>
          <ul class="associations"></ul>
        </details>
      </div>
      <p class="notice notice-alert" role="status" data-too-many hidden>
        {choose.tooMany}
      </p>
      <div data-none-for-you hidden>
        <p>{choose.noneForYou}</p>
        <ServiceLines ids={SOMEONE_TONIGHT} locale={locale} />
      </div>
      <p class="hint" role="status" data-none-chosen hidden>
        {choose.noneChosen}
      </p>
      <Moves m={m} />
      <AssociationTemplate m={m} />
    </Step>
  )
}

const AssociationTemplate = ({ m }: Pick<StepContext, 'm'>) => {
  const { choose } = m.report
  return (
    <template data-template="association">
      <li class="card association">
        <h3 data-text="name"></h3>
        <p data-text="about"></p>
        <p class="answers">
          <AnswerTime m={m} /> {choose.noNight}
        </p>
        <details class="facts">
          <summary>{choose.more}</summary>
          <dl>
            <div>
              <dt>{choose.helpsWith}</dt>
              <dd data-text="scope"></dd>
            </div>
            <div>
              <dt>{choose.where}</dt>
              <dd data-text="territory">{choose.everywhere}</dd>
            </div>
            <div>
              <dt>{choose.languages}</dt>
              <dd data-text="languages"></dd>
            </div>
          </dl>
        </details>
        <label class="choice consent">
          <input type="checkbox" name="consent" autocomplete="off" aria-describedby="terms" />
          <span>
            {choose.allow} <strong data-text="name"></strong> {choose.allowReading}
          </span>
        </label>
      </li>
    </template>
  )
}

const AnswerTime = ({ m }: Pick<StepContext, 'm'>) => (
  <strong>
    <span data-one="day">{m.report.choose.answersOne}</span>
    <span data-one="days">
      {m.report.choose.answersWithin} <span data-text="days"></span> {m.report.choose.answersDays}
    </span>
  </strong>
)

/** For someone who went back while the envelopes were on their way. */
export const AlreadyReceived = ({ m }: Pick<StepContext, 'm'>) => {
  const { already } = m.report
  return (
    <div class="notice notice-good" role="alert" data-already-received hidden>
      <p>
        <strong>{already.title}</strong>
      </p>
      <p>{already.by}</p>
      <ul></ul>
      <p>{already.since}</p>
    </div>
  )
}

export const Receipt = ({ m, locale }: StepContext) => {
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
            <AnswerTime m={m} />
          </div>
        </li>
      </template>
      <p class="notice" data-no-answer hidden>
        {receipt.noAnswer}
      </p>
      <h3>{receipt.nextTitle}</h3>
      <ul>
        {receipt.next.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h3>{receipt.keepTitle}</h3>
      <p>{receipt.keep}</p>
      <p>{receipt.meanwhile}</p>
      <ServiceLines ids={SOMEONE_TONIGHT} locale={locale} />
      <Goodbye m={m} locale={locale} />
    </Step>
  )
}

export const Unsent = ({ m, locale }: StepContext) => (
  <Step name="unsent" title={m.report.unsent.title}>
    <p class="lead">{m.report.unsent.body}</p>
    <p>{m.report.receipt.meanwhile}</p>
    <ServiceLines ids={SOMEONE_TONIGHT} locale={locale} />
    <Goodbye m={m} locale={locale} />
  </Step>
)

const Goodbye = ({ m, locale }: StepContext) => (
  <div class="moves">
    <a class="button" href={ADDRESSES.leave[locale]} rel="noreferrer" data-quit>
      {m.report.receipt.leave}
    </a>
  </div>
)
