// Numbers as large links that a thumb can hit. They work without any script.
import { dial, service } from '../help/services.ts'
import type { PageContext } from './page.ts'

interface NumberLinkProps {
  href: string
  number: string
  label: string
  strong?: boolean
}

/** A number and what answers there, as one link. */
export const NumberLink = ({ href, number, label, strong = false }: NumberLinkProps) => (
  <a class={strong ? 'line line-strong' : 'line'} href={href}>
    <span class="line-number">{number}</span> <span class="line-label">{label}</span>
  </a>
)

export const telephone = (number: string): string => `tel:${dial(number)}`

/** A text message whose first words are ready (RFC 5724). */
export const textMessage = (number: string, body: string): string =>
  `sms:${dial(number)}?body=${encodeURIComponent(body)}`

/** 17, 112, and 114 by text: danger now. */
export const DangerLines = ({ m }: Pick<PageContext, 'm'>) => (
  <ul class="lines">
    <li>
      <NumberLink href={telephone('17')} number="17" label={m.report.safe.police} strong />
    </li>
    <li>
      <NumberLink href={telephone('112')} number="112" label={m.report.safe.emergency} strong />
    </li>
    <li>
      <NumberLink
        href={textMessage('114', m.report.safe.smsBody)}
        number={m.report.safe.silentNumber}
        label={m.report.safe.silent}
        strong
      />
    </li>
  </ul>
)

/** Who answers tonight, whatever happens to the sending. */
export const SOMEONE_TONIGHT = ['france-victimes', 'sos-homophobie', '3114']

interface ServiceLinesProps extends Pick<PageContext, 'locale'> {
  ids: readonly string[]
}

/** Services of the help directory that answer a call. */
export const ServiceLines = ({ ids, locale }: ServiceLinesProps) => (
  <ul class="lines">
    {ids.map(service).map(({ name, phone, what }) => (
      <li>
        <NumberLink
          href={telephone(phone ?? '')}
          number={phone ?? ''}
          label={name.startsWith(phone ?? '-') ? what[locale] : `${name}. ${what[locale]}`}
        />
      </li>
    ))}
  </ul>
)

/** One service's number, with words for the moment it is shown in. */
export const ServiceNumber = ({ id, label }: { id: string; label: string }) => {
  const { phone } = service(id)
  if (!phone) throw new Error(`the help service ${id} has no number`)
  return (
    <p class="lines">
      <NumberLink href={telephone(phone)} number={phone} label={label} />
    </p>
  )
}

/** Services reached through their site, opened apart: what is being written must stay. */
export const SiteLines = ({ ids, locale }: ServiceLinesProps) => (
  <ul class="lines">
    {ids.map(service).map(({ name, site, what }) => (
      <li>
        <a class="line" href={`https://${site}/`} target="_blank" rel="noopener noreferrer">
          <span class="line-number">{name}</span>{' '}
          <span class="line-label">
            {what[locale]} ({site})
          </span>
        </a>
      </li>
    ))}
  </ul>
)

/** For someone under 18. */
export const YoungLines = ({ m }: Pick<PageContext, 'm'>) => (
  <ul class="lines">
    <li>
      <NumberLink href={telephone('119')} number="119" label={m.report.you.minor119} />
    </li>
    <li>
      <NumberLink href={telephone('3018')} number="3018" label={m.report.you.minor3018} />
    </li>
  </ul>
)
