// The page one comes back to with a return code. It holds every word it may have to say, and no data of anyone: what the code
// opens is opened by the island, on this phone.
import { ADDRESSES } from '../i18n/addresses.ts'
import { ChangedView, ChangeView } from './back/change-view.tsx'
import { ErasedView, EraseView } from './back/erase-view.tsx'
import { HereView } from './back/here-view.tsx'
import { OpeningView, TypingView } from './back/opening-views.tsx'
import { Layout } from './layout.tsx'
import type { Page } from './page.ts'

export const back: Page = {
  paths: ADDRESSES.back,
  headers: 'page',
  script: 'return/back',
  style: 'back',
  render: (context) => (
    <Layout context={context} title={context.m.back.title} quit bare>
      <h1 class="visually-hidden">{context.m.back.heading}</h1>
      <div data-back>
        <TypingView context={context} />
        <OpeningView context={context} />
        <HereView context={context} />
        <ChangeView context={context} />
        <ChangedView context={context} />
        <EraseView context={context} />
        <ErasedView context={context} />
      </div>
    </Layout>
  ),
}
