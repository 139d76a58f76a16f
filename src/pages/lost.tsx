// What an unknown address answers, in both languages: it names nothing of what was asked for.
import { ADDRESSES } from '../i18n/addresses.ts'
import { MESSAGES } from '../i18n/messages.ts'
import { LOCALES } from '../protocol/vocabulary.ts'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'

const Lost = ({ context }: { context: PageContext }) => (
  <Layout context={context} title={context.m.common.lost.title} bare>
    {LOCALES.map((locale, index) => {
      const { home, lost: words } = MESSAGES[locale].common
      const { heading, back } = words
      return (
        <section lang={locale}>
          {index === 0 ? <h1>{heading}</h1> : <h2>{heading}</h2>}
          <p>
            <a class="button" href={ADDRESSES.home[locale]}>
              {back}
            </a>
          </p>
          <p>
            <a class="button-quiet" href={ADDRESSES.help[locale]}>
              {home.help}
            </a>
          </p>
        </section>
      )
    })}
  </Layout>
)

export const lost: Page = {
  paths: { fr: '/404' },
  headers: 'page',
  script: null,
  style: 'home',
  render: (context) => <Lost context={context} />,
}
