// Whom this is about, and what would help. What is said of oneself stays on the phone, unless one box says otherwise.
import { DEPARTEMENT_CODES, DEPARTEMENTS } from '../../protocol/departements.ts'
import { YoungLines } from '../help-lines.tsx'
import { MINOR } from './conditions.tsx'
import { ListedQuestion, Moves, Question, Step, type StepContext } from './fields.tsx'
import { NobodyUnder15 } from './nobody-under-15.tsx'

export const YouStep = ({ context: { m } }: StepContext) => (
  <Step name="you" title={m.report.you.title} chapter="you">
    <Question m={m} name="role" />
    <Moves m={m} />
  </Step>
)

export const AboutStep = ({ context }: StepContext) => {
  const { m } = context
  const { about } = m.report
  return (
    <Step name="about" title={about.title} chapter="you">
      <p class="notice">{about.kept}</p>
      <Question m={m} name="ageBand" />
      <MinorFirst context={context} />
      <ListedQuestion m={m} name="language" options={Object.entries(m.vocabulary.language)} />
      <details class="card">
        <summary>{about.audiences}</summary>
        <Question m={m} name="audiences" />
      </details>
      <fieldset class="share-about">
        <legend>{about.shareTitle}</legend>
        <label class="choice">
          <input type="checkbox" name="shareAbout" value="yes" /> <span>{about.share}</span>
        </label>
      </fieldset>
      <Moves m={m} />
    </Step>
  )
}

/** Under 18: who answers them comes before anything else. */
const MinorFirst = ({ context }: StepContext) => {
  const { m } = context
  const { you } = m.report
  return (
    <div role="status">
      <div class="notice notice-good" data-when={MINOR} hidden>
        <h3>{you.minorTitle}</h3>
        <YoungLines m={m} />
        <NobodyUnder15 context={context} />
      </div>
    </div>
  )
}

export const NeedsStep = ({ context: { m } }: StepContext) => (
  <Step name="needs" title={m.report.needs.title} chapter="you">
    <Question m={m} name="needs" />
    <Moves m={m} />
  </Step>
)

/** Départements as people look for them: by their number, then their name. */
const DEPARTEMENT_OPTIONS = DEPARTEMENT_CODES.map((code) => [code, `${code} ${DEPARTEMENTS[code]}`] as const)

export const TerritoryStep = ({ context: { m } }: StepContext) => (
  <Step name="territory" title={m.report.territory.title} chapter="you">
    <ListedQuestion
      m={m}
      name="departement"
      options={[...DEPARTEMENT_OPTIONS, ...Object.entries(m.vocabulary.departement)]}
    />
    <Moves m={m} />
  </Step>
)
