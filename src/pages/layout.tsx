// The frame of every page: language, one main landmark, the way out, and nothing from anyone else.
import type { Child } from 'hono/jsx'
import { ADDRESSES } from '../i18n/addresses.ts'
import type { PageContext } from './page.ts'

interface LayoutProps {
  context: PageContext
  /** Neutral: it is what a browser's history and a glance at a tab show. */
  title: string
  /** Shows the Quit link: every page a victim may read. */
  quit?: boolean
  /** Leaves out links that lead elsewhere: where something is being written, or no language is chosen yet. */
  bare?: boolean
  children: Child
}

export const Layout = ({ context, title, quit = false, bare = false, children }: LayoutProps) => {
  const { locale, direction, m, script, style, paths, directory } = context
  const other = locale === 'fr' ? 'en' : 'fr'
  return (
    <html lang={locale} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={style.path} integrity={style.integrity} />
        {script && <script type="module" src={script.path} integrity={script.integrity}></script>}
      </head>
      <body>
        <a class="skip" href="#content">
          {m.common.skip}
        </a>
        <header class="top">
          {bare ? (
            <span class="name">{m.common.name}</span>
          ) : (
            <a class="name" href={ADDRESSES.home[locale]}>
              {m.common.name}
            </a>
          )}
          {paths[other] && (
            <a class="language" href={paths[other]} lang={other} hreflang={other} data-language>
              {m.common.otherLanguage}
            </a>
          )}
          {quit && (
            <a
              class="quit"
              href={ADDRESSES.leave[locale]}
              title={m.common.quitTitle}
              rel="noreferrer"
              data-quit
            >
              <svg viewBox="0 0 20 20" width="20" aria-hidden="true">
                <path d="M8 4H4v12h4M12 6l4 4-4 4M16 10H8" />
              </svg>
              {m.common.quit}
            </a>
          )}
        </header>
        {directory.demonstration && <aside class="demonstration">{m.common.demonstration}</aside>}
        <main id="content" tabindex={-1}>
          {children}
        </main>
        {!bare && (
          <footer class="foot">
            <nav aria-label={m.common.footer.label}>
              <a href={ADDRESSES.write[locale]}>{m.common.footer.write}</a>
              <a href={ADDRESSES.back[locale]}>{m.common.footer.back}</a>
              <a href={ADDRESSES.help[locale]}>{m.common.footer.help}</a>
              <a href={ADDRESSES.firstMinutes[locale]}>{m.common.footer.firstMinutes}</a>
              <a href={ADDRESSES.rights[locale]}>{m.common.footer.rights}</a>
              <a href={ADDRESSES.before[locale]}>{m.common.footer.before}</a>
              <a href={ADDRESSES.device[locale]}>{m.common.footer.device}</a>
              <a href={ADDRESSES.limits[locale]}>{m.common.footer.limits}</a>
              <a href={ADDRESSES.trends[locale]}>{m.common.footer.trends}</a>
              <a href={ADDRESSES.association[locale]}>{m.common.footer.association}</a>
              <a href={ADDRESSES.verify[locale]}>{m.common.footer.verify}</a>
            </nav>
          </footer>
        )}
      </body>
    </html>
  )
}
