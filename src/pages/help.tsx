// The help page: who answers, for what, and how old each row is. It is whole without JavaScript; with it, it can be shortened.
import { HELP_GROUPS, type HelpGroup, type HelpService } from '../help/service.ts'
import { SERVICES } from '../help/services.ts'
import { ADDRESSES } from '../i18n/addresses.ts'
import { DEPARTEMENT_CODES, DEPARTEMENTS } from '../protocol/departements.ts'
import { NumberLink, telephone, textMessage } from './help-lines.tsx'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'
import { reachAttributes } from './service-reach.ts'

const writtenDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

const hostOf = (address: string): string => new URL(address).host

const Service = ({ row, context }: { row: HelpService; context: PageContext }) => {
  const { locale, m } = context
  const { phone, phoneAbroad, sms, site, hours, hoursSure, cost, where } = row
  const danger = row.group === 'danger'
  return (
    <li class="service" {...reachAttributes(row)} data-recorded={row.recordedOn}>
      <h3>{row.name}</h3>
      <p>{row.what[locale]}</p>
      {where && <p>{where[locale]}</p>}
      {phone && (
        <NumberLink
          href={telephone(phone)}
          number={phone}
          label={[hoursSure && hours?.[locale], cost?.[locale]].filter(Boolean).join('. ')}
          strong={danger}
        />
      )}
      {sms && (
        <NumberLink
          href={textMessage(sms, m.help.smsBody)}
          number={`${m.help.text} ${sms}`}
          label={(hoursSure && hours?.[locale]) || ''}
          strong
        />
      )}
      {hours && hoursSure && !phone && !sms && <p>{hours[locale]}</p>}
      {(phoneAbroad || site) && (
        <p class="service-ways">
          {phoneAbroad && (
            <a href={telephone(phoneAbroad)}>
              {m.help.abroad} <span>{phoneAbroad}</span>
            </a>
          )}
          {site && (
            <a href={`https://${site}/`} target="_blank" rel="noopener noreferrer">
              {site}
            </a>
          )}
        </p>
      )}
      <p class="service-age soft">
        {m.help.recorded} {writtenDay(row.recordedOn, locale)}, {m.help.from} {hostOf(row.source)}
        <span data-old hidden>
          . {m.help.old}
        </span>
      </p>
    </li>
  )
}

/** Hidden until the island runs: without it these fields would do nothing. */
const Filters = ({ context: { m } }: { context: PageContext }) => {
  const { filters } = m.help
  return (
    <form class="card filters" role="search" aria-labelledby="filters" autocomplete="off" data-filters hidden>
      <h2 id="filters">{filters.title}</h2>
      <p class="hint">{filters.kept}</p>
      <Filter
        name="need"
        title={filters.need}
        any={filters.any}
        options={Object.entries(m.vocabulary.needs)}
      />
      <Filter
        name="departement"
        title={filters.departement}
        any={filters.any}
        options={[
          ...DEPARTEMENT_CODES.map((code) => [code, `${code} ${DEPARTEMENTS[code]}`] as const),
          ...Object.entries(m.vocabulary.departement),
        ]}
      />
      <Filter
        name="audience"
        title={filters.audience}
        any={filters.any}
        options={Object.entries(m.vocabulary.audiences)}
      />
      <div role="status">
        <p class="filters-count" data-count>
          <span data-text="count"></span> <span data-one="one">{filters.one}</span>
          <span data-one="other">{filters.other}</span>
        </p>
        <p data-nearest hidden>
          {filters.nearest}
        </p>
      </div>
      <button class="button-quiet" type="button" data-show-all hidden>
        {filters.all}
      </button>
    </form>
  )
}

interface FilterProps {
  name: string
  title: string
  any: string
  options: readonly (readonly [string, string])[]
}

const Filter = ({ name, title, any, options }: FilterProps) => (
  <div class="field">
    <label for={name}>{title}</label>
    <select id={name} name={name} autocomplete="off">
      <option value="">{any}</option>
      {options.map(([code, words]) => (
        <option value={code}>{words}</option>
      ))}
    </select>
  </div>
)

interface GroupProps {
  context: PageContext
  name: HelpGroup
  /** Goes when the fields leave it empty. */
  mayGo?: boolean
}

const Group = ({ context, name, mayGo = false }: GroupProps) => (
  <section id={name} aria-labelledby={`${name}-title`} data-group={mayGo ? '' : undefined}>
    <h2 id={`${name}-title`}>{context.m.help.groups[name]}</h2>
    <ul class="services">
      {SERVICES.filter((row) => row.group === name).map((row) => (
        <Service row={row} context={context} />
      ))}
    </ul>
  </section>
)

/** Danger comes before anything to read or to choose. */
const Help = ({ context }: { context: PageContext }) => {
  const { help } = context.m
  const others = HELP_GROUPS.filter((group) => group !== 'danger')
  return (
    <Layout context={context} title={help.title} quit>
      <h1>{help.heading}</h1>
      <Group context={context} name="danger" />
      <p class="lead">{help.intro}</p>
      <p class="hint">{help.trace}</p>
      <nav class="groups" aria-label={help.groupsLabel}>
        {others.map((group) => (
          <a href={`#${group}`} data-to-group={group}>
            {help.groups[group]}
          </a>
        ))}
      </nav>
      <Filters context={context} />
      {others.map((group) => (
        <Group context={context} name={group} mayGo />
      ))}
    </Layout>
  )
}

export const help: Page = {
  paths: ADDRESSES.help,
  headers: 'page',
  script: 'help/help',
  style: 'help',
  render: (context) => <Help context={context} />,
}
