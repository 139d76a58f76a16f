// The prevention page: what helps before a meeting, in the words of associations. It never blames, and never promises safety.
import { ADDRESSES } from '../i18n/addresses.ts'
import { Thoughts } from './advice/reading.tsx'
import { DangerLines, ServiceLines, SOMEONE_TONIGHT, YoungLines } from './help-lines.tsx'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'

const Body = ({ context }: { context: PageContext }) => {
  const { locale, m } = context
  const { before } = m
  return (
    <Layout context={context} title={before.title} quit>
      <h1>{before.heading}</h1>
      <p class="lead">{before.lead}</p>
      <p class="notice notice-good">{before.never}</p>
      <Thoughts thoughts={before.thoughts} />
      <DangerLines m={m} />
      <p>
        <a class="button-quiet" href={ADDRESSES.firstMinutes[locale]}>
          {before.after}
        </a>
      </p>
      <section>
        <h2>{before.helpTitle}</h2>
        <ServiceLines ids={SOMEONE_TONIGHT} locale={locale} />
        <h3>{before.youngTitle}</h3>
        <YoungLines m={m} />
      </section>
      <section class="small soft">
        <h2>{before.sourceTitle}</h2>
        <p>{before.source}</p>
      </section>
    </Layout>
  )
}

export const before: Page = {
  paths: ADDRESSES.before,
  headers: 'page',
  script: 'way-out',
  style: 'before',
  render: (context) => <Body context={context} />,
}
