// The help page: who answers, for what, and how old each row is. It works without JavaScript.
import { HELP_GROUPS, type HelpService } from '../help/service.ts'
import { SERVICES } from '../help/services.ts'
import { ADDRESSES } from '../i18n/addresses.ts'
import { NumberLink, telephone, textMessage } from './help-lines.tsx'
import { Layout } from './layout.tsx'
import type { Page, PageContext } from './page.ts'

const writtenDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

const Service = ({ row, context }: { row: HelpService; context: PageContext }) => {
  const { locale, m } = context
  const { phone, phoneAbroad, sms, site, hours, hoursSure, cost, where } = row
  const danger = row.group === 'danger'
  return (
    <li class="service">
      <h3>{row.name}</h3>
      <p>{row.what[locale]}</p>
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
      <p class="service-facts">
        {where && <span>{where[locale]}</span>}
        {hours && hoursSure && !phone && !sms && <span>{hours[locale]}</span>}
        {phoneAbroad && (
          <span>
            {m.help.abroad} <a href={telephone(phoneAbroad)}>{phoneAbroad}</a>
          </span>
        )}
        {site && (
          <a href={`https://${site}/`} target="_blank" rel="noopener noreferrer">
            {site}
          </a>
        )}
        <span class="soft">
          {m.help.recorded} {writtenDay(row.recordedOn, locale)}
        </span>
      </p>
    </li>
  )
}

const Help = ({ context }: { context: PageContext }) => {
  const { help } = context.m
  return (
    <Layout context={context} title={help.title} quit>
      <h1>{help.heading}</h1>
      <p class="lead">{help.intro}</p>
      <p class="hint">{help.trace}</p>
      <nav class="groups" aria-label={help.heading}>
        {HELP_GROUPS.map((group) => (
          <a href={`#${group}`}>{help.groups[group]}</a>
        ))}
      </nav>
      {HELP_GROUPS.map((group) => (
        <section id={group} aria-labelledby={`${group}-title`}>
          <h2 id={`${group}-title`}>{help.groups[group]}</h2>
          <ul class="services">
            {SERVICES.filter((row) => row.group === group).map((row) => (
              <Service row={row} context={context} />
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  )
}

export const help: Page = {
  paths: ADDRESSES.help,
  headers: 'page',
  script: 'way-out',
  style: 'help',
  render: (context) => <Help context={context} />,
}
