// Being counted without an account: the exact few words, what they never hold, who reads them, and one button that is the consent.
import { ADDRESSES } from '../../i18n/addresses.ts'
import type { Messages } from '../../i18n/messages.ts'
import type { Facet } from '../../protocol/card.ts'
import { Step, type StepContext } from './fields.tsx'

/** In the order a person reads them. */
const FACETS = [
  'departement',
  'quarter',
  'weekday',
  'timeBand',
  'channel',
  'platform',
  'lure',
  'place',
  'attackers',
  'act',
  'complaint',
] as const satisfies readonly Facet[]

/** Where the island writes what would be counted, from the card itself. Its lines are copied from the count step's template. */
export const CardPreview = ({ m }: { m: Messages }) => (
  <div class="counted-words">
    <h3>{m.report.count.words}</h3>
    <ul data-card-preview></ul>
  </div>
)

const Line = ({ m, facet }: { m: Messages; facet: Facet }) => {
  const { count } = m.report
  const label = facet === 'quarter' || facet === 'act' ? count[facet] : m.vocabulary.fields[facet]
  return (
    <li
      data-facet={facet}
      data-quarters={facet === 'quarter' ? count.quarters.join('|') : undefined}
      data-other={facet === 'platform' ? count.otherPlatform : undefined}
    >
      <span>{label}</span> <strong data-text="answer">{count.unknown}</strong>
    </li>
  )
}

export const CountStep = ({ context: { locale, m } }: StepContext) => {
  const { count, actions } = m.report
  return (
    <Step name="count" title={count.title} chapter="who" when={{ path: ['count'] }}>
      <p>{count.intro}</p>
      <div class="card">
        <CardPreview m={m} />
        <p class="soft" data-card-change>
          {count.change}
        </p>
      </div>
      <template data-template="card-words">
        <ul>
          {FACETS.map((facet) => (
            <Line m={m} facet={facet} />
          ))}
        </ul>
      </template>
      <h3>{count.neverTitle}</h3>
      <ul>
        {count.never.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h3>{count.readersTitle}</h3>
      <ul>
        {count.readers.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        <a class="apart" href={ADDRESSES.method[locale]} target="_blank" rel="noopener noreferrer">
          {count.method}
        </a>
      </p>
      <div class="notice">
        <p>
          <strong>{count.finalTitle}</strong> {count.final}
        </p>
      </div>
      <p id="count-consent">{count.consent}</p>
      <div data-count-outcome hidden>
        <p role="status" data-one="under-way">
          {count.underWay}
        </p>
        {(['unreachable', 'refused', 'not-sealed', 'failed'] as const).map((outcome) => (
          <p class="notice notice-alert" role="alert" data-one={outcome} hidden>
            {count[outcome]}
          </p>
        ))}
      </div>
      <div class="moves">
        <button class="button" type="button" data-count-send aria-describedby="count-consent">
          {count.send}
        </button>
        <button class="button-quiet" type="button" data-back>
          {actions.back}
        </button>
      </div>
    </Step>
  )
}
