// The association's door: sign-in form, and the empty shapes that its island fills once a key is open. It holds no data of anyone.
import { ADDRESSES } from '../i18n/addresses.ts'
import { Answer, Decline } from './association/answer.tsx'
import { CaseRows } from './association/case-work.tsx'
import { Door } from './association/door.tsx'
import { ExportParts } from './association/export.tsx'
import { Files } from './association/files.tsx'
import { Letter } from './association/letter.tsx'
import { Orphan } from './association/orphan.tsx'
import { SealedList } from './association/own-tools.tsx'
import { Problem } from './association/problem.tsx'
import { Team } from './association/team.tsx'
import { SeriesLinks } from './association/standing-out.tsx'
import { Templates } from './association/templates.tsx'
import { ThreadMessages } from './association/thread.tsx'
import { Words } from './association/words.tsx'
import { Workspace } from './association/workspace.tsx'
import { Layout } from './layout.tsx'
import type { Page } from './page.ts'

export const association: Page = {
  paths: ADDRESSES.association,
  headers: 'workspace',
  script: 'inbox/inbox',
  style: 'workspace',
  render: (context) => (
    <Layout context={context} title={context.m.common.name}>
      <p class="visually-hidden" role="status" data-part="announcement"></p>
      <Door context={context} />
      <div data-part="workspace"></div>
      <Workspace m={context.m} />
      <SealedList m={context.m} />
      <Letter m={context.m} />
      <CaseRows m={context.m} />
      <SeriesLinks m={context.m} />
      <Files m={context.m} />
      <ExportParts m={context.m} />
      <Orphan m={context.m} />
      <ThreadMessages m={context.m} />
      <Answer m={context.m} directory={context.directory} />
      <Decline m={context.m} />
      <Problem m={context.m} which="not-mine" />
      <Problem m={context.m} which="damaged" />
      <Team context={context} />
      <Templates m={context.m} />
      <Words m={context.m} directory={context.directory} />
    </Layout>
  ),
}
