// The steps of the account itself, answered by touching. Nothing here may ask what the victim knew of anyone’s age.
import { ADDRESSES } from '../../i18n/addresses.ts'
import { BEREAVED, questionOf } from '../../protocol/questions.ts'
import { BankAdvice, BlackmailAdvice, HivAdvice, InjuryAdvice, PhoneAdvice } from '../advice/advice.tsx'
import { ListedQuestion, Moves, Question, Step, When, type StepContext } from './fields.tsx'
import { MonthField } from './when-fields.tsx'

export { BeforeWordsStep, BeganStep, TrustStep, WordsStep } from './words-steps.tsx'

/** What must not wait is said where the answer calls for it, and never to whoever writes of someone who was killed. */
export const ActsStep = ({ context }: StepContext) => (
  <Step name="acts" title={context.m.report.acts.title} chapter="account">
    <Question m={context.m} name="acts" />
    <When met={{ acts: ['sexual-assault', 'rape'] }} unless={BEREAVED}>
      <div class="card">
        <HivAdvice context={context} />
      </div>
    </When>
    <When met={{ acts: ['violence', 'torture', 'attempted-murder'] }} unless={BEREAVED}>
      <div class="card">
        <InjuryAdvice context={context} />
      </div>
    </When>
    <Moves m={context.m} skip />
  </Step>
)

export const MoneyStep = ({ context }: StepContext) => (
  <Step name="money" title={context.m.report.money.title} chapter="account" when={questionOf('losses').when}>
    <Question m={context.m} name="losses" />
    <When met={{ losses: ['card', 'card-code', 'transfer'], acts: ['forced-payment'] }}>
      <div class="card">
        <BankAdvice context={context} />
      </div>
    </When>
    <When met={{ losses: ['phone'] }}>
      <div class="card">
        <PhoneAdvice context={context} />
      </div>
    </When>
    <Moves m={context.m} skip />
  </Step>
)

export const ImagesStep = ({ context }: StepContext) => (
  <Step
    name="images"
    title={context.m.report.images.title}
    chapter="account"
    when={questionOf('footage').when}
  >
    <Question m={context.m} name="footage" />
    <div class="card">
      <BlackmailAdvice context={context} />
    </div>
    <Moves m={context.m} skip />
  </Step>
)

export const WhenStep = ({ context: { m, directory } }: StepContext) => (
  <Step name="when" title={m.report.when.title} chapter="account">
    <MonthField m={m} newestYear={Number(directory.expiresOn.slice(0, 4))} />
    <ListedQuestion m={m} name="weekday" options={Object.entries(m.vocabulary.weekday)} />
    <Question m={m} name="timeBand" />
    <Moves m={m} skip />
  </Step>
)

export const WhereStep = ({ context: { m } }: StepContext) => (
  <Step name="where" title={m.report.where.title} chapter="account">
    <Question m={m} name="place" />
    <Moves m={m} skip />
  </Step>
)

export const AttackersStep = ({ context: { m } }: StepContext) => (
  <Step name="attackers" title={m.report.attackers.title} chapter="account">
    <Question m={m} name="attackers" />
    <Question m={m} name="attackerAges" />
    <Question m={m} name="means" />
    <Moves m={m} skip />
  </Step>
)

export const AfterStep = ({ context }: StepContext) => (
  <Step name="after" title={context.m.report.after.title} chapter="account" unless={BEREAVED}>
    <Question m={context.m} name="harms" />
    <Question m={context.m} name="incapacity" />
    <When met={{ harms: ['accounts-taken'] }}>
      <div class="card">
        <PhoneAdvice context={context} />
      </div>
    </When>
    <Moves m={context.m} skip />
  </Step>
)

export const MotiveStep = ({ context: { m } }: StepContext) => (
  <Step name="motive" title={m.report.motive.title} chapter="account">
    <Question m={m} name="bias" />
    <Question m={m} name="biasIndicators" />
    <Moves m={m} skip />
  </Step>
)

export const EvidenceStep = ({ context: { m } }: StepContext) => (
  <Step name="evidence" title={m.report.evidence.title} chapter="account">
    <Question m={m} name="evidence" />
    <Moves m={m} skip />
  </Step>
)

export const ComplaintStep = ({ context: { m, locale } }: StepContext) => {
  const { title, rights, apart } = m.report.complaint
  return (
    <Step name="complaint" title={title} chapter="account">
      <Question m={m} name="complaint" />
      <Question m={m} name="barriers" />
      <p>
        <a href={ADDRESSES.rights[locale]} target="_blank" rel="noopener noreferrer">
          {rights} {apart}
        </a>
      </p>
      <Moves m={m} skip />
    </Step>
  )
}
