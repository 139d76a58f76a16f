// What to do in the first minutes and days: danger, health, traces, bank, accounts, blackmail. It works without any script, and
// prints on one sheet.
import type { Child } from 'hono/jsx'
import { ADDRESSES } from '../i18n/addresses.ts'
import {
  BankAdvice,
  BlackmailAdvice,
  DangerAdvice,
  HivAdvice,
  InjuryAdvice,
  PhoneAdvice,
} from './advice/advice.tsx'
import { TracesAdvice } from './advice/traces-advice.tsx'
import { ServiceLines, SOMEONE_TONIGHT } from './help-lines.tsx'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'

/** In the order of urgency. */
const ADVICE = {
  danger: DangerAdvice,
  injury: InjuryAdvice,
  hiv: HivAdvice,
  traces: TracesAdvice,
  bank: BankAdvice,
  phone: PhoneAdvice,
  blackmail: BlackmailAdvice,
} as const

type Subject = keyof typeof ADVICE

const SUBJECTS = Object.keys(ADVICE) as Subject[]

const Part = ({ id, title, children }: { id: string; title: string; children: Child }) => (
  <section id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {children}
  </section>
)

const Body = ({ context }: { context: PageContext }) => {
  const { locale, m } = context
  const { firstMinutes } = m
  return (
    <Layout context={context} title={firstMinutes.title} quit>
      <h1>{firstMinutes.heading}</h1>
      <p class="lead">{firstMinutes.lead}</p>
      <nav class="contents" aria-label={firstMinutes.contents}>
        {SUBJECTS.map((subject) => (
          <a href={`#${subject}`}>{firstMinutes[subject].title}</a>
        ))}
      </nav>
      <div class="sheet">
        {SUBJECTS.map((subject) => {
          const Advice = ADVICE[subject]
          return (
            <Part id={subject} title={firstMinutes[subject].title}>
              <Advice context={context} headed={false} />
            </Part>
          )
        })}
        <Part id="someone" title={firstMinutes.someone}>
          <ServiceLines ids={SOMEONE_TONIGHT} locale={locale} />
        </Part>
      </div>
      <p class="notice print-hint">
        {firstMinutes.print} {firstMinutes.printTrace}
      </p>
    </Layout>
  )
}

export const firstMinutes: Page = {
  paths: ADDRESSES.firstMinutes,
  headers: 'page',
  script: 'way-out',
  style: 'first-minutes',
  render: (context) => <Body context={context} />,
}
