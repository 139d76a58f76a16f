// The report page: one form, its sections shown one at a time by the island. It has no address to post to: what is written
// can leave only sealed, and only through the island.
import { ADDRESSES } from '../i18n/addresses.ts'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'
import { ContactStep, HappenedStep, WhereWhenStep, WordsStep } from './report/account-steps.tsx'
import { ContactBeganStep, NeedsStep, SafeStep, UrgentStep, YouStep } from './report/first-steps.tsx'
import { AlreadyReceived, ChooseStep, Receipt, Unsent } from './report/last-steps.tsx'
import { ReviewStep } from './report/review-step.tsx'

/** The steps a person goes through and can count; the two endings are not among them. */
const COUNTED_STEPS = 11

const Report = ({ context }: { context: PageContext }) => {
  const { m, locale, directory } = context
  const { progress, heading, title, problem } = m.report
  return (
    <Layout context={context} title={title} quit bare>
      <h1 class="visually-hidden">{heading}</h1>
      <form autocomplete="off" novalidate data-report>
        <div class="progress" data-progress hidden>
          <p id="progress-words">
            {progress.step} <span data-text="step">1</span> {progress.of} {COUNTED_STEPS}
          </p>
          <progress max={COUNTED_STEPS} value="1" aria-labelledby="progress-words"></progress>
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
        <AlreadyReceived m={m} />
        <SafeStep m={m} locale={locale} />
        <UrgentStep m={m} />
        <YouStep m={m} directory={directory} />
        <NeedsStep m={m} />
        <ContactBeganStep m={m} locale={locale} />
        <WhereWhenStep m={m} directory={directory} />
        <HappenedStep m={m} directory={directory} />
        <WordsStep m={m} directory={directory} />
        <ContactStep m={m} directory={directory} />
        <ChooseStep m={m} locale={locale} />
        <ReviewStep m={m} locale={locale} />
        <Receipt m={m} locale={locale} />
        <Unsent m={m} locale={locale} />
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
