// The method page: how the published figures are made, for whoever quotes them. It promises what is guaranteed and no more; it is whole
// without a script, but for what was published until now.
import { ADDRESSES } from '../i18n/addresses.ts'
import { AdviceLines } from './advice/advice.tsx'
import { Layout } from './layout.tsx'
import { CountedTable, LevelsTable, ReadNumber } from './method/counted-tables.tsx'
import { Changes, Ledger } from './method/live-parts.tsx'
import { WorkedExample } from './method/worked-example.tsx'
import type { Page, PageContext } from './page.ts'
import { DataLinks } from './trends/data-links.tsx'

const Body = ({ context }: { context: PageContext }) => {
  const { locale, m } = context
  const { way, counted, chance, promise, limits, calendar, detail, held, ledger, changes, reuse, ...words } =
    m.method
  return (
    <Layout context={context} title={words.title} quit>
      <h1>{words.heading}</h1>
      <p class="lead">{words.lead}</p>
      <p class="notice" data-synthetic hidden>
        <strong>{words.synthetic}</strong>{' '}
        <span data-filling hidden>
          {words.live.filling}
        </span>
      </p>
      <nav class="contents" aria-label={words.contents}>
        <a href={ADDRESSES.trends[locale]}>{words.toTrends}</a>
        {Object.entries({
          way,
          counted,
          chance,
          promise,
          limits,
          calendar,
          detail,
          held,
          ledger,
          changes,
          reuse,
        }).map(([id, { title }]) => (
          <a href={`#${id}`}>{title}</a>
        ))}
      </nav>
      <section id="way">
        <h2>{way.title}</h2>
        <ol>
          {way.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <p>{way.kept}</p>
      </section>
      <section id="counted">
        <h2>{counted.title}</h2>
        <p>{counted.intro}</p>
        <CountedTable context={context} />
        <p>{counted.budget}</p>
        <h3>{counted.unusedTitle}</h3>
        <AdviceLines lines={counted.unused} />
        <p>{counted.unusedFate}</p>
        <h3>{counted.neverTitle}</h3>
        <AdviceLines lines={counted.never} />
      </section>
      <section id="chance">
        <h2>{chance.title}</h2>
        <p>{chance.draws}</p>
        <p>{chance.example}</p>
        <WorkedExample m={m} />
        <p>{chance.alike}</p>
        <p>{chance.once}</p>
        <ReadNumber context={context} />
        <h3>{chance.fewTitle}</h3>
        <p>{chance.fewRule}</p>
        <p>{chance.fewWhy}</p>
        <p>{chance.fewAim}</p>
      </section>
      <section id="promise">
        <h2>{promise.title}</h2>
        <div class="notice">
          <p>{promise.who}</p>
          <p>
            <strong>{promise.bound}</strong>
          </p>
        </div>
        <h3>{promise.versionsTitle}</h3>
        <p>{promise.versions}</p>
        <AdviceLines lines={promise.versionBounds} />
        <p>{promise.start}</p>
        <h3>{promise.notTitle}</h3>
        <AdviceLines lines={promise.not} />
      </section>
      <section id="limits">
        <h2>{limits.title}</h2>
        <AdviceLines lines={limits.lines} />
      </section>
      <section id="calendar">
        <h2>{calendar.title}</h2>
        <table class="figures">
          <caption class="visually-hidden">{calendar.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{calendar.on}</th>
              <th scope="col">{calendar.covers}</th>
            </tr>
          </thead>
          <tbody>
            {calendar.days.map((day, at) => (
              <tr>
                <th scope="row">{day}</th>
                <td>{calendar.periods[at]}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{calendar.late}</p>
        <p>{calendar.noCounter}</p>
      </section>
      <section id="detail">
        <h2>{detail.title}</h2>
        <p>{detail.rule}</p>
        <p>{detail.leaksNothing}</p>
        <LevelsTable context={context} />
      </section>
      <section id="held">
        <h2>{held.title}</h2>
        <p>{held.when}</p>
        <AdviceLines lines={held.rules} />
        <p>{held.who}</p>
        <p>{held.remains}</p>
      </section>
      <section id="ledger">
        <h2>{ledger.title}</h2>
        <p>{ledger.intro}</p>
        <Ledger m={m} />
      </section>
      <section id="changes">
        <h2>{changes.title}</h2>
        <p>{changes.intro}</p>
        <Changes m={m} />
      </section>
      <section id="reuse">
        <h2>{reuse.title}</h2>
        <p>{reuse.licence}</p>
        <h3>{reuse.citeTitle}</h3>
        <blockquote>{reuse.cite}</blockquote>
        <p>{reuse.always}</p>
        <DataLinks m={m} />
        <p class="small soft">{reuse.codes}</p>
        <p class="small soft">{reuse.outlines}</p>
      </section>
    </Layout>
  )
}

export const method: Page = {
  paths: ADDRESSES.method,
  headers: 'page',
  script: 'method/method',
  style: 'method',
  render: (context) => <Body context={context} />,
}
