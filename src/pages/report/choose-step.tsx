// Who may read it and help: associations to tick, services to reach. Lists of associations are empty shapes that the island fills
// from the directory compiled into the sealing Worker; no association is ever ticked here.
import { FIRST_FOR_MINORS, type HelpService } from '../../help/service.ts'
import { SERVICES } from '../../help/services.ts'
import type { Messages } from '../../i18n/messages.ts'
import { NumberLink, telephone, textMessage, YoungLines } from '../help-lines.tsx'
import { reachAttributes } from '../service-reach.ts'
import { MINOR, UNDER_15 } from './conditions.tsx'
import { Moves, Step, type StepContext } from './fields.tsx'

export const ChooseStep = ({ context }: StepContext) => {
  const { m } = context
  const { choose } = m.report
  return (
    <Step name="choose" title={choose.title} chapter="who" when={{ path: ['send'] }}>
      <div class="notice notice-alert" data-changed hidden>
        <h3>{choose.changedTitle}</h3>
        <div data-changed-list hidden>
          <p>{choose.changed}</p>
          <ul></ul>
        </div>
        <div data-gone-list hidden>
          <p>{choose.gone}</p>
          <ul></ul>
        </div>
        <p>{choose.kept}</p>
      </div>
      <div class="notice notice-good" data-when={MINOR} hidden>
        <h3>{choose.minorTitle}</h3>
        <YoungLines m={m} />
        <p data-when={UNDER_15} hidden>
          {choose.under15}
        </p>
      </div>
      <div role="status">
        <p data-choose-waiting>{choose.waiting}</p>
        <p class="notice notice-alert" data-choose-failed hidden>
          {choose.failed}
        </p>
      </div>
      <p data-choose-failed hidden>
        <button class="button-quiet" type="button" data-choose-retry>
          {choose.retry}
        </button>
      </p>
      <div data-choose-ready hidden>
        <p>{choose.intro}</p>
        <p class="notice" data-none-close hidden>
          {choose.noneClose}
        </p>
        <div class="card terms" id="terms">
          <h3>{choose.termsTitle}</h3>
          <ul>
            {choose.terms.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </div>
        <ul class="associations" data-proposed></ul>
        <details data-others hidden>
          <summary>{choose.others}</summary>
          <ul class="associations"></ul>
        </details>
      </div>
      <p class="notice notice-alert" role="status" data-too-many hidden>
        {choose.tooMany}
      </p>
      <p class="notice" data-none-for-you hidden>
        {choose.noneForYou}
      </p>
      <p class="hint" role="status" data-none-chosen hidden>
        {choose.noneChosen}
      </p>
      <Services context={context} />
      <Moves m={m} />
      <AssociationTemplate m={m} />
      <BecauseTemplate m={m} />
    </Step>
  )
}

/** Every service once, in the order of the help directory; until the island sorts them, those that are for everyone. */
const Services = ({ context }: StepContext) => {
  const { choose } = context.m.report
  return (
    <section class="proposed-services" aria-labelledby="services-title">
      <h3 id="services-title">{choose.servicesTitle}</h3>
      <p class="hint">{choose.servicesIntro}</p>
      <ul class="lines" data-services>
        {SERVICES.map((row) => (
          <li {...reachAttributes(row)} data-service={idInOrder(row)} hidden={!row.always}>
            <Service row={row} context={context} />
          </li>
        ))}
      </ul>
      <details data-more-services hidden>
        <summary>{choose.servicesMore}</summary>
        <ul class="lines"></ul>
      </details>
    </section>
  )
}

/** Only the lines whose place is decided by their name carry it here: the others weigh on a slow phone. */
const idInOrder = ({ id }: HelpService): string => (FIRST_FOR_MINORS.includes(id) ? id : '')

/** Its surest way: a call, a text, its site opened apart; or only what it is, when none is sure. */
const Service = ({ row, context: { m, locale } }: { row: HelpService } & StepContext) => {
  const { name, what, where, phone, phoneAbroad, sms, site, cost } = row
  const number = phone ?? sms
  const facts = [firstSentence(what[locale]), where?.[locale], cost?.[locale]]
    .filter(Boolean)
    .map(withoutStop)
    .join('. ')
  if (number === undefined) return <NamedLine name={name} site={site} label={facts} />
  const startsWithNumber = name.startsWith(number)
  return (
    <>
      <NumberLink
        href={phone ? telephone(phone) : textMessage(number, m.report.safe.smsBody)}
        number={phone ?? m.report.safe.silentNumber}
        label={startsWithNumber ? facts : `${name}. ${facts}`}
      />
      {phoneAbroad && (
        <a class="from-abroad" href={telephone(phoneAbroad)}>
          {m.report.choose.abroad} <span class="nowrap">{phoneAbroad}</span>
        </a>
      )}
    </>
  )
}

/** No number is sure: its site, opened apart, since what is being written must stay; or only what it is. */
const NamedLine = ({ name, site, label }: { name: string; site: string | undefined; label: string }) => {
  const words = (
    <>
      <span class={site ? 'line-number' : 'line-name'}>{name}</span>{' '}
      <span class="line-label">{site ? `${label} (${site})` : label}</span>
    </>
  )
  return site ? (
    <a class="line" href={`https://${site}/`} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  ) : (
    <p class="line">{words}</p>
  )
}

const withoutStop = (words: string | undefined): string => (words ?? '').replace(/\.$/, '')

const AssociationTemplate = ({ m }: { m: Messages }) => {
  const { choose } = m.report
  return (
    <template data-template="association">
      <li class="card association">
        <h3 data-text="name"></h3>
        <p data-text="about"></p>
        <div data-because-here></div>
        <p class="answers">
          <strong>
            <span data-one="day">{choose.answersOne}</span>
            <span data-one="days">
              {choose.answersWithin} <span data-text="days"></span> {choose.answersDays}
            </span>
          </strong>{' '}
          {choose.noNight}
        </p>
        <details class="facts">
          <summary>{choose.more}</summary>
          <dl>
            <div>
              <dt>{choose.helpsWith}</dt>
              <dd data-text="scope"></dd>
            </div>
            <div>
              <dt>{choose.where}</dt>
              <dd data-text="territory">{choose.everywhere}</dd>
            </div>
            <div>
              <dt>{choose.languages}</dt>
              <dd data-text="languages"></dd>
            </div>
          </dl>
        </details>
        <label class="choice consent">
          <input type="checkbox" name="consent" aria-describedby="terms" />
          <span>
            {choose.allow} <strong data-text="name"></strong> {choose.allowReading}
          </span>
        </label>
      </li>
    </template>
  )
}

/** One sentence a reason; the island shows those that hold and adds the words of the person's own answers. */
const BecauseTemplate = ({ m }: { m: Messages }) => (
  <template data-template="because">
    <p class="because">
      {Object.entries(m.report.choose.because).map(([kind, words]) => (
        <span data-because={kind} hidden>
          {words} {words.endsWith(':') && <span data-because-words></span>}
        </span>
      ))}
    </p>
  </template>
)

/** The help page says it all; here a line must be read at a glance. */
const firstSentence = (words: string): string => words.split('. ')[0] ?? ''
