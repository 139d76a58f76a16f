// The frame in which an association sees an opened file: an empty document without an origin of its own. It has no word, no link and
// nothing of the site, so that what is shown in it can reach nothing.
import { VIEWER_ADDRESS } from '../i18n/addresses.ts'
import type { Page, PageContext } from './page.ts'

/** Its own files come with `crossorigin`: to a document without an origin they are a stranger's, and are checked as such. */
const Viewer = ({ context }: { context: PageContext }) => {
  const { locale, m, script, style } = context
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{m.common.name}</title>
        <link rel="stylesheet" href={style.path} integrity={style.integrity} crossorigin="anonymous" />
        {script && (
          <script
            type="module"
            src={script.path}
            integrity={script.integrity}
            crossorigin="anonymous"
          ></script>
        )}
      </head>
      <body>
        <main id="content"></main>
      </body>
    </html>
  )
}

export const viewer: Page = {
  paths: { fr: VIEWER_ADDRESS },
  headers: 'viewer',
  script: 'viewer/viewer',
  style: 'viewer',
  render: (context) => <Viewer context={context} />,
}
