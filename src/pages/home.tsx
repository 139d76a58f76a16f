// The first page in each language: what one can do here, in a few calm sentences. Nothing on it outs its reader.
import { ADDRESSES } from '../i18n/addresses.ts'
import { DangerLines } from './help-lines.tsx'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'

/** Pages that help without writing anything, each under its own heading. */
const TO_READ = ['firstMinutes', 'rights', 'before', 'device', 'limits'] as const

const Home = ({ context }: { context: PageContext }) => {
  const { locale, m } = context
  const { home } = m.common
  return (
    <Layout context={context} title={home.title} quit>
      <h1>{home.heading}</h1>
      <p class="lead">{home.lead}</p>
      <p>{home.body}</p>
      <div class="doors">
        <a class="button" href={ADDRESSES.write[locale]}>
          {home.write}
        </a>
        <p class="hint">{home.writeHint}</p>
        <a class="button-quiet" href={ADDRESSES.help[locale]}>
          {home.help}
        </a>
        <a class="button-quiet" href={ADDRESSES.back[locale]}>
          {home.back}
        </a>
        <p class="hint">{home.backHint}</p>
      </div>
      <section class="card">
        <h2>{home.dangerTitle}</h2>
        <DangerLines m={m} />
      </section>
      <section>
        <h2>{home.readTitle}</h2>
        <ul class="to-read">
          {TO_READ.map((page) => (
            <li>
              <a href={ADDRESSES[page][locale]}>
                <strong>{m[page].heading}</strong> <span>{home.read[page]}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{home.howTitle}</h2>
        <ul>
          {home.how.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
      <p class="small soft">
        {home.associations} <a href={ADDRESSES.association[locale]}>{home.associationsLink}</a>
      </p>
    </Layout>
  )
}

export const home: Page = {
  paths: ADDRESSES.home,
  headers: 'page',
  script: 'way-out',
  style: 'home',
  render: (context) => <Home context={context} />,
}
