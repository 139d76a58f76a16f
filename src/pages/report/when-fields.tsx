// When it happened, as precisely as the person wants and never more than a month, a day of the week and a part of the day.
import type { Messages } from '../../i18n/messages.ts'
import { Missing } from './fields.tsx'

/** Years people may write about. */
const YEARS_BACK = 15

/** `newestYear` comes from the directory, not a clock: the page must be the same for everyone. */
export const MonthField = ({ m, newestYear }: { m: Messages; newestYear: number }) => {
  const { when } = m.report
  return (
    <fieldset data-field="month" data-label={m.vocabulary.fields.month}>
      <legend>{when.date}</legend>
      <div class="pair">
        <div>
          <label for="month">{when.month}</label>
          <select id="month" name="month" autocomplete="off">
            <option value=""></option>
            {when.months.map((month, index) => (
              <option value={String(index + 1).padStart(2, '0')}>{month}</option>
            ))}
          </select>
        </div>
        <div>
          <label for="year">{when.year}</label>
          <select id="year" name="year" autocomplete="off">
            <option value=""></option>
            {Array.from({ length: YEARS_BACK + 1 }, (_, back) => (
              <option value={String(newestYear - back)}>{String(newestYear - back)}</option>
            ))}
          </select>
        </div>
      </div>
      <Missing id="missing-month">{when.monthMissing}</Missing>
      <Missing id="missing-year">{when.yearMissing}</Missing>
      <div role="status">
        <p class="hint" data-month-ahead hidden>
          {when.monthAhead}
        </p>
      </div>
    </fieldset>
  )
}
