// The frame of every page: language, one main landmark, the way out, and nothing from anyone else.
import type { Child } from 'hono/jsx'
import { ADDRESSES } from './addresses.ts'
import type { PageContext } from './page.ts'

interface LayoutProps {
  context: PageContext
  /** Neutral: it is what a browser's history and a glance at a tab show. */
  title: string
  /** Shows the Quit link: every page a victim may read. */
  quit?: boolean
  children: Child
}

export const Layout = ({ context, title, quit = false, children }: LayoutProps) => {
  const { locale, m, script, style, paths, directory } = context
  const other = locale === 'fr' ? 'en' : 'fr'
  return (
    <html lang={locale} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={style.path} integrity={style.integrity} />
        {script && <script type="module" src={script.path} integrity={script.integrity}></script>}
      </head>
      <body>
        <a class="skip" href="#content">
          {m.common.skip}
        </a>
        {directory.demonstration && <p class="demonstration">{m.common.demonstration}</p>}
        <header class="top">
          <a class="name" href={ADDRESSES.home[locale]}>
            {m.common.name}
          </a>
          {paths[other] && (
            <a class="language" href={paths[other]} lang={other} hreflang={other}>
              {m.common.otherLanguage}
            </a>
          )}
          {quit && (
            <a class="quit" href={ADDRESSES.leave[locale]} title={m.common.quitTitle} data-quit>
              {m.common.quit}
            </a>
          )}
        </header>
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <footer class="foot">
          <nav aria-label={m.common.footer.label}>
            <a href={ADDRESSES.write[locale]}>{m.common.footer.write}</a>
            <a href={ADDRESSES.help[locale]}>{m.common.footer.help}</a>
            <a href={ADDRESSES.trends[locale]}>{m.common.footer.trends}</a>
            <a href={ADDRESSES.association[locale]}>{m.common.footer.association}</a>
          </nav>
        </footer>
      </body>
    </html>
  )
}
