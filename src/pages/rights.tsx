// The rights card: what the law says someone may ask, each sentence with its article and the day it was written. It prints on one
// sheet, works without a script, and never says what anyone's case is.
import { service } from '../help/services.ts'
import { ADDRESSES } from '../i18n/addresses.ts'
import { NumberLink, telephone } from './help-lines.tsx'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'

/** The day the card was written against its sources. Whoever has it read over by a lawyer puts that day here. */
const WRITTEN_ON = '2026-11-22'

/** What can be done without going there, then who advises and pays. Rows of the help directory. */
const APART = ['plainte-en-ligne', 'police-chat', '17cyber']
const HELP = ['point-justice', 'france-victimes', 'civi', 'umj']

const dayIn = (locale: string, day: string, dateStyle: 'long' | 'medium'): string =>
  new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(new Date(day))

interface SourceProps {
  context: PageContext
  source: string
  day?: string
}

const Source = ({ context: { locale }, source, day = WRITTEN_ON }: SourceProps) => (
  <small class="source soft">
    {source} · <time datetime={day}>{dayIn(locale, day, 'medium')}</time>
  </small>
)

interface StatementsProps {
  context: PageContext
  statements: readonly { says: string; source: string; word?: string }[]
}

const Statements = ({ context, statements }: StatementsProps) => (
  <ul class="statements">
    {statements.map(({ word, says, source }) => (
      <li>
        {word && <strong>{word}.</strong>} {says} <Source context={context} source={source} />
      </li>
    ))}
  </ul>
)

const Services = ({ context, ids }: { context: PageContext; ids: readonly string[] }) => (
  <ul class="statements">
    {ids.map(service).map(({ name, what, phone, site, source, recordedOn }) => (
      <li>
        <strong>{name}</strong>
        {' · '}
        {phone && (
          <>
            <a href={telephone(phone)}>{phone}</a>
            {' · '}
          </>
        )}
        {site && (
          <>
            <a href={`https://${site}/`} target="_blank" rel="noopener noreferrer">
              {site}
            </a>
            {' · '}
          </>
        )}
        {what[context.locale]}{' '}
        <Source context={context} source={source.replace(/^https:\/\//, '')} day={recordedOn} />
      </li>
    ))}
  </ul>
)

const Body = ({ context }: { context: PageContext }) => {
  const { locale, m } = context
  const { rights } = m
  const lawyer = service('point-justice')
  return (
    <Layout context={context} title={rights.title} quit>
      <h1>{rights.heading}</h1>
      <p class="lead">{rights.lead}</p>
      <p class="small soft">
        {rights.sheet} <time datetime={WRITTEN_ON}>{dayIn(locale, WRITTEN_ON, 'long')}</time>.{' '}
        {rights.notChecked}
      </p>
      <section class="notice notice-alert" aria-labelledby="trap">
        <h2 id="trap">{rights.trap.title}</h2>
        <p>
          {rights.trap.first} {rights.trap.lawyer}
        </p>
        <NumberLink
          href={telephone(lawyer.phone ?? '')}
          number={lawyer.phone ?? ''}
          label={lawyer.what[locale]}
        />
      </section>
      <div class="sheet">
        <section>
          <h2>{rights.complaint.title}</h2>
          <Statements context={context} statements={rights.complaint.statements} />
          <p class="to-letter">
            <a href={ADDRESSES.write[locale]}>{rights.complaint.letter}</a>
          </p>
        </section>
        <section>
          <h2>{rights.hurt.title}</h2>
          <Statements context={context} statements={rights.hurt.statements} />
        </section>
        <section>
          <h2>{rights.apart}</h2>
          <Services context={context} ids={APART} />
        </section>
        <section>
          <h2>{rights.help}</h2>
          <Services context={context} ids={HELP} />
        </section>
        <section>
          <h2>{rights.law.title}</h2>
          <p>{rights.law.intro}</p>
          <Statements context={context} statements={rights.law.words} />
        </section>
        <section>
          <h2>{rights.duty.title}</h2>
          <Statements context={context} statements={rights.duty.statements} />
        </section>
      </div>
    </Layout>
  )
}

export const rights: Page = {
  paths: ADDRESSES.rights,
  headers: 'page',
  script: 'way-out',
  style: 'rights',
  render: (context) => <Body context={context} />,
}
