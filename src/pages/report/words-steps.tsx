// The steps where something may be written, and what must be known before. The warning comes before every free text.
import { PLATFORMS, type Platform } from '../../help/platforms.ts'
import { MAX_NARRATIVE_CHARS, MAX_SHORT_TEXT_CHARS } from '../../protocol/limits.ts'
import { CHANNELS } from '../../protocol/vocabulary.ts'
import { NumberLink, telephone } from '../help-lines.tsx'
import { Moves, Question, Select, Step, Text, type StepContext } from './fields.tsx'

/** What may turn against someone who writes: said to everyone, whatever they answered, with a lawyer one touch away. */
export const BeforeWordsStep = ({ context: { m } }: StepContext) => {
  const { beforeWords } = m.report
  return (
    <Step name="before-words" title={beforeWords.title} chapter="account">
      <p>{beforeWords.intro}</p>
      <div class="notice">
        <h3>{beforeWords.minorTitle}</h3>
        {beforeWords.minor.map((line) => (
          <p>{line}</p>
        ))}
        <NumberLink href={telephone('3039')} number="3039" label={beforeWords.lawyer} />
      </div>
      <div class="notice">
        <h3>{beforeWords.dutyTitle}</h3>
        {beforeWords.duty.map((line) => (
          <p>{line}</p>
        ))}
        <p class="small soft">{beforeWords.dutySource}</p>
      </div>
      <Moves m={m} skip />
    </Step>
  )
}

export const WordsStep = ({ context: { m } }: StepContext) => {
  const { words } = m.report
  return (
    <Step name="words" title={words.title} chapter="account">
      <div class="field" data-field="narrative" data-label={m.vocabulary.fields.narrative}>
        <Text
          m={m}
          name="narrative"
          title={words.narrative}
          hint={words.narrativeHint}
          maxChars={MAX_NARRATIVE_CHARS}
          long
        />
      </div>
      <Moves m={m} skip />
    </Step>
  )
}

const platformWords = ({ name, closedOn }: Platform, { m, locale }: StepContext['context']): string => {
  if (!closedOn) return name
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return `${name} (${m.report.began.closed}, ${month.format(new Date(closedOn))})`
}

/** The island takes the first word of an option for its value, unless it has one. */
const isOneWord = ({ name, closedOn }: Platform): boolean => !closedOn && !name.includes(' ')

export const BeganStep = ({ context }: StepContext) => {
  const { m } = context
  const { began, actions } = m.report
  const listed = CHANNELS.map((channel) => ({
    channel,
    platforms: PLATFORMS.filter((platform) => platform.channel === channel),
  })).filter(({ platforms }) => platforms.length > 0)
  return (
    <Step name="began" title={began.title} chapter="account">
      <Select
        name="platform"
        label={m.vocabulary.fields.platform}
        title={began.platform}
        blank={actions.choose}
      >
        <option value="other">{began.platformOther}</option>
        {listed.map(({ channel, platforms }) => (
          <optgroup label={m.vocabulary.channel[channel]}>
            {platforms.map((platform) => (
              <option value={isOneWord(platform) ? undefined : platform.name} data-id={platform.id}>
                {platformWords(platform, context)}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <div class="field" data-when="platform:other" hidden>
        <Text m={m} name="platformName" title={began.platformName} maxChars={MAX_SHORT_TEXT_CHARS} />
      </div>
      <Question m={m} name="lure" />
      <Moves m={m} skip />
    </Step>
  )
}

export const TrustStep = ({ context: { m } }: StepContext) => (
  <Step name="trust" title={m.report.trust.title} chapter="account">
    <Question m={m} name="trust" />
    <Moves m={m} skip />
  </Step>
)
