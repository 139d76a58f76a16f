// The two parts of the method page that the published list fills: the budget spent, and what changed. Without a script they say where that
// list is.
import type { Child } from 'hono/jsx'
import type { Messages } from '../../i18n/messages.ts'

interface PartProps {
  m: Messages
  name: 'ledger' | 'changes'
  nothing: Readonly<Record<string, string>>
  /** What the island fills. */
  children: Child
}

/** One line at a time says how the part stands; it is read aloud when it changes. */
const Part = ({ m, name, nothing, children }: PartProps) => {
  const { live } = m.method
  return (
    <div data-part={name}>
      <div role="status">
        <p data-one="without-script">{live.withoutScript}</p>
        <p class="soft" data-one="reading" hidden>
          {live.reading}
        </p>
        <p class="notice" data-one="unreachable" hidden>
          {live.unreachable}
        </p>
        <p class="notice" data-one="filling" hidden>
          {live.filling}
        </p>
        {Object.entries(nothing).map(([standing, words]) => (
          <p class="notice" data-one={standing} hidden>
            {words}
          </p>
        ))}
      </div>
      <div data-one="there" hidden>
        {children}
      </div>
    </div>
  )
}

export const Ledger = ({ m }: { m: Messages }) => {
  const { ledger } = m.method
  return (
    <Part m={m} name="ledger" nothing={{ nothing: ledger.nothing }}>
      <div data-years></div>
      <template data-template="ledger-year">
        <details>
          <summary data-text="year"></summary>
          <table class="figures">
            <caption class="visually-hidden">
              {ledger.caption} <span data-text="year"></span>
            </caption>
            <thead>
              <tr>
                <th scope="col">{ledger.period}</th>
                <th scope="col">{ledger.drawn}</th>
                <th scope="col" class="number">
                  {ledger.spent}
                </th>
              </tr>
            </thead>
            <tbody data-lines></tbody>
          </table>
          <p>
            {ledger.most}{' '}
            <strong>
              <span data-text="most"></span> {ledger.of} <span data-text="budget"></span>
            </strong>
          </p>
        </details>
      </template>
      <template data-template="ledger-line">
        <tr>
          <th scope="row" data-text="period"></th>
          <td>
            <ul data-draws></ul>
          </td>
          <td class="number" data-text="spent"></td>
        </tr>
      </template>
      <template data-template="ledger-draw">
        <li>
          <span data-text="family"></span>,{' '}
          <span class="soft">
            <span data-text="rung"></span>
            <span data-waiting hidden>
              {ledger.waiting}
            </span>{' '}
            (<span data-text="share"></span>)
          </span>
        </li>
      </template>
      <ul data-periods hidden>
        {[...m.report.count.quarters, ledger.wholeYear].map((period) => (
          <li>{period}</li>
        ))}
      </ul>
    </Part>
  )
}

interface TurnProps {
  m: Messages
  kind: 'rung' | 'epsilon' | 'code'
}

/** What stood before, then what stands. */
const Turn = ({ m, kind }: TurnProps) => {
  const { changes } = m.method
  const Side = kind === 'code' ? 'code' : 'span'
  return (
    <template data-template={`change-${kind}`}>
      <li>
        <span class="soft" data-text="on"></span>
        {' · '}
        {kind !== 'code' && (
          <>
            <strong data-text="family"></strong>
            {' · '}
          </>
        )}
        {changes[kind]} <Side data-text="before"></Side> {changes.to} <Side data-text="after"></Side>
      </li>
    </template>
  )
}

export const Changes = ({ m }: { m: Messages }) => {
  const { changes } = m.method
  return (
    <Part m={m} name="changes" nothing={{ nothing: changes.nothing, none: changes.none }}>
      <ul class="changes" data-changes></ul>
      <Turn m={m} kind="rung" />
      <Turn m={m} kind="epsilon" />
      <Turn m={m} kind="code" />
      <template data-template="change-held">
        <li>
          <strong data-text="family"></strong>, <span data-text="window"></span>
          {' · '}
          <span>{changes.held}</span>
        </li>
      </template>
      <template data-template="change-note">
        <li>
          <span class="soft" data-text="on"></span>
          {' · '}
          <strong data-text="family"></strong>, <span data-text="window"></span>
          {' · '}
          {changes.note} <q dir="auto" translate="no" data-text="note"></q>
        </li>
      </template>
    </Part>
  )
}
