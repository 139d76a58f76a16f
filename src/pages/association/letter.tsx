// The shape of one opened report, read as a letter: first how the person may be reached without danger, then what they tell, then
// what followed.
import type { Messages } from '../../i18n/messages.ts'
import { ByRule, CaseWork } from './case-work.tsx'
import { CaseExport } from './export.tsx'
import { SeriesSection, Urgency } from './standing-out.tsx'
import { Standing, Thread } from './thread.tsx'
import { PassedOn, PassOn } from './transfer.tsx'

export const Letter = ({ m }: { m: Messages }) => {
  const { letter } = m.association
  return (
    <template data-template="letter">
      <article class="letter" aria-labelledby="letter-title">
        <ReadingBar m={m} />
        <header>
          <p class="state" data-text="state"></p>
          <h1 id="letter-title" tabindex={-1} data-text="title"></h1>
          <p class="soft facts">
            <span>
              {letter.receivedOn} <b data-text="received"></b>
            </span>
            <span>
              {letter.writtenOn} <b data-text="written"></b>
            </span>
            <span>
              {letter.language} <b data-text="language"></b>
            </span>
          </p>
        </header>
        <Standing m={m} />
        <PassedOn m={m} />
        <Urgency m={m} />
        <ByRule m={m} />
        <CaseWork m={m} />
        <p class="notice notice-alert" data-part="consent-ended" hidden>
          {letter.consentEnded}
        </p>
        <Contact m={m} />
        <section>
          <h2>{letter.narrative}</h2>
          <p class="soft" data-part="no-narrative" hidden>
            {letter.noNarrative}
          </p>
          <div class="narrative stranger" data-part="narrative" translate="no"></div>
          <p class="small soft" data-part="unseen" hidden>
            {letter.unseen}
          </p>
          <p class="small soft">{letter.inert}</p>
        </section>
        <section data-part="files-section" hidden>
          <h2>{m.association.files.heading}</h2>
          <div data-part="files"></div>
        </section>
        <section data-part="answers-section">
          <h2>{letter.answers}</h2>
          <dl class="answers" data-part="answers"></dl>
        </section>
        <section data-part="about-section">
          <h2>{letter.about}</h2>
          <p class="small soft">{letter.aboutSaid}</p>
          <dl class="answers" data-part="about"></dl>
        </section>
        <Identifiers m={m} />
        <SeriesSection m={m} />
        <Consent m={m} />
        <Thread m={m} />
        <PassOn m={m} />
        <CaseExport m={m} />
        <Acknowledge m={m} />
        <ReadingEnd m={m} />
      </article>
    </template>
  )
}

/** Tells the server that everything above was opened. */
export const Acknowledge = ({ m }: { m: Messages }) => {
  const { letter } = m.association
  return (
    <div class="acknowledge" data-part="acknowledge-block">
      <button class="button" type="button" data-part="acknowledge" aria-describedby="acknowledge-hint">
        {letter.acknowledge}
      </button>
      <p class="hint" id="acknowledge-hint">
        {letter.acknowledgeHint}
      </p>
      <p class="notice notice-alert fault" role="alert" data-part="acknowledge-fault"></p>
    </div>
  )
}

/** Above a letter and above the page of an envelope that did not open. */
export const ReadingBar = ({ m }: { m: Messages }) => {
  const { letter } = m.association
  return (
    <div class="reading-bar">
      <Steps m={m} />
      <p class="position soft">
        <b data-text="position"></b> {letter.of} <b data-text="shown"></b>
      </p>
      <p class="small soft keys">{letter.keys}</p>
    </div>
  )
}

/** The same ways on, where a long letter ends. */
export const ReadingEnd = ({ m }: { m: Messages }) => (
  <div class="reading-bar reading-end">
    <Steps m={m} />
  </div>
)

const Steps = ({ m }: { m: Messages }) => {
  const { letter } = m.association
  return (
    <>
      <button class="button-quiet" type="button" data-part="back" aria-keyshortcuts="Escape">
        {letter.back}
      </button>
      <button class="button-quiet" type="button" data-part="previous" aria-keyshortcuts="ArrowLeft">
        {letter.previous}
      </button>
      <button class="button-quiet" type="button" data-part="next" aria-keyshortcuts="ArrowRight">
        {letter.next}
      </button>
    </>
  )
}

const Contact = ({ m }: { m: Messages }) => {
  const { letter } = m.association
  return (
    <section class="card contact">
      <h2>{letter.contact}</h2>
      <p data-part="no-contact" hidden>
        {letter.noContact}
      </p>
      <p data-part="only-code" hidden>
        {letter.onlyCode}
      </p>
      <div data-part="contact">
        <div class="notice notice-alert">
          <h3>{letter.beforeTitle}</h3>
          <p class="say stranger" data-part="say" translate="no"></p>
          <dl class="answers">
            <div data-part="hours-row">
              <dt>{letter.hours}</dt>
              <dd class="stranger" dir="auto" data-part="hours" translate="no"></dd>
            </div>
            <div data-part="voicemail-row">
              <dt>{letter.voicemail}</dt>
              <dd data-text="voicemail"></dd>
            </div>
            <div data-part="askFor-row">
              <dt>{letter.askFor}</dt>
              <dd class="stranger" dir="auto" data-part="askFor" translate="no"></dd>
            </div>
          </dl>
          <p data-part="no-rules" hidden>
            {letter.noRules}
          </p>
        </div>
        <dl class="answers">
          <div>
            <dt data-text="contact-channel"></dt>
            <dd class="stranger contact-value" dir="auto" data-part="contact-value" translate="no"></dd>
          </div>
        </dl>
        <p>{letter.warning}</p>
      </div>
    </section>
  )
}

const Identifiers = ({ m }: { m: Messages }) => {
  const { letter } = m.association
  return (
    <section data-part="identifiers-section" hidden>
      <h2>{letter.identifiers}</h2>
      <p class="notice notice-alert">{letter.identifiersWarning}</p>
      <p data-part="series">{letter.series}</p>
      <p data-part="no-series">
        <strong>{letter.noSeries}</strong>
      </p>
      <dl class="answers" data-part="identifiers"></dl>
    </section>
  )
}

const Consent = ({ m }: { m: Messages }) => {
  const { letter } = m.association
  return (
    <section>
      <h2>{letter.consent}</h2>
      <dl class="answers">
        <div>
          <dt>{letter.purposes}</dt>
          <dd data-text="purposes"></dd>
        </div>
        <div>
          <dt>{letter.until}</dt>
          <dd data-text="until"></dd>
        </div>
        <div>
          <dt>{letter.transfers}</dt>
          <dd data-text="transfers"></dd>
        </div>
        <div>
          <dt>{letter.wording}</dt>
          <dd class="stranger" dir="auto" data-part="wording" translate="no"></dd>
        </div>
      </dl>
    </section>
  )
}
