// The end of a visit: its headers clear what the browser kept of this site, then it gives way to a site about the weather.
// It works by script, by refresh, and by a plain link.
import { ADDRESSES } from '../i18n/addresses.ts'
import type { Page, PageContext } from './page.ts'

const Leave = ({ context: { locale, direction, m, script, style } }: { context: PageContext }) => {
  const { title, body, link, site } = m.common.leave
  return (
    <html lang={locale} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta http-equiv="refresh" content={`0;url=${site}`} />
        <title>{title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={style.path} integrity={style.integrity} />
        {script && <script type="module" src={script.path} integrity={script.integrity}></script>}
      </head>
      <body>
        <main id="content">
          <h1>{title}</h1>
          <p>{body}</p>
          <p>
            <a class="button" href={site} rel="noreferrer" data-onward>
              {link}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}

export const leave: Page = {
  paths: ADDRESSES.leave,
  headers: 'clearing',
  script: 'leave',
  style: 'home',
  render: (context) => <Leave context={context} />,
}
