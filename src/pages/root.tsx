// The bare address: two languages to choose from. A script goes to the reader's own; without it, two links. No cookie.
import { MESSAGES } from '../i18n/messages.ts'
import { LOCALES } from '../protocol/vocabulary.ts'
import { ADDRESSES } from '../i18n/addresses.ts'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'

const Root = ({ context }: { context: PageContext }) => (
  <Layout context={context} title={context.m.common.root.title} bare>
    <h1 class="visually-hidden">
      {LOCALES.map((locale, index) => (
        <span lang={locale}>
          {index > 0 && ' · '}
          {MESSAGES[locale].common.root.heading}
        </span>
      ))}
    </h1>
    <ul class="languages">
      {LOCALES.map((locale) => (
        <li>
          <a
            class="button"
            href={ADDRESSES.home[locale]}
            lang={locale}
            hreflang={locale}
            rel="alternate"
            data-locale
          >
            {MESSAGES[locale].common.root.language}
          </a>
        </li>
      ))}
    </ul>
  </Layout>
)

export const root: Page = {
  paths: { fr: '/' },
  headers: 'page',
  script: 'choose-language',
  style: 'home',
  render: (context) => <Root context={context} />,
}
