// Where a member says which cases to list. The form has no address to send to, and its fields keep, suggest and correct nothing.
import type { Messages } from '../../i18n/messages.ts'
import { DEPARTEMENTS } from '../../protocol/departements.ts'
import { PRIVATE } from '../report/typed-fields.tsx'

type Options = readonly (readonly [code: string, words: string])[]

export const Finding = ({ m }: { m: Messages }) => {
  const { finding } = m.association
  return (
    <form
      class="finding"
      role="search"
      data-part="finding"
      autocomplete="off"
      novalidate
      aria-label={finding.heading}
    >
      <fieldset>
        <legend class="visually-hidden">{finding.viewsTitle}</legend>
        <div class="choices views">
          {Object.entries(finding.views).map(([view, words]) => (
            <label>
              <input type="radio" name="view" value={view} checked={view === 'all'} />
              <span>
                {words} <span class="tally" data-text={`in-${view}`}></span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="field">
        <label for="find-words">{finding.words}</label>
        <p class="hint" id="find-words-hint">
          {finding.wordsHint}
        </p>
        <input
          {...PRIVATE}
          type="search"
          id="find-words"
          name="words"
          dir="auto"
          autocapitalize="off"
          aria-describedby="find-words-hint"
        />
      </div>
      <MoreFilters m={m} />
    </form>
  )
}

const MoreFilters = ({ m }: { m: Messages }) => {
  const { vocabulary } = m
  const { finding, urgency } = m.association
  const departements: Options = [
    ...Object.entries(DEPARTEMENTS).map(([code, name]) => [code, `${code} ${name}`] as const),
    ...Object.entries(vocabulary.departement),
  ]
  const reasons: Options = [['any', finding.anyUrgency], ...Object.entries(urgency.reasons)]
  return (
    <details data-part="more-filters">
      <summary>{finding.more}</summary>
      <div class="filters">
        <Choice name="order" label={finding.order} options={Object.entries(finding.orders)} />
        <Choice name="urgency" label={finding.urgency} options={reasons} any={finding.any} />
        <Choice
          name="need"
          label={finding.need}
          options={Object.entries(vocabulary.needs)}
          any={finding.any}
        />
        <Choice name="departement" label={finding.departement} options={departements} any={finding.any} />
        <Choice
          name="ageBand"
          label={finding.ageBand}
          options={Object.entries(vocabulary.ageBand)}
          any={finding.any}
        />
        {(['from', 'to'] as const).map((name) => (
          <div class="field">
            <label for={`find-${name}`}>{finding[name]}</label>
            <input type="date" id={`find-${name}`} name={name} autocomplete="off" />
          </div>
        ))}
      </div>
    </details>
  )
}

interface ChoiceProps {
  name: string
  label: string
  options: Options
  /** Said of the first line, which asks for nothing. */
  any?: string
}

const Choice = ({ name, label, options, any }: ChoiceProps) => (
  <div class="field">
    <label for={`find-${name}`}>{label}</label>
    <select id={`find-${name}`} name={name} autocomplete="off">
      {any === undefined ? null : <option value="">{any}</option>}
      {options.map(([code, words]) => (
        <option value={code}>{words}</option>
      ))}
    </select>
  </div>
)

/** What is found, said under the form and above the list. */
export const Found = ({ m }: { m: Messages }) => {
  const { finding, inbox } = m.association
  return (
    <>
      <div class="notice" data-part="by-rule" hidden>
        <p>
          {finding.byRule} <b data-text="by-rule"></b>
        </p>
        <p class="small">{finding.byRuleMeaning}</p>
        <button class="button-quiet" type="button" data-part="see-by-rule">
          {finding.seeByRule}
        </button>
      </div>
      <div class="found">
        <p>
          {finding.found} <b data-text="found">0</b> {finding.of} <b data-text="total">0</b>
        </p>
        <button class="button-quiet" type="button" data-part="clear" hidden>
          {finding.clear}
        </button>
        <button class="button-quiet" type="button" data-part="refresh">
          {inbox.refresh}
        </button>
      </div>
    </>
  )
}
