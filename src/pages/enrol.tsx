// Enrolling an association: a form that goes nowhere, keys that the island makes, and two files to leave with.
import { ADDRESSES } from '../i18n/addresses.ts'
import { EntryForm } from './association/entry-form.tsx'
import { Newcomer, Ways } from './association/newcomer.tsx'
import { Sheets } from './association/sheets.tsx'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'

const STEPS = ['about', 'key', 'sheets', 'files'] as const

export const enrol: Page = {
  paths: ADDRESSES.enrol,
  headers: 'workspace',
  script: 'team/enrol',
  style: 'workspace',
  render: (context) => {
    const { enrol: words, common } = context.m
    return (
      <Layout context={context} title={common.name}>
        <div class="enrol">
          <h1>{words.heading}</h1>
          <p class="lead">{words.lead}</p>
          <noscript>
            <p class="notice">{words.noscript}</p>
          </noscript>
          <ul>
            {words.ready.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <details class="tools">
            <summary>{words.own}</summary>
            <p>{words.ownHint}</p>
            {[words.ownKey, words.ownExport, words.ownProof].map((command) => (
              <p class="command">
                <code translate="no">{command}</code>
              </p>
            ))}
          </details>
          {STEPS.map((step, index) => (
            <section class="card" data-step={step} aria-labelledby={`step-${step}`} hidden>
              <h2 id={`step-${step}`} tabindex={-1}>
                {index + 1}. {words.steps[step]}
              </h2>
              {step === 'about' && <EntryForm context={context} />}
              {step === 'files' && <Files context={context} />}
              {step !== 'about' && step !== 'files' && <div data-part={`${step}-place`}></div>}
            </section>
          ))}
          <p class="notice notice-alert fault" role="alert" data-part="enrol-fault"></p>
        </div>
        <Newcomer context={context} />
        <Ways context={context} />
        <Sheets context={context} />
        <EnrolWords context={context} />
      </Layout>
    )
  },
}

const Files = ({ context }: { context: PageContext }) => {
  const { files } = context.m.enrol
  return (
    <>
      <h3>{files.founding}</h3>
      <p>{files.foundingHint}</p>
      <button class="button" type="button" data-part="save-founding">
        {files.saveFounding}
      </button>
      <div data-part="request" hidden>
        <h3>{files.request}</h3>
        <p>{files.requestHint}</p>
        <p>
          {files.fingerprint} <code data-text="fingerprint" translate="no"></code>
        </p>
        <button class="button" type="button" data-part="save-request">
          {files.saveRequest}
        </button>
      </div>
      <p class="notice">{files.keep}</p>
      <p>{files.after}</p>
    </>
  )
}

/** The words its island may need, by key. */
const EnrolWords = ({ context }: { context: PageContext }) => {
  const { enrol: words, team } = context.m
  const groups: [string, Readonly<Record<string, string>>][] = [
    ['enrol-fault', words.faults],
    ['team-way', team.ways.kinds],
    ['team-way-fault', team.ways.faults],
    [
      'team',
      { next: team.newcomer.next, noName: team.newcomer.noName, few: team.ways.few, made: team.ways.made },
    ],
  ]
  return (
    <template data-template="words">
      <ul>
        {groups.flatMap(([group, entries]) =>
          Object.entries(entries).map(([key, text]) => <li data-word={`${group}.${key}`}>{text}</li>),
        )}
      </ul>
    </template>
  )
}
