// The two consents asked apart: comparing what points to the attackers, and being counted. Nothing is ever ticked here, and
// refusing takes no help away.
import { CardPreview } from './count-step.tsx'
import { Moves, Step, type StepContext } from './fields.tsx'

export const ApartStep = ({ context: { m } }: StepContext) => {
  const { apart } = m.report
  return (
    <Step name="apart" title={apart.title} chapter="who" when={{ agreed: ['yes'] }}>
      <p>{apart.intro}</p>
      <section class="card" data-series hidden>
        <h3>{apart.seriesTitle}</h3>
        <ul id="series-terms">
          {apart.series.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <fieldset aria-describedby="series-terms">
          <legend>{apart.seriesWho}</legend>
          <div class="choices" data-series-ticks></div>
        </fieldset>
        <template data-template="series">
          <label class="choice">
            <input type="checkbox" name="series" autocomplete="off" />
            <span>
              {apart.allow} <strong data-text="name"></strong> {apart.allowComparing}
            </span>
          </label>
        </template>
      </section>
      <p class="notice" data-no-series hidden>
        {apart.noSeries}
      </p>
      <section class="card">
        <h3>{apart.statisticsTitle}</h3>
        <ul id="statistics-terms">
          {apart.statistics.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p class="notice" role="alert" data-card-changed hidden>
          {apart.cardChanged}
        </p>
        <CardPreview m={m} />
        <label class="choice consent">
          <input
            type="checkbox"
            name="statistics"
            value="yes"
            autocomplete="off"
            aria-describedby="statistics-terms"
          />
          <span>{apart.allowStatistics}</span>
        </label>
      </section>
      <Moves m={m} />
    </Step>
  )
}
