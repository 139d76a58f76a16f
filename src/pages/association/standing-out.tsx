// What is pointed out of a case before and beside its own words: why it asks to be read first, and what it shares with other reports.
import type { Messages } from '../../i18n/messages.ts'

/** Above the report. */
export const Urgency = ({ m }: { m: Messages }) => {
  const { urgency } = m.association
  return (
    <section class="notice standing" data-part="urgency" aria-labelledby="urgency-title" hidden>
      <h2 id="urgency-title">
        {urgency.title} <span class="visually-hidden" data-text="level"></span>
      </h2>
      <ul class="reasons" data-part="reasons"></ul>
      <p data-part="clock" hidden>
        {urgency.clock}
      </p>
      <p class="small soft">{urgency.basis}</p>
    </section>
  )
}

/** Below what points to the attackers. */
export const SeriesSection = ({ m }: { m: Messages }) => {
  const { series } = m.association
  return (
    <section data-part="series-section" aria-labelledby="series-title" hidden>
      <h2 id="series-title">{series.heading}</h2>
      <p class="small soft">{series.care}</p>
      <div data-part="series-strong" hidden>
        <h3>{series.strong}</h3>
        <ul class="series"></ul>
      </div>
      <div data-part="series-weak" hidden>
        <h3>{series.weak}</h3>
        <p class="small soft">{series.weakMeaning}</p>
        <ul class="series"></ul>
      </div>
    </section>
  )
}

export const SeriesLinks = ({ m }: { m: Messages }) => {
  const { series } = m.association
  return (
    <>
      <template data-template="series-link">
        <li class="series-link">
          <p>
            <b data-text="same"></b>{' '}
            <span class="stranger" dir="auto" data-part="value" translate="no"></span>
          </p>
          <p>
            {series.inOthers} <b data-text="count"></b>
          </p>
          <ul data-part="first"></ul>
          <details data-part="rest" hidden>
            <summary>{series.rest}</summary>
            <ul></ul>
          </details>
        </li>
      </template>
      <template data-template="other-case">
        <li>
          <button class="button-text" type="button" data-part="go-to"></button>
        </li>
      </template>
    </>
  )
}
