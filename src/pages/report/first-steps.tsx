// The first steps: safety before anything, then health and traces, then whom this is about and what would help.
import { PLATFORMS, type Platform } from '../../help/platforms.ts'
import { DEPARTEMENT_CODES, DEPARTEMENTS } from '../../protocol/departements.ts'
import { MAX_SHORT_TEXT_CHARS } from '../../protocol/limits.ts'
import { CHANNELS } from '../../protocol/vocabulary.ts'
import { ADDRESSES } from '../../i18n/addresses.ts'
import { DangerLines, NumberLink, telephone, YoungLines } from '../help-lines.tsx'
import type { PageContext } from '../page.ts'
import { Choices, Moves, Question, Select, Step, Text } from './fields.tsx'

type StepContext = Pick<PageContext, 'm' | 'locale'>

/** Useful before any script has run: the numbers, what this page promises, and what the way out does. */
export const SafeStep = ({ m, locale }: StepContext) => {
  const { safe, withoutScript } = m.report
  return (
    <Step name="safe" title={safe.title} hidden={false}>
      <p>{safe.danger}</p>
      <DangerLines m={m} />
      <h3>{safe.promiseTitle}</h3>
      <ul class="promises">
        {safe.promise.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <div class="notice way-out">
        <h3>{safe.quitTitle}</h3>
        <p>{safe.quitDoes}</p>
        <p>{safe.quitRemains}</p>
      </div>
      <div class="without-script" data-without-script>
        <h3>{withoutScript.title}</h3>
        <p>{withoutScript.body}</p>
        <p>
          <a class="button-quiet" href={ADDRESSES.help[locale]}>
            {withoutScript.help}
          </a>
        </p>
      </div>
      <Moves m={m} first />
      <p class="hint after-moves" data-with-script hidden>
        {safe.duration}
      </p>
    </Step>
  )
}

export const UrgentStep = ({ m }: Pick<StepContext, 'm'>) => {
  const { urgent } = m.report
  return (
    <Step name="urgent" title={urgent.title}>
      <div class="card">
        <h3>{urgent.careTitle}</h3>
        <p>{urgent.careHiv}</p>
        <p>{urgent.careWhere}</p>
        <NumberLink href={telephone('0 800 840 800')} number="0 800 840 800" label={urgent.careCall} />
        <p class="after-line">{urgent.careInjuries}</p>
      </div>
      <div class="card">
        <h3>{urgent.tracesTitle}</h3>
        <p>{urgent.tracesWhy}</p>
        <ul>
          {urgent.traces.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p>{urgent.tracesWarning}</p>
      </div>
      <Moves m={m} />
    </Step>
  )
}

export const YouStep = ({ m, directory }: Pick<PageContext, 'm' | 'directory'>) => {
  const { you } = m.report
  const { vocabulary } = m
  return (
    <Step name="you" title={you.title}>
      <Question m={m} name="role" legend={you.role} />
      <p class="notice">{you.kept}</p>
      <Choices
        m={m}
        name="ageBand"
        label={you.age}
        legend={you.age}
        hint={you.ageHint}
        options={vocabulary.ageBands}
        kept
      />
      <div class="notice notice-good" data-minor hidden>
        {!directory.associations.some(
          ({ status, acceptsUnder15 }) => status === 'active' && acceptsUnder15,
        ) && (
          <p data-under-15 hidden>
            <strong>{you.under15}</strong>
          </p>
        )}
        <h3>{you.minorTitle}</h3>
        <YoungLines m={m} />
      </div>
      <details class="card">
        <summary>{you.more}</summary>
        <Choices
          m={m}
          name="audiences"
          label={you.audiences}
          legend={you.audiences}
          hint={you.audiencesHint}
          options={vocabulary.audiences}
          several
          kept
        />
      </details>
      <Moves m={m} />
    </Step>
  )
}

export const NeedsStep = ({ m }: Pick<StepContext, 'm'>) => {
  const { needs, actions } = m.report
  const { vocabulary } = m
  return (
    <Step name="needs" title={needs.title}>
      <Question m={m} name="needs" legend={needs.needs} hint={needs.needsHint} several />
      <Select
        name="departement"
        label={vocabulary.fields.departement}
        title={needs.departement}
        hint={needs.departementHint}
        blank={actions.choose}
      >
        {DEPARTEMENT_CODES.map((code) => (
          <option value={code}>
            {code} {DEPARTEMENTS[code]}
          </option>
        ))}
        <option value="elsewhere">{vocabulary.departement.elsewhere}</option>
        <option value="unknown">{vocabulary.open.unknown}</option>
        <option value="not-said">{vocabulary.open['not-said']}</option>
      </Select>
      <Moves m={m} />
    </Step>
  )
}

const platformWords = ({ name, closedOn }: Platform, { m, locale }: StepContext): string => {
  if (!closedOn) return name
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return `${name} (${m.report.contactBegan.closed}, ${month.format(new Date(closedOn))})`
}

export const ContactBeganStep = ({ m, locale }: StepContext) => {
  const { contactBegan, actions } = m.report
  const { vocabulary } = m
  return (
    <Step name="contact-began" title={contactBegan.title}>
      <Question m={m} name="channel" legend={contactBegan.channel} />
      <Select
        name="platform"
        label={vocabulary.fields.platform}
        title={contactBegan.platform}
        blank={actions.choose}
      >
        <option value="other">{contactBegan.platformOther}</option>
        {CHANNELS.filter((channel) => PLATFORMS.some((platform) => platform.channel === channel)).map(
          (channel) => (
            <optgroup label={vocabulary.channel[channel]}>
              {PLATFORMS.filter((platform) => platform.channel === channel).map((platform) => (
                <option value={platform.name}>{platformWords(platform, { m, locale })}</option>
              ))}
            </optgroup>
          ),
        )}
      </Select>
      <div class="field" data-platform-name hidden>
        <Text m={m} name="platformName" title={contactBegan.platformName} maxChars={MAX_SHORT_TEXT_CHARS} />
      </div>
      <Question m={m} name="lure" legend={contactBegan.lure} hint={contactBegan.lureHint} />
      <Moves m={m} />
    </Step>
  )
}
