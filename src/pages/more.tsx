// What the report page brings in once it works: it is fetched as a document of this same site and its parts are put in their
// places. Opened by itself it only leads to the report page.
import { ADDRESSES } from '../i18n/addresses.ts'
import { Layout } from './layout.tsx'
import { AwayEndings } from './more/away-endings.tsx'
import { CaughtPart, CodePart, PausePart } from './more/code-parts.tsx'
import { FilesPart, SendingFilesPart } from './more/files-parts.tsx'
import { KeepPart } from './more/keep-part.tsx'
import { Ready } from './more/ready.tsx'
import type { Page } from './page.ts'

export const more: Page = {
  paths: ADDRESSES.more,
  headers: 'page',
  script: 'more/more',
  style: 'more',
  render: (context) => (
    <Layout context={context} title={context.m.report.title} quit bare>
      <p>
        <a class="button" href={ADDRESSES.write[context.locale]}>
          {context.m.common.footer.write}
        </a>
      </p>
      <div hidden>
        <FilesPart context={context} />
        <SendingFilesPart context={context} />
        <KeepPart context={context} />
        <CodePart context={context} />
        <PausePart context={context} />
        <CaughtPart context={context} />
        <Ready context={context} />
        <AwayEndings context={context} />
      </div>
    </Layout>
  ),
}
