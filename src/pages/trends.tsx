// The trends page: what it is, the period to choose, a place for each figure, what the numbers are not, the data. Its island draws
// what was published; without it the page says where the numbers are.
import { ADDRESSES } from '../i18n/addresses.ts'
import { FAMILIES } from '../protocol/families.ts'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'
import { DataLinks } from './trends/data-links.tsx'
import { FigureTemplates } from './trends/figure-templates.tsx'
import { MapOutlines } from './trends/map-outlines.tsx'
import { shownWords } from './trends/shown-words.tsx'

/** What there is to say of the list as a whole, before any picture. */
const State = ({ context: { m } }: { context: PageContext }) => {
  const { trends: words } = m
  return (
    <>
      <div role="status" data-state>
        <p data-one="loading">{words.loading}</p>
        <p class="notice" data-one="unreachable" hidden>
          {words.unreachable}
        </p>
        <p class="notice" data-one="beginning" hidden>
          {words.beginning}
        </p>
        <div class="notice" data-one="empty" hidden>
          <p>{words.empty}</p>
          <p>{words.calendar}</p>
        </div>
      </div>
      <p class="notice" data-filling hidden>
        {words.filling} <span data-text="missing"></span>.
      </p>
      <p class="notice" data-held hidden>
        {words.held} <span data-text="held"></span>.
      </p>
      <p data-again-part hidden>
        <button class="button-quiet" type="button" data-again>
          {words.again}
        </button>
      </p>
    </>
  )
}

const Chosen = ({ context: { m } }: { context: PageContext }) => (
  <div class="chosen" data-choose hidden>
    <div class="field">
      <label for="year">{m.trends.year}</label>
      <select id="year" name="year" autocomplete="off"></select>
    </div>
    <div class="field">
      <label for="other">{m.trends.compare}</label>
      <select id="other" name="other" autocomplete="off">
        <option value="">{m.trends.none}</option>
      </select>
    </div>
  </div>
)

const Trends = ({ context }: { context: PageContext }) => {
  const { locale, m } = context
  const { trends: words } = m
  return (
    <Layout context={context} title={m.common.name} quit>
      <h1>{words.heading}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        {words.noise} <a href={ADDRESSES.method[locale]}>{words.methodLink}</a>
      </p>
      <div class="notice" data-without-script>
        <p>{words.withoutScript}</p>
        <DataLinks m={m} />
      </div>
      <div data-trends data-trend-words data-words={shownWords(context)} hidden>
        <p class="notice invented" data-invented hidden>
          {words.invented}
        </p>
        <State context={context} />
        <Chosen context={context} />
        <div class="totals" data-totals></div>
        <p data-few hidden>
          {words.few}
        </p>
        {FAMILIES.map(({ id, title, reading }) => (
          <section id={id} aria-labelledby={`${id}-title`} data-figure={id} hidden>
            <h2 id={`${id}-title`}>{title[locale]}</h2>
            <p class="soft">{reading[locale]}</p>
            <div data-place></div>
          </section>
        ))}
        <div data-after hidden>
          <section class="card" aria-labelledby="not">
            <h2 id="not">{words.not}</h2>
            <ul>
              {words.nots.map((not) => (
                <li>{not}</li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="cite">
            <h2 id="cite">{words.cite}</h2>
            <p>{words.citeText}</p>
            <p>{words.exact}</p>
            <DataLinks m={m} />
          </section>
        </div>
      </div>
      <FigureTemplates context={context} />
      <MapOutlines />
    </Layout>
  )
}

export const trends: Page = {
  paths: ADDRESSES.trends,
  headers: 'page',
  script: 'trends/trends',
  style: 'trends',
  render: (context) => <Trends context={context} />,
}
