// The report page: one form, its sections shown one at a time by the island. It has no address to post to: what is written
// can leave only sealed, and only through the island.
import { ADDRESSES } from '../i18n/addresses.ts'
import { CONSENT_WORDING } from '../protocol/consent-wording.ts'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'
import {
  AfterStep,
  ActsStep,
  AttackersStep,
  BeganStep,
  BeforeWordsStep,
  ComplaintStep,
  EvidenceStep,
  ImagesStep,
  MoneyStep,
  MotiveStep,
  TrustStep,
  WhenStep,
  WhereStep,
  WordsStep,
} from './report/account-steps.tsx'
import { ApartStep } from './report/apart-step.tsx'
import { ChooseStep } from './report/choose-step.tsx'
import { ContactStep } from './report/contact-step.tsx'
import { CountStep } from './report/count-step.tsx'
import { AlreadyReceived, Counted, PerhapsSent, QuietEndings, Receipt } from './report/endings.tsx'
import { CHAPTERS, OpenAnswers } from './report/fields.tsx'
import { IdentifiersStep } from './report/identifiers-step.tsx'
import { KeepStep, PathStep } from './report/path-steps.tsx'
import { SafeStep, TracesStep, UrgentStep } from './report/protect-steps.tsx'
import { Caught, CodeStep, FilesStep, PauseLine, PauseStep, ReadyPlace } from './report/later-steps.tsx'
import { ReviewStep } from './report/review-step.tsx'
import { AboutStep, NeedsStep, TerritoryStep, YouStep } from './report/you-steps.tsx'

const Report = ({ context }: { context: PageContext }) => {
  const { m } = context
  const { chapters, heading, title, problem } = m.report
  return (
    <Layout context={context} title={title} quit bare>
      <h1 class="visually-hidden">{heading}</h1>
      <form
        autocomplete="off"
        novalidate
        data-report
        data-voice="self"
        data-consent-wording={CONSENT_WORDING}
        data-more={ADDRESSES.more[context.locale]}
      >
        <input type="hidden" name="path" value="" />
        <input type="hidden" name="agreed" value="" />
        <div class="progress" data-progress hidden>
          <p id="progress-words">
            {CHAPTERS.map((chapter) => (
              <strong data-chapter-words={chapter} hidden>
                {chapters[chapter]}
              </strong>
            ))}
          </p>
          <progress value="0" aria-labelledby="progress-words"></progress>
        </div>
        <div class="notice notice-alert" data-problems role="alert" tabindex={-1} hidden>
          <p>
            <strong>{problem}</strong>
          </p>
          <ul></ul>
        </div>
        <template data-template="problem">
          <li>
            <a href="#" data-text="problem"></a>
          </li>
        </template>
        <OpenAnswers m={m} />
        <Caught />
        <PauseLine context={context} />
        <AlreadyReceived context={context} />
        <PerhapsSent context={context} />
        <SafeStep context={context} />
        <UrgentStep context={context} />
        <TracesStep context={context} />
        <YouStep context={context} />
        <AboutStep context={context} />
        <NeedsStep context={context} />
        <TerritoryStep context={context} />
        <ActsStep context={context} />
        <MoneyStep context={context} />
        <ImagesStep context={context} />
        <WhenStep context={context} />
        <WhereStep context={context} />
        <AttackersStep context={context} />
        <AfterStep context={context} />
        <MotiveStep context={context} />
        <EvidenceStep context={context} />
        <ComplaintStep context={context} />
        <BeforeWordsStep context={context} />
        <WordsStep context={context} />
        <BeganStep context={context} />
        <TrustStep context={context} />
        <IdentifiersStep context={context} />
        <FilesStep context={context} />
        <ContactStep context={context} />
        <PathStep context={context} />
        <ChooseStep context={context} />
        <ApartStep context={context} />
        <CountStep context={context} />
        <KeepStep context={context} />
        <CodeStep context={context} />
        <ReviewStep context={context} />
        <PauseStep context={context} />
        <ReadyPlace context={context} />
        <Receipt context={context} />
        <Counted context={context} />
        <QuietEndings context={context} />
        <div data-fill="endings"></div>
      </form>
    </Layout>
  )
}

export const report: Page = {
  paths: ADDRESSES.write,
  headers: 'page',
  script: 'report/report',
  style: 'report',
  render: (context) => <Report context={context} />,
}
